// Do a stated value and a printed one mean the same? By kind of field: a page writes amounts, names and addresses its own way.

import { foldText } from '../../document/fold-text.ts';
import type { Json } from '../../document/value.ts';
import { sameCompany } from '../../recognize/company-names-compare.ts';
import { findUnit } from '../../recognize/units.ts';
import type { FieldKind } from '../pack.ts';

/** Share of words that two texts must have in common to say the same. */
const SAME_TEXT = 0.75;
const SAME_ADDRESS = 0.6;
const SAME_NAME = 0.7;

const codes: ReadonlySet<FieldKind> = new Set([
  'identifier',
  'iban',
  'bic',
  'vatId',
  'email',
  'phone',
  'url',
  'country',
  'currency',
]);

export function sameValue(kind: FieldKind, stated: Json, printed: Json): boolean {
  if (typeof stated === 'number' || typeof printed === 'number') return sameNumber(stated, printed);
  if (typeof stated !== 'string' || typeof printed !== 'string')
    return JSON.stringify(stated) === JSON.stringify(printed);
  if (kind === 'party') return sameCompany(stated, printed) >= SAME_NAME || holdsName(stated, printed);
  if (kind === 'phone') return samePhone(stated, printed);
  if (kind === 'url')
    return (
      bareCode(stated.replace(/^https?:\/\/(?:www\.)?/i, '')) ===
      bareCode(printed.replace(/^https?:\/\/(?:www\.)?/i, ''))
    );
  if (codes.has(kind)) return bareCode(stated) === bareCode(printed);
  if (kind === 'address') return sharedWords(stated, printed) >= SAME_ADDRESS;
  if (kind === 'text') return sameUnit(stated, printed) || sharedWords(stated, printed) >= SAME_TEXT;
  return stated === printed;
}

/** A credit note may print what it gives back with or without a minus. */
function sameNumber(stated: Json, printed: Json): boolean {
  if (typeof stated !== 'number' || typeof printed !== 'number') return false;
  return Math.abs(Math.abs(stated) - Math.abs(printed)) < 0.005;
}

/** Letters and digits alone. */
export function bareCode(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "Herrn Max Muster" and "Max Muster", "GLN 43 Muster GmbH" and "Muster GmbH": every word of the shorter one, two at least. */
function holdsName(a: string, b: string): boolean {
  const fewest = Math.min(wordsOf(a).length, wordsOf(b).length);
  return fewest >= 2 && sharedWords(a, b) === 1;
}

/** One may carry the country's prefix, or a zero in its place. */
function samePhone(stated: string, printed: string): boolean {
  const [a, b] = [stated, printed].map((text) => text.replace(/\D/g, '').replace(/^0+/, '')) as [string, string];
  return a.length >= 5 && b.length >= 5 && (a.endsWith(b) || b.endsWith(a));
}

function sameUnit(stated: string, printed: string): boolean {
  const [a, b] = [findUnit(stated), findUnit(printed)];
  return a !== undefined && a.code === b?.code;
}

export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Of the words of the shorter text, the share that the other has too. */
function sharedWords(a: string, b: string): number {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const there = new Set(long);
  return short.length === 0 ? 0 : short.filter((word) => there.has(word)).length / short.length;
}
