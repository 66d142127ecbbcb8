// Postings made for one person, whose fit is therefore known: all that is asked for is there, or one thing is not.
import type { Random } from '../random.ts';
import type { MadeResumeBody } from '../resume/make-resume-body.ts';
import { ROOTS, TRADE_FACTS } from '../resume/trades.ts';
import { RESUME_WORDS } from '../resume/words/all.ts';
import { DEGREE_LEVELS, SPOKEN, type Spoken, TRADES } from '../resume/words/resume-words.ts';
import { makePostingBody } from './make-posting-body.ts';
import type { FitKind, KnownBand, KnownFit, PostingBody, PostingWish } from './posting-body.ts';
import { POSTING_LANGUAGES, type PostingLanguage } from './posting-words.ts';

export interface FittingPosting {
  body: PostingBody;
  fit: KnownFit;
}

/** Tools that are learnt from one another in weeks. */
const RELATED: Readonly<Record<string, string>> = {
  PostgreSQL: 'MySQL',
  React: 'Vue.js',
  AWS: 'Azure',
  Java: 'Kotlin',
  'Power BI': 'Tableau',
  TensorFlow: 'PyTorch',
  Tableau: 'Power BI',
  SolidWorks: 'Autodesk Inventor',
  CATIA: 'SolidWorks',
  Salesforce: 'HubSpot CRM',
  DATEV: 'Lexware',
};
const BANDS: Readonly<Record<FitKind, KnownBand>> = {
  strong: 'strong',
  related: 'strong',
  'skills-missing': 'partial',
  'years-short': 'partial',
  'degree-missing': 'partial',
  'language-missing': 'partial',
  'other-place': 'partial',
  'other-trade': 'weak',
};

/**
 * undefined where the person gives no ground for it: nobody falls short of years without a job, and for a résumé in a
 * language that postings are not made in there is none at all.
 */
export function makeFitting(random: Random, made: MadeResumeBody, kind: FitKind): FittingPosting | undefined {
  const language = POSTING_LANGUAGES.find((known) => known === made.language);
  const person = language && aboutPerson(made);
  if (!language || !person || person.skills.length < 4) return undefined;
  const base = strongWish(random.fork('wish'), made, person);
  const changed = change(random.fork(kind), { made, person, language, base, kind });
  if (!changed) return undefined;
  const body = makePostingBody(random.fork('body'), language, changed.wish);
  const texts = new Set(changed.lacks);
  const missing = body.demands
    .filter(
      ({ kind: of, level, skill, value }) =>
        level === 'must' && (texts.has(skill ?? '') || texts.has(value ?? '') || texts.has(of)),
    )
    .map(({ kind: of, text }) => ({ kind: of, text }));
  return { body, fit: { kind, band: BANDS[kind], missing } };
}

interface Person {
  skills: string[];
  years: number;
  speaks: Spoken[];
}

function aboutPerson({ body, language }: MadeResumeBody): Person {
  const words = RESUME_WORDS[language];
  const starts = body.work.flatMap(({ startDate }) => (startDate === undefined ? [] : [Number(startDate.slice(0, 4))]));
  const named = new Set(body.languages.map((one) => one.language));
  return {
    skills: body.skills.flatMap(({ name, keywords }) => keywords ?? [name]),
    years: starts.length === 0 ? 0 : 2026 - Math.min(...starts),
    speaks: SPOKEN.filter((spoken) => named.has(words.spoken[spoken])),
  };
}

/** Asks for what is there, and for no more. */
function strongWish(
  random: Random,
  { body, trade, home, degree, language }: MadeResumeBody,
  person: Person,
): PostingWish {
  const drawn = random.sample(person.skills, 5);
  const spoken = person.speaks.filter(
    (one) => one === language && body.languages[0]?.language === RESUME_WORDS[language].spoken[one],
  );
  return {
    trade,
    title: body.work[0]?.position ?? RESUME_WORDS[language].trades[trade].titles[0]!,
    must: drawn.slice(0, 3),
    nice: drawn.slice(3),
    ...(person.years >= 3 ? { years: Math.max(1, Math.floor(person.years / 2)) } : {}),
    ...(body.education.length > 0 ? { degree } : {}),
    languages: spoken.map((one) => ({ spoken: one, level: 'B2' as const })),
    city: body.basics.location?.city ?? home.cities[0]!.name,
    country: home.country,
    currency: 'EUR',
  };
}

interface Change {
  made: MadeResumeBody;
  person: Person;
  language: PostingLanguage;
  base: PostingWish;
  kind: FitKind;
}

/** The wish with one thing changed, and what the person lacks of it: a skill, a normalised value or a kind. */
function change(
  random: Random,
  { made, person, language, base, kind }: Change,
): { wish: PostingWish; lacks: readonly string[] } | undefined {
  const { trade, degree, body } = made;
  switch (kind) {
    case 'strong':
      return { wish: base, lacks: [] };
    case 'related': {
      const known = person.skills.find((skill) => skill in RELATED && !person.skills.includes(RELATED[skill]!));
      if (known === undefined) return undefined;
      const others = base.must.filter((skill) => skill !== known).slice(0, 2);
      return { wish: { ...base, must: [RELATED[known]!, ...others] }, lacks: [] };
    }
    case 'skills-missing': {
      const lacks = random.sample(foreignSkills(made, language), 2);
      return { wish: { ...base, must: [...base.must.slice(0, 2), ...lacks] }, lacks };
    }
    case 'years-short':
      if (person.years < 1 || person.years > 8) return undefined;
      return { wish: { ...base, years: person.years * 2 + 4 }, lacks: ['years'] };
    case 'degree-missing': {
      const higher = DEGREE_LEVELS.slice(Math.max(2, DEGREE_LEVELS.indexOf(degree) + 1), 4)[0];
      if (higher === undefined || body.education.length === 0) return undefined;
      return { wish: { ...base, degree: higher }, lacks: ['degree'] };
    }
    case 'language-missing': {
      if (body.languages.length === 0) return undefined;
      const spoken = (['fr', 'it', 'nl', 'es', 'de'] as const).find((one) => !person.speaks.includes(one));
      if (spoken === undefined) return undefined;
      return { wish: { ...base, languages: [{ spoken, level: 'C1' }] }, lacks: ['language'] };
    }
    case 'other-place':
      if (body.basics.location?.city === undefined) return undefined;
      return { wish: { ...base, city: FAR.city, country: FAR.country }, lacks: [] };
    case 'other-trade': {
      const other = random.pick(TRADES.filter((one) => one !== trade && FAMILY[one] !== FAMILY[trade]));
      const { titles, skills } = RESUME_WORDS[language].trades[other];
      const must = [...random.sample(skills, 3), ...random.sample(TRADE_FACTS[other].tools, 1)];
      const { years: _, ...rest } = base;
      return {
        wish: { ...rest, trade: other, title: titles[2]!, must, nice: [] },
        lacks: must.filter((skill) => !person.skills.includes(skill)),
      };
    }
  }
}

/** Nobody's home of ours. */
const FAR = { city: 'Melbourne', country: 'AU' } as const;
/** Trades whose people know much of each other's work. */
const FAMILY: Readonly<Record<string, string>> = {
  software: 'it',
  data: 'it',
  research: 'it',
  sales: 'office',
  marketing: 'office',
  accountant: 'office',
  mechanical: 'technical',
  electrician: 'technical',
};

/** Skills of the trade that the person does not name. */
function foreignSkills({ trade, body }: MadeResumeBody, language: PostingLanguage): string[] {
  const text = JSON.stringify(body);
  const all = [...RESUME_WORDS[language].trades[trade].skills, ...TRADE_FACTS[trade].tools, ...ELSEWHERE];
  return all.filter((skill) => !text.includes(skill) && !ROOTS.includes(skill));
}

/** Named everywhere by the same word. */
const ELSEWHERE = ['Rust', 'COBOL', 'Blender', 'Adobe Illustrator'];
