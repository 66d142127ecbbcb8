// Skills that a job asks for against what the text says and what its sources say: said, known but not said, or not in the record.

import type { Json } from '../../../document/value.ts';
import type { AssessedSpan, Suggestion, Wanted } from '../../../write/assessment.ts';
import type { GateSource } from '../../../write/gate/gate-source.ts';
import { HAS } from '../match/fit-features.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { findSkills } from '../skills/find-skills.ts';
import { relateSkills } from '../skills/relate-skills.ts';
import type { AskedSkill } from './asked-of-text.ts';

export interface PlacedSkill {
  id: string;
  span: AssessedSpan;
}

export function skillsInSources(sources: readonly GateSource[]): PlacedSkill[] {
  return sources
    .filter(({ hidden }) => !hidden)
    .flatMap(({ id, text, subject }) => skillsIn(text, { source: id }, subject === 'skills'));
}

/** Of every text of a body; `skills[…]` is a list of names. */
export const skillsInBody = (body: Json): PlacedSkill[] =>
  textsIn(body).flatMap(({ path, text }) => skillsIn(text, { path }, path.startsWith('skills[')));

function skillsIn(text: string, where: Pick<AssessedSpan, 'path' | 'source'>, listed: boolean): PlacedSkill[] {
  return findSkills(text, currentTaxonomy(), { listed }).map(({ skill, start, end, text: said }) => ({
    id: skill.id,
    span: { ...where, start, end, text: said },
  }));
}

export function textsIn(value: Json, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, i) => textsIn(one, `${path}[${i}]`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, path === '' ? name : `${path}.${name}`));
}

export function wantedSkills(
  asked: readonly AskedSkill[],
  { body, sources }: { body: Json; sources: readonly GateSource[] },
): Wanted[] {
  const [inBody, inSources] = [skillsInBody(body), skillsInSources(sources)];
  return asked.map(({ id, label, level }): Wanted => {
    const said = inBody.find((one) => one.id === id);
    if (said) return { name: label, level, state: 'said', span: said.span };
    const known = inSources.find((one) => one.id === id);
    if (known) return { name: label, level, state: 'unsaid', span: known.span };
    const related = nearestTo(id, [...inSources, ...inBody]);
    if (!related) return { name: label, level, state: 'absent' };
    return { name: label, level, state: 'unsaid', span: related.span, note: `It follows from “${related.span.text}”.` };
  });
}

function nearestTo(wanted: string, skills: readonly PlacedSkill[]): PlacedSkill | undefined {
  const ranked = skills
    .map((skill) => ({ skill, share: relateSkills(currentTaxonomy(), { has: skill.id, wanted }) }))
    .filter(({ share }) => share >= HAS)
    .sort((a, b) => b.share - a.share);
  return ranked[0]?.skill;
}

/** Where a word of the description would stand: said under another name, or known and unsaid. */
export function suggestKeywords(asked: readonly AskedSkill[], wanted: readonly Wanted[], place: string): Suggestion[] {
  return asked.flatMap(({ text, label }, i): Suggestion[] => {
    const { state, span, note } = wanted[i]!;
    if (!span || state === 'absent') return [];
    if (state === 'said') {
      if (span.text.toLowerCase() === text.toLowerCase() || span.text.toLowerCase() === label.toLowerCase()) return [];
      return [{ keyword: text, path: span.path ?? place, why: `The job calls “${span.text}” “${text}”.` }];
    }
    const why = note
      ? `The job asks for it. ${note} Say it if it is so; it is not written by itself.`
      : `The job asks for it, and the record proves it: “${span.text}”.`;
    return [{ keyword: text, path: place, why }];
  });
}
