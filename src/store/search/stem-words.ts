// Words → terms of the index, by the Snowball stemmers that PostgreSQL brings.

import { sql } from 'kysely';
import { foldAccents } from '../../search/split-words.ts';
import { stemmerOf } from '../../search/stemmers.ts';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';

/** Of a word: its term, or null for a word that says nothing in its language (the, und, le). */
export type Stems = ReadonlyMap<string, string | null>;

/** Stemming is a pure function of language and word: what was asked once is not asked again. */
const known = new Map<string, Map<string, string | null>>();
const MOST_KNOWN = 20_000;

export async function stemWords(trx: Trx, language: string | null, words: Iterable<string>): Promise<Stems> {
  const stemmer = stemmerOf(language);
  const stems = new Map<string, string | null>();
  if (!stemmer) {
    for (const word of words) stems.set(word, foldAccents(word));
    return stems;
  }
  const memory = known.get(stemmer) ?? new Map<string, string | null>();
  known.set(stemmer, memory);
  const unknown: string[] = [];
  for (const word of words) {
    if (stems.has(word)) continue;
    const stem = memory.get(word);
    // Numbers and codes are nobody's language.
    if (/\p{N}/u.test(word)) stems.set(word, foldAccents(word));
    else if (stem !== undefined) stems.set(word, stem);
    else {
      stems.set(word, null);
      unknown.push(word);
    }
  }
  if (unknown.length === 0) return stems;
  const asked = unknown.map(cleanText);
  const { rows } = await sql<{
    stem: string[] | null;
  }>`select to_json(ts_lexize(${stemmer}::regdictionary, w.word)) as stem
    from unnest(${asked}::text[]) with ordinality w (word, place) order by w.place`.execute(trx);
  if (memory.size + unknown.length > MOST_KNOWN) memory.clear();
  unknown.forEach((word, index) => {
    const found = rows[index]!.stem;
    const stem = found === null ? foldAccents(word) : found[0] === undefined ? null : foldAccents(found[0]);
    stems.set(word, stem);
    memory.set(word, stem);
  });
  return stems;
}
