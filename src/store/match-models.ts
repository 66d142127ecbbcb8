// What a workspace's decisions have made of each declaration, as rows.

import type { Selectable } from 'kysely';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { MatchModelTable } from './schema-matching.ts';

export type MatchModelRow = Selectable<MatchModelTable>;

export async function listModels(trx: Trx): Promise<MatchModelRow[]> {
  return trx.selectFrom('match_models').selectAll().orderBy('spec').execute();
}

export async function putModel(
  trx: Trx,
  row: { workspaceId: string; spec: string; version: number; specVersion: string; model: object },
): Promise<void> {
  const content = {
    version: row.version,
    spec_version: row.specVersion,
    model: toJsonb(row.model),
    made_at: new Date(),
  };
  await trx
    .insertInto('match_models')
    .values({ workspace_id: row.workspaceId, spec: row.spec, ...content })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'spec']).doUpdateSet(content))
    .execute();
}
