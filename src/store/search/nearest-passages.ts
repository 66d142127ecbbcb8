// Passages nearest to a vector, by one model's vectors alone.

import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../database.ts';
import { embeddingOf, vectorsOfModel } from '../migrations/vector-index.ts';
import { hasVectorIndex } from './vector-index.ts';
import { vectorText } from './vectors.ts';

export interface NearPassage {
  collection: number;
  /** Number of the passage. */
  number: number;
  similarity: number;
}

export interface NearQuestion {
  workspaceId: string;
  collections: readonly number[];
  /** Number of the model, and its vector of the query. */
  model: number;
  vector: Float32Array;
  /** Texts at most; a text may stand in several passages. */
  limit: number;
}

/** Of one text that stands in many passages (a letterhead, a clause) so many are given. */
const MOST_OF_ONE_TEXT = 20;

/** Best first: all compared, or the nearest by HNSW where the workspace has an index. */
export async function nearestPassages(
  trx: Trx,
  { workspaceId, collections, model, vector, limit }: NearQuestion,
): Promise<NearPassage[]> {
  const index = { workspaceId, model };
  const indexed = await hasVectorIndex(trx, index);
  // As many as are wanted must be looked at; where filters of collections leave too few, the index goes on.
  if (indexed) {
    await sql`select set_config('hnsw.ef_search', ${String(limit)}, true),
      set_config('hnsw.iterative_scan', 'relaxed_order', true)`.execute(trx);
  }
  const embedding = indexed ? embeddingOf(vector.length) : sql`embedding`;
  const asked = sql`${vectorText(vector, vector.length)}::halfvec`;
  const { rows } = await sql<NearPassage>`
    select p.collection, p.number, -v.distance as similarity from (
      select hash, ${embedding} <#> ${asked} as distance from search_vectors where ${vectorsOfModel(index)}
      order by ${embedding} <#> ${asked} limit ${limit}) v
    cross join lateral (select collection, number from search_passages
      where workspace_id = ${workspaceId} and hash = v.hash and collection = any (${[...collections]}::integer[])
      order by collection, number limit ${MOST_OF_ONE_TEXT} offset 0) p
    order by v.distance, p.collection, p.number`.execute(trx);
  return rows;
}

export interface PassagePlace {
  collection: number;
  number: number;
}

type OfPassages = Pick<NearQuestion, 'workspaceId' | 'model'> & { passages: readonly PassagePlace[] };

/** How near these passages are; those without a vector are left out. */
export async function similaritiesOf(
  trx: Trx,
  { vector, ...of }: OfPassages & { vector: Float32Array },
): Promise<NearPassage[]> {
  const asked = vectorText(vector, vector.length);
  const { rows } =
    await sql<NearPassage>`select k.collection, k.number, -(v.embedding <#> ${asked}::halfvec) as similarity
    from ${vectorsOf(of)}`.execute(trx);
  return rows;
}

export async function readVectors(trx: Trx, of: OfPassages): Promise<Float32Array[]> {
  const { rows } = await sql<{ embedding: string }>`select v.embedding::text as embedding
    from ${vectorsOf(of)}`.execute(trx);
  return rows.map((row) => Float32Array.from(JSON.parse(row.embedding) as number[]));
}

/** Each looked up by its keys: a join may be planned otherwise where the database has no statistics yet. */
const vectorsOf = ({ workspaceId, model, passages }: OfPassages): RawBuilder<unknown> => sql`
  unnest(${passages.map((one) => one.collection)}::integer[], ${passages.map((one) => one.number)}::integer[])
    k (collection, number)
  cross join lateral (select hash from search_passages where workspace_id = ${workspaceId}
    and collection = k.collection and number = k.number offset 0) p
  cross join lateral (select embedding from search_vectors where workspace_id = ${workspaceId}
    and model = ${model} and hash = p.hash offset 0) v`;
