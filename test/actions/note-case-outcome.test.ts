// What people do with a thing teaches matches as their decisions do, and nobody else sees it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMatchStatistics } from '../../src/actions/browse-matches.ts';
import { attachToCase, detachFromCase } from '../../src/actions/case-attachments.ts';
import { decideMatch } from '../../src/actions/decide-match.ts';
import { matchRecord } from '../../src/actions/match-record.ts';
import { moveCase, takeBackMove } from '../../src/actions/move-case.ts';
import { outcomeOf } from '../../src/actions/note-case-outcome.ts';
import { openCase } from '../../src/actions/open-case.ts';
import { rescoreMatches } from '../../src/actions/rescore-matches.ts';
import type { Actor } from '../../src/actions/services.ts';
import { createCaseKinds } from '../../src/cases/case-kinds.ts';
import type { Json } from '../../src/document/value.ts';
import { fitCalibration } from '../../src/learn/fit-calibration.ts';
import { jobApplication } from '../../src/packs/careers/track/application.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { countDecisionsSince, listStandingDecisions } from '../../src/store/match-decisions.ts';
import { listMatchesOf } from '../../src/store/matches.ts';
import { withTrash } from '../../src/store/trash.ts';
import { aPosting, aResume, careersEngine } from '../support/careers-engine.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { putRecord } from '../support/matchable-records.ts';
import { knownNames } from '../support/toy-cases.ts';

const spec = 'careers/resume-posting';
const caseKinds = createCaseKinds([jobApplication], { ...knownNames, recordTypes: ['resume', 'job_posting'] });

let house: House;
let owner: Actor;
let number = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]): Promise<T> =>
  inWorkspace(house.db, owner.workspaceId, work);
const deps = () => ({ ...house, ...careersEngine, caseKinds, raiseNotice: async () => {}, types: [] }) as never;

async function put(type: string, values: object): Promise<string> {
  const id = await putRecord(house, owner, { type, values: values as Record<string, Json>, lines: [] });
  await matchRecord(deps(), { workspaceId: owner.workspaceId, recordId: id });
  return id;
}

async function begin(): Promise<void> {
  owner = { ...(await newOwner(house)), role: 'owner' };
  await put('resume', aResume());
}

const putPosting = () => put('job_posting', aPosting({ 'hiringOrganization.name': `Employer ${++number} of many` }));
const said = async () => (await inside((trx) => listStandingDecisions(trx, spec, 100))).map(({ decision }) => decision);
const open = (subjectId: string, state?: string) =>
  openCase(deps(), owner, { type: jobApplication.id, subjectId, state });

test('a bookmark speaks for the match, dropping it against, and taking that back for it again', async () => {
  await begin();
  const posting = await putPosting();
  const { view } = await open(posting);
  expect(await said()).toEqual(['accepted']);
  const { id } = view.row;
  await moveCase(deps(), owner, { id, to: 'withdrawn' });
  expect(await said()).toEqual(['dismissed']);
  await takeBackMove(deps(), owner, { id });
  expect(await said()).toEqual(['accepted']);
  expect(await inside((trx) => countDecisionsSince(trx, null))).toEqual(new Map([[spec, 1]]));
});

test('what comes after an application says nothing more, and neither does a refusal', async () => {
  await begin();
  const { view } = await open(await putPosting(), 'applied');
  await moveCase(deps(), owner, { id: view.row.id, to: 'rejected' });
  expect(await said()).toEqual(['accepted']);
});

test('a decision on the match outranks the case', async () => {
  await begin();
  const posting = await putPosting();
  await open(posting);
  const [match] = await inside((trx) => listMatchesOf(trx, posting));
  await decideMatch(deps(), owner, { matchId: match!.id, decision: 'dismissed' });
  expect(await said()).toEqual(['dismissed']);
  const told = await getMatchStatistics(deps(), owner);
  expect(told.find((one) => one.spec === spec)).toMatchObject({
    decisions: { accepted: 0, dismissed: 1 },
    outcomes: { for: 0, against: 0 },
  });
});

test('of several résumés the one that is attached counts; without one nothing is said', async () => {
  await begin();
  const other = await put('resume', aResume({ 'basics.name': 'Ben Example' }));
  const posting = await putPosting();
  const { view } = await open(posting);
  expect(await said()).toEqual([]);
  const attachment = { role: 'resume', id: other };
  const attached = await attachToCase(deps(), owner, { id: view.row.id, attachment });
  expect(await said()).toEqual(['accepted']);
  const [row] = await inside((trx) => trx.selectFrom('match_outcomes').selectAll().execute());
  const match = (await inside((trx) => listMatchesOf(trx, posting))).find(({ left_id }) => left_id === other)!;
  expect(row).toMatchObject({ match_id: match.id, score: match.score, owner_id: owner.userId });
  await detachFromCase(deps(), owner, { id: view.row.id, attachmentId: attached.attachments[0]!.id });
  expect(await said()).toEqual([]);
});

test('a case in the trash says nothing', async () => {
  await begin();
  const { view } = await open(await putPosting());
  const trashed = { deleted_at: new Date(), deleted_by: owner.userId };
  await inside((trx) =>
    withTrash(trx, () => trx.updateTable('cases').set(trashed).where('id', '=', view.row.id).execute()),
  );
  expect(await said()).toEqual([]);
});

test('a scoring learns from them', async () => {
  await begin();
  for (let i = 0; i < 6; i++) await open(await putPosting());
  const rescoring = {
    ...{ workspaceId: owner.workspaceId, jobId: crypto.randomUUID() },
    ...{ signal: new AbortController().signal, progress: () => {} },
  };
  await rescoreMatches({ ...(deps() as object), fitCalibration } as never, rescoring);
  const told = (await getMatchStatistics(deps(), owner)).find((one) => one.spec === spec);
  expect(told).toMatchObject({ outcomes: { for: 6, against: 0 }, model: { weightsFrom: 6 } });
});

test('of another workspace nothing is learnt', async () => {
  await begin();
  expect(await said()).toEqual([]);
});

test.each<[string, [string | null, string][], string | undefined]>([
  ['nothing', [], undefined],
  ['noted down', [[null, 'bookmarked']], 'accepted'],
  [
    'dropped',
    [
      [null, 'bookmarked'],
      ['bookmarked', 'withdrawn'],
    ],
    'dismissed',
  ],
  [
    'withdrawn after applying',
    [
      [null, 'applied'],
      ['applied', 'withdrawn'],
    ],
    'accepted',
  ],
  [
    'dropped and taken up again',
    [
      [null, 'bookmarked'],
      ['bookmarked', 'withdrawn'],
      ['withdrawn', 'bookmarked'],
    ],
    'accepted',
  ],
])('%s', (_what, steps, decision) => {
  const moves = steps.map(([from_state, to_state], day) => ({ from_state, to_state, at: new Date(2026, 0, day + 1) }));
  expect(outcomeOf(jobApplication.outcome!, moves)?.decision).toBe(decision);
});
