// What cases say of matches, as rows: one for each case. Every call runs inside a workspace's transaction.

import { sql } from 'kysely';
import type { CaseRow } from './cases.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { MatchRow } from './matches.ts';
import type { MatchDecision } from './schema-matching.ts';

export interface OutcomeToPut {
  case: Pick<CaseRow, 'workspace_id' | 'id' | 'owner_id'>;
  match: Pick<MatchRow, 'id' | 'spec' | 'score' | 'feature_values'>;
  decision: MatchDecision;
  at: Date;
}

/** In place of what the case said before; what says the same of the same match keeps the score that it was said at. */
export async function putOutcome(trx: Trx, { case: row, match, decision, at }: OutcomeToPut): Promise<void> {
  const told = {
    match_id: match.id,
    spec: match.spec,
    decision,
    score: match.score,
    feature_values: toJsonb(match.feature_values),
    decided_at: at,
  };
  await trx
    .insertInto('match_outcomes')
    .values({ workspace_id: row.workspace_id, case_id: row.id, owner_id: row.owner_id, ...told })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'case_id'])
        .doUpdateSet(told)
        .where((is) =>
          is.or([is('match_outcomes.match_id', '<>', match.id), is('match_outcomes.decision', '<>', decision)]),
        ),
    )
    .execute();
}

export async function deleteOutcome(trx: Trx, caseId: string): Promise<void> {
  await trx.deleteFrom('match_outcomes').where('case_id', '=', caseId).execute();
}

/** Of cases that are not in the trash, and of matches that nobody decided on: declaration → how many speak for and against. */
export async function countOutcomes(trx: Trx): Promise<{ spec: string; for: number; against: number }[]> {
  const { rows } = await sql<{ spec: string; for: number; against: number }>`select outcomes.spec,
      (count(*) filter (where decision = 'accepted'))::int as for,
      (count(*) filter (where decision = 'dismissed'))::int as against
    from match_outcomes outcomes join cases on cases.id = outcomes.case_id
    where not exists (select from match_decisions decided where decided.match_id = outcomes.match_id and decided.undone_at is null)
    group by outcomes.spec order by outcomes.spec`.execute(trx);
  return rows;
}
