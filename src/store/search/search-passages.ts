// Search: words by BM25 over the inverted index, meaning by vectors, both fused, under the workspace's guard.

import { type Candidate, fuseRankings, type RankedCandidate } from '../../search/fuse-rankings.ts';
import { titleField, wordField } from '../../search/index-item.ts';
import { bestOfItems, highest, type ItemSpace, type Mask, passing, placeOfPassage } from '../../search/item-space.ts';
import { parseQuery } from '../../search/parse-query.ts';
import { type ScoreTable, scoreWords } from '../../search/score-words.ts';
import { MOST_SHOWN, readCursor, type SearchCursor, writeCursor } from '../../search/search-cursor.ts';
import type { SearchAnswer, SearchQuery } from '../../search/search-types.ts';
import type { Trx } from '../database.ts';
import { type CollectionRow, listSearched, type SearchedCollection } from './collections.ts';
import { countFacets } from './count-facets.ts';
import { feedBack } from './feed-back.ts';
import { keepPhrases } from './find-phrases.ts';
import { readItemSpaces } from './item-spaces.ts';
import { findModel } from './models.ts';
import { type NearPassage, nearestPassages, type PassagePlace, similaritiesOf } from './nearest-passages.ts';
import { readPostingsOf } from './postings.ts';
import { type ResolvedQuery, resolveQuery } from './resolve-query.ts';
import { showHits } from './show-hits.ts';

/** Items that each of the two ways brings to the other. */
const MOST_BY_WORDS = 400;
const MOST_BY_MEANING = 200;
/** Texts that the index is asked for at most; it takes no more. */
const MOST_NEAREST = 1000;
/** Up to so many passages each is compared. */
const MOST_COMPARED = 3000;
/** What the words of the title add, against those of the best passage. */
const TITLE_SHARE = 0.8;

/** Items of the workspace's collections that answer a query, best first. Collections that do not exist are passed over. */
export async function searchPassages(trx: Trx, query: SearchQuery): Promise<SearchAnswer> {
  const { workspaceId } = query;
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const wanted = query.collectionIds && new Set(query.collectionIds);
  const all = await listSearched(trx, workspaceId);
  const changing = all.some((row) => row.changing);
  const collections = all.filter((row) => !wanted || wanted.has(row.id));
  const parsed = parseQuery(query.text);
  const asked = await resolveQuery(trx, collections, parsed);
  const spaces = await readItemSpaces(trx, collections, query.filters ?? {});
  if (cursor) closeLaterOnes(spaces, cursor);
  await closeExcluded(trx, { collections, spaces, terms: asked.excluded });
  await keepPhrases(trx, { collections, spaces, phrases: parsed.phrases });

  const { bodies, titles } = scoreBoth(asked, collections);
  const texts = spaces.map((space) => textScores(space, { bodies, titles }));
  const { near, meaning, model } = await findNear(trx, { query, all, collections, spaces, changing });
  const nears = spaces.map((space) => nearItems(space, near));
  const candidates = await feedBack(trx, {
    workspaceId,
    model,
    vector: query.vector,
    near,
    bodies,
    ranked: fuseRankings(spaces.flatMap((space, at) => candidatesOf(space, { text: texts[at]!, near: nears[at]! }))),
  });

  const shown = cursor?.shown ?? new Map<number, Set<number>>();
  const bounds = cursor?.bounds ?? new Map(collections.map((row) => [row.number, row.next_number]));
  const left = candidates.filter((one) => !shown.get(one.collection)?.has(one.item));
  const page = left.slice(0, query.limit);
  const byWords = texts.some((scores) => scores.some((score) => score > 0));
  const found = spaces.map((space, at) => (byWords ? maskOfScores(texts[at]!) : maskOf(space, nears[at]!)));
  return {
    hits: await showHits(trx, {
      workspaceId,
      collections,
      page,
      bodies,
      near,
      terms: termsOf(asked),
      passagesEach: query.passagesEach,
    }),
    total: countFound(spaces, found, candidates.length),
    facets: await countFacets(trx, { collections, names: query.facetNames ?? [], spaces, found }),
    corrections: asked.corrections,
    correctedText: asked.correctedText,
    meaning,
    nextCursor: left.length > page.length ? goOn({ page, shown, bounds }) : null,
  };
}

const termsOf = (asked: ResolvedQuery): Set<string> => new Set(asked.groups.flatMap((group) => group.terms));

/** What came after the first page is not there for the next ones. */
function closeLaterOnes(spaces: readonly ItemSpace[], { bounds }: SearchCursor): void {
  for (const { collection, numbers, open } of spaces) {
    const bound = bounds.get(collection) ?? 0;
    for (let place = 0; place < open.length; place += 1) if (numbers[place]! >= bound) open[place] = 0;
  }
}

async function closeExcluded(
  trx: Trx,
  {
    collections,
    spaces,
    terms,
  }: { collections: readonly SearchedCollection[]; spaces: readonly ItemSpace[]; terms: readonly string[] },
): Promise<void> {
  if (terms.length === 0) return;
  for (const [at, space] of spaces.entries()) {
    for (const field of [wordField, titleField]) {
      const rows = await readPostingsOf(trx, { collection: collections[at]!, field, terms });
      const found = scoreWords([{ terms, weight: 1 }], rows, { count: 1, words: 1 });
      const scores = bestOfItems(space, found);
      for (let place = 0; place < scores.length; place += 1) if (scores[place]! > 0) space.open[place] = 0;
    }
  }
}

interface Scored {
  bodies: ScoreTable;
  titles: ScoreTable;
}

function scoreBoth(asked: ResolvedQuery, collections: readonly CollectionRow[]): Scored {
  const sum = (of: (row: CollectionRow) => number): number => collections.reduce((total, row) => total + of(row), 0);
  return {
    bodies: scoreWords(asked.groups, asked.bodies, {
      count: sum((row) => row.passage_count),
      words: sum((row) => row.word_count),
    }),
    titles: scoreWords(asked.groups, asked.titles, {
      count: sum((row) => row.item_count),
      words: sum((row) => row.title_word_count),
    }),
  };
}

/** The best passage, and a share of the title. */
function textScores(space: ItemSpace, { bodies, titles }: Scored): Float32Array {
  const scores = bestOfItems(space, bodies);
  const title = bestOfItems(space, titles);
  for (let place = 0; place < scores.length; place += 1) scores[place]! += TITLE_SHARE * title[place]!;
  return scores;
}

interface NearAsked {
  query: SearchQuery;
  /** Of the workspace. */
  all: readonly CollectionRow[];
  collections: readonly CollectionRow[];
  spaces: readonly ItemSpace[];
  changing: boolean;
}

interface Near {
  near: NearPassage[];
  meaning: SearchAnswer['meaning'];
  /** Number of the model that took part. */
  model: number | undefined;
}

async function findNear(trx: Trx, { query, all, collections, spaces, changing }: NearAsked): Promise<Near> {
  const { workspaceId, vector } = query;
  const model = query.model === undefined ? undefined : await findModel(trx, { workspaceId, id: query.model });
  const serving = collections.filter((row) => model && row.model === model.number);
  if (!vector || !model || serving.length === 0) return { near: [], meaning: 'none', model: undefined };
  const meaning = serving.length === collections.length ? 'all' : 'some';
  const of = { workspaceId, model: model.number, vector };
  const numbers = serving.map((row) => row.number);
  const searched = spaces.filter((space) => numbers.includes(space.collection));
  const open = searched.reduce((sum, space) => sum + countOpen(space), 0);
  if (open === 0) return { near: [], meaning, model: model.number };
  const total = all.reduce((sum, row) => sum + row.passage_count, 0);
  // Where filters or collections leave few, the nearest of the whole workspace would hold hardly any of them.
  if (open < total && open <= MOST_COMPARED) {
    const near = await similaritiesOf(trx, { ...of, passages: searched.flatMap(openPassages) });
    return {
      near: near.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_BY_MEANING),
      meaning,
      model: model.number,
    };
  }
  const limit = Math.min(MOST_NEAREST, Math.ceil((MOST_BY_MEANING * total) / open));
  const near = await nearestPassages(trx, { ...of, model, collections: numbers, limit, changing });
  return { near, meaning, model: model.number };
}

function countOpen(space: ItemSpace): number {
  const mask = passing(space);
  let count = 0;
  for (let place = 0; place < mask.length; place += 1) {
    if (mask[place] === 1) count += (space.numbers[place + 1] ?? space.end) - space.numbers[place]!;
  }
  return count;
}

function openPassages(space: ItemSpace): PassagePlace[] {
  const mask = passing(space);
  const passages: PassagePlace[] = [];
  for (let place = 0; place < mask.length; place += 1) {
    if (mask[place] === 0) continue;
    const end = space.numbers[place + 1] ?? space.end;
    for (let number = space.numbers[place]!; number < end; number += 1) {
      passages.push({ collection: space.collection, number });
    }
  }
  return passages;
}

/** Place of the item → its nearest passage. */
function nearItems(space: ItemSpace, near: readonly NearPassage[]): Map<number, number> {
  const items = new Map<number, number>();
  for (const { collection, number, similarity } of near) {
    const place = collection === space.collection ? placeOfPassage(space, number) : -1;
    if (place >= 0) items.set(place, Math.max(similarity, items.get(place) ?? -1));
  }
  return items;
}

function candidatesOf(
  space: ItemSpace,
  { text, near }: { text: Float32Array; near: ReadonlyMap<number, number> },
): Candidate[] {
  const mask = passing(space);
  const places = new Set([
    ...highest(text, mask, MOST_BY_WORDS),
    ...[...near.keys()].filter((place) => mask[place] === 1),
  ]);
  return [...places].map((place) => ({
    collection: space.collection,
    item: space.numbers[place]!,
    end: space.numbers[place + 1] ?? space.end,
    textScore: text[place]!,
    similarity: near.get(place) ?? null,
  }));
}

function maskOf({ numbers }: ItemSpace, near: ReadonlyMap<number, number>): Mask {
  const mask = new Uint8Array(numbers.length);
  for (const place of near.keys()) mask[place] = 1;
  return mask;
}

function maskOfScores(scores: Float32Array): Mask {
  const mask = new Uint8Array(scores.length);
  for (let place = 0; place < mask.length; place += 1) if (scores[place]! > 0) mask[place] = 1;
  return mask;
}

function countFound(spaces: readonly ItemSpace[], found: readonly Mask[], candidates: number): number {
  let count = 0;
  spaces.forEach((space, at) => {
    const mask = passing(space);
    for (let place = 0; place < mask.length; place += 1) count += mask[place]! & found[at]![place]!;
  });
  return Math.max(count, candidates);
}

function goOn({ page, shown, bounds }: SearchCursor & { page: readonly RankedCandidate[] }): string | null {
  const next = new Map([...shown].map(([collection, items]) => [collection, new Set(items)]));
  for (const { collection, item } of page) {
    const items = next.get(collection);
    if (items) items.add(item);
    else next.set(collection, new Set([item]));
  }
  const count = [...next.values()].reduce((sum, items) => sum + items.size, 0);
  return count >= MOST_SHOWN ? null : writeCursor({ bounds, shown: next });
}
