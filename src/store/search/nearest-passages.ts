// Passages nearest to a vector, by one model's vectors alone.

import { type RawBuilder, sql } from 'kysely';
import { readHalfVector } from '../../search/half-floats.ts';
import { mostLike, mostLikeBySize } from '../../search/vector-codes.ts';
import type { Trx } from '../database.ts';
import { embeddingOf, vectorsOfModel } from '../migrations/vector-index.ts';
import type { KnownModel } from './models.ts';
import { hashAt, type KnownCodes, knowCodes } from './vector-codes.ts';
import { EXACT_UP_TO, hasVectorIndex } from './vector-index.ts';
import { vectorText } from './vectors.ts';

export interface NearPassage {
  collection: number;
  /** Number of the passage. */
  number: number;
  similarity: number;
  /** Its own, where it was read. */
  vector?: Float32Array;
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
/** Of vectors that are looked for by their codes so many times more than wanted are looked at by sizes, and so many at least. */
const BY_SIZE = 4;
const LEAST_BY_SIZE = 800;
/** And so many times more than wanted are compared themselves: each lies in a page of the database of its own. */
const COMPARED = 1.3;

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
        : nearestOf(question, asked, hashesLike(vector, codes, limit));
  const { rows } = await sql<{ similarity: number; vector: Uint8Array; places: [number, number][] | null }>`
    select -v.distance as similarity, halfvec_send(v.embedding) as vector, (
      select json_agg(json_build_array(p.collection, p.number)) from (select collection, number from search_passages
        where workspace_id = ${workspaceId} and hash = v.hash and collection = any (${[...collections]}::integer[])
        order by collection, number limit ${MOST_OF_ONE_TEXT}) p) as places
    from (${nearest}) v`.execute(trx);
  return rows
    .flatMap(({ similarity, vector: bytes, places }) => {
      const own = readHalfVector(bytes);
      return (places ?? []).map(([collection, number]) => ({ collection, number, similarity, vector: own }));
    })
    .sort((a, b) => b.similarity - a.similarity || a.collection - b.collection || a.number - b.number);
}

function hashesLike(vector: Float32Array, codes: KnownCodes, limit: number): string[] {
  const places = mostLike(vector, codes, Math.max(LEAST_BY_SIZE, BY_SIZE * limit));
  const found = mostLikeBySize(vector, { ...codes, places }, Math.ceil(COMPARED * limit));
  return [...new Set(found.map((place) => hashAt(codes, place)))];
}

type Asked = RawBuilder<unknown>;

const nearestOfAll = ({ workspaceId, model, limit }: NearQuestion, asked: Asked): RawBuilder<unknown> => sql`
  select hash, embedding, embedding <#> ${asked} as distance from search_vectors
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
  return sql`select hash, embedding, ${embedding} <#> ${asked} as distance from search_vectors
    where ${vectorsOfModel({ workspaceId, model: model.number })}
    order by ${embedding} <#> ${asked} limit ${limit}`;
}

const nearestOf = (
  { workspaceId, model, limit }: NearQuestion,
  asked: Asked,
  hashes: readonly string[],
): RawBuilder<unknown> => sql`
  select v.hash, v.embedding, v.embedding <#> ${asked} as distance
  from unnest(${[...hashes]}::uuid[]) k (hash)
  cross join lateral (select hash, embedding from search_vectors
    where workspace_id = ${workspaceId} and model = ${model.number} and hash = k.hash offset 0) v
  order by 3 limit ${limit}`;

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

export interface PassageVector extends PassagePlace {
  vector: Float32Array;
}

/** Those without one are left out. */
export async function readVectors(trx: Trx, of: OfPassages): Promise<PassageVector[]> {
  if (of.passages.length === 0) return [];
  const { rows } = await sql<PassagePlace & { vector: Uint8Array }>`
    select k.collection, k.number, halfvec_send(v.embedding) as vector from ${vectorsOf(of)}`.execute(trx);
  return rows.map((row) => ({ ...row, vector: readHalfVector(row.vector) }));
}

/** Each looked up by its keys: a join may be planned otherwise where the database has no statistics yet. */
const vectorsOf = ({ workspaceId, model, passages }: OfPassages): RawBuilder<unknown> => sql`
  unnest(${passages.map((one) => one.collection)}::integer[], ${passages.map((one) => one.number)}::integer[])
    k (collection, number)
  cross join lateral (select hash from search_passages where workspace_id = ${workspaceId}
    and collection = k.collection and number = k.number offset 0) p
  cross join lateral (select embedding from search_vectors where workspace_id = ${workspaceId}
    and model = ${model} and hash = p.hash offset 0) v`;
