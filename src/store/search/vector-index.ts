// On a server, an HNSW index for each workspace that has more vectors than can be compared one by one. Its own, because an index that
// workspaces share gives the nearest of all of them, and hardly any of a small one's.

import { sql } from 'kysely';
import type { Database, Trx } from '../database.ts';
import { createVectorIndex, dropVectorIndex, type VectorIndex, vectorIndexName } from '../migrations/vector-index.ts';

/** Up to so many vectors all are compared. */
export const EXACT_UP_TO = 4000;

/**
 * Makes the indexes that vectors of the workspace have grown to need, and drops those of models that are gone; says how many
 * changed. Runs as the owner, outside of a transaction: on a server reading and writing go on meanwhile. An index that
 * a crash left half-made is made again.
 */
export async function tendVectorIndexes(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  workspaceId: string,
): Promise<number> {
  // To make one takes minutes, in which nothing else would be answered; their codes are looked through instead.
  if (kind === 'embedded') return 0;
  const concurrently = true;
  const { wanted, there } = await db.transaction().execute(async (trx) => {
    await sql`select set_config('sheaf.workspace_id', ${workspaceId}, true)`.execute(trx);
    return { wanted: await listWanted(trx, workspaceId), there: await listIndexes(trx, workspaceId) };
  });
  let changed = 0;
  for (const { model, valid } of there) {
    if (valid && wanted.some((index) => index.model === model)) continue;
    await dropVectorIndex({ workspaceId, model }, { concurrently }).execute(db);
    changed += 1;
  }
  for (const index of wanted) {
    if (there.some((one) => one.valid && one.model === index.model)) continue;
    await createVectorIndex(index, { concurrently }).execute(db);
    changed += 1;
  }
  return changed;
}

async function listWanted(trx: Trx, workspaceId: string): Promise<VectorIndex[]> {
  const { rows } = await sql<{ model: number; dimension: number; count: number }>`
    select m.number as model, m.dimension, (select count(*)::integer from (select from search_vectors v
      where v.workspace_id = ${workspaceId} and v.model = m.number limit ${EXACT_UP_TO + 1}) v) as count
    from search_models m where m.workspace_id = ${workspaceId} and exists (select from search_collections c
      where c.workspace_id = ${workspaceId} and (c.model = m.number or c.next_model = m.number))`.execute(trx);
  return rows
    .filter((row) => row.count > EXACT_UP_TO)
    .map(({ model, dimension }) => ({ workspaceId, model, dimension }));
}

interface IndexThere {
  model: number;
  valid: boolean;
}

async function listIndexes(trx: Trx, workspaceId: string): Promise<IndexThere[]> {
  const stem = vectorIndexName({ workspaceId, model: 0 }).replace(/0_idx$/, '');
  const { rows } = await sql<{ name: string; valid: boolean }>`select c.relname as name, i.indisvalid as valid
    from pg_class c join pg_index i on i.indexrelid = c.oid
    where i.indrelid = 'search_vectors'::regclass and starts_with(c.relname, ${stem})`.execute(trx);
  return rows.flatMap((row) => {
    const model = /_(\d+)_idx$/.exec(row.name)?.[1];
    return model === undefined ? [] : [{ model: Number(model), valid: row.valid }];
  });
}

/** Whether searches can use one. */
export async function hasVectorIndex(trx: Trx, index: Pick<VectorIndex, 'workspaceId' | 'model'>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from pg_index i
    where i.indexrelid = to_regclass(${vectorIndexName(index)}) and i.indisvalid) as there`.execute(trx);
  return rows[0]!.there;
}
