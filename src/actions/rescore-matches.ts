// Scores a whole workspace again: first its decisions teach weights and calibration, then every record is matched anew. A job.

import type { Outcome } from '../learn/outcome.ts';
import { learnWeights } from '../match/learn-weights.ts';
import { asScored, declaredModel, type MatchModel } from '../match/match-model.ts';
import type { MatchSpec, Subject } from '../match/match-spec.ts';
import { scoreOfValues } from '../match/score-pair.ts';
import { countWords } from '../match/word-rarity.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listStandingDecisions } from '../store/match-decisions.ts';
import { listModels, putModel } from '../store/match-models.ts';
import { findScoring, putScoring } from '../store/match-scorings.ts';
import { countMatchable, listMatchable, lockMatching, sampleSubjects } from '../store/match-subjects.ts';
import { rescoreMatchesQueue } from '../store/queues.ts';
import { findRecord } from '../store/records.ts';
import type { ScoredWith, ScoringPlace } from '../store/schema-matching.ts';
import { recordActs } from './audit.ts';
import { type MatchDeps, matchRecord, storeSubjects } from './match-record.ts';
import type { Actor, Services } from './services.ts';

/** Decisions that weights and calibration are learnt from: the newest. */
const MOST_DECISIONS = 5000;
const SAMPLE = 2000;
const BATCH = 100;

export interface Rescoring {
  workspaceId: string;
  jobId: string;
  signal: AbortSignal;
  progress: (done: number, total?: number, step?: string) => void;
}

/** Cut off, it goes on where it was with what it had learnt, unless the declarations are other ones by then. */
export async function rescoreMatches(
  deps: MatchDeps & Pick<Services, 'fitCalibration'>,
  { workspaceId, jobId, signal, progress }: Rescoring,
): Promise<{ records: number }> {
  const { db, matching } = deps;
  const types = [...new Set(matching.specs.flatMap(({ left, right }) => [left, right]))];
  if (types.length === 0) return { records: 0 };
  const inside = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => inWorkspace(db, workspaceId, work);
  const total = await inside((trx) => countMatchable(trx, types));
  const walk = async ({ step, from }: Walk, work: (ids: readonly string[]) => Promise<void>): Promise<number> => {
    let done = 0;
    let after = from;
    progress(0, total, step);
    do {
      signal.throwIfAborted();
      const ids = await inside((trx) => listMatchable(trx, { types, after, limit: BATCH }));
      await work(ids);
      done += ids.length;
      after = ids.at(-1);
    } while (after);
    return done;
  };
  const learn = async (): Promise<ScoringPlace> => {
    // Words are counted in what is stored: all of it, so that a second try counts the same.
    await walk({ step: 'store' }, (ids) => storeAll(deps, workspaceId, ids));
    const learntAt = new Date().toISOString();
    const scoredWith: ScoredWith = {};
    for (const spec of matching.specs) {
      signal.throwIfAborted();
      const decisions = await inside((trx) => learnModel(trx, deps, { workspaceId, spec }));
      scoredWith[spec.id] = { version: spec.version, decisions };
    }
    return { job: jobId, scoredWith, learntAt, after: null };
  };
  const before = (await inside(findScoring))?.resume;
  const goesOn = before?.job === jobId && matching.specs.every((s) => before.scoredWith[s.id]?.version === s.version);
  const place = goesOn ? before : await learn();
  let matched = 0;
  const records = await walk({ step: 'match', from: place.after ?? undefined }, async (ids) => {
    for (const recordId of ids) {
      signal.throwIfAborted();
      await matchRecord(deps, { workspaceId, recordId });
    }
    matched += ids.length;
    const resume = { ...place, after: ids.at(-1) ?? place.after };
    if (ids.length > 0) await inside((trx) => putScoring(trx, workspaceId, { resume }));
    progress(matched, Math.max(matched, total), 'match');
  });
  const { scoredWith, learntAt } = place;
  const scored = { scoredWith, learntAt: new Date(learntAt), scoredAt: new Date(), resume: null };
  await inside((trx) => putScoring(trx, workspaceId, scored));
  return { records };
}

interface Walk {
  step: string;
  from?: string | undefined;
}

async function storeAll({ db, matching }: MatchDeps, workspaceId: string, ids: readonly string[]): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    await lockMatching(trx, workspaceId);
    const records = [];
    for (const id of ids) records.push(await findRecord(trx, id));
    await storeSubjects(trx, matching, { workspaceId, records: records.filter((record) => record !== undefined) });
  });
}

/** From how many decisions. Stores a new version only when something is other than before, so that a second try changes nothing. */
async function learnModel(
  trx: Trx,
  { fitCalibration }: Pick<Services, 'fitCalibration'>,
  { workspaceId, spec }: { workspaceId: string; spec: MatchSpec },
): Promise<number> {
  await lockMatching(trx, workspaceId);
  const before = (await listModels(trx)).find((row) => row.spec === spec.id);
  const decided = await listStandingDecisions(trx, spec.id, MOST_DECISIONS);
  const types = [...new Set([spec.left, spec.right])];
  const sample = await sampleSubjects(trx, { types, limit: SAMPLE });
  const known = new Set(spec.features.map(({ id }) => id));
  const pairs = decided.map(({ decision, values }) => ({
    right: decision === 'accepted',
    values: Object.fromEntries(Object.entries(values).filter(([id]) => known.has(id))),
  }));
  const learnt = learnWeights(spec, pairs);
  const uncalibrated: MatchModel = {
    ...declaredModel(spec),
    ...learnt,
    words: countWords(sample.map((subject) => wordsIn(spec, subject))),
  };
  // Calibrated is what the weights of now say of what was decided then.
  const outcomes: Outcome[] = pairs.map(({ right, values }) => ({
    right,
    score: scoreOfValues(spec, uncalibrated, values),
  }));
  const model = { ...uncalibrated, calibration: fitCalibration(outcomes, asScored) };
  const version = before?.version ?? 0;
  const same = before?.spec_version === spec.version && canonical(before.model) === canonical({ ...model, version });
  if (same) return decided.length;
  const next = version + 1;
  await putModel(trx, {
    workspaceId,
    spec: spec.id,
    version: next,
    specVersion: spec.version,
    model: { ...model, version: next },
  });
  return decided.length;
}

/** jsonb keeps no order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

function wordsIn(spec: MatchSpec, { type, values, lines }: Subject): string {
  const paths = spec.features.flatMap(({ reads }) => [
    ...(spec.left === type ? reads.left : []),
    ...(spec.right === type ? reads.right : []),
  ]);
  return [...new Set(paths)]
    .flatMap((path) => (path.startsWith('lines[].') ? lines.map((line) => line[path.slice(8)]) : [values[path]]))
    .filter((value) => typeof value === 'string')
    .join(' ');
}

/** Queues the job; its id. */
export async function askForRescore(
  { db, queue }: Pick<Services, 'db' | 'queue'>,
  actor: Actor,
): Promise<{ job: string }> {
  const { workspaceId, userId, requestId = null } = actor;
  const job = await inWorkspace(db, workspaceId, async (trx) => {
    const by = { requestedBy: userId };
    const [id] = await queue.enqueue(trx, rescoreMatchesQueue.name, [{ workspaceId, requestId }], by);
    await recordActs(trx, actor, [{ action: 'match.rescore-requested', target: { type: 'job', id: id! } }]);
    return id!;
  });
  queue.wake(rescoreMatchesQueue.name);
  return { job };
}
