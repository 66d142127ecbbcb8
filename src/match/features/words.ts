// Texts as words: what generic comparisons of text stand on.

import { foldText as fold } from '../../document/fold-text.ts';
import { remembered } from './remembered.ts';

const wordPattern = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;
/** Longer texts are compared by their beginning. */
const MOST_CHARS = 4000;

/** Lower case, without accents, ligatures and width. */
export const foldText = remembered((text: string): string => fold(text.slice(0, MOST_CHARS)));

/** Words and numbers, `2.5` as one; in order, doubles kept. */
export const wordsOf = remembered((text: string): readonly string[] => foldText(text).match(wordPattern) ?? []);

/** Letters and digits alone: `MDR-XB40 EX` and `mdrxb40ex` are the same. */
export const squashed = remembered((text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, ''));
