// Passages nearest to a vector, by one model's vectors alone.

import { type RawBuilder, sql } from 'kysely';
import { mostLike } from '../../search/vector-codes.ts';
import type { Trx } from '../database.ts';
import { embeddingOf, vectorsOfModel } from '../migrations/vector-index.ts';
import type { KnownModel } from './models.ts';
import { hashAt, knowCodes } from './vector-codes.ts';
import { EXACT_UP_TO, hasVectorIndex } from './vector-index.ts';
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
  model: KnownModel;
  /** Of the query, by this model. */
  vector: Float32Array;
  /** Texts at most; a text may stand in several passages. */
  limit: number;
  /** This transaction has changed something, which it may take back: nothing of it may be kept in mind. */
  changing?: boolean;
}

/** Of one text that stands in many passages (a letterhead, a clause) so many are given. */
const MOST_OF_ONE_TEXT = 20;
/** Of vectors that are looked for by their codes so many times more than wanted are compared themselves, and so many at least. */
const LOOKED_AT_AGAIN = 3;
const LEAST_LOOKED_AT = 600;

/** Best first: all compared while they are few; then by HNSW where the workspace has an index, else the most like by their codes. */
export async function nearestPassages(trx: Trx, question: NearQuestion): Promise<NearPassage[]> {
  const { workspaceId, collections, model, vector, limit } = question;
  const codes = question.changing ? undefined : await knowCodes(trx, { workspaceId, model });
  const asked = sql`${vectorText(vector, vector.length)}::halfvec`;
  const nearest =
    !codes || codes.count <= EXACT_UP_TO
      ? nearestOfAll(question, asked)
      : (await hasVectorIndex(trx, { workspaceId, model: model.number }))
        ? await nearestByIndex(trx, question, asked)
        : nearestOf(
            question,
            asked,
            mostLike(vector, codes, Math.max(LEAST_LOOKED_AT, LOOKED_AT_AGAIN * limit)).map((place) =>
              hashAt(codes, place),
            ),
          );
  const { rows } = await sql<NearPassage>`
    select p.collection, p.number, -v.distance as similarity from (${nearest}) v
    cross join lateral (select collection, number from search_passages
      where workspace_id = ${workspaceId} and hash = v.hash and collection = any (${[...collections]}::integer[])
      order by collection, number limit ${MOST_OF_ONE_TEXT} offset 0) p
    order by v.distance, p.collection, p.number`.execute(trx);
  return rows;
}

type Asked = RawBuilder<unknown>;

const nearestOfAll = ({ workspaceId, model, limit }: NearQuestion, asked: Asked): RawBuilder<unknown> => sql`
  select hash, embedding <#> ${asked} as distance from search_vectors
  where ${vectorsOfModel({ workspaceId, model: model.number })} order by embedding <#> ${asked} limit ${limit}`;

async function nearestByIndex(
  trx: Trx,
  { workspaceId, model, vector, limit }: NearQuestion,
  asked: Asked,
): Promise<RawBuilder<unknown>> {
  // As many as are wanted must be looked at; where filters of collections leave too few, the index goes on.
  await sql`select set_config('hnsw.ef_search', ${String(limit)}, true),
    set_config('hnsw.iterative_scan', 'relaxed_order', true)`.execute(trx);
  const embedding = embeddingOf(vector.length);
  return sql`select hash, ${embedding} <#> ${asked} as distance from search_vectors
    where ${vectorsOfModel({ workspaceId, model: model.number })}
    order by ${embedding} <#> ${asked} limit ${limit}`;
}

const nearestOf = (
  { workspaceId, model, limit }: NearQuestion,
  asked: Asked,
  hashes: readonly string[],
): RawBuilder<unknown> => sql`
  select v.hash, v.embedding <#> ${asked} as distance
  from (select distinct hash from unnest(${[...hashes]}::uuid[]) k (hash)) k
  cross join lateral (select hash, embedding from search_vectors
    where workspace_id = ${workspaceId} and model = ${model.number} and hash = k.hash offset 0) v
  order by 2 limit ${limit}`;

export interface PassagePlace {
  collection: number;
  number: number;
}

interface OfPassages {
  workspaceId: string;
  /** Number of the model. */
  model: number;
  passages: readonly PassagePlace[];
}

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
