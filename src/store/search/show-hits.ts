// The items of a page with their best passages and what is to be highlighted in them.

import type { RankedCandidate } from '../../search/fuse-rankings.ts';
import { highlightText } from '../../search/highlight-text.ts';
import type { ScoreTable } from '../../search/score-words.ts';
import type { PassageHit, SearchHit } from '../../search/search-types.ts';
import { foldAccents, splitWords } from '../../search/split-words.ts';
import { languageKey } from '../../search/stemmers.ts';
import type { Trx } from '../database.ts';
import type { CollectionRow } from './collections.ts';
import type { ItemRow } from './items.ts';
import type { NearPassage } from './nearest-passages.ts';
import { type Stems, stemWords } from './stem-words.ts';

const USUAL_PASSAGES = 3;

export interface Shown {
  workspaceId: string;
  collections: readonly CollectionRow[];
  page: readonly RankedCandidate[];
  bodies: ScoreTable;
  near: readonly NearPassage[];
  /** Terms of the words that were asked for. */
  terms: ReadonlySet<string>;
  /** Of each item at most. */
  passagesEach?: number | undefined;
}

interface PassageRow {
  collection: number;
  number: number;
  text: string;
  start_at: number;
  end_at: number;
  page: number | null;
  boxes: PassageHit['boxes'] | null;
}

export async function showHits(trx: Trx, shown: Shown): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  const items = await readItems(trx, shown);
  const best = new Map<ItemRow, { number: number; score: number }[]>();
  for (const item of items.values()) best.set(item, bestPassages(item, shown));
  const passages = await readPassages(trx, shown.workspaceId, best);
  const stems = await stemAll(trx, items.values(), { best, passages, terms: shown.terms });
  for (const one of shown.page) {
    const item = items.get(key(one.collection, one.item));
    if (!item) continue;
    const known = stems.get(languageKey(item.language));
    const wanted = (word: string): boolean => {
      const stem = known?.get(word);
      return (stem !== null && stem !== undefined && shown.terms.has(stem)) || shown.terms.has(foldAccents(word));
    };
    hits.push({
      collectionId: shown.collections.find((row) => row.number === item.collection)!.id,
      itemId: item.id,
      source: { type: item.source_type, id: item.source_id },
      title: item.title,
      titleHighlights: highlightText(item.title, wanted),
      language: item.language,
      facets: item.facets,
      passages: best.get(item)!.flatMap(({ number, score }) => {
        const row = passages.get(key(item.collection, number));
        if (!row) return [];
        return [
          {
            text: row.text,
            start: row.start_at,
            end: row.end_at,
            ...(row.page === null ? {} : { page: row.page }),
            ...(row.boxes ? { boxes: row.boxes } : {}),
            highlights: highlightText(row.text, wanted),
            score,
          },
        ];
      }),
      score: {
        textRank: one.textRank,
        textScore: one.textScore || null,
        meaningRank: one.meaningRank,
        similarity: one.similarity,
        fused: one.fused,
      },
    });
  }
  return hits;
}

const key = (collection: number, number: number): string => `${collection} ${number}`;

async function readItems(trx: Trx, { workspaceId, page }: Shown): Promise<Map<string, ItemRow>> {
  const items = new Map<string, ItemRow>();
  for (const [collection, some] of Map.groupBy(page, (one) => one.collection)) {
    const rows = await trx
      .selectFrom('search_items')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('collection', '=', collection)
      .where(
        'number',
        'in',
        some.map((one) => one.item),
      )
      .execute();
    for (const row of rows) items.set(key(collection, row.number), row);
  }
  return items;
}

/** By both ways together, each against the best that it found in the item; without any, the first passage. */
function bestPassages(
  item: ItemRow,
  { bodies, near, passagesEach = USUAL_PASSAGES }: Shown,
): { number: number; score: number }[] {
  const scores = new Map<number, number>();
  let most = 0;
  for (let number = item.number; number < item.number + item.passage_count; number += 1) {
    most = Math.max(most, bodies.get(item.collection, number));
  }
  for (let number = item.number; most > 0 && number < item.number + item.passage_count; number += 1) {
    const score = bodies.get(item.collection, number);
    if (score > 0) scores.set(number, score / most);
  }
  for (const { collection, number, similarity } of near) {
    if (collection !== item.collection || number < item.number || number >= item.number + item.passage_count) continue;
    scores.set(number, (scores.get(number) ?? 0) + Math.max(0, similarity));
  }
  if (scores.size === 0 && item.passage_count > 0) scores.set(item.number, 0);
  return [...scores]
    .map(([number, score]) => ({ number, score }))
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, passagesEach);
}

async function readPassages(
  trx: Trx,
  workspaceId: string,
  best: ReadonlyMap<ItemRow, readonly { number: number }[]>,
): Promise<Map<string, PassageRow>> {
  const passages = new Map<string, PassageRow>();
  for (const [collection, items] of Map.groupBy(best, ([item]) => item.collection)) {
    const numbers = items.flatMap(([, some]) => some.map(({ number }) => number));
    if (numbers.length === 0) continue;
    const rows = await trx
      .selectFrom('search_passages')
      .select(['collection', 'number', 'text', 'start_at', 'end_at', 'page', 'boxes'])
      .where('workspace_id', '=', workspaceId)
      .where('collection', '=', collection)
      .where('number', 'in', numbers)
      .execute();
    for (const row of rows) passages.set(key(collection, row.number), row);
  }
  return passages;
}

async function stemAll(
  trx: Trx,
  items: Iterable<ItemRow>,
  {
    best,
    passages,
    terms,
  }: {
    terms: ReadonlySet<string>;
    best: ReadonlyMap<ItemRow, readonly { number: number }[]>;
    passages: ReadonlyMap<string, PassageRow>;
  },
): Promise<Map<string, Stems>> {
  const begin = new Set([...terms].map(startOf));
  const stems = new Map<string, Stems>();
  for (const [language, some] of Map.groupBy(items, (item) => languageKey(item.language))) {
    const texts = some.flatMap((item) => [
      item.title,
      ...best.get(item)!.map(({ number }) => passages.get(key(item.collection, number))?.text ?? ''),
    ]);
    // A stem begins as its word does: only words that may be meant are stemmed.
    const words = texts
      .flatMap((text) => splitWords(text).map((word) => word.text))
      .filter((word) => begin.has(startOf(word)));
    stems.set(language, await stemWords(trx, language, words));
  }
  return stems;
}

const startOf = (word: string): string => foldAccents(word).slice(0, 2);
