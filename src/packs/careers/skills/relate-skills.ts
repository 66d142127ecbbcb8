// How far one skill stands for another: what matching a résumé with a job weighs.

import { skillsAbove, type Taxonomy } from './taxonomy.ts';

/** Who knows React knows front-end development; who knows front-end development may know React. Falls with each step. */
const NARROWER = [0.9, 0.7, 0.5];
const BROADER = [0.5, 0.3, 0.2];
/** Who knows React knows JavaScript. */
const NEEDED = 0.8;
const NEEDING = 0.4;
const SIBLING = 0.25;
/** Above a skill with more below it nothing is said: everything is under "Software development". */
const MOST_SIBLINGS = 60;

const children = new WeakMap<Taxonomy, Map<string, number>>();

/** 0–1: 1 for the same skill. Ids that are not in the taxonomy are the same or strangers. */
export function relateSkills(taxonomy: Taxonomy, { has, wanted }: { has: string; wanted: string }): number {
  if (has === wanted) return 1;
  const [from, to] = [taxonomy.skills.get(has), taxonomy.skills.get(wanted)];
  if (!from || !to) return 0;
  const up = skillsAbove(taxonomy, has).get(wanted);
  const down = skillsAbove(taxonomy, wanted).get(has);
  return Math.max(
    up === undefined ? 0 : (NARROWER[up - 1] ?? 0),
    down === undefined ? 0 : (BROADER[down - 1] ?? 0),
    from.requires.includes(wanted) ? NEEDED : 0,
    to.requires.includes(has) ? NEEDING : 0,
    from.related.find(({ id }) => id === wanted)?.strength ?? 0,
    to.related.find(({ id }) => id === has)?.strength ?? 0,
    from.broader.some((id) => to.broader.includes(id) && childrenOf(taxonomy, id) <= MOST_SIBLINGS) ? SIBLING : 0,
  );
}

function childrenOf(taxonomy: Taxonomy, id: string): number {
  let counts = children.get(taxonomy);
  if (!counts) {
    counts = new Map();
    for (const { broader } of taxonomy.skills.values()) {
      for (const parent of broader) counts.set(parent, (counts.get(parent) ?? 0) + 1);
    }
    children.set(taxonomy, counts);
  }
  return counts.get(id) ?? 0;
}
