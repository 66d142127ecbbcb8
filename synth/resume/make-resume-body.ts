// The content of a résumé, seeded: who, jobs, schools, skills and whatever else. How it is laid out is not decided here.
import type { Random } from '../random.ts';
import { fill } from '../trade/manner.ts';
import { type Career, type CareerContext, drawCareer } from './draw-career.ts';
import { drawExtras, drawLanguages, drawSkills, slugOf } from './draw-extras.ts';
import { type Home, pickHome } from './homes.ts';
import { monthOf } from './months.ts';
import { drawPerson, type PersonName } from './people.ts';
import type { ResumeBasics, ResumeBody } from './resume-body.ts';
import { RESUME_WORDS } from './words/all.ts';
import {
  RESUME_LANGUAGES,
  type ResumeDegree,
  type ResumeLanguage,
  TRADES,
  type TradeId,
} from './words/resume-words.ts';

export interface ResumeBodyOptions {
  language?: ResumeLanguage;
  trade?: TradeId;
  /** How many; drawn from 0 to 6 otherwise. */
  jobs?: number;
  /** The year and month that it is written in: `2026-06` when absent. */
  now?: string;
}

export interface MadeResumeBody {
  body: ResumeBody;
  language: ResumeLanguage;
  trade: TradeId;
  home: Home;
  /** The highest. */
  degree: ResumeDegree;
}

/** The same random stream and options give the same body. */
export function makeResumeBody(random: Random, options: ResumeBodyOptions = {}): MadeResumeBody {
  const language = options.language ?? random.pick(RESUME_LANGUAGES);
  const trade = options.trade ?? random.pick(TRADES);
  const words = RESUME_WORDS[language];
  const [year, month] = (options.now ?? '2026-06').split('-').map(Number) as [number, number];
  const now = monthOf(year, month);
  const home = pickHome(random.fork('home'), language);
  const person = drawPerson(random.fork('person'), language);
  const context: CareerContext = {
    words,
    trade,
    home,
    jobs: options.jobs ?? random.pick([0, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6]),
    now,
    grain: random.pick(['month', 'month', 'month', 'month', 'year', 'day']),
    placed: random.chance(0.6),
  };
  const career = drawCareer(random.fork('career'), context);
  const skills = random.chance(0.95) ? drawSkills(random.fork('skills'), context) : [];
  const body: ResumeBody = {
    basics: drawBasics(random.fork('basics'), context, person, career),
    work: career.work,
    education: random.chance(0.97) ? career.education : [],
    skills,
    languages: random.chance(0.75) ? drawLanguages(random.fork('languages'), context, { language, person }) : [],
    ...drawExtras(random.fork('extras'), context, person, now),
  };
  return { body, language, trade, home, degree: career.degree };
}

function drawBasics(random: Random, context: CareerContext, person: PersonName, { work }: Career): ResumeBasics {
  const { words, trade, home } = context;
  const slug = slugOf(person.latin);
  const city = random.pick(home.cities);
  const label = work[0]?.position ?? words.trades[trade].titles[0]!;
  const has = (share: number): boolean => random.chance(share);
  const full = has(0.45);
  const state = city.state === undefined || city.state === '' ? {} : { region: city.state };
  const [skill, other] = random.sample(words.trades[trade].skills, 2) as [string, string];
  return {
    name: person.name,
    ...(has(0.6) ? { label } : {}),
    ...(has(0.95) ? { email: `${slug.replaceAll('-', random.pick(['.', '_', '']))}@${mailHost(random, home)}` } : {}),
    ...(has(0.88) ? { phone: home.phone(random) } : {}),
    ...(has(0.2) ? { url: `https://${random.pick(['www.', ''])}${slug}.${home.topLevel}` } : {}),
    ...(has(0.6) && work.length > 0
      ? { summary: summaryOf(random, context, { title: label, years: yearsOf(work), skill, other }) }
      : {}),
    ...(has(0.9)
      ? {
          location: {
            ...(full ? { address: home.street(random.pick(home.streets), String(random.int(1, 180))) } : {}),
            ...(full ? { postalCode: city.postal } : {}),
            city: city.name,
            ...state,
            ...(has(0.25) ? { countryCode: home.country } : {}),
          },
        }
      : {}),
    ...(has(0.4) ? { profiles: profilesOf(random, slug, trade) } : {}),
  };
}

const mailHost = (random: Random, home: Home): string =>
  random.pick([`mail-post.${home.topLevel}`, 'example.com', 'inbox.example.org', 'posteo.example.net']);

function summaryOf(
  random: Random,
  { words }: CareerContext,
  said: { title: string; years: number; skill: string; other: string },
): string {
  const first = fill(random.pick(words.summaries), said);
  return [first, ...random.sample(words.closings, random.int(0, 2))].join(' ');
}

/** Whole years since the first job began. */
function yearsOf(work: Career['work']): number {
  const years = work.map(({ startDate }) => Number(startDate?.slice(0, 4) ?? 2024));
  return Math.max(1, 2026 - Math.min(...years));
}

function profilesOf(random: Random, slug: string, trade: TradeId): NonNullable<ResumeBasics['profiles']> {
  const username = slug.replaceAll('-', '');
  const linkedin = { network: 'LinkedIn', username: slug, url: `https://www.linkedin.com/in/${slug}` };
  const github = { network: 'GitHub', username, url: `https://github.com/${username}` };
  if (trade === 'software' || trade === 'data') return random.chance(0.6) ? [linkedin, github] : [github];
  return [linkedin];
}
