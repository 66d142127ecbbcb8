// People decide on matches: accept, dismiss with a reason, undo. Each decision keeps the score and versions that it was made on.

import { SheafError } from '../errors.ts';
import { isAssigned } from '../match/assign-matches.ts';
import type { Explanation } from '../match/score-pair.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findStandingDecision, insertDecision, undoDecision } from '../store/match-decisions.ts';
import { lockMatching } from '../store/match-subjects.ts';
import { findMatch, lockMatch, type MatchRow, updateMatch } from '../store/matches.ts';
import type { MatchDecision } from '../store/schema-matching.ts';
import { recordActs } from './audit.ts';
import { reassignMatches } from './reassign-matches.ts';
import { type ReviewDeps, reviewInside } from './review-record.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'raiseNotice'> & ReviewDeps;

export interface DecisionRequest {
  matchId: string;
  decision: MatchDecision;
  reason?: string | undefined;
  /** Whether the person saw this version; absent: they did not say. */
  seen?: ((version: number) => boolean) | undefined;
  requestId?: string | undefined;
}

/** The match after it. Throws `match.not-found`, `match.changed`, `match.decided`. */
export async function decideMatch(deps: Deps, actor: Actor, request: DecisionRequest): Promise<MatchRow> {
  const { matchId, decision, reason, seen, requestId } = request;
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const match = await lockSeen(trx, actor, { matchId, seen });
    if (match.state === 'accepted' || match.state === 'dismissed') throw new SheafError('match.decided');
    const { versions } = match.explanation as unknown as Explanation;
    await insertDecision(trx, match, { decision, reason: reason ?? null, decidedBy: actor.userId, versions });
    await updateMatch(trx, match, { state: decision, because: null });
    await arrange(trx, deps, match, requestId);
    const action = decision === 'accepted' ? ('match.accepted' as const) : ('match.dismissed' as const);
    await recordActs(trx, actor, [{ action, target: { type: 'match', id: matchId }, requestId }]);
    return (await findMatch(trx, matchId))!;
  });
}

/** Takes the standing decision back. Throws `match.not-found`, `match.changed`, `match.not-decided`. */
export async function undoMatchDecision(
  deps: Deps,
  actor: Actor,
  { matchId, seen, requestId }: Pick<DecisionRequest, 'matchId' | 'seen' | 'requestId'>,
): Promise<MatchRow> {
  const { db, matching } = deps;
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const match = await lockSeen(trx, actor, { matchId, seen });
    const standing = await findStandingDecision(trx, matchId);
    if (!standing || (match.state !== 'accepted' && match.state !== 'dismissed'))
      throw new SheafError('match.not-decided');
    await undoDecision(trx, standing.id, actor.userId);
    const spec = matching.has(match.spec) ? matching.get(match.spec) : undefined;
    const good = spec !== undefined && match.probability >= spec.keepFrom;
    const waits = spec !== undefined && isAssigned(spec);
    await updateMatch(trx, match, {
      state: good && !waits ? 'proposed' : 'superseded',
      because: good ? (waits ? 'assigned-elsewhere' : null) : 'too-unlikely',
    });
    await arrange(trx, deps, match, requestId);
    const target = { type: 'match', id: matchId };
    await recordActs(trx, actor, [{ action: 'match.decision-undone', target, requestId }]);
    return (await findMatch(trx, matchId))!;
  });
}

/** What was decided on one pair may give others the room, or take it; and it may be what kept a record from being approved. */
async function arrange(trx: Trx, deps: Deps, match: MatchRow, requestId: string | undefined): Promise<void> {
  const { matching, raiseNotice } = deps;
  if (!matching.has(match.spec)) return;
  const { workspace_id: workspaceId } = match;
  const records = [match.left_id, match.right_id];
  const spec = matching.get(match.spec);
  await reassignMatches(trx, { raiseNotice, workspaceId }, { spec, records });
  if (spec.blocks) await reviewInside(trx, deps, { workspaceId, recordIds: records, requestId });
}

/** Nobody scores it meanwhile. */
async function lockSeen(
  trx: Trx,
  { workspaceId }: Actor,
  { matchId, seen }: Pick<DecisionRequest, 'matchId' | 'seen'>,
): Promise<MatchRow> {
  await lockMatching(trx, workspaceId);
  const match = await lockMatch(trx, matchId);
  if (!match) throw new SheafError('match.not-found');
  if (seen && !seen(match.version)) throw new SheafError('match.changed');
  return match;
}
