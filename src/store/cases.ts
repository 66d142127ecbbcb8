// Cases as rows. Every call runs inside a workspace's transaction, and sees what is nobody's own and what is the viewer's.

import { type ExpressionBuilder, type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { Schema } from './schema.ts';
import type { CaseTable } from './schema-cases.ts';

export type CaseRow = Selectable<CaseTable>;

/** Cases about one thing take turns: whether one is open is judged on all of them. */
export async function lockCaseSubject(
  trx: Trx,
  { workspaceId, type, subjectId }: { workspaceId: string; type: string; subjectId: string },
): Promise<void> {
  const name = `${workspaceId} ${type} ${subjectId}`;
  await sql`select pg_advisory_xact_lock(${CASE_LOCK}::int, hashtext(${name}))`.execute(trx);
}
const CASE_LOCK = 711_534;

const visible = (viewerId: string) => (where: ExpressionBuilder<Schema, 'cases'>) =>
  where.or([where('owner_id', 'is', null), where('owner_id', '=', viewerId)]);

export async function insertCase(trx: Trx, row: Insertable<CaseTable>): Promise<CaseRow> {
  return trx.insertInto('cases').values(row).returningAll().executeTakeFirstOrThrow();
}

export async function findCase(
  trx: Trx,
  { id, viewerId }: { id: string; viewerId: string },
): Promise<CaseRow | undefined> {
  return trx.selectFrom('cases').selectAll().where('id', '=', id).where(visible(viewerId)).executeTakeFirst();
}

/** Like findCase, but no other transaction can change it before this one ends. */
export async function lockCase(
  trx: Trx,
  { id, viewerId }: { id: string; viewerId: string },
): Promise<CaseRow | undefined> {
  return trx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', id)
    .where(visible(viewerId))
    .forUpdate()
    .executeTakeFirst();
}

/** The open one about a thing; null as owner: the workspace's. */
export async function findOpenCase(
  trx: Trx,
  { type, ownerId, subjectId }: { type: string; ownerId: string | null; subjectId: string },
): Promise<CaseRow | undefined> {
  return (
    trx
      .selectFrom('cases')
      .selectAll()
      .where('type', '=', type)
      .where('subject_id', '=', subjectId)
      .where('owner_id', 'is not distinct from', ownerId)
      .where('is_open', '=', true)
      // Asked for where the trash is open, too.
      .where('deleted_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
  );
}

export type CaseChange = Partial<
  Pick<CaseRow, 'title' | 'state' | 'is_open' | 'closed_at' | 'state_since' | 'place'> & { fields: string }
>;

/** Stores the change under the next version. The caller holds the lock. */
export async function updateCase(trx: Trx, row: CaseRow, change: CaseChange): Promise<CaseRow> {
  return trx
    .updateTable('cases')
    .set({ ...change, version: row.version + 1, updated_at: new Date() })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface CaseFilter {
  viewerId: string;
  type?: string | undefined;
  /** Any of them. */
  states?: readonly string[] | undefined;
  open?: boolean | undefined;
  subjectId?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listCases(trx: Trx, filter: CaseFilter): Promise<CaseRow[]> {
  const { viewerId, type, states, open, subjectId, before, limit } = filter;
  let query = trx.selectFrom('cases').selectAll().where(visible(viewerId)).orderBy('id', 'desc').limit(limit);
  if (type !== undefined) query = query.where('type', '=', type);
  if (states !== undefined) query = query.where(sql<boolean>`state = any(${[...states]}::text[])`);
  if (open !== undefined) query = query.where('is_open', '=', open);
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.execute();
}

export async function countCases(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
