// Whether a text says all that a query asks for: every word, phrases word after word, none of the excluded ones. Stricter than a
// search, which ranks what has some of the words: an alert has no second page.

import type { ParsedQuery, QueryWord } from './parse-query.ts';
import { splitWords, type Word } from './split-words.ts';

/** Word → its term; null for a word that says nothing. */
export type Stem = (word: string) => string | null;

export interface TextsToMatch {
  /** Title and passages, each split into its words. */
  texts: readonly (readonly Word[])[];
}

export function wordsToMatch(texts: readonly string[]): TextsToMatch {
  return { texts: texts.map(splitWords) };
}

/** False for a query without a word that says something. */
export function matchesWords({ texts }: TextsToMatch, query: ParsedQuery, stem: Stem): boolean {
  const known = new Set(texts.flatMap((words) => words.map((word) => stem(word.text)).filter((term) => term !== null)));
  const asked = query.words.filter((word) => !word.joined);
  const hasWord = (word: QueryWord): boolean => {
    if (word.begun) return texts.some((words) => words.some((one) => one.text.startsWith(word.text)));
    const term = stem(word.text);
    return term === null || known.has(term);
  };
  if (!asked.some((word) => word.begun || stem(word.text) !== null)) return false;
  if (query.excluded.some((word) => known.has(stem(word.text) ?? ''))) return false;
  if (!asked.every(hasWord)) return false;
  return query.phrases.every((phrase) => texts.some((words) => holdsPhrase(words, phrase, stem)));
}

function holdsPhrase(words: readonly Word[], phrase: readonly Word[], stem: Stem): boolean {
  const wanted = phrase.map((word) => stem(word.text) ?? word.text);
  const there = words.filter((word) => !word.joined).map((word) => stem(word.text) ?? word.text);
  for (let from = 0; from + wanted.length <= there.length; from++) {
    if (wanted.every((term, i) => there[from + i] === term)) return true;
  }
  return false;
}
