// Legal holds as rows: while one stands, nothing in its scope is deleted, purged or erased.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { cleanText } from './jsonb.ts';
import type { HoldScope, LegalHoldTable } from './schema-keeping.ts';
import { withTrash } from './trash.ts';

export type HoldRow = Selectable<LegalHoldTable>;

export interface NewHold {
  id: string;
  workspaceId: string;
  scope: HoldScope;
  targetId: string | null;
  reason: string;
  placedBy: string;
}

export async function insertHold(trx: Trx, hold: NewHold): Promise<void> {
  await trx
    .insertInto('legal_holds')
    .values({
      id: hold.id,
      workspace_id: hold.workspaceId,
      scope: hold.scope,
      target_id: hold.targetId,
      reason: cleanText(hold.reason),
      placed_by: hold.placedBy,
    })
    .execute();
}

export async function findHold(trx: Trx, id: string): Promise<HoldRow | undefined> {
  return trx.selectFrom('legal_holds').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first. */
export async function listHolds(
  trx: Trx,
  { standing, before, limit }: { standing?: boolean | undefined; before?: string | undefined; limit: number },
): Promise<HoldRow[]> {
  let query = trx.selectFrom('legal_holds').selectAll().orderBy('id', 'desc').limit(limit);
  if (standing !== undefined) query = query.where('released_at', standing ? 'is' : 'is not', null);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** False when it does not stand any more. */
export async function releaseHold(trx: Trx, { id, by }: { id: string; by: string }): Promise<boolean> {
  const released = await trx
    .updateTable('legal_holds')
    .set({ released_by: by, released_at: new Date() })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return released !== undefined;
}

/** Whoever decides whether something may go and whoever places a hold take turns, so that neither overlooks the other. */
export async function lockHolds(trx: Trx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${HOLD_LOCK}::int, hashtext(${workspaceId}))`.execute(trx);
}
const HOLD_LOCK = 711_502;

/** The holds that stand on documents: on one itself, one of its records, who uploaded it, or the whole workspace. */
export async function holdsOnDocuments(trx: Trx, ids: readonly string[]): Promise<HoldRow[]> {
  return withTrash(trx, () =>
    standing(
      trx,
      sql`scope = 'document' and target_id = any(${ids}::uuid[])
        or scope = 'record' and target_id in (select id from records where document_id = any(${ids}::uuid[]))
        or scope = 'person' and target_id in (select uploaded_by from documents where id = any(${ids}::uuid[]))`,
    ),
  );
}

/** The holds that stand on a record: on itself, its document, who uploaded that, or the whole workspace. */
export async function holdsOnRecord(trx: Trx, id: string): Promise<HoldRow[]> {
  const document = sql`select document_id from records where id = ${id}`;
  return withTrash(trx, () =>
    standing(
      trx,
      sql`scope = 'record' and target_id = ${id} or scope = 'document' and target_id in (${document})
        or scope = 'person' and target_id in (select uploaded_by from documents where id in (${document}))`,
    ),
  );
}

/** The holds that stand on a case: on whose own it is, or the whole workspace. */
export async function holdsOnCase(trx: Trx, id: string): Promise<HoldRow[]> {
  return withTrash(trx, () =>
    standing(trx, sql`scope = 'person' and target_id in (select owner_id from cases where id = ${id})`),
  );
}

/** The holds that keep a person from being erased here: on them, the workspace, or something that they uploaded. */
export async function holdsOnPerson(trx: Trx, userId: string): Promise<HoldRow[]> {
  const theirs = sql`select id from documents where uploaded_by = ${userId}`;
  return withTrash(trx, () =>
    standing(
      trx,
      sql`scope = 'person' and target_id = ${userId} or scope = 'document' and target_id in (${theirs})
        or scope = 'record' and target_id in (select id from records where document_id in (${theirs}))`,
    ),
  );
}

/** Every hold that stands in the workspace. */
export async function holdsOnWorkspace(trx: Trx): Promise<HoldRow[]> {
  return standing(trx, sql`true`);
}

async function standing(trx: Trx, scope: ReturnType<typeof sql>): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`select * from legal_holds
    where released_at is null and (scope = 'workspace' or (${scope})) order by id`.execute(trx);
  return rows;
}
