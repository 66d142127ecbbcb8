// The words of one clause of a sentence.

import type { Sentence, Word } from './read-text.ts';

export const clauseOf = (sentence: Sentence, segment: number): Word[] =>
  sentence.words.filter((word) => word.segment === segment);
