// "Quoted phrases": passages that hold all their words, looked at word after word in their text.

import { titleField, wordField } from '../../search/index-item.ts';
import { type ItemSpace, type Mask, placeOfPassage } from '../../search/item-space.ts';
import { BLOCK_SIZE, eachBlock, eachPosting } from '../../search/postings.ts';
import { foldAccents, splitWords, type Word } from '../../search/split-words.ts';
import type { Trx } from '../database.ts';
import type { SearchedCollection } from './collections.ts';
import { readPostingsOf } from './postings.ts';
import { type AskedWord, termsOfWords } from './resolve-query.ts';
import { stemWords } from './stem-words.ts';

/** Texts that are looked at for one phrase in one collection; of more, the first of them. */
const MOST_LOOKED_AT = 1000;

/** Closes all items but those in which every phrase occurs, be it in a passage or in the title. */
export async function keepPhrases(
  trx: Trx,
  {
    collections,
    spaces,
    phrases,
  }: { collections: readonly SearchedCollection[]; spaces: readonly ItemSpace[]; phrases: readonly Word[][] },
): Promise<void> {
  for (const phrase of phrases) {
    const asked = await termsOfWords(trx, collections, phrase);
    // Of such words alone the index knows nothing: they are looked for like any others.
    if (asked.every(({ common }) => common)) continue;
    for (const [at, space] of spaces.entries()) {
      const found = await itemsWith(trx, { collection: collections[at]!, space, asked });
      for (let place = 0; place < space.open.length; place += 1) space.open[place]! &= found[place]!;
    }
  }
}

async function itemsWith(
  trx: Trx,
  { collection, space, asked }: { collection: SearchedCollection; space: ItemSpace; asked: readonly AskedWord[] },
): Promise<Mask> {
  const mask = new Uint8Array(space.numbers.length);
  for (const field of [wordField, titleField]) {
    const numbers = await numbersWithAll(trx, { collection, field, asked });
    const open = numbers.filter((number) => space.open[placeOfPassage(space, number)] === 1).slice(0, MOST_LOOKED_AT);
    for (const { number, text, language } of await readTexts(trx, { collection, field, numbers: open })) {
      const place = placeOfPassage(space, number);
      if (place >= 0 && mask[place] === 0 && (await hasPhrase(trx, { text, language, asked }))) mask[place] = 1;
    }
  }
  return mask;
}

/** Numbers of texts that hold every word of the phrase that the index keeps. */
async function numbersWithAll(
  trx: Trx,
  { collection, field, asked }: { collection: SearchedCollection; field: string; asked: readonly AskedWord[] },
): Promise<number[]> {
  const kept = asked.filter(({ common }) => !common);
  const rows = await readPostingsOf(trx, {
    collection,
    field,
    terms: kept.flatMap(({ terms }) => terms),
  });
  let left: Set<number> | undefined;
  for (const { terms } of kept) {
    const numbers = new Set<number>();
    const some = rows.filter(({ term }) => terms.includes(term));
    eachBlock(some, (block, entries) => eachPosting(entries, (at) => numbers.add(block * BLOCK_SIZE + at)));
    left = left ? new Set([...left].filter((number) => numbers.has(number))) : numbers;
  }
  return [...(left ?? [])].sort((a, b) => a - b);
}

async function readTexts(
  trx: Trx,
  { collection, field, numbers }: { collection: SearchedCollection; field: string; numbers: readonly number[] },
): Promise<{ number: number; text: string; language: string | null }[]> {
  if (numbers.length === 0) return [];
  if (field === titleField) {
    return trx
      .selectFrom('search_items')
      .select(['number', 'title as text', 'language'])
      .where('workspace_id', '=', collection.workspace_id)
      .where('collection', '=', collection.number)
      .where('number', 'in', numbers)
      .execute();
  }
  return trx
    .selectFrom('search_passages as p')
    .innerJoin('search_items as i', (join) =>
      join
        .onRef('i.workspace_id', '=', 'p.workspace_id')
        .onRef('i.collection', '=', 'p.collection')
        .onRef('i.number', '=', 'p.item'),
    )
    .select(['p.number', 'p.text', 'i.language'])
    .where('p.workspace_id', '=', collection.workspace_id)
    .where('p.collection', '=', collection.number)
    .where('p.number', 'in', numbers)
    .execute();
}

/** Word after word: by its stem, or as it is written when it is one that is not kept. */
async function hasPhrase(
  trx: Trx,
  { text, language, asked }: { text: string; language: string | null; asked: readonly AskedWord[] },
): Promise<boolean> {
  const words = splitWords(text).filter((word) => !word.joined);
  const stems = await stemWords(
    trx,
    language,
    words.map((word) => word.text),
  );
  const fits = (word: Word, { word: wanted, terms }: AskedWord): boolean => {
    const stem = stems.get(word.text);
    if (stem && terms.includes(stem)) return true;
    return foldAccents(word.text) === foldAccents(wanted.text);
  };
  return words.some((_, from) =>
    asked.every((one, at) => words[from + at] !== undefined && fits(words[from + at]!, one)),
  );
}
