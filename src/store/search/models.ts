// Which model's vectors answer in a collection, and which are being made: those of two models are never compared.

import { type Selectable, sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { Trx } from '../database.ts';
import type { SearchModelTable } from '../schema-search.ts';

/** As EmbeddingModel of the nlp room. */
export interface SearchModel {
  id: string;
  dimension: number;
}

export interface ModelState {
  collectionId: string;
  /** Whose vectors answer; null = none yet. */
  serving: string | null;
  /** Whose vectors are being made to answer instead; null = none. */
  building: string | null;
}

/** Number of the model in this workspace, given on its first use. Throws when it came with another dimension before. */
export async function ensureModel(
  trx: Trx,
  { workspaceId, model }: { workspaceId: string; model: SearchModel },
): Promise<number> {
  const known = await findModel(trx, { workspaceId, id: model.id });
  if (known) {
    if (known.dimension !== model.dimension) throw new SheafError('search.model-mismatch');
    return known.number;
  }
  await sql`select pg_advisory_xact_lock(hashtext(${`search-models ${workspaceId}`}))`.execute(trx);
  await sql`insert into search_models (workspace_id, number, id, dimension)
    select ${workspaceId}, 1 + coalesce(max(number), 0), ${model.id}, ${model.dimension}
    from search_models where workspace_id = ${workspaceId}
    on conflict on constraint search_models_id_key do nothing`.execute(trx);
  return ensureModel(trx, { workspaceId, model });
}

export type KnownModel = Pick<Selectable<SearchModelTable>, 'number' | 'dimension' | 'last_block'>;

export async function findModel(
  trx: Trx,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<KnownModel | undefined> {
  return trx
    .selectFrom('search_models')
    .select(['number', 'dimension', 'last_block'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listModelStates(trx: Trx, workspaceId: string): Promise<ModelState[]> {
  const { rows } = await sql<ModelState>`select c.id as "collectionId", m.id as serving, n.id as building
    from search_collections c
    left join search_models m on m.workspace_id = c.workspace_id and m.number = c.model
    left join search_models n on n.workspace_id = c.workspace_id and n.number = c.next_model
    where c.workspace_id = ${workspaceId} order by c.number`.execute(trx);
  return rows;
}

/**
 * From now on vectors of this model are made. In a collection without any it answers at once; where another one
 * answers, that one goes on until the new vectors are complete.
 */
export async function turnToModel(
  trx: Trx,
  { workspaceId, number }: { workspaceId: string; number: number },
): Promise<void> {
  const turned = sql`model is distinct from ${number}::integer and next_model is distinct from ${number}::integer
    or model = ${number}::integer and next_model is not null`;
  await sql`update search_collections set
      next_model = case when model is null or model = ${number}::integer then null else ${number}::integer end,
      next_model_to = 0,
      model_to = case when model is null then 0 else model_to end,
      model = coalesce(model, ${number}::integer)
    where workspace_id = ${workspaceId} and (${turned})`.execute(trx);
}

/** Where all vectors of the next model are there, it answers from now on. */
export async function settleModels(trx: Trx, workspaceId: string): Promise<void> {
  await sql`update search_collections set model = next_model, model_to = next_model_to, next_model = null, next_model_to = 0
    where workspace_id = ${workspaceId} and next_model is not null and next_model_to >= next_number`.execute(trx);
}
