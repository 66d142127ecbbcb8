// What each workspace's matches were last scored with. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { MatchScoringTable, ScoredWith, ScoringPlace } from './schema-matching.ts';

export type MatchScoringRow = Selectable<MatchScoringTable>;

/** undefined for a workspace that was never matched, and for one from before this was kept. */
export async function findScoring(trx: Trx): Promise<MatchScoringRow | undefined> {
  return trx.selectFrom('match_scorings').selectAll().executeTakeFirst();
}

/** Of a workspace with its first record: all that it will have is scored with what runs now. */
export async function beginScoring(trx: Trx, workspaceId: string, versions: ScoredWith): Promise<void> {
  await sql`insert into match_scorings (workspace_id, scored_with)
    select ${workspaceId}::uuid, ${toJsonb(versions)}::jsonb where not exists (select from match_subjects)
    on conflict do nothing`.execute(trx);
}

/** Whether there is anything to score. */
export async function hasSubjects(trx: Trx): Promise<boolean> {
  const row = await trx.selectFrom('match_subjects').select('record_id').limit(1).executeTakeFirst();
  return row !== undefined;
}

export interface ScoringChange {
  scoredWith?: ScoredWith;
  learntAt?: Date;
  scoredAt?: Date;
  asked?: { at: Date; for: Record<string, string> };
  resume?: ScoringPlace | null;
}

/** Leaves the rest as it is. */
export async function putScoring(trx: Trx, workspaceId: string, change: ScoringChange): Promise<void> {
  const { scoredWith, learntAt, scoredAt, asked, resume } = change;
  const content = {
    ...(scoredWith ? { scored_with: toJsonb(scoredWith) } : {}),
    ...(learntAt ? { learnt_at: learntAt } : {}),
    ...(scoredAt ? { scored_at: scoredAt } : {}),
    ...(asked ? { asked_at: asked.at, asked_for: toJsonb(asked.for) } : {}),
    ...(resume === undefined ? {} : { resume: resume && toJsonb(resume) }),
  };
  await trx
    .insertInto('match_scorings')
    .values({ workspace_id: workspaceId, scored_with: toJsonb({}), ...content })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(content))
    .execute();
}
