// "Did you mean …": the known word nearest to what was typed.

import { editDistance } from '../document/edit-distance.ts';

/** The nearest of `known` (in small letters) within a third of its letters, at most `mostEdits`; or undefined. */
export function suggest(typed: string, known: readonly string[], mostEdits = 3): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const most = Math.min(mostEdits, Math.max(1, Math.ceil(word.length / 3)));
    const distance = editDistance(typed.toLowerCase(), word, most);
    if (distance <= most && distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}
