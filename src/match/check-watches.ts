// Declarations of watches, checked at start.

import type { MatchableType } from './match-spec.ts';
import type { Watch } from './watch-spec.ts';

const idPattern = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** Throws Error that names every mistake. */
export function checkWatches(watches: readonly Watch[], types: readonly MatchableType[]): void {
  const ids = watches.map(({ id }) => id);
  const mistakes = watches.flatMap((watch, i) => [
    ...(idPattern.test(watch.id) ? [] : [`${watch.id}: its id is not of the form pack/name`]),
    ...(ids.indexOf(watch.id) === i ? [] : [`${watch.id}: is declared twice`]),
    ...(watch.keys.length > 0 ? [] : [`${watch.id}: it has no keys, nothing would ever be compared`]),
    ...watch.types.flatMap((id) => {
      const type = types.find((each) => each.id === id);
      if (!type) return [`${watch.id}: no type ${id}`];
      const known = new Set([
        ...type.fields.map(({ path }) => path),
        ...type.lineFields.map(({ path }) => `lines[].${path}`),
      ]);
      return [
        ...watch.reads
          .filter((path) => !known.has(path))
          .map((path) => `${watch.id} reads ${path}, which ${id} has not`),
        ...watch.keys
          .filter((family) => !Object.hasOwn(family.keys, id))
          .map((family) => `${watch.id}: the keys ${family.id} have none for ${id}`),
      ];
    }),
  ]);
  if (mistakes.length > 0) throw new Error(`The watches are declared wrongly:\n  ${mistakes.join('\n  ')}`);
}
