// What people decided on matches, with the score and versions as they were then. Rows: an undone decision is kept, too.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import type { MatchRow } from './matches.ts';
import { newId } from './new-id.ts';
import type { MatchDecision, MatchDecisionTable } from './schema-matching.ts';

export type MatchDecisionRow = Selectable<MatchDecisionTable>;

export interface NewDecision {
  decision: MatchDecision;
  reason: string | null;
  decidedBy: string;
  versions: object;
}

export async function insertDecision(trx: Trx, match: MatchRow, decision: NewDecision): Promise<void> {
  await trx
    .insertInto('match_decisions')
    .values({
      workspace_id: match.workspace_id,
      id: newId(),
      match_id: match.id,
      spec: match.spec,
      decision: decision.decision,
      reason: decision.reason === null ? null : cleanText(decision.reason),
      decided_by: decision.decidedBy,
      score: match.score,
      probability: match.probability,
      feature_values: toJsonb(match.feature_values),
      fingerprint: match.fingerprint,
      versions: toJsonb(decision.versions),
    })
    .execute();
}

/** The one that stands. */
export async function findStandingDecision(trx: Trx, matchId: string): Promise<MatchDecisionRow | undefined> {
  return trx
    .selectFrom('match_decisions')
    .selectAll()
    .where('match_id', '=', matchId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** Oldest first. */
export async function listDecisions(trx: Trx, matchId: string): Promise<MatchDecisionRow[]> {
  return trx.selectFrom('match_decisions').selectAll().where('match_id', '=', matchId).orderBy('id').execute();
}

export async function undoDecision(trx: Trx, id: string, by: string): Promise<void> {
  await trx.updateTable('match_decisions').set({ undone_by: by, undone_at: new Date() }).where('id', '=', id).execute();
}

export interface DecidedRow {
  decision: MatchDecision;
  score: number;
  values: Record<string, number>;
}

/**
 * What people said of matches, newest first, once of each match: the last decision that stands, or where nobody decided what the
 * last case says (match-outcomes.ts), of those that are not in the trash.
 */
export async function listStandingDecisions(trx: Trx, spec: string, limit: number): Promise<DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`select decision, score, values from (
      select distinct on (match_id) match_id, decision, score, values, at from (
        select match_id, decision, score, feature_values as values, decided_at as at, 1 as rank, id from match_decisions
        where spec = ${spec} and undone_at is null
        union all
        select outcomes.match_id, decision, score, feature_values, decided_at, 2, case_id
        from match_outcomes outcomes join cases on cases.id = outcomes.case_id where spec = ${spec}
      ) as said order by match_id, rank, at desc, id desc) as last
    order by at desc, match_id desc limit ${limit}::int`.execute(trx);
  return rows;
}

export interface DecisionCount {
  spec: string;
  accepted: number;
  dismissed: number;
  undone: number;
}

export async function countDecisions(trx: Trx): Promise<DecisionCount[]> {
  const { rows } = await sql<DecisionCount>`select spec,
      (count(*) filter (where undone_at is null and decision = 'accepted'))::int as accepted,
      (count(*) filter (where undone_at is null and decision = 'dismissed'))::int as dismissed,
      (count(*) filter (where undone_at is not null))::int as undone
    from match_decisions group by spec order by spec`.execute(trx);
  return rows;
}

/** Declaration → how many decisions were made or taken back, and how many cases came to say something, after `since`; null: ever. */
export async function countDecisionsSince(trx: Trx, since: Date | null): Promise<Map<string, number>> {
  const { rows } = await sql<{ spec: string; count: number }>`select spec, count(*)::int as count from (
      select spec from match_decisions
      where ${since}::timestamptz is null or decided_at > ${since}::timestamptz or undone_at > ${since}::timestamptz
      union all
      select spec from match_outcomes where ${since}::timestamptz is null or decided_at > ${since}::timestamptz
    ) as said group by spec`.execute(trx);
  return new Map(rows.map(({ spec, count }) => [spec, count]));
}
