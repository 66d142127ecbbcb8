// Indexes of vectors that are made while the server runs: one for each model of a workspace that has enough of them. The
// predicate and the dimension must stand in the statement, where no parameter may; nothing but numbers and a UUID goes in.

import { type RawBuilder, sql } from 'kysely';

export interface VectorIndex {
  workspaceId: string;
  /** Number of the model. */
  model: number;
  dimension: number;
}

export function vectorIndexName({ workspaceId, model }: Pick<VectorIndex, 'workspaceId' | 'model'>): string {
  return `search_vectors_${uuid(workspaceId).replaceAll('-', '')}_${whole(model)}_idx`;
}

/** The column as vectors of so many dimensions: in the index and in the queries that use it. */
export function embeddingOf(dimension: number): RawBuilder<unknown> {
  return sql`(embedding::halfvec(${sql.lit(whole(dimension))}))`;
}

/** Which vectors: literally as in the index, so that the planner knows that it holds them all. */
export function vectorsOfModel({
  workspaceId,
  model,
}: Pick<VectorIndex, 'workspaceId' | 'model'>): RawBuilder<unknown> {
  return sql`workspace_id = ${sql.lit(uuid(workspaceId))}::uuid and model = ${sql.lit(whole(model))}`;
}

export function createVectorIndex(
  index: VectorIndex,
  { concurrently }: { concurrently: boolean },
): RawBuilder<unknown> {
  return sql`create index ${concurrently ? sql`concurrently` : sql``} if not exists ${sql.ref(vectorIndexName(index))}
    on search_vectors using hnsw (${embeddingOf(index.dimension)} halfvec_ip_ops) with (m = 16, ef_construction = 64)
    where ${vectorsOfModel(index)}`;
}

export function dropVectorIndex(
  index: Pick<VectorIndex, 'workspaceId' | 'model'>,
  { concurrently }: { concurrently: boolean },
): RawBuilder<unknown> {
  return sql`drop index ${concurrently ? sql`concurrently` : sql``} if exists ${sql.ref(vectorIndexName(index))}`;
}

function uuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new TypeError('not a UUID');
  return text;
}

function whole(number: number): number {
  if (!Number.isInteger(number) || number < 0 || number > 1_000_000) throw new TypeError('not a number of a model');
  return number;
}
