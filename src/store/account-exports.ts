// Account exports as rows: who asked for what, how far it is, until when it can be fetched.

import type { Selectable } from 'kysely';
import type { Trx } from './database.ts';
import type { AccountExportTable, ExportScope } from './schema-keeping.ts';

export type AccountExportRow = Selectable<AccountExportTable>;

export async function insertExport(
  trx: Trx,
  row: { id: string; workspaceId: string; scope: ExportScope; requestedBy: string },
): Promise<void> {
  const { id, workspaceId: workspace_id, scope, requestedBy: requested_by } = row;
  await trx.insertInto('account_exports').values({ id, workspace_id, scope, requested_by, state: 'queued' }).execute();
}

export async function findExport(trx: Trx, id: string): Promise<AccountExportRow | undefined> {
  return trx.selectFrom('account_exports').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateExport(
  trx: Trx,
  id: string,
  change: Partial<Pick<AccountExportRow, 'state' | 'size' | 'sha256' | 'entries' | 'finished_at' | 'expires_at'>>,
): Promise<boolean> {
  const changed = await trx
    .updateTable('account_exports')
    .set(change)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** False when it was given up or cancelled. Of two workers that made the archive, the later one's stands; what is ready does not fail. */
export async function finishExport(
  trx: Trx,
  id: string,
  change: Parameters<typeof updateExport>[2] & { state: 'ready' | 'failed' },
): Promise<boolean> {
  const changed = await trx
    .updateTable('account_exports')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', change.state === 'ready' ? ['queued', 'running', 'ready'] : ['queued', 'running'])
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Marks those whose time is over, and returns their ids. */
export async function expireExports(trx: Trx, now: Date): Promise<string[]> {
  const rows = await trx
    .updateTable('account_exports')
    .set({ state: 'expired' })
    .where('state', '=', 'ready')
    .where('expires_at', '<=', now)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
