// Who was told of which matches in a daily look, and when somebody's was last made. Every call runs inside a workspace's transaction.

import { sql } from 'kysely';
import type { Trx } from './database.ts';
import type { MatchRow } from './matches.ts';

/** Whether there is anything to look through. */
export async function hasProposals(trx: Trx, specs: readonly string[]): Promise<boolean> {
  if (specs.length === 0) return false;
  const found = await trx
    .selectFrom('matches')
    .select('id')
    .where('state', '=', 'proposed')
    .where('spec', 'in', [...specs])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** When each person's last look was; whoever is in no row has had none. */
export async function listChecks(trx: Trx): Promise<Map<string, Date>> {
  const rows = await trx.selectFrom('match_checks').select(['user_id', 'checked_at']).execute();
  return new Map(rows.map(({ user_id, checked_at }) => [user_id, checked_at]));
}

interface Person {
  workspaceId: string;
  userId: string;
}

/** The first look is on the next day: until then it counts as made now. */
export async function beginChecks(trx: Trx, { workspaceId, userId }: Person, now: Date): Promise<void> {
  await trx
    .insertInto('match_checks')
    .values({ workspace_id: workspaceId, user_id: userId, checked_at: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doNothing())
    .execute();
}

/** Marks the look as made, for the rest of the transaction nobody else's; false when it was made since `before`. */
export async function claimCheck(trx: Trx, { userId }: Person, { before, now }: { before: Date; now: Date }) {
  const claimed = await trx
    .updateTable('match_checks')
    .set({ checked_at: now })
    .where('user_id', '=', userId)
    .where('checked_at', '<', before)
    .returning('user_id')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Proposals that the person was not told of in any way, likeliest first. */
export async function listUntold(
  trx: Trx,
  { userId, spec, from, limit }: { userId: string; spec: string; from: number; limit: number },
): Promise<MatchRow[]> {
  return (
    trx
      .selectFrom('matches')
      .selectAll()
      .where('spec', '=', spec)
      .where('state', '=', 'proposed')
      .where('probability', '>=', from)
      .where(sql<boolean>`exists (select from records where records.id = matches.left_id)
      and exists (select from records where records.id = matches.right_id)`)
      .where(
        sql<boolean>`not exists (select from match_tellings told where told.match_id = matches.id and told.user_id = ${userId})`,
      )
      // One by one, before there was a daily look.
      .where(sql<boolean>`not exists (select from notices join notifications on notifications.notice_id = notices.id
      where notices.kind = 'match.found' and notices.subject_id = matches.id::text and notifications.user_id = ${userId})`)
      .orderBy('probability', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  );
}

/** What is on the right of the matches of these left ones that the person was told of. */
export async function listToldRights(
  trx: Trx,
  { userId, spec, lefts }: { userId: string; spec: string; lefts: readonly string[] },
): Promise<{ left: string; right: string }[]> {
  if (lefts.length === 0) return [];
  return trx
    .selectFrom('match_tellings')
    .innerJoin('matches', 'matches.id', 'match_tellings.match_id')
    .select(['matches.left_id as left', 'matches.right_id as right'])
    .where('match_tellings.user_id', '=', userId)
    .where('matches.spec', '=', spec)
    .where('matches.left_id', 'in', [...lefts])
    .execute();
}

export async function noteTold(
  trx: Trx,
  { workspaceId, userId }: Person,
  { matchIds, at }: { matchIds: readonly string[]; at: Date },
): Promise<void> {
  if (matchIds.length === 0) return;
  await trx
    .insertInto('match_tellings')
    .values(matchIds.map((match_id) => ({ workspace_id: workspaceId, user_id: userId, match_id, told_at: at })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id', 'match_id']).doNothing())
    .execute();
}
