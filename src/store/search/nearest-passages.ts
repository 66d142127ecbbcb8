// Passages nearest to a vector, by one model's vectors alone.

import { sql } from 'kysely';
import type { Trx } from '../database.ts';
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

/** Best first. */
export async function nearestPassages(
  trx: Trx,
  { workspaceId, collections, model, vector, limit }: NearQuestion,
): Promise<NearPassage[]> {
  const asked = vectorText(vector, vector.length);
  const { rows } = await sql<NearPassage>`
    select p.collection, p.number, -v.distance as similarity from (
      select hash, embedding <#> ${asked}::halfvec as distance from search_vectors
      where workspace_id = ${workspaceId} and model = ${model}
      order by 2 limit ${limit}) v
    cross join lateral (select collection, number from search_passages
      where workspace_id = ${workspaceId} and hash = v.hash and collection = any (${[...collections]}::integer[])
      order by collection, number limit ${MOST_OF_ONE_TEXT}) p
    order by v.distance, p.collection, p.number`.execute(trx);
  return rows;
}

/** How near these passages are; those without a vector are left out. */
export async function similaritiesOf(
  trx: Trx,
  {
    workspaceId,
    model,
    vector,
    passages,
  }: Pick<NearQuestion, 'workspaceId' | 'model' | 'vector'> & {
    passages: readonly { collection: number; number: number }[];
  },
): Promise<NearPassage[]> {
  if (passages.length === 0) return [];
  const asked = vectorText(vector, vector.length);
  const { rows } = await sql<NearPassage>`
    select p.collection, p.number, -(v.embedding <#> ${asked}::halfvec) as similarity
    from unnest(${passages.map((p) => p.collection)}::integer[], ${passages.map((p) => p.number)}::integer[])
      k (collection, number)
    join search_passages p on p.workspace_id = ${workspaceId} and p.collection = k.collection and p.number = k.number
    join search_vectors v on v.workspace_id = ${workspaceId} and v.model = ${model} and v.hash = p.hash`.execute(trx);
  return rows;
}
