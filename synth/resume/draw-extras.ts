// What résumés hold beside jobs and schools.
import type { Random } from '../random.ts';
import { type CareerContext, tell } from './draw-career.ts';
import { isoOf } from './months.ts';
import type { PersonName } from './people.ts';
import type { ResumeBody, ResumeSkill } from './resume-body.ts';
import { JOURNALS, PAPERS, ROOTS, TRADE_FACTS } from './trades.ts';
import { FLUENCIES, type ResumeLanguage, SPOKEN } from './words/resume-words.ts';

/** One list of skills, or groups with their skills as keywords. */
export function drawSkills(random: Random, { words, trade }: CareerContext): ResumeSkill[] {
  const methods = random.sample(words.trades[trade].skills, random.int(3, 6));
  const tools = random.sample(TRADE_FACTS[trade].tools, random.int(2, 7));
  const manner = random.pick(['groups', 'groups', 'flat', 'levels'] as const);
  if (manner === 'groups') {
    return [
      { name: words.skillGroups[0], keywords: methods },
      { name: words.skillGroups[1], keywords: tools },
    ];
  }
  const names = [...methods, ...tools];
  if (manner === 'flat') return names.map((name) => ({ name }));
  return names
    .slice(0, 8)
    .map((name) => ({ name, level: random.pick(words.fluency[random.pick(FLUENCIES.slice(1, 4))]) }));
}

export function drawLanguages(
  random: Random,
  { words }: CareerContext,
  { language, person }: { language: ResumeLanguage; person: PersonName },
): ResumeBody['languages'] {
  const mother = person.mother ?? language;
  const others = random.sample(
    SPOKEN.filter((spoken) => spoken !== mother && spoken !== language && spoken !== 'en'),
    random.int(0, 2),
  );
  const second = mother === language ? [] : [language];
  const third = mother === 'en' || language === 'en' ? [] : (['en'] as const);
  return [...new Set([mother, ...second, ...third, ...others])].map((spoken, i) => ({
    language: words.spoken[spoken],
    ...(random.chance(0.9)
      ? { fluency: random.pick(words.fluency[i === 0 ? 'native' : random.pick(FLUENCIES.slice(1))]) }
      : {}),
  }));
}

/** Most have a few of these, few have them all. */
export function drawExtras(random: Random, context: CareerContext, person: PersonName, now: number) {
  const { words, trade, home, grain } = context;
  const isResearch = trade === 'research';
  const has = (share: number): boolean => random.chance(share);
  const month = (): string => isoOf(now - random.int(3, 90), grain === 'day' ? 'month' : grain, false);
  const year = (): string => isoOf(now - random.int(6, 140), 'year', false);
  const certificates: ResumeBody['certificates'] = has(0.5)
    ? [
        ...random
          .sample(TRADE_FACTS[trade].certificates, random.int(1, 2))
          .map(([name, issuer]) => ({ name, issuer, date: random.chance(0.5) ? month() : year() })),
        ...random.sample(words.certificates, random.int(0, 2)).map((name) => ({ name, date: year() })),
      ]
    : [];
  const projects: ResumeBody['projects'] = has(trade === 'software' || trade === 'data' ? 0.6 : 0.12)
    ? random.sample(ROOTS, random.int(1, 3)).map((root) => ({
        name: `${root} ${random.pick(['Portal', 'Tracker', 'Studio', 'Atlas'])}`,
        ...(has(0.6) ? { description: tell(random, random.pick(words.trades[trade].duties), home) } : {}),
        ...(has(0.5) ? { startDate: year() } : {}),
        ...(has(0.3) ? { url: `https://github.com/${slugOf(person.latin)}/${root.toLowerCase()}` } : {}),
        ...(has(0.4) ? { highlights: [tell(random, random.pick(words.achievements), home)] } : {}),
      }))
    : [];
  const publications: ResumeBody['publications'] = has(isResearch ? 0.95 : 0.04)
    ? random.sample(PAPERS, isResearch ? random.int(2, 6) : 1).map((name) => ({
        name,
        publisher: random.pick(JOURNALS),
        releaseDate: year(),
        ...(has(0.4) ? { url: `https://doi.org/10.5555/${random.digits(6)}` } : {}),
      }))
    : [];
  const awards: ResumeBody['awards'] = has(0.22)
    ? random.sample(words.awards, random.int(1, 2)).map(([title, awarder]) => ({ title, awarder, date: year() }))
    : [];
  const volunteer: ResumeBody['volunteer'] = has(0.22)
    ? random.sample(words.volunteer, random.int(1, 2)).map(([organization, position, did]) => {
        const from = now - random.int(40, 120);
        return {
          organization,
          position,
          startDate: isoOf(from, 'year', false),
          ...(has(0.5) ? { endDate: isoOf(from + random.int(13, 38), 'year', true) } : {}),
          ...(has(0.6) ? { highlights: [tell(random, did, home)] } : {}),
        };
      })
    : [];
  const interests = has(0.4) ? random.sample(words.interests, random.int(2, 4)).map((name) => ({ name })) : [];
  return {
    certificates,
    projects,
    publications,
    awards,
    volunteer,
    interests,
    references: drawReferences(random, context),
  };
}

function drawReferences(random: Random, { words }: CareerContext): ResumeBody['references'] {
  if (!random.chance(0.15)) return [];
  const [request, praise] = words.references as [string, string];
  if (random.chance(0.5)) return [{ reference: request }];
  return [
    {
      name: `${random.pick(['Dr. Helga Brandt', 'Marc Lindqvist', 'Teresa Almeida', 'Piotr Zaleski'])}`,
      reference: praise,
    },
  ];
}

/** A name as part of an address: ASCII letters, digits and hyphens. */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')
    .replace(/þ|Þ/g, 'th')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
