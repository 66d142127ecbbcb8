// A paragraph or bullet of a posting → what it asks for. Pure: the same text gives the same requirements, wherever it stood.

import { splitSentences } from '../../../../recognize/sentences.ts';
import { currentTaxonomy } from '../../skills/current-taxonomy.ts';
import { findSkills } from '../../skills/find-skills.ts';
import type { FoundSkill } from '../../skills/found-skill.ts';
import { findDegree } from './degrees.ts';
import { findLanguages } from './languages.ts';
import { levelIn, saysMust, saysNice, saysOutright } from './level-cues.ts';
import { findPermits } from './permits.ts';
import { findPlaces } from './places.ts';
import type { Requirement, RequirementLevel } from './requirement.ts';
import { findYears } from './years.ts';

export interface RequirementContext {
  /** What the section's title says; undefined = it stands in running text, where only clear sentences count. */
  level: RequirementLevel | undefined;
}

/** A clause that begins with such a word is asked for less than what stands before it. */
const LEADS_NICE =
  /(?:,|;|\(|\s[–—-])\s*(?=(?:and |und |et )?(?:ideally|preferably|bonus|nice to have|desirable|plus points|optional|idealerweise|vorzugsweise|bevorzugt|gerne|bestenfalls|wünschenswert|von vorteil|im idealfall|idéalement|de préférence|preferiblemente|bij voorkeur|preferibilmente|preferencialmente)(?!\p{L}))/giu;
const BREAKS = /;\s+|\s\((?=[^)]{0,80}(?:a plus|von vorteil|preferred|desirable|nice|wünschenswert|bonus|ideal))/giu;

const ADDRESSED =
  /(?<!\p{L})(?:you(?:['’]ve| have| bring| need| must| should| possess| hold| are (?:fluent|experienced|proficient|familiar|comfortable|a (?:licensed|certified|registered)))|candidates?|applicants?|we (?:require|expect|need|look for|are looking for|seek)|we['’]re looking for|required|requires|must (?:have|be|hold|possess)|experience (?:with|in|of|as)|knowledge of|proficien\p{L}+ (?:in|with)|familiar(?:ity)? with|fluen\p{L}+ in|(?:sie|du) (?:haben|verfügen|bringen|besitzen|sprechen|hast|verfügst|bringst|besitzt|sprichst)|erfahrung (?:mit|in|im)|kenntnisse (?:in|im|mit)|vorausgesetzt|erforderlich|voraussetzung|vous (?:avez|êtes|justifiez|disposez|maîtrisez|parlez)|expérience (?:en|dans|de)|maîtrise|se requiere|experiencia (?:en|con)|imprescindible|je hebt|ervaring met|wymagan\p{L}+|esperienza)(?!\p{L})/iu;
const DOES =
  /(?<!\p{L})(?:you will|you['’]ll|we (?:use|build|work with|offer|provide|are a)|our (?:stack|team|product|customers|clients)|wir (?:arbeiten|nutzen|bieten|sind|entwickeln)|we['’]ve|our)(?!\p{L})/iu;
const KNOWS =
  /experien|erfahrung|knowledge|kenntnis|skill|proficien|famil|expertise|expérience|maîtrise|conoc|ervaring|kennis|conoscenz|verständnis|understanding|umgang|hands-on|fluen|working with|esperienza|znajomo|doświad|certif|zertifi/iu;
const MOST_TEXT = 3000;
const MOST_SKILLS = 40;

export function parseRequirements(text: string, context: RequirementContext): Requirement[] {
  if (text.length > MOST_TEXT) return [];
  return splitSentences(text).flatMap(({ start, end }) =>
    clausesOf(text, start, end).flatMap((clause, i) => ofClause(text, clause, context, i > 0)),
  );
}

interface Clause {
  start: number;
  end: number;
}

function clausesOf(text: string, start: number, end: number): Clause[] {
  const sentence = text.slice(start, end);
  const cuts = [...sentence.matchAll(LEADS_NICE), ...sentence.matchAll(BREAKS)]
    .map((match) => ({ at: match.index, after: match.index + match[0].length }))
    .sort((a, b) => a.at - b.at);
  const clauses: Clause[] = [];
  let from = 0;
  for (const { at, after } of cuts) {
    if (at < from) continue;
    if (at > from) clauses.push({ start: start + from, end: start + at });
    from = after;
  }
  clauses.push({ start: start + from, end });
  return clauses.filter((clause) => /\p{L}{2}/u.test(text.slice(clause.start, clause.end)));
}

function ofClause(
  text: string,
  { start, end }: Clause,
  { level: given }: RequirementContext,
  later: boolean,
): Requirement[] {
  const clause = text.slice(start, end);
  const inSection = given !== undefined;
  const cue = levelIn(clause);
  if (!inSection && !(ADDRESSED.test(clause) || saysMust(clause) || saysNice(clause))) return [];
  const years = findYears(clause, inSection);
  const degree = findDegree(clause);
  const languages = findLanguages(clause);
  const permits = findPermits(clause);
  const places = findPlaces(clause);
  const skills = skillsOf(clause);
  const level = cue === 'nice' ? 'nice' : saysOutright(clause) ? 'must' : (given ?? cue ?? 'must');
  const made = (kind: Requirement['kind'], value?: string): Requirement => ({
    kind,
    level,
    start,
    end,
    ...(value === undefined ? {} : { value }),
    skills: kind === 'skill' || kind === 'years' ? labelsOf(skills) : [],
  });
  if (!inSection && cue === undefined && !ADDRESSED.test(clause)) permits.length = 0;
  const found: Requirement[] = [
    ...years.slice(0, 2).map(({ value }) => made('years', value)),
    ...(degree ? [made('degree', degree.value)] : []),
    ...languages.map(({ value }) => made('language', value)),
    ...permits.map(({ value }) => made('permit', value)),
    ...(inSection || saysMust(clause) || cue === 'nice' ? places.map(({ value }) => made('place', value)) : []),
  ];
  const hard = skills.filter(({ skill }) => skill.kind !== 'soft');
  // A field of study is part of the degree, a trade part of the years in it: what counts besides is what has a name of its own.
  const own = found.length === 0 ? hard : hard.filter(({ skill }) => NAMED.has(skill.kind));
  const claims = inSection || (KNOWS.test(clause) && !DOES.test(clause)) || (cue === 'nice' && found.length === 0);
  if (own.length > 0 && claims) found.push(made('skill'));
  else if (found.length === 0 && inSection && !(later && hard.length === 0) && wordsIn(clause) >= 1)
    found.push(made('skill'));
  return found;
}

const NAMED: ReadonlySet<string> = new Set(['language', 'framework', 'tool']);
const wordsIn = (text: string): number => (text.match(/\p{L}{2,}/gu) ?? []).length;

function skillsOf(clause: string): FoundSkill[] {
  return findSkills(clause, currentTaxonomy(), { listed: clause.split(' ').length <= 3 })
    .filter(({ skill }) => skill.kind !== 'human-language')
    .slice(0, MOST_SKILLS);
}

const labelsOf = (found: readonly FoundSkill[]): string[] => [...new Set(found.map(({ skill }) => skill.label))];
