// What somebody listed as a skill ("Python (advanced)", "HTML/CSS", "sehr gute Excel-Kenntnisse") to the skills of the taxonomy.
// The words that were written stay: what is not in the taxonomy is a skill all the same.

import { findSkills } from './find-skills.ts';
import type { FoundSkill } from './found-skill.ts';
import type { Taxonomy } from './taxonomy.ts';

export interface NormalizedSkill {
  /** As it was written. */
  raw: string;
  /** By place; none when the taxonomy knows nothing of it. */
  skills: readonly FoundSkill[];
  /** Whether nothing but names of skills and words on how well they are mastered stands there. */
  whole: boolean;
}

/** How well, how long, and what a list calls its members. */
const besides =
  /(?<![\p{L}\p{N}])(?:(?:very|sehr|très|muy) |)(?:good|gute?n?r?|strong|solid|excellent|basic|basics|beginner|intermediate|advanced|expert|proficient|proficiency|fluent|native|working|level|knowledge|skills?|experience|years?|yrs?|jahre?n?|ans|años|kenntnisse?n?|grundkenntnisse|grundlagen|fortgeschritten|fließend|verhandlungssicher|muttersprache|sicher|erfahrung|débutant|intermédiaire|avancé|courant|notions|maîtrise|básico|intermedio|avanzado|fluido|nativo|conocimientos|[abc][12]|and|und|et|y|of|in|with|mit|incl|including|etc)(?![\p{L}\p{N}])/giu;

/** A name that is a common word, too, counts here when it is all that stands there. */
export function normalizeSkill(raw: string, taxonomy: Taxonomy): NormalizedSkill {
  const listed = findSkills(raw, taxonomy, { listed: true });
  const whole = listed.length > 0 && isNothing(withoutNames(raw, listed));
  return whole ? { raw, skills: listed, whole } : { raw, skills: findSkills(raw, taxonomy), whole: false };
}

function withoutNames(raw: string, found: readonly FoundSkill[]): string {
  let rest = '';
  let last = 0;
  for (const { start, end, version } of found) {
    rest += `${raw.slice(last, start)} `;
    last = version?.end ?? end;
  }
  return rest + raw.slice(last);
}

const isNothing = (rest: string): boolean => !/\p{L}/u.test(rest.replace(besides, ' '));
