// How alike two texts are, letter by letter.

import { remembered } from './remembered.ts';
import { foldText } from './words.ts';

const PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/** Jaro-Winkler, 0–1: for names and single words. */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const jaro = jaroOf(left, right);
  let same = 0;
  while (same < PREFIX && same < left.length && left[same] === right[same]) same++;
  return jaro + same * PREFIX_WEIGHT * (1 - jaro);
}

function jaroOf(left: string, right: string): number {
  if (left.length === 0 || right.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Array<boolean>(right.length).fill(false);
  const matched: string[] = [];
  for (let i = 0; i < left.length; i++) {
    const end = Math.min(right.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (taken[j] || left[i] !== right[j]) continue;
      taken[j] = true;
      matched.push(left[i]!);
      break;
    }
  }
  if (matched.length === 0) return 0;
  let swapped = 0;
  let at = 0;
  for (let j = 0; j < right.length; j++) if (taken[j] && right[j] !== matched[at++]) swapped++;
  const m = matched.length;
  return (m / left.length + m / right.length + (m - swapped / 2) / m) / 3;
}

const trigramsOf = remembered((text: string): ReadonlySet<string> => {
  const padded = `  ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  return found;
});

/** Dice coefficient of the trigrams, 0–1: for texts whose words are broken or joined. */
export function trigramLikeness(left: string, right: string): number {
  const a = trigramsOf(left);
  const b = trigramsOf(right);
  let both = 0;
  for (const gram of a) if (b.has(gram)) both++;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
