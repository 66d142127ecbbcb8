// What documents come in by, as rows. Calls with a `trx` run inside a workspace's transaction; the others look across workspaces
// with the owner's rights.

import { type Selectable, sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { FeedSettings, FeedState, ImapSettings, IntakeKind, IntakeSourceTable } from './schema-intake.ts';

export type IntakeSourceRow = Selectable<IntakeSourceTable>;
/** Enough to find it in its workspace. */
export type IntakePlace = Pick<IntakeSourceRow, 'workspace_id' | 'id'>;

export interface NewIntakeSource {
  id: string;
  workspaceId: string;
  kind: IntakeKind;
  name: string;
  tokenHash: string | null;
  imap: ImapSettings | null;
  feed?: FeedSettings | undefined;
  sealedSecret: string | null;
  senders: readonly string[];
  typeHint: string | null;
  createdBy: string;
}

export async function insertIntakeSource(trx: Trx, source: NewIntakeSource): Promise<IntakeSourceRow> {
  return trx
    .insertInto('intake_sources')
    .values({
      workspace_id: source.workspaceId,
      id: source.id,
      kind: source.kind,
      name: source.name,
      token_hash: source.tokenHash,
      settings: toJsonb(source.imap ?? source.feed ?? {}),
      sealed_secret: source.sealedSecret,
      senders: [...source.senders],
      type_hint: source.typeHint,
      created_by: source.createdBy,
      next_poll_at: new Date(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function countIntakeSources(trx: Trx, kind: IntakeKind): Promise<number> {
  const row = await trx
    .selectFrom('intake_sources')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Newest first. */
export async function listIntakeSources(
  trx: Trx,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<IntakeSourceRow[]> {
  let query = trx.selectFrom('intake_sources').selectAll().orderBy('id', 'desc').limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

export async function findIntakeSource(trx: Trx, id: string): Promise<IntakeSourceRow | undefined> {
  return trx.selectFrom('intake_sources').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Who takes something of it, changes or deletes it waits for the others. */
export async function lockIntakeSource(trx: Trx, id: string): Promise<IntakeSourceRow | undefined> {
  return trx.selectFrom('intake_sources').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export interface IntakeChange {
  name?: string | undefined;
  enabled?: boolean | undefined;
  senders?: readonly string[] | undefined;
  typeHint?: string | null | undefined;
}

export async function changeIntakeSource(
  trx: Trx,
  id: string,
  { name, enabled, senders, typeHint }: IntakeChange,
): Promise<IntakeSourceRow> {
  return trx
    .updateTable('intake_sources')
    .set({
      ...(name === undefined ? {} : { name }),
      // Switched on again, it is looked at anew.
      ...(enabled === undefined ? {} : { enabled, failures: 0, next_poll_at: new Date() }),
      ...(senders === undefined ? {} : { senders: [...senders] }),
      ...(typeHint === undefined ? {} : { type_hint: typeHint }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteIntakeSource(trx: Trx, id: string): Promise<boolean> {
  const gone = await trx.deleteFrom('intake_sources').where('id', '=', id).returning('id').executeTakeFirst();
  return gone !== undefined;
}

/** How a look went, and when the next one is due. */
export async function noteLook(
  trx: Trx,
  id: string,
  { error, failures, nextAt }: { error: string | null; failures: number; nextAt: Date },
): Promise<void> {
  await trx
    .updateTable('intake_sources')
    .set({ polled_at: new Date(), last_error: error, failures, next_poll_at: nextAt })
    .where('id', '=', id)
    .execute();
}

/** What was taken of a feed. */
export async function putFeedState(trx: Trx, id: string, state: FeedState): Promise<void> {
  await trx
    .updateTable('intake_sources')
    .set({ feed_state: toJsonb(state) })
    .where('id', '=', id)
    .execute();
}

export async function findIntakeByToken(
  db: Db,
  tokenHash: string,
): Promise<(IntakePlace & Pick<IntakeSourceRow, 'enabled'>) | undefined> {
  return db
    .selectFrom('intake_sources')
    .select(['workspace_id', 'id', 'enabled'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** Those that are to be looked at by now, longest due first. */
export async function listDueSources(
  db: Db,
  { now, kinds, limit }: { now: Date; kinds: readonly IntakeKind[]; limit: number },
): Promise<IntakePlace[]> {
  if (kinds.length === 0) return [];
  return db
    .selectFrom('intake_sources')
    .select(['workspace_id', 'id'])
    .where('enabled', '=', true)
    .where('kind', 'in', [...kinds])
    .where('next_poll_at', '<=', now)
    .orderBy('next_poll_at')
    .limit(limit)
    .execute();
}
