// Has the matches of a workspace scored again when the declarations are newer than what they were scored with, or people have
// decided much since. Any number of processes may look at once: what one has queued, the others find.

import { type RescoreReason, whyRescore } from '../match/why-rescore.ts';
import { asOwner, inWorkspace, type Trx } from '../store/database.ts';
import { hasOpenJob } from '../store/jobs.ts';
import { countDecisionsSince } from '../store/match-decisions.ts';
import { findScoring, hasSubjects, type MatchScoringRow, putScoring } from '../store/match-scorings.ts';
import { lockMatching } from '../store/match-subjects.ts';
import { rescoreMatchesQueue } from '../store/queues.ts';
import { listWorkspaceIds } from '../store/workspaces.ts';
import type { Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'matching'>;

const DAY_MS = 24 * 60 * 60_000;

/** In every workspace; how many were queued. */
export async function queueDueRescores(
  deps: Deps,
  now = new Date(),
  signal?: AbortSignal,
): Promise<Record<RescoreReason, number>> {
  const queued = { version: 0, decisions: 0 };
  for (const workspaceId of await listWorkspaceIds(deps.db)) {
    if (signal?.aborted) break;
    const because = await queueIfDue(deps, workspaceId, now);
    if (because) queued[because]++;
  }
  if (queued.version + queued.decisions > 0) deps.queue.wake(rescoreMatchesQueue.name);
  return queued;
}

async function queueIfDue(
  { db, queue, matching }: Deps,
  workspaceId: string,
  now: Date,
): Promise<RescoreReason | undefined> {
  return inWorkspace(db, workspaceId, async (trx) => {
    // Most have nothing to do: they are not locked to be looked at.
    if (!(await findDue(trx, matching, now))) return undefined;
    await lockMatching(trx, workspaceId);
    const because = await findDue(trx, matching, now);
    if (!because || (await asOwner(trx, () => hasOpenJob(trx, rescoreMatchesQueue.name, workspaceId))))
      return undefined;
    await putScoring(trx, workspaceId, { asked: { at: now, for: versionsOf(matching) } });
    await queue.enqueue(trx, rescoreMatchesQueue.name, [{ workspaceId, requestId: null }]);
    return because;
  });
}

/** What was asked for within a day is not asked for again, even if it failed; newer declarations are. */
async function findDue(trx: Trx, matching: Deps['matching'], now: Date): Promise<RescoreReason | undefined> {
  const scoring = await findScoring(trx);
  if (!scoring && !(await hasSubjects(trx))) return undefined;
  const reasons = Object.values(await listReasons(trx, matching, scoring));
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const lately = scoring?.asked_at && scoring.asked_at > dayAgo ? scoring.asked_for : undefined;
  if (reasons.some((reason) => reason === 'version'))
    return lately && sameVersions(lately, versionsOf(matching)) ? undefined : 'version';
  if (lately || (scoring?.learnt_at && scoring.learnt_at > dayAgo)) return undefined;
  return reasons.find((reason) => reason !== undefined);
}

/** Declaration → why its matches are to be scored again, if they are. */
export async function listReasons(
  trx: Trx,
  { specs }: Deps['matching'],
  scoring: MatchScoringRow | undefined,
): Promise<Record<string, RescoreReason | undefined>> {
  const decided = await countDecisionsSince(trx, scoring?.learnt_at ?? null);
  return Object.fromEntries(
    specs.map((spec) => [spec.id, whyRescore(spec, scoring?.scored_with[spec.id], decided.get(spec.id) ?? 0)]),
  );
}

const versionsOf = ({ specs }: Deps['matching']): Record<string, string> =>
  Object.fromEntries(specs.map(({ id, version }) => [id, version]));

function sameVersions(a: Record<string, string>, b: Record<string, string>): boolean {
  return Object.keys({ ...a, ...b }).every((id) => a[id] === b[id]);
}
