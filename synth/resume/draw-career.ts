// Jobs and schools of one person: in order, with gaps, overlaps, several roles at one employer, and things left out.
import type { Random } from '../random.ts';
import { fill } from '../trade/manner.ts';
import type { Home } from './homes.ts';
import { type DateGrain, isoOf, monthOf } from './months.ts';
import type { ResumeEducation, ResumeWork } from './resume-body.ts';
import { ROOTS, TRADE_FACTS } from './trades.ts';
import type { ResumeDegree, ResumeWords, TradeId } from './words/resume-words.ts';

export interface CareerContext {
  words: ResumeWords;
  trade: TradeId;
  home: Home;
  jobs: number;
  /** The month that it is written in. */
  now: number;
  grain: DateGrain;
  /** ISO 3166 codes, names of states and the like are printed with places. */
  placed: boolean;
}

export interface Career {
  work: ResumeWork[];
  education: ResumeEducation[];
  degree: ResumeDegree;
}

/** Puts numbers into `{n}` and `{p}`, and names into `{root}` and `{city}`. */
export function tell(random: Random, pattern: string, home: Home, root = random.pick(ROOTS)): string {
  return fill(pattern, {
    n: random.int(2, 9) * random.pick([1, 1, 1, 3]),
    p: random.int(3, 45),
    root,
    city: random.pick(home.cities).name,
  });
}

const placeOf = (random: Random, home: Home): string => {
  const city = random.pick(home.cities);
  return city.state === undefined || city.state === '' ? city.name : `${city.name}, ${city.state}`;
};

/** Newest first. */
export function drawCareer(random: Random, context: CareerContext): Career {
  const work = drawWork(random.fork('work'), context);
  const started = work.length === 0 ? context.now - random.int(0, 24) : firstMonth(work);
  return { work: work.map(({ job }) => job), ...drawEducation(random.fork('education'), context, started) };
}

interface Job {
  job: ResumeWork;
  from: number;
}

const firstMonth = (work: readonly Job[]): number => Math.min(...work.map(({ from }) => from));

function drawWork(random: Random, context: CareerContext): Job[] {
  const { words, trade, home, jobs, now } = context;
  const { titles } = words.trades[trade];
  const employers = words.employers[TRADE_FACTS[trade].employers];
  const top = Math.min(titles.length - 1, Math.max(0, jobs - 1 + random.int(-1, 1)));
  const employs = random.chance(0.68);
  const drawn: Job[] = [];
  // Two employers of one name would be one.
  const roots = random.shuffle(ROOTS);
  let until = employs ? now : now - random.int(1, 9);
  let name = '';
  let place = '';
  for (let i = 0; i < jobs; i++) {
    const months = random.int(7, i === 0 ? 60 : 72);
    const from = until - months;
    const stays = i > 0 && random.chance(0.22);
    if (!stays) {
      name = tell(random, random.pick(employers), home, roots[i]);
      place = placeOf(random, home);
    }
    const position = titles[Math.max(0, top - i)]!;
    const goesOn = i === 0 && employs;
    const job: ResumeWork = {
      name,
      position,
      ...(context.placed ? { location: place } : {}),
      startDate: isoOf(from, context.grain, false),
      ...(goesOn ? {} : { endDate: isoOf(until, context.grain, true) }),
      ...(!stays && random.chance(0.12) ? { description: tell(random, random.pick(words.about), home) } : {}),
      ...(random.chance(0.15) ? { summary: random.pick(words.closings) } : {}),
      ...drawHighlights(random, context, i),
    };
    if (random.chance(0.04)) delete job.location;
    drawn.push({ job, from });
    // Mostly one job ends as the next begins; now and then there is a gap, or two overlap.
    const next = random.next();
    until = from - (next < 0.12 ? random.int(4, 16) : next < 0.2 && !stays ? -random.int(2, 6) : random.int(1, 2));
  }
  return drawn;
}

function drawHighlights(random: Random, { words, trade, home }: CareerContext, i: number): { highlights?: string[] } {
  const count = random.chance(0.08) ? 0 : Math.max(1, random.int(2, 5) - Math.floor(i / 2));
  if (count === 0) return {};
  const duties = random.sample(words.trades[trade].duties, count);
  const highlights = duties.map((duty) => {
    const text = tell(random, duty, home);
    if (!random.chance(0.14)) return text;
    return `${text}. ${random.pick(words.closings)}`;
  });
  if (random.chance(0.55)) highlights.push(tell(random, random.pick(words.achievements), home));
  return { highlights };
}

const YEARS: Readonly<Record<ResumeDegree, number>> = {
  school: 6,
  vocational: 3,
  bachelor: 3,
  master: 2,
  doctorate: 4,
};
/** What comes before it. */
const BEFORE: Readonly<Record<ResumeDegree, ResumeDegree | undefined>> = {
  school: undefined,
  vocational: 'school',
  bachelor: 'school',
  master: 'bachelor',
  doctorate: 'master',
};

function drawEducation(random: Random, context: CareerContext, started: number): Omit<Career, 'work'> {
  const { words, trade, home, grain } = context;
  const degree = random.pick(TRADE_FACTS[trade].degrees);
  const deepest = random.int(1, 3);
  const education: ResumeEducation[] = [];
  const inYears = grain === 'year' || random.chance(0.3);
  const ended = monthOf(Math.floor((started - random.int(0, 5)) / 12), random.pick([6, 7, 9]));
  let until = Math.min(ended, context.now);
  const detailed = random.chance(0.35);
  for (let level: ResumeDegree | undefined = degree; level && education.length < deepest; level = BEFORE[level]) {
    const from = until - YEARS[level] * 12;
    const isSchool = level === 'school';
    const dates = inYears ? 'year' : 'month';
    education.push({
      institution: tell(random, random.pick(words.schools[level]), home),
      studyType: random.pick(words.degrees[level]),
      ...(isSchool ? {} : { area: words.trades[trade].area }),
      ...(random.chance(0.12) ? {} : { startDate: isoOf(from, dates, false) }),
      endDate: isoOf(until, dates, true),
      ...(context.placed && random.chance(0.5) ? { location: placeOf(random, home) } : {}),
      ...(!isSchool && random.chance(0.3) ? { score: scoreOf(random, words) } : {}),
      ...(detailed && !isSchool ? { courses: random.sample(words.courses, random.int(2, 3)) } : {}),
    });
    until = from - random.int(0, 3);
  }
  return { education, degree };
}

/** The mark alone, as `3.7/4.0`; its label is the layout's to print. */
const scoreOf = (random: Random, { grade }: ResumeWords): string =>
  fill(grade.split(/ ?: /)[1]!, { n: random.int(1, 9) });
