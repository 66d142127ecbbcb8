// What a résumé says for a match: skills, years, the highest degree, languages, place, level. From the paths that are handed in alone.

import { textsOf } from '../../../match/features/values.ts';
import type { Subject } from '../../../match/match-spec.ts';
import { experienceLevels, levelWords } from '../postings/locales/fact-words.ts';
import { type DegreeLevel, findDegree, parseDegree, rankOf } from '../postings/requirements/degrees.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { findSkills } from '../skills/find-skills.ts';

export const skillPaths = [
  'skills[].ids[]',
  'skills[].name',
  'skills[].keywords[]',
  'work[].position',
  'work[].summary',
  'work[].highlights[]',
  'projects[].name',
  'projects[].description',
  'projects[].highlights[]',
  'projects[].keywords[]',
  'certificates[].name',
  'education[].area',
  'basics.summary',
  'basics.label',
] as const;

const listedPaths = ['skills[].name', 'skills[].keywords[]'] as const;
const prosePaths = skillPaths.filter(
  (path) => path !== 'skills[].ids[]' && !(listedPaths as readonly string[]).includes(path),
);
const MOST_TEXTS = 400;

/** Ids of the taxonomy. Listed ids are taken as they are; everything else is looked through. */
export function skillsOfResume(subject: Subject): Set<string> {
  const taxonomy = currentTaxonomy();
  const ids = new Set(textsOf(subject, ['skills[].ids[]']).filter((id) => taxonomy.skills.has(id)));
  const add = (texts: readonly string[], listed: boolean): void => {
    for (const text of texts) for (const { skill } of findSkills(text, taxonomy, { listed })) ids.add(skill.id);
  };
  // "Excel" and "React" are words, too: in a list of skills they are skills.
  add(textsOf(subject, listedPaths).slice(0, MOST_TEXTS), true);
  add(textsOf(subject, prosePaths).slice(0, MOST_TEXTS), false);
  return ids;
}

export const yearsPaths = ['work[].startDate', 'work[].endDate'] as const;

/** Years at work, what overlaps counted once; `open`: a job that goes on, to a day nobody knows. */
export function yearsOfResume(
  subject: Subject,
  today: number | undefined,
): { years: number; open: boolean } | undefined {
  const starts = aligned(subject, 'work[].startDate');
  const ends = aligned(subject, 'work[].endDate');
  let open = false;
  const spans = starts.flatMap((start, i): [number, number][] => {
    const from = yearOf(start, false);
    if (from === undefined) return [];
    const end = yearOf(ends[i], true);
    if (end === undefined) open ||= today === undefined;
    const to = end ?? today ?? from;
    return to >= from && to - from < 60 ? [[from, to]] : [];
  });
  if (spans.length === 0) return undefined;
  spans.sort((a, b) => a[0] - b[0]);
  let years = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans) {
    years += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return { years: Math.round(years * 10) / 10, open };
}

const aligned = (subject: Subject, path: string): unknown[] => {
  const value = subject.values[path];
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
};

/** 2014-09 → 2014.67; a year alone as an end is its end. */
export function yearOf(text: unknown, isEnd: boolean): number | undefined {
  const match = typeof text === 'string' ? /^(\d{4})(?:-(\d{2}))?/.exec(text) : null;
  if (!match) return undefined;
  const month = match[2] ? Number(match[2]) - (isEnd ? 0 : 1) : isEnd ? 12 : 0;
  return Number(match[1]) + Math.min(12, Math.max(0, month)) / 12;
}

export const degreePaths = ['education[].studyType', 'education[].area'] as const;

export function degreeOfResume(subject: Subject): { level: DegreeLevel; said: string } | undefined {
  let best: { level: DegreeLevel; said: string } | undefined;
  for (const said of textsOf(subject, ['education[].studyType'])) {
    const parsed = parseDegree(findDegree(said)?.value ?? shortDegree(said) ?? '');
    if (parsed && (!best || rankOf(parsed.level) > rankOf(best.level))) best = { level: parsed.level, said };
  }
  return best;
}

/** "B.Tech", "MA", "Dipl.-Ing.": abbreviations that a posting would not use. */
function shortDegree(text: string): DegreeLevel | undefined {
  if (/^(?:dr\b|ph\.? ?d|doctor|doktor)/iu.test(text)) return 'doctorate';
  if (
    /^(?:m\.? ?(?:a|s|b\.?a|tech|eng|ed|sc|phil|com|c\.?a)\b|master|mag|dipl|diplom|staatsexamen|bac ?\+ ?5)/iu.test(
      text,
    )
  )
    return 'master';
  if (/^(?:b\.? ?(?:a|s|tech|eng|ed|sc|com|e|b\.?a|c\.?a)\b|bachelor|licen[cz]|grado|laurea)/iu.test(text))
    return 'bachelor';
  if (/^(?:associate|a\.? ?[as]\b|hnd)/iu.test(text)) return 'associate';
  if (/ausbildung|lehre|apprentic|meister|geselle|fachwirt/iu.test(text)) return 'vocational';
  return /abitur|high school|a[- ]levels?|matura|secondary|bachillerato|baccalaur/iu.test(text) ? 'school' : undefined;
}

/** The level that the title of the latest position, or the headline, names. */
export function levelOfText(text: string): number | undefined {
  const named = levelWords.find(([, pattern]) => pattern.test(text))?.[0];
  return named === undefined ? undefined : experienceLevels.indexOf(named);
}
