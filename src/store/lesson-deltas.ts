// What happened to lessons, as rows that are only ever added: deltas, what was observed, what they were used for.

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { cleanText } from './jsonb.ts';
import type { LessonDeltaTable } from './schema-learning.ts';

export type LessonDeltaRow = Selectable<LessonDeltaTable>;

/** False when it is there already. */
export async function insertLessonDelta(trx: Trx, row: Insertable<LessonDeltaTable>): Promise<boolean> {
  const made = await trx
    .insertInto('lesson_deltas')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Of these lessons and of all that were ever merged with them. In order. */
export async function listDeltasWithMerged(trx: Trx, ids: readonly string[]): Promise<LessonDeltaRow[]> {
  const { rows } = await sql<LessonDeltaRow>`with recursive kin (id) as (
      select unnest(${[...ids]}::uuid[])
      union
      select case when d.lesson_id = kin.id then d.into_id else d.lesson_id end
      from kin join lesson_deltas d on d.into_id is not null and (d.lesson_id = kin.id or d.into_id = kin.id)
    )
    select d.* from lesson_deltas d where d.lesson_id in (select id from kin) order by d.at, d.id`.execute(trx);
  return rows;
}

/** Of the lesson, and merges of others into it; newest first. */
export async function listLessonHistory(
  trx: Trx,
  { lessonId, before, limit }: { lessonId: string; before?: string | undefined; limit: number },
): Promise<LessonDeltaRow[]> {
  let query = trx
    .selectFrom('lesson_deltas')
    .selectAll()
    .where((where) => where.or([where('lesson_id', '=', lessonId), where('into_id', '=', lessonId)]))
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Merges in the scope that do not stand any more: somebody took them back. */
export async function listMergesTakenBack(
  trx: Trx,
  scope: { kind: string; id: string },
): Promise<{ lesson_id: string; into_id: string }[]> {
  const { rows } = await sql<{ lesson_id: string; into_id: string }>`select d.lesson_id, d.into_id
    from lesson_deltas d join lessons l on l.workspace_id = d.workspace_id and l.id = d.lesson_id
    where l.scope_kind = ${scope.kind} and l.scope_id = ${scope.id} and d.into_id is not null
      and l.merged_into is distinct from d.into_id`.execute(trx);
  return rows;
}

interface Observed {
  workspaceId: string;
  lessonId: string;
  ownerId: string | null;
}

/** False when this evidence was told of before; what it said then stays. */
export async function insertLessonOutcome(
  trx: Trx,
  { workspaceId, lessonId, ownerId, evidence, helpful }: Observed & { evidence: string; helpful: boolean },
): Promise<boolean> {
  const made = await trx
    .insertInto('lesson_outcomes')
    .values({
      workspace_id: workspaceId,
      lesson_id: lessonId,
      owner_id: ownerId,
      evidence: cleanText(evidence),
      helpful,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'lesson_id', 'evidence']).doNothing())
    .returning('evidence')
    .executeTakeFirst();
  return made !== undefined;
}

/** False when the lesson was noted for this before. */
export async function insertLessonUse(
  trx: Trx,
  { workspaceId, lessonId, ownerId, usedFor }: Observed & { usedFor: string },
): Promise<boolean> {
  const made = await trx
    .insertInto('lesson_uses')
    .values({ workspace_id: workspaceId, lesson_id: lessonId, owner_id: ownerId, used_for: cleanText(usedFor) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'lesson_id', 'used_for']).doNothing())
    .returning('used_for')
    .executeTakeFirst();
  return made !== undefined;
}

/** Of these lessons as if they were one: evidence that both have counts once, and for harm when they differ. */
export async function countLessonOutcomes(
  trx: Trx,
  ids: readonly string[],
): Promise<{ helpful: number; harmful: number; applied: number }> {
  const { rows } = await sql<{ helpful: number; harmful: number; applied: number }>`select
      count(*) filter (where helped)::int as helpful, count(*) filter (where not helped)::int as harmful,
      (select count(distinct used_for)::int from lesson_uses where lesson_id = any (${[...ids]}::uuid[])) as applied
    from (select bool_and(helpful) as helped from lesson_outcomes
      where lesson_id = any (${[...ids]}::uuid[]) group by evidence) as observed`.execute(trx);
  return rows[0]!;
}
