// Titles printed so tight that they touch ("DESC.IMPORTÂNCIA"), or letter-spaced ones that came out as one word, cut into their titles.

import type { Word } from '../../document/parsed-document.ts';
import { matchTitle, startsTitle, titleRole } from './column-titles.ts';
import { foldTokens } from './fold.ts';

const MIN_LENGTH = 8;
/** Two known words inside one word are mostly a compound ("Warenwert"); three in a row are columns. */
const MIN_PARTS = 3;
/** Shorter ones are found in any word. */
const MIN_PART = 4;

/** The word itself, or its parts from left to right with boxes in proportion to their letters. */
export function splitGluedTitle(word: Word): Word[] {
  if (word.text.length < MIN_LENGTH || /\d/.test(word.text)) return [word];
  const dot = word.text.search(/(?<=\p{L})\.(?=\p{L}{4})/u);
  if (dot > 0) {
    const [left, right] = [word.text.slice(0, dot + 1), word.text.slice(dot + 1)];
    const whole = titleRole(word.text) !== undefined;
    if (!whole && startsKnown(left) && titleRole(right) !== undefined) return cutAt(word, [dot + 1]);
    return [word];
  }
  if (word.text.length < MIN_PARTS * MIN_PART || !/^\p{L}+$/u.test(word.text)) return [word];
  const cuts = segment(word.text);
  return cuts ? cutAt(word, cuts) : [word];
}

/** A title, perhaps with what it counts behind a slash ("PREIS/EINH."). */
function startsKnown(text: string): boolean {
  const tokens = foldTokens(text);
  return matchTitle(tokens, 0, () => true) !== undefined && tokens.every((token) => titleRole(token) !== undefined);
}

/** Where to cut a word that is known titles from end to end, each of another role. */
function segment(text: string): number[] | undefined {
  const folded = foldTokens(text)[0] ?? '';
  if (folded.length !== text.length) return undefined;
  const roles = new Set<string>();
  const cuts: number[] = [];
  let from = 0;
  while (from < text.length) {
    let end = text.length;
    let role: string | undefined;
    for (; end - from >= MIN_PART; end--) {
      const part = folded.slice(from, end);
      role = end - from < text.length && startsTitle(part) ? titleRole([part]) : undefined;
      if (role !== undefined) break;
    }
    if (role === undefined || roles.has(role)) return undefined;
    roles.add(role);
    from = end;
    if (from < text.length) cuts.push(from);
  }
  return cuts.length + 1 >= MIN_PARTS ? cuts : undefined;
}

function cutAt(word: Word, cuts: readonly number[]): Word[] {
  const [x0, y0, x1, y1] = word.box;
  const at = (offset: number): number => x0 + ((x1 - x0) * offset) / word.text.length;
  const edges = [0, ...cuts, word.text.length];
  return edges
    .slice(1)
    .map((end, i) => ({ ...word, text: word.text.slice(edges[i], end), box: [at(edges[i]!), y0, at(end), y1] }));
}
