// Words as they are compared: without case, accents and inflection. One rule for all languages: a shared beginning.

import { foldText } from '../../document/fold-text.ts';

const SHORTEST_STEM = 4;
/** Part of the shorter word that must be shared. */
const SHARED = 0.75;

export interface FoldedWord {
  folded: string;
  start: number;
  end: number;
}

export const fold = (text: string): string => foldText(text).replaceAll('ß', 'ss');

/** Runs of letters and digits; what joins them inside a number or code (INV-17, 3.5, C++) belongs to the word. */
export function foldWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-./_#+'’]?[\p{L}\p{N}\p{M}]+)*[+#]*/gu)) {
    words.push({
      folded: fold(match[0]).replace(/['’]s$/, ''),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return words;
}

/** 1: the same word; less: the same beginning (terminate, termination); 0: another word. Codes and numbers are alike or not. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (/\d/.test(one) || /\d/.test(other)) return 0;
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_STEM) return 0;
  let shared = 0;
  while (shared < shorter && one[shared] === other[shared]) shared += 1;
  if (shared < SHORTEST_STEM || shared < SHARED * shorter) return 0;
  // What differs is an ending, not another half of a compound.
  return Math.max(one.length, other.length) - shared <= 5 ? 0.9 : 0.5;
}
