// Words as a till prints them and OCR returns them: TOTAI, R0UNDING, CHANCE. Comparison forgives the shapes that are confused.

import { foldText } from '../../../../recognize/labels/tokens.ts';

const LOOKALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '!': 'l',
  '|': 'l',
  i: 'l',
  j: 'l',
  '5': 's',
  $: 's',
  '8': 'b',
  '6': 'g',
  q: 'g',
  '2': 'z',
};
/** Shorter words differ by one letter too often to be forgiven one. */
const FUZZY_LENGTH = 5;
/** Words remembered per list, so that a long text cannot fill the memory. */
const MOST_KNOWN = 4000;

/** The shape of a word: letters that OCR confuses become one. `TOTAI`, `T0TAL` and `total` share a shape. */
export function shapeOf(word: string): string {
  const folded = foldText(word).replace(/rn/g, 'm').replace(/vv/g, 'w');
  return folded.replace(/[01!|ij5$86q2]/g, (c) => LOOKALIKE[c] ?? c);
}

/** A list of words that can be looked up by shape, forgiving one more letter in long words. */
export interface WordShapes {
  /** 3 = the word itself, 2 = its shape, 1 = one letter off, 0 = not in the list. */
  match(word: string): 0 | 1 | 2 | 3;
}

export function wordShapes(text: string): WordShapes {
  const words = text.split(/\s+/).filter(Boolean);
  const plain = new Set(words.map((word) => foldText(word)));
  const shapes = new Set(words.map(shapeOf));
  const long = [...shapes].filter((shape) => shape.length >= FUZZY_LENGTH);
  const known = new Map<string, 0 | 1 | 2 | 3>();
  return {
    match(word) {
      let answer = known.get(word);
      if (answer === undefined) {
        answer = plain.has(word) ? 3 : matchShape(shapeOf(word), shapes, long);
        if (known.size < MOST_KNOWN) known.set(word, answer);
      }
      return answer;
    },
  };
}

function matchShape(shape: string, shapes: ReadonlySet<string>, long: readonly string[]): 0 | 1 | 2 {
  if (shape.length < 3) return 0;
  if (shapes.has(shape)) return 2;
  return shape.length >= FUZZY_LENGTH && long.some((other) => withinOneEdit(shape, other)) ? 1 : 0;
}

/** One letter changed, added or lost; the first letter stays, so that `change` is not `orange`. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (restA.length === restB.length) return restA.slice(1) === restB.slice(1);
  return restA.length > restB.length ? restA.slice(1) === restB : restA === restB.slice(1);
}

/** Words of a label: letters and digits in runs, folded: `GST@6%` as `gst`, `6`; `TotalQty` as `total`, `qty`. */
export function labelWordsOf(text: string): string[] {
  return foldText(text.replace(/(?<=\p{Ll}{2})(?=\p{Lu}\p{L}{2})/gu, ' ')).match(/[\p{L}\d$!|]+/gu) ?? [];
}
