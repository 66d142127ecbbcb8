// Which skills of the taxonomy a résumé lists. What is printed stays as it is; ids stand beside it, with the place that they come from.

import type { Candidate } from '../../../document/value.ts';
import type { Inference } from '../../../pipeline/pack.ts';
import { currentTaxonomy } from './current-taxonomy.ts';
import { normalizeSkill } from './normalize-skill.ts';

const ID = 'infer/skill-ids';
/** Of a name in longer words ("building REST APIs for banks"), which may be about something else. */
const PART_SCORE = 0.6;

export const skillIds: Inference = {
  id: ID,
  reads: ['skills[].name', 'skills[].keywords[]'],
  writes: ['skills[].ids[]'],
  infer(assignment) {
    const groups = new Map<string, Candidate[]>();
    for (const [path, candidate] of Object.entries(assignment)) {
      const [, group] = /^(skills\[\d+\])\.(?:name$|keywords\[)/.exec(path) ?? [];
      if (group && candidate) groups.set(group, [...(groups.get(group) ?? []), candidate]);
    }
    return [...groups].flatMap(([group, candidates]) => {
      // The name of a group ("Languages", "Tools") is no skill that somebody has.
      const keywords = candidates.filter(({ path }) => path.includes('.keywords['));
      return idsOf(group, keywords.length > 0 ? keywords : candidates);
    });
  },
};

function idsOf(group: string, candidates: readonly Candidate[]): Candidate[] {
  const ids = new Map<string, Omit<Candidate, 'path'>>();
  for (const { value, raw, evidence, score } of candidates) {
    if (typeof value !== 'string') continue;
    const { skills, whole } = normalizeSkill(value, currentTaxonomy());
    for (const { skill } of skills) {
      if (ids.has(skill.id)) continue;
      const signals = { inferred: 1, whole: whole ? 1 : 0 };
      const told = { value: skill.id, raw, origin: 'inferred', evidence, source: ID, signals } as const;
      ids.set(skill.id, { ...told, score: whole ? score : score * PART_SCORE });
    }
  }
  return [...ids.values()].map((told, place) => ({ ...told, path: `${group}.ids[${place}]` }));
}
