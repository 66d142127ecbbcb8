import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMatches, getMatchStatistics } from '../../src/actions/browse-matches.ts';
import { decideMatch, undoMatchDecision } from '../../src/actions/decide-match.ts';
import { matchRecord } from '../../src/actions/match-record.ts';
import { queueDueRescores } from '../../src/actions/queue-due-rescores.ts';
import { rescoreMatches } from '../../src/actions/rescore-matches.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { FitCalibration } from '../../src/learn/outcome.ts';
import { createMatching } from '../../src/match/matching.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { findScoring } from '../../src/store/match-scorings.ts';
import { newId } from '../../src/store/new-id.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { lostAndFound, lostAndFoundTypes } from '../support/lost-and-found.ts';
import { putRecord } from '../support/matchable-records.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const declared: FitCalibration = (_outcomes, prior) => prior;
const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
const newer = createMatching([{ ...lostAndFound.specs[0]!, version: '2' }], lostAndFoundTypes);
const spec = lostAndFound.specs[0]!.id;

const thing = (place: number) => ({
  values: { category: 'wallet', colour: 'brown', latitude: place, longitude: 5, date: '2026-03-01' },
  lines: [],
});

async function putPairs(owner: Actor, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    for (const type of ['lost_item', 'found_item']) {
      const recordId = await putRecord(house, owner, { type, ...thing(i * 3) });
      await matchRecord(house, { workspaceId: owner.workspaceId, recordId });
    }
  }
}

const openJobs = (owner: Actor) =>
  house.db
    .selectFrom('jobs')
    .select(['id', 'requested_by'])
    .where('workspace_id', '=', owner.workspaceId)
    .where('queue', '=', 'rescore-matches')
    .where('state', '=', 'waiting')
    .execute();

async function run(owner: Actor, { matching = lostAndFound, jobId = newId() } = {}) {
  const deps = { ...house, matching, fitCalibration: declared };
  const progress = () => {};
  const { workspaceId } = owner;
  const done = await rescoreMatches(deps, { workspaceId, jobId, progress, signal: new AbortController().signal });
  await house.db.updateTable('jobs').set({ state: 'done' }).where('workspace_id', '=', workspaceId).execute();
  return done;
}

test('a workspace that was matched with what runs has no cause, an empty one neither', async () => {
  const [owner, empty] = [await newOwner(house), await newOwner(house)];
  await putPairs(owner, 1);
  await queueDueRescores(house);
  expect([await openJobs(owner), await openJobs(empty)]).toEqual([[], []]);
  expect(await getMatchStatistics(house, owner)).toMatchObject([{ lastRescored: null, nextBecause: null }]);
  expect(await getMatchStatistics({ ...house, matching: newer }, empty)).toMatchObject([{ nextBecause: null }]);
});

test('a newer declaration has each workspace scored once, however many look', async () => {
  const owner = await newOwner(house);
  await putPairs(owner, 1);
  const upgraded = { ...house, matching: newer };
  expect(await getMatchStatistics(upgraded, owner)).toMatchObject([{ nextBecause: 'version' }]);
  await Promise.all([1, 2, 3].map(() => queueDueRescores(upgraded)));
  expect(await openJobs(owner)).toMatchObject([{ requested_by: null }]);

  await run(owner, { matching: newer });
  expect(await getMatchStatistics(upgraded, owner)).toMatchObject([
    { version: '2', lastRescored: expect.any(Date), nextBecause: null },
  ]);
  // A process that was not upgraded yet takes nothing back.
  for (const deps of [upgraded, house]) await queueDueRescores(deps, inDays(3));
  expect(await openJobs(owner)).toEqual([]);
});

test('a scoring that failed is not asked for again within a day, and after it is', async () => {
  const owner = await newOwner(house);
  await putPairs(owner, 1);
  const upgraded = { ...house, matching: newer };
  await queueDueRescores(upgraded);
  await house.db.updateTable('jobs').set({ state: 'dead' }).where('workspace_id', '=', owner.workspaceId).execute();
  await queueDueRescores(upgraded);
  expect(await openJobs(owner)).toEqual([]);
  await queueDueRescores(upgraded, inDays(1.1));
  expect(await openJobs(owner)).toHaveLength(1);
});

test('a workspace from before this was kept is scored once', async () => {
  const owner = await newOwner(house);
  await putPairs(owner, 1);
  await inWorkspace(house.db, owner.workspaceId, (trx) => trx.deleteFrom('match_scorings').execute());
  await queueDueRescores(house);
  expect(await openJobs(owner)).toHaveLength(1);
  await run(owner);
  await queueDueRescores(house, inDays(2));
  expect(await openJobs(owner)).toEqual([]);
});

test('twenty decisions have it scored, those taken back count, and at most once a day', async () => {
  const owner = await newOwner(house);
  await putPairs(owner, 20);
  const matches = await getMatches(house, owner, { state: 'proposed', limit: 50 });
  expect(matches).toHaveLength(20);
  for (const { id } of matches.slice(0, 19)) await decideMatch(house, owner, { matchId: id, decision: 'accepted' });
  await queueDueRescores(house);
  expect(await openJobs(owner)).toEqual([]);
  await decideMatch(house, owner, { matchId: matches[19]!.id, decision: 'dismissed' });
  expect(await getMatchStatistics(house, owner)).toMatchObject([{ nextBecause: 'decisions' }]);
  await queueDueRescores(house);
  expect(await openJobs(owner)).toHaveLength(1);

  await run(owner);
  const scoring = await inWorkspace(house.db, owner.workspaceId, findScoring);
  expect(scoring!.scored_with).toEqual({ [spec]: { version: '1', decisions: 20 } });
  expect(await getMatchStatistics(house, owner)).toMatchObject([{ nextBecause: null }]);

  for (const { id } of matches) await undoMatchDecision(house, owner, { matchId: id });
  expect(await getMatchStatistics(house, owner)).toMatchObject([{ nextBecause: 'decisions' }]);
  await queueDueRescores(house);
  expect(await openJobs(owner)).toEqual([]);
  await queueDueRescores(house, inDays(1.1));
  expect(await openJobs(owner)).toHaveLength(1);
});

test('cut off, it goes on after what was matched, with what it had learnt; with other declarations it begins anew', async () => {
  const owner = await newOwner(house);
  const { workspaceId } = owner;
  await putPairs(owner, 52);
  const jobId = newId();
  const stop = new AbortController();
  // As a process that dies after the first hundred of 104.
  const progress = (done: number, _total?: number, step?: string) => {
    if (step === 'match' && done >= 100) stop.abort(new Error('killed'));
  };
  const deps = { ...house, fitCalibration: declared };
  const cut = rescoreMatches(deps, { workspaceId, jobId, progress, signal: stop.signal });
  await expect(cut).rejects.toThrow('killed');
  const { resume, scored_at } = (await inWorkspace(house.db, workspaceId, findScoring))!;
  expect([resume, scored_at]).toMatchObject([{ job: jobId, after: expect.any(String) }, null]);

  expect(await run(owner, { jobId })).toEqual({ records: 4 });
  expect(await inWorkspace(house.db, workspaceId, findScoring)).toMatchObject({
    resume: null,
    learnt_at: new Date(resume!.learntAt),
    scored_at: expect.any(Date),
  });

  const again = new AbortController();
  const other = newId();
  const cutAgain = rescoreMatches(deps, {
    ...{ workspaceId, jobId: other, signal: again.signal },
    progress: (done, _total, step) => step === 'match' && done >= 100 && again.abort(new Error('killed')),
  });
  await expect(cutAgain).rejects.toThrow('killed');
  expect(await run(owner, { jobId: other, matching: newer })).toEqual({ records: 104 });
});
