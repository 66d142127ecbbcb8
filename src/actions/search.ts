// Searching what a workspace holds: words and meaning, filters, facets; each hit with the places where it stands.

import { boxesOfSpan, type PassagePlace, type PlacedBox } from '../document/passage.ts';
import { SheafError } from '../errors.ts';
import type { FacetFilter, FacetFilters, SearchAnswer, SearchHit, TextSpan } from '../search/search-types.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { type CollectionRow, ensureCollection, listCollections } from '../store/search/collections.ts';
import { searchPassages } from '../store/search/search-passages.ts';
import { listDocumentsOfHits } from '../store/search-sources.ts';
import { findQueryVector } from './query-vector.ts';
import { placesOf } from './search-items.ts';
import type { Actor, Services } from './services.ts';

/** As callers of actions say them. */
export type SearchFilter = FacetFilter;
export type SearchFilters = FacetFilters;

export interface Search {
  text: string;
  /** Ids, or names; all of the workspace when left out. */
  collections?: readonly string[] | undefined;
  filters: FacetFilters;
  facetNames: readonly string[];
  limit: number;
  /** Of each hit at most; three when left out. */
  passagesEach?: number | undefined;
  cursor?: string | undefined;
}

/** `model`: meaning took part. `fallback`: no model answers. `text-only`: none in time, or it has not read these texts yet. */
export type SearchStatus = 'model' | 'fallback' | 'text-only';

export interface FoundPassage {
  text: string;
  start: number;
  end: number;
  page: number | null;
  highlights: (TextSpan & { boxes: PlacedBox[] })[];
  /** Where the whole passage stands. */
  boxes: PlacedBox[];
  /** Where each part of it stands, line by line. */
  places: PassagePlace[];
}

export interface Found extends Omit<SearchHit, 'passages'> {
  collection: string;
  /** The document that it is, or whose record. */
  documentId: string | null;
  passages: FoundPassage[];
}

export interface SearchResult extends Omit<SearchAnswer, 'hits' | 'meaning'> {
  hits: Found[];
  status: SearchStatus;
}

/** Throws `search.collection-unknown`, `search.cursor-invalid`. */
export async function search(
  { db, nlp }: Pick<Services, 'db' | 'nlp'>,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  { text, collections: wanted, filters, facetNames, limit, passagesEach, cursor }: Search,
): Promise<SearchResult> {
  // Before the transaction: it would hold the only session of the embedded database.
  const asked = await findQueryVector(nlp, text);
  return inWorkspace(db, workspaceId, async (trx) => {
    const collections = await ensureBuiltIn(trx, workspaceId);
    const { hits, meaning, ...answer } = await searchPassages(trx, {
      workspaceId,
      text,
      ...(typeof asked === 'string' ? {} : asked),
      ...(wanted ? { collectionIds: wanted.map((one) => idOf(collections, one)) } : {}),
      filters,
      facetNames,
      limit,
      passagesEach,
      cursor,
    });
    const documents = await listDocumentsOfHits(trx, hits);
    const status = typeof asked === 'string' ? asked : meaning === 'none' ? 'text-only' : 'model';
    const near = hits.filter(isNear);
    const found = near.flatMap((hit) => {
      const documentId = documents.get(`${hit.source.type} ${hit.source.id}`);
      // Gone since it was put in: its job takes it out.
      if (hit.source.type !== 'item' && documentId === undefined) return [];
      const collection = collections.find(({ id }) => id === hit.collectionId)!.name;
      return [{ ...hit, collection, documentId: documentId ?? null, passages: hit.passages.map(showPassage) }];
    });
    // Found by meaning alone, what follows is farther still.
    const isEnd = near.length < hits.length && near.every(({ score }) => score.textRank === null);
    const total = isEnd && cursor === undefined ? near.length : answer.total - (hits.length - near.length);
    return { ...answer, total, ...(isEnd ? { nextCursor: null } : {}), hits: found, status };
  });
}

/** Something is always the nearest, however far: what has none of the words must be about the same. */
const LEAST_SIMILARITY = 0.2;
const isNear = ({ score: { textRank, similarity } }: SearchHit): boolean =>
  textRank !== null || (similarity ?? 0) >= LEAST_SIMILARITY;

/** The collections of the workspace. Before the first document was read, those of documents and records are made here. */
export async function ensureBuiltIn(trx: Trx, workspaceId: string): Promise<CollectionRow[]> {
  const known = await listCollections(trx, workspaceId);
  if (known.filter(({ kind }) => kind !== 'custom').length === 2) return known;
  for (const kind of ['documents', 'records'] as const) await ensureCollection(trx, { workspaceId, kind, name: kind });
  return listCollections(trx, workspaceId);
}

export function idOf(collections: readonly CollectionRow[], wanted: string): string {
  const found = collections.find(({ id, name }) => id === wanted || name === wanted);
  if (!found) throw new SheafError('search.collection-unknown');
  return found.id;
}

function showPassage({ text, start, end, page, highlights, boxes }: SearchHit['passages'][number]): FoundPassage {
  const places = placesOf({ text, boxes });
  return {
    text,
    start,
    end,
    page: page ?? null,
    highlights: highlights.map((span) => ({ ...span, boxes: boxesOfSpan({ text, places }, span.start, span.end) })),
    boxes: boxesOfSpan({ text, places }, 0, text.length),
    places,
  };
}
