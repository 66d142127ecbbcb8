// How many words of a text job titles are made around: what résumés and postings tell titles by.

import { foldText } from '../../../document/fold-text.ts';
import { titleEndings, titleHeads, titleStems } from './job-titles.ts';

/** Before the ending of a compound: "Bauleiter", not "Leiter". */
const LEAST_BEFORE = 3;
/** Of women and of several: "Entwicklerin", "Entwicklerinnen", "Monteuren". */
const INFLECTION = /(?:innen|in|en|n)$/u;

export function countTitleWords(text: string): number {
  let count = 0;
  for (const word of foldText(text).match(/\p{L}[\p{L}-]*/gu) ?? []) if (isTitleWord(word)) count++;
  return count;
}

function isTitleWord(word: string): boolean {
  if (isHead(word) || titleStems.some((stem) => word.startsWith(stem))) return true;
  if (isCompound(word) || isCompound(word.replace(INFLECTION, ''))) return true;
  return word.includes('-') && word.split('-').some(isHead);
}

const isHead = (word: string): boolean =>
  titleHeads.has(word) ||
  (word.endsWith('in') && titleHeads.has(word.slice(0, -2))) ||
  (word.length > 5 && word.endsWith('s') && titleHeads.has(word.slice(0, -1)));

const isCompound = (word: string): boolean =>
  titleEndings.some((end) => word.length >= end.length + LEAST_BEFORE && word.endsWith(end));
