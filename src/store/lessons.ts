// Lessons as rows: what each is now. What happened to them stands in lesson-deltas.ts.

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { LessonTable } from './schema-learning.ts';

export type LessonRow = Selectable<LessonTable>;
/** A lesson as it is to be stored; its version is the store's. */
export type StoredLesson = Omit<Insertable<LessonTable>, 'version'>;

/** Changes of one scope take turns: budget and doubles are judged on all of its lessons. */
export async function lockLessonScope(
  trx: Trx,
  { workspaceId, kind, id }: { workspaceId: string; kind: string; id: string },
): Promise<void> {
  const name = `${workspaceId} ${kind} ${id}`;
  await sql`select pg_advisory_xact_lock(${LESSON_LOCK}::int, hashtext(${name}))`.execute(trx);
}
const LESSON_LOCK = 711_519;

export async function findLesson(trx: Trx, id: string): Promise<LessonRow | undefined> {
  return trx.selectFrom('lessons').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface LessonFilter {
  /** Whoever looks: sees what is nobody's own, their own, and what others let them read. */
  viewerId: string;
  scopeKind?: string | undefined;
  scopeId?: string | undefined;
  kind?: string | undefined;
  /** Absent: all that are not deleted. */
  state?: string | undefined;
  tag?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listLessons(trx: Trx, filter: LessonFilter): Promise<LessonRow[]> {
  const { viewerId, scopeKind, scopeId, kind, state, tag, before, limit } = filter;
  let query = trx
    .selectFrom('lessons')
    .selectAll()
    .where((where) =>
      where.or([
        where('owner_id', 'is', null),
        where('owner_id', '=', viewerId),
        where(
          'owner_id',
          'in',
          where.selectFrom('lesson_readers').select('lesson_readers.owner_id').where('reader_id', '=', viewerId),
        ),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit);
  query = state === undefined ? query.where('state', '<>', 'deleted') : query.where('state', '=', state);
  if (scopeKind !== undefined) query = query.where('scope_kind', '=', scopeKind);
  if (scopeId !== undefined) query = query.where('scope_id', '=', scopeId);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (tag !== undefined) query = query.where(sql<boolean>`tags @> ${JSON.stringify([tag])}::jsonb`);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Of one scope: the active ones, and the newest of those that were proposed or rejected. */
export async function listLiveLessons(trx: Trx, scope: { kind: string; id: string }): Promise<LessonRow[]> {
  return trx
    .selectFrom('lessons')
    .selectAll()
    .where('scope_kind', '=', scope.kind)
    .where('scope_id', '=', scope.id)
    .where('state', 'in', ['active', 'proposed', 'rejected'])
    .orderBy(sql`state = 'active'`, 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LIVE)
    .execute();
}
const MOST_LIVE = 500;

export async function listActiveLessons(
  trx: Trx,
  scopes: readonly { kind: string; id: string }[],
): Promise<LessonRow[]> {
  if (scopes.length === 0) return [];
  return trx
    .selectFrom('lessons')
    .selectAll()
    .where('state', '=', 'active')
    .where((where) =>
      where.or(scopes.map(({ kind, id }) => where.and([where('scope_kind', '=', kind), where('scope_id', '=', id)]))),
    )
    .orderBy('id')
    .execute();
}

/** Of one kind, whatever they are about; the newest. */
export async function listActiveOfKind(trx: Trx, kind: string, limit: number): Promise<LessonRow[]> {
  return trx
    .selectFrom('lessons')
    .selectAll()
    .where('state', '=', 'active')
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function findLessons(trx: Trx, ids: readonly string[]): Promise<LessonRow[]> {
  if (ids.length === 0) return [];
  return trx.selectFrom('lessons').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

/** Makes or replaces what the lesson is. */
export async function writeLesson(trx: Trx, lesson: StoredLesson): Promise<void> {
  const { workspace_id: _, id: __, created_at: ___, ...change } = lesson;
  await trx
    .insertInto('lessons')
    .values({ ...lesson, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'id']).doUpdateSet({ ...change, version: sql<number>`lessons.version + 1` }),
    )
    .execute();
}
