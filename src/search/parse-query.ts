// What a person typed → what is asked: words, "phrases", -excluded ones, begun* ones. Anything is a query; nothing is an error.

import { splitWords, type Word } from './split-words.ts';

export interface QueryWord extends Word {
  /** `invoi*`: the word is only begun. */
  begun?: true;
}

export interface ParsedQuery {
  /** The text that was looked at: at most 2 000 characters of what was typed. Places are places in it. */
  text: string;
  /** What is looked for, phrases' words included. */
  words: QueryWord[];
  /** Each must occur, word after word. */
  phrases: Word[][];
  /** None of them may occur. */
  excluded: Word[];
}

const LONGEST_QUERY = 2000;
const MOST_WORDS = 64;
const parts = /(?<!\S)(-?)"([^"]*)"?|(?<!\S)-(?=[\p{L}\p{N}])(\S+)|\S+/gu;

export function parseQuery(typed: string): ParsedQuery {
  const text = typed.slice(0, LONGEST_QUERY).toWellFormed().replaceAll('\u0000', ' ');
  const query: ParsedQuery = { text, words: [], phrases: [], excluded: [] };
  for (const match of text.matchAll(parts)) {
    const [all, minus, quoted, unwanted] = match;
    const words = splitWords(all).map((word) => ({
      ...word,
      start: word.start + match.index,
      end: word.end + match.index,
    }));
    if (words.length === 0) continue;
    if (unwanted !== undefined || minus === '-') {
      query.excluded.push(...words);
    } else if (quoted !== undefined) {
      query.words.push(...words);
      const phrase = words.filter((word) => !word.joined);
      if (phrase.length > 0) query.phrases.push(phrase);
    } else {
      const last = words.at(-1)!;
      if (all.endsWith('*') && last.end === match.index + all.length - 1) {
        query.words.push(...words.slice(0, -1), { ...last, begun: true });
      } else query.words.push(...words);
    }
  }
  query.words = query.words.slice(0, MOST_WORDS);
  query.excluded = query.excluded.slice(0, MOST_WORDS);
  return query;
}
