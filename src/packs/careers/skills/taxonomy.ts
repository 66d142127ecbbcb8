// Skills by id and by what is above and beside them.

import type { Skill } from './skill.ts';

export interface Taxonomy {
  skills: ReadonlyMap<string, Skill>;
}

/** Of two skills with one id the first counts. */
export function createTaxonomy(skills: Iterable<Skill>): Taxonomy {
  const byId = new Map<string, Skill>();
  for (const skill of skills) if (!byId.has(skill.id)) byId.set(skill.id, skill);
  return { skills: byId };
}

/** Everything above a skill, with its distance: 1 is directly above. A circle in what was imported ends by itself. */
export function skillsAbove({ skills }: Taxonomy, id: string): Map<string, number> {
  const above = new Map<string, number>();
  let level = skills.get(id)?.broader ?? [];
  for (let distance = 1; level.length > 0; distance++) {
    const next: string[] = [];
    for (const broader of level) {
      if (broader === id || above.has(broader)) continue;
      above.set(broader, distance);
      next.push(...(skills.get(broader)?.broader ?? []));
    }
    level = next;
  }
  return above;
}

/** Ids of a circle of `broader`, undefined when there is none. */
export function findBroaderCircle({ skills }: Taxonomy): string[] | undefined {
  const done = new Set<string>();
  for (const start of skills.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const stack = [{ id: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      if (top.next === 0) {
        if (onPath.has(top.id)) return [...path.slice(path.indexOf(top.id)), top.id];
        path.push(top.id);
        onPath.add(top.id);
      }
      const broader = done.has(top.id) ? undefined : skills.get(top.id)?.broader[top.next++];
      if (broader !== undefined) {
        stack.push({ id: broader, next: 0 });
        continue;
      }
      done.add(top.id);
      onPath.delete(top.id);
      path.pop();
      stack.pop();
    }
  }
  return undefined;
}
