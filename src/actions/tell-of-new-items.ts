// Tests new items against the saved searches that alert, and tells their makers: once of each thing, in the transaction that found it.

import { may } from '../identity/permissions.ts';
import { matchesFilters } from '../search/match-filters.ts';
import { matchesWords, type TextsToMatch, wordsToMatch } from '../search/match-words.ts';
import { type ParsedQuery, parseQuery } from '../search/parse-query.ts';
import type { FacetFilters, Facets } from '../search/search-types.ts';
import { languageKey } from '../search/stemmers.ts';
import type { Trx } from '../store/database.ts';
import type { Role } from '../store/roles.ts';
import {
  type AlertingSearch,
  listAlertingSearches,
  rememberHit,
  type SavedSearchRow,
} from '../store/saved-searches.ts';
import { stemWords } from '../store/search/stem-words.ts';
import type { Services } from './services.ts';

export interface NewItem {
  collectionId: string;
  item: {
    id: string;
    title: string;
    language: string | null;
    facets: Facets;
    passages: readonly { text: string }[];
  };
  /** What it is about: of a document and its records, the document. */
  subject: string;
}

interface NewItems {
  workspaceId: string;
  /** When they became known: of no use to who saved a search after that. */
  since: Date;
  items: readonly NewItem[];
}

const PAGE = 200;

export async function tellOfNewItems(
  trx: Trx,
  deps: Pick<Services, 'raiseNotice'>,
  { workspaceId, since, items }: NewItems,
): Promise<void> {
  for await (const searches of alertingSearches(trx)) {
    const waiting = searches.filter((search) => search.created_at < since);
    if (waiting.length === 0) continue;
    const queries = new Map(waiting.map((search) => [search.id, parseQuery(search.text)]));
    for (const found of items) {
      const texts = wordsToMatch([found.item.title, ...found.item.passages.map(({ text }) => text)]);
      const stem = await stemmer(trx, found.item.language, texts, [...queries.values()]);
      for (const search of waiting) {
        if (!isSearched(search, found)) continue;
        const isFound = search.text === '' || matchesWords(texts, queries.get(search.id)!, stem);
        if (isFound) await tellOnce(trx, deps, { workspaceId, search, found, way: 'words' });
      }
    }
  }
}

/** Of makers who may search; those of others rest until they may again. */
export async function* alertingSearches(trx: Trx): AsyncGenerator<AlertingSearch[]> {
  let after: string | undefined;
  do {
    const rows = await listAlertingSearches(trx, { after, limit: PAGE });
    yield rows.filter(({ role }) => role !== null && may(role as Role, 'search.read'));
    after = rows.length === PAGE ? rows.at(-1)!.id : undefined;
  } while (after);
}

/** Collections and filters are those of the search. */
export function isSearched(
  search: SavedSearchRow,
  { collectionId, item }: { collectionId: string; item: { facets: Facets } },
): boolean {
  if (search.collection_ids && !search.collection_ids.includes(collectionId)) return false;
  return matchesFilters(item.facets, search.filters as FacetFilters);
}

async function stemmer(trx: Trx, language: string | null, { texts }: TextsToMatch, queries: readonly ParsedQuery[]) {
  const words = new Set(texts.flatMap((text) => text.map((word) => word.text)));
  for (const { words: asked, excluded } of queries) for (const word of [...asked, ...excluded]) words.add(word.text);
  const stems = await stemWords(trx, languageKey(language), words);
  return (word: string) => stems.get(word) ?? null;
}

export interface Found {
  workspaceId: string;
  search: SavedSearchRow;
  found: { collectionId: string; item: { id: string }; subject: string };
  way: 'words' | 'meaning';
}

/** What is collected for the day is told by a job of its own (tell-saved-searches.ts). */
export async function tellOnce(
  trx: Trx,
  { raiseNotice }: Pick<Services, 'raiseNotice'>,
  { workspaceId, search, found, way }: Found,
): Promise<void> {
  const { collectionId, item, subject } = found;
  const atOnce = search.alert === 'immediately';
  const isNew = await rememberHit(trx, workspaceId, {
    savedSearchId: search.id,
    subject,
    collectionId,
    itemId: item.id,
    way,
    toldAt: atOnce ? new Date() : null,
  });
  if (!isNew || !atOnce) return;
  await raiseNotice(trx, {
    workspaceId,
    kind: 'search.new-hits',
    key: `search.new-hits:${search.id}:${subject}`,
    userIds: [search.made_by],
    subject: { type: 'saved-search', id: search.id },
    data: { name: search.name, hits: 1 },
  });
}
