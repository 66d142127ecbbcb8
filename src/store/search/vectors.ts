// Vectors of passages, kept by the hash of their text and the model: the same text is embedded once in a workspace.

import { sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { Trx } from '../database.ts';
import { ensureModel, type SearchModel, settleModels, turnToModel } from './models.ts';
import { type CodePlace, insertCodes, removeCodes, takeBlocks } from './vector-codes.ts';

export interface TextToEmbed {
  hash: string;
  text: string;
}

/** Passages that one look takes in: more and more where all have their vectors already, few where their texts come with them. */
const FIRST_LOOK = 64;
const LONGEST_LOOK = 2000;

/**
 * Texts that the model has not embedded yet, oldest first, each once. An empty answer means that there are none, and then
 * the model answers searches.
 */
export async function passagesWithoutVectors(
  trx: Trx,
  { workspaceId, model, limit }: { workspaceId: string; model: SearchModel; limit: number },
): Promise<TextToEmbed[]> {
  const number = await ensureModel(trx, { workspaceId, model });
  await turnToModel(trx, { workspaceId, number });
  const found = new Map<string, string>();
  const { rows } = await sql<{ collection: number; to: number; end: number }>`
    select number as collection, case when model = ${number}::integer then model_to else next_model_to end as to,
      next_number as end from search_collections where workspace_id = ${workspaceId} order by number`.execute(trx);
  for (const { collection, to, end } of rows) {
    let seen = to;
    let complete = true;
    let size = FIRST_LOOK;
    while (seen < end && found.size < limit) {
      const looked = await look(trx, { workspaceId, collection, number, from: seen, size });
      const missing = looked.find((row) => row.text !== null);
      if (complete)
        await moveMark(trx, { workspaceId, collection, number, to: missing?.number ?? endOf(looked, { size, end }) });
      complete &&= missing === undefined;
      for (const row of looked) if (row.text !== null && found.size < limit) found.set(row.hash, row.text);
      seen = endOf(looked, { size, end });
      size = missing ? FIRST_LOOK : Math.min(LONGEST_LOOK, 4 * size);
    }
    if (found.size >= limit) break;
  }
  if (found.size === 0) await settleModels(trx, workspaceId);
  return [...found].map(([hash, text]) => ({ hash, text }));
}

const endOf = (looked: readonly { number: number }[], { size, end }: { size: number; end: number }): number =>
  looked.length < size ? end : looked.at(-1)!.number + 1;

interface Looked {
  number: number;
  hash: string;
  /** null: it has its vector. */
  text: string | null;
}

/** Each looked up by its key: of a table that has just grown the embedded database has no statistics, and would read all of it. */
async function look(
  trx: Trx,
  {
    workspaceId,
    collection,
    number,
    from,
    size,
  }: { workspaceId: string; collection: number; number: number; from: number; size: number },
): Promise<Looked[]> {
  const { rows } = await sql<Looked>`
    select p.number, p.hash, case when v.hash is null then p.text end as text
    from (select number, hash, text from search_passages where workspace_id = ${workspaceId}
      and collection = ${collection} and number >= ${from} order by number limit ${size}) p
    left join lateral (select hash from search_vectors where workspace_id = ${workspaceId} and model = ${number}
      and hash = p.hash offset 0) v on true
    order by p.number`.execute(trx);
  return rows;
}

async function moveMark(
  trx: Trx,
  { workspaceId, collection, number, to }: { workspaceId: string; collection: number; number: number; to: number },
): Promise<void> {
  await sql`update search_collections set
      model_to = case when model = ${number}::integer then greatest(model_to, ${to}::integer) else model_to end,
      next_model_to = case when next_model = ${number}::integer then greatest(next_model_to, ${to}::integer) else next_model_to end
    where workspace_id = ${workspaceId} and number = ${collection}`.execute(trx);
}

/** Throws `search.model-mismatch` when a vector has not the model's dimension, or holds what is no number. */
export async function putVectors(
  trx: Trx,
  {
    workspaceId,
    model,
    vectors,
  }: { workspaceId: string; model: SearchModel; vectors: readonly { hash: string; vector: Float32Array }[] },
): Promise<void> {
  const number = await ensureModel(trx, { workspaceId, model });
  const texts = vectors.map(({ vector }) => vectorText(vector, model.dimension));
  if (vectors.length === 0) return;
  const of = { workspaceId, model: number };
  const blocks = await takeBlocks(trx, { ...of, dimension: model.dimension, count: vectors.length });
  const { rows } = await sql<{ hash: string }>`insert into search_vectors (workspace_id, model, hash, embedding, block)
    select ${workspaceId}::uuid, ${number}::integer, n.hash, n.embedding::halfvec, n.block
    from unnest(${vectors.map(({ hash }) => hash)}::uuid[], ${texts}::text[], ${blocks}::integer[]) n (hash, embedding, block)
    on conflict on constraint search_vectors_pkey do nothing returning hash`.execute(trx);
  const added = new Set(rows.map(({ hash }) => hash));
  // Of two of one hash the first was put in.
  const coded = vectors.flatMap(({ hash, vector }, at) =>
    added.delete(hash) ? [{ hash, block: blocks[at]!, vector }] : [],
  );
  await insertCodes(trx, of, coded);
}

/** As pgvector reads it. Half precision keeps three to four digits. */
export function vectorText(vector: Float32Array, dimension: number): string {
  if (vector.length !== dimension || !vector.every(Number.isFinite)) throw new SheafError('search.model-mismatch');
  return `[${Array.from(vector, (value) => value.toFixed(5)).join(',')}]`;
}

/** Deletes vectors of models that neither answer nor are being made in any collection, at most `limit`; says how many. */
export async function dropVectorsOfOtherModels(
  trx: Trx,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<number> {
  const { rows } = await sql<CodePlace>`
    delete from search_vectors v where v.workspace_id = ${workspaceId} and (v.model, v.hash) in (
      select o.model, o.hash from search_vectors o where o.workspace_id = ${workspaceId} and o.model in (
        select m.number from search_models m where m.workspace_id = ${workspaceId} and not exists (
          select from search_collections c where c.workspace_id = ${workspaceId}
            and (c.model = m.number or c.next_model = m.number)))
      limit ${limit})
    returning v.model, v.block, v.hash`.execute(trx);
  await removeCodes(trx, workspaceId, rows);
  return rows.length;
}

/** Deletes vectors of texts that no passage has any more, at most `limit`; says how many. */
export async function dropUnusedVectors(
  trx: Trx,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<number> {
  const { rows } = await sql<CodePlace>`
    delete from search_vectors v where v.workspace_id = ${workspaceId} and (v.model, v.hash) in (
      select o.model, o.hash from search_vectors o where o.workspace_id = ${workspaceId} and not exists (
        select from search_passages p where p.workspace_id = ${workspaceId} and p.hash = o.hash)
      limit ${limit})
    returning v.model, v.block, v.hash`.execute(trx);
  await removeCodes(trx, workspaceId, rows);
  return rows.length;
}
