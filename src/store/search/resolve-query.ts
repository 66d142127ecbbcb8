// A parsed query → terms of the index: stemmed in each language of the collections, completed when only begun, corrected
// when no item knows a word.

import { titleField, wordField } from '../../search/index-item.ts';
import type { ParsedQuery, QueryWord } from '../../search/parse-query.ts';
import type { TermRow, WordGroup } from '../../search/score-words.ts';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';
import type { SearchedCollection } from './collections.ts';
import { guessWord } from './guess-word.ts';
import { readPostings } from './postings.ts';
import { type Stems, stemWords } from './stem-words.ts';
import { listWordsFrom } from './words.ts';

const MOST_COMPLETIONS = 50;
/** A query is corrected in so many words; one with more unknown words is in another language. */
const MOST_CORRECTED = 4;
/** A guess counts less than what was typed. */
const GUESS = 0.8;

export interface ResolvedQuery {
  groups: WordGroup[];
  /** What the index says of the terms of all groups. */
  bodies: TermRow[];
  titles: TermRow[];
  excluded: string[];
  corrections: { word: string; corrected: string }[];
  correctedText: string | null;
}

export interface AskedWord {
  word: QueryWord;
  terms: string[];
  /** Says nothing in one of the languages at least (the, und, le), so that items of that language do not keep it. */
  common: boolean;
}

export async function resolveQuery(
  trx: Trx,
  collections: readonly SearchedCollection[],
  query: ParsedQuery,
): Promise<ResolvedQuery> {
  const asked = await termsOfWords(trx, collections, query.words);
  const index = await readBoth(
    trx,
    collections,
    asked.flatMap(({ terms }) => terms),
  );
  const known = new Set([...index.bodies, ...index.titles].map((row) => row.term));
  const groups = new Map<string, WordGroup>();
  const unknown: QueryWord[] = [];
  for (const { word, terms, common } of asked) {
    if (terms.length === 0) continue;
    if (!word.begun && !common && !terms.some((term) => known.has(term))) unknown.push(word);
    const key = terms.join(' ');
    groups.set(key, { terms, weight: 1 + (groups.get(key)?.weight ?? 0) });
  }
  const guesses = await guessWords(trx, collections, unknown);
  for (const { terms } of guesses.words) groups.set(`~${terms.join(' ')}`, { terms, weight: GUESS });
  return {
    groups: [...groups.values()],
    bodies: [...index.bodies, ...guesses.bodies.filter((row) => !known.has(row.term))],
    titles: [...index.titles, ...guesses.titles.filter((row) => !known.has(row.term))],
    excluded: (await termsOfWords(trx, collections, query.excluded)).flatMap(({ terms }) => terms),
    corrections: guesses.words.map(({ word, guess }) => ({ word: word.text, corrected: guess })),
    correctedText: guesses.words.length === 0 ? null : replaceWords(query.text, guesses.words),
  };
}

interface GuessedWord extends AskedWord {
  guess: string;
}

/** For each unknown word the first guess that some item knows. */
async function guessWords(
  trx: Trx,
  collections: readonly SearchedCollection[],
  unknown: readonly QueryWord[],
): Promise<{ words: GuessedWord[]; bodies: TermRow[]; titles: TermRow[] }> {
  const asked: { word: QueryWord; guess: string }[] = [];
  for (const word of unknown.slice(0, MOST_CORRECTED)) {
    for (const guess of await guessWord(trx, collections, cleanText(word.text))) asked.push({ word, guess });
  }
  const resolved = await termsOfWords(
    trx,
    collections,
    asked.map(({ word, guess }) => ({ ...word, text: guess })),
  );
  const index = await readBoth(
    trx,
    collections,
    resolved.flatMap(({ terms }) => terms),
  );
  const known = new Set([...index.bodies, ...index.titles].map((row) => row.term));
  const words: GuessedWord[] = [];
  asked.forEach(({ word, guess }, at) => {
    const { terms, common } = resolved[at]!;
    if (terms.some((term) => known.has(term)) && !words.some((one) => one.word === word))
      words.push({ word, guess, terms, common });
  });
  const kept = new Set(words.flatMap(({ terms }) => terms));
  const ofKept = (row: TermRow): boolean => kept.has(row.term);
  return { words, bodies: index.bodies.filter(ofKept), titles: index.titles.filter(ofKept) };
}

export async function termsOfWords(
  trx: Trx,
  collections: readonly SearchedCollection[],
  words: readonly QueryWord[],
): Promise<AskedWord[]> {
  const completions = new Map<QueryWord, string[]>();
  for (const word of words) {
    if (!word.begun) continue;
    const found: string[] = [];
    for (const { workspace_id, number } of collections) {
      const place = { workspaceId: workspace_id, collection: number, letters: word.text, limit: MOST_COMPLETIONS };
      found.push(...(await listWordsFrom(trx, place)));
    }
    completions.set(word, found);
  }
  const all = words.flatMap((word) => completions.get(word) ?? [word.text]);
  const stems: Stems[] = [];
  for (const language of languagesOf(collections)) stems.push(await stemWords(trx, language, all));
  return words.map((word) => {
    const terms = new Set<string>();
    let common = false;
    for (const text of completions.get(word) ?? [word.text]) {
      for (const one of stems) {
        const stem = one.get(text);
        if (stem) terms.add(stem);
        else common = true;
      }
    }
    return { word, terms: [...terms], common };
  });
}

const languagesOf = (collections: readonly SearchedCollection[]): string[] => {
  const languages = [...new Set(collections.flatMap((row) => row.languages))];
  return languages.length > 0 ? languages : [''];
};

async function readBoth(
  trx: Trx,
  collections: readonly SearchedCollection[],
  terms: readonly string[],
): Promise<{ bodies: TermRow[]; titles: TermRow[] }> {
  const index: { bodies: TermRow[]; titles: TermRow[] } = { bodies: [], titles: [] };
  if (terms.length === 0) return index;
  const asked = { fields: [wordField, titleField], terms: [...new Set(terms)] };
  for (const collection of collections) {
    for (const [key, rows] of await readPostings(trx, { collection, ...asked })) {
      const list = key.startsWith(`${wordField}\u0000`) ? index.bodies : index.titles;
      for (const row of rows) list.push(row);
    }
  }
  return index;
}

function replaceWords(text: string, words: readonly GuessedWord[]): string {
  let result = text;
  for (const { word, guess } of words.toSorted((a, b) => b.word.start - a.word.start)) {
    result = result.slice(0, word.start) + guess + result.slice(word.end);
  }
  return result;
}
