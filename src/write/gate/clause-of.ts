// The words of one clause of a sentence.

import type { Sentence } from './read-text.ts';
import type { Word } from './word.ts';

export const clauseOf = (sentence: Sentence, segment: number): Word[] =>
  sentence.words.filter((word) => word.segment === segment);
