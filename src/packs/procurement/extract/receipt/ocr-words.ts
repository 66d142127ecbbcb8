// Words as a till prints them and OCR returns them: TOTAI, R0UNDING, CHANCE. Comparison forgives the shapes that are confused.

import { foldText } from '../../../../recognize/labels/tokens.ts';
import { remember } from '../../../../recognize/remember.ts';

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

/** The shape of a word: letters that OCR confuses become one. `TOTAI`, `T0TAL` and `total` share a shape. */
export function shapeOf(word: string): string {
  const folded = foldText(word).replace(/rn/g, 'm').replace(/vv/g, 'w');
  return folded.replace(/[01!|ij5$86q2]/g, (c) => LOOKALIKE[c] ?? c);
}

/** How well a word fits one of a list: 3 = it is the word itself, 2 = its shape, 1 = one letter off in a long word. */
export type Fit = 1 | 2 | 3;

/** Lists of words, each under its name, that can be looked up by shape in one go. */
export interface WordLists<Name extends string> {
  /** The lists that hold the word, or one like it. */
  find(word: string): ReadonlyMap<Name, Fit>;
}

/** Compiles lists given as words parted by white space. */
export function wordLists<Name extends string>(texts: Readonly<Record<Name, string>>): WordLists<Name> {
  const plain = new Map<string, Name[]>();
  const shapes = new Map<string, Name[]>();
  for (const name of Object.keys(texts) as Name[]) {
    for (const word of texts[name].split(/\s+/).filter(Boolean)) {
      addName(plain, foldText(word), name);
      addName(shapes, shapeOf(word), name);
    }
  }
  const long = Map.groupBy(
    [...shapes.keys()].filter((shape) => shape.length >= FUZZY_LENGTH),
    (shape) => firstAndLength(shape),
  );
  return { find: remember((word) => fitsOf(word, { plain, shapes, long })) };
}

function addName<Name>(lists: Map<string, Name[]>, word: string, name: Name): void {
  const names = lists.get(word);
  if (!names) lists.set(word, [name]);
  else if (!names.includes(name)) names.push(name);
}

/** A word one edit away keeps its first letter and changes its length by one at most. */
const firstAndLength = (shape: string, more = 0): number => 64 * shape.charCodeAt(0) + shape.length + more;

interface Compiled<Name> {
  plain: ReadonlyMap<string, readonly Name[]>;
  shapes: ReadonlyMap<string, readonly Name[]>;
  long: ReadonlyMap<number, readonly string[]>;
}

function fitsOf<Name>(word: string, { plain, shapes, long }: Compiled<Name>): ReadonlyMap<Name, Fit> {
  const fits = new Map<Name, Fit>();
  const add = (names: readonly Name[] | undefined, fit: Fit): void => {
    for (const name of names ?? []) if (!fits.has(name)) fits.set(name, fit);
  };
  add(plain.get(word), 3);
  const shape = shapeOf(word);
  if (shape.length < 3) return fits;
  add(shapes.get(shape), 2);
  if (shape.length < FUZZY_LENGTH) return fits;
  for (let more = -1; more <= 1; more++)
    for (const other of long.get(firstAndLength(shape, more)) ?? [])
      if (withinOneEdit(shape, other)) add(shapes.get(other), 1);
  return fits;
}

/** One letter changed, added or lost; the first letter stays, so that `change` is not `orange`. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const skipA = a.length >= b.length ? i + 1 : i;
  const skipB = b.length >= a.length ? i + 1 : i;
  return a.slice(skipA) === b.slice(skipB);
}

/** A small letter before a capital, or letters beyond ASCII, of which the like may hold. */
const MAY_JOIN = /[a-z][A-Z]|[^\0-\x7f]/;

/** Words of a label: letters and digits in runs, folded: `GST@6%` as `gst`, `6`; `TotalQty` as `total`, `qty`. */
export function labelWordsOf(text: string): string[] {
  const parted = MAY_JOIN.test(text) ? text.replace(/(?<=\p{Ll}{2})(?=\p{Lu}\p{L}{2})/gu, ' ') : text;
  return foldText(parted).match(/[\p{L}\d$!|]+/gu) ?? [];
}
