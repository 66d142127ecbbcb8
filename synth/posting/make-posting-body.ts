// A posting in words: what is wished for, put the way employers of the language put it.
import { addDays } from '../format.ts';
import type { Random } from '../random.ts';
import { pickHome } from '../resume/homes.ts';
import { ROOTS, TRADE_FACTS } from '../resume/trades.ts';
import { RESUME_WORDS } from '../resume/words/all.ts';
import { type ResumeDegree, TRADES } from '../resume/words/resume-words.ts';
import { fill } from '../trade/manner.ts';
import type { PostingBody, PostingDemand, PostingWish } from './posting-body.ts';
import type { PostingLanguage } from './posting-words.ts';
import { POSTING_WORDS } from './words/all.ts';

/** A wish that nobody in particular was in mind for. */
export function drawWish(random: Random, language: PostingLanguage): PostingWish {
  const trade = random.pick(TRADES);
  const { titles, skills } = RESUME_WORDS[language].trades[trade];
  const home = pickHome(random.fork('home'), language);
  const { tools, degrees } = TRADE_FACTS[trade];
  const step = random.int(0, titles.length - 1);
  const drawn = random.sample([...skills, ...tools], random.int(4, 7));
  const cut = random.int(2, 4);
  return {
    trade,
    title: titles[step]!,
    must: drawn.slice(0, cut),
    nice: random.chance(0.7) ? drawn.slice(cut) : [],
    ...(step > 0 && random.chance(0.8) ? { years: step * 2 + random.int(0, 1) } : {}),
    ...(random.chance(0.75) ? { degree: degrees[0]! } : {}),
    languages: random.chance(0.6)
      ? [{ spoken: language === 'en' ? 'de' : 'en', level: random.pick(['C1', 'B2']) }]
      : [],
    city: random.pick(home.cities).name,
    country: home.country,
    currency: CURRENCIES[home.country] ?? 'EUR',
  };
}

const CURRENCIES: Readonly<Record<string, string>> = { US: 'USD', GB: 'GBP', CH: 'CHF', MX: 'MXN' };

export function makePostingBody(random: Random, language: PostingLanguage, wish: PostingWish): PostingBody {
  const words = POSTING_WORDS[language];
  const { trade, title, city } = wish;
  const trades = RESUME_WORDS[language].trades[trade];
  const root = random.pick(ROOTS);
  const employers = RESUME_WORDS[language].employers[TRADE_FACTS[trade].employers];
  const employer = fill(random.pick(employers), { root, city });
  const posted = addDays('2026-04-01', random.int(0, 55));
  const low = random.int(26, 70) * 1000;
  const email = `jobs@${root.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}.example.com`;
  const told = { employer, city, title, email };
  return {
    language,
    trade,
    title,
    suffix: random.pick(words.suffix),
    employer,
    city,
    country: wish.country,
    employmentType: random.chance(0.8) ? 'FULL_TIME' : 'PART_TIME',
    ...(random.chance(0.5) ? { reference: `${random.letters(2)}-${random.digits(5)}` } : {}),
    posted,
    ...(random.chance(0.4) ? { deadline: addDays(posted, random.int(20, 60)) } : {}),
    ...(random.chance(0.45)
      ? { salary: { min: low, max: low + random.int(4, 18) * 1000, currency: wish.currency } }
      : {}),
    email,
    wanted: fill(random.pick(words.wanted), told),
    ...(random.chance(0.7) ? { about: fill(random.pick(words.about), told) } : {}),
    apply: fill(random.pick(words.apply), told),
    tasks: random
      .sample(trades.duties, random.int(3, 5))
      .map((duty) => fill(duty, { n: random.int(3, 30), p: random.int(4, 30) })),
    demands: demandsOf(random.fork('demands'), language, wish),
    benefits: random.sample(words.benefits, random.int(2, 4)),
  };
}

/** What the type calls the lowest degree that would do. */
const LEVEL: Readonly<Record<ResumeDegree, string>> = {
  school: 'school',
  vocational: 'vocational',
  bachelor: 'bachelor',
  master: 'master',
  doctorate: 'doctorate',
};
const LANGUAGE = { en: 'English', de: 'German', fr: 'French', es: 'Spanish', it: 'Italian', nl: 'Dutch' } as const;

function demandsOf(random: Random, language: PostingLanguage, wish: PostingWish): PostingDemand[] {
  const words = POSTING_WORDS[language];
  const field = RESUME_WORDS[language].trades[wish.trade].area;
  const demands: PostingDemand[] = [];
  if (wish.degree !== undefined) {
    const text = fill(random.pick(words.degree[wish.degree]), { field });
    demands.push({ kind: 'degree', level: 'must', text, value: LEVEL[wish.degree] });
  }
  if (wish.years !== undefined) {
    const text = fill(random.pick(words.years), { n: wish.years, field });
    demands.push({ kind: 'years', level: 'must', text, value: String(wish.years) });
  }
  for (const skill of wish.must)
    demands.push({ kind: 'skill', level: 'must', text: fill(random.pick(words.skill), { skill }), skill });
  for (const { spoken, level } of wish.languages) {
    if (!(spoken in LANGUAGE)) continue;
    const known = spoken as keyof typeof LANGUAGE;
    const named = words.spoken[known];
    const said = fill(random.pick(words.language[level]), { language: named });
    const text = said.charAt(0).toLocaleUpperCase() + said.slice(1);
    demands.push({ kind: 'language', level: 'must', text, value: `${LANGUAGE[known]} ${level}` });
  }
  for (const skill of wish.nice)
    demands.push({ kind: 'skill', level: 'nice', text: fill(random.pick(words.nice), { skill }), skill });
  return demands;
}
