import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMatch, getMatches, getMatchStatistics } from '../../src/actions/browse-matches.ts';
import { correctRecord } from '../../src/actions/correct-record.ts';
import { decideMatch, undoMatchDecision } from '../../src/actions/decide-match.ts';
import { matchRecord } from '../../src/actions/match-record.ts';
import { rescoreMatches } from '../../src/actions/rescore-matches.ts';
import type { Actor } from '../../src/actions/services.ts';
import { deleteThing, restoreThing } from '../../src/actions/trash.ts';
import type { Json } from '../../src/document/value.ts';
import type { FitCalibration } from '../../src/learn/outcome.ts';
import { createMatching } from '../../src/match/matching.ts';
import type { NewNotice, RaiseNotice } from '../../src/notify/notice.ts';
import { procurement } from '../../src/packs/procurement/index.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { lostAndFound, lostAndFoundTypes } from '../support/lost-and-found.ts';
import { putRecord, storeKeys } from '../support/matchable-records.ts';
import { takenAsGiven } from '../support/toy-engine.ts';

const papers = createMatching(procurement.matches ?? [], procurement.types);
const notices: NewNotice[] = [];
const raiseNotice: RaiseNotice = async (_trx, notice) => void notices.push(notice);

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const wallet = (more: Record<string, Json> = {}): Record<string, Json> => ({
  category: 'wallet',
  colour: 'brown',
  description: 'leather wallet with a dented silver clasp',
  latitude: 48.137,
  longitude: 11.575,
  date: '2026-03-01',
  ...more,
});

interface Room {
  owner: Actor;
  put(type: string, values: Record<string, Json>, lines?: Record<string, Json>[]): Promise<string>;
  match(id: string): Promise<Awaited<ReturnType<typeof matchRecord>>>;
  list(id: string): ReturnType<typeof getMatches>;
}

async function newRoom(matching = lostAndFound): Promise<Room> {
  const owner = await newOwner(house);
  const deps = { ...house, matching, raiseNotice };
  const match = (recordId: string) => matchRecord(deps, { workspaceId: owner.workspaceId, recordId });
  return {
    owner,
    match,
    async put(type, values, lines = []) {
      const id = await putRecord(house, owner, { type, values, lines });
      await match(id);
      return id;
    },
    list: (id) => getMatches(deps, owner, { recordId: id, limit: 50 }),
  };
}

test('a new record finds what belongs to it, with reasons for and against in words with both values', async () => {
  const { put, list } = await newRoom();
  const lost = await put('lost_item', wallet());
  const found = await put('found_item', wallet({ description: 'wallet, dented silver clasp', colour: 'black' }));
  await put('found_item', wallet({ category: 'umbrella' }));

  const [match, ...more] = await list(lost);
  expect(more).toEqual([]);
  expect(match).toMatchObject({ left_id: lost, right_id: found, state: 'proposed', spec: 'lost-and-found/same-thing' });
  expect(match!.explanation).toMatchObject({
    against: [{ feature: 'colour', text: 'Colour: “brown” and “black” differ' }],
    veto: null,
    versions: { spec: '1', model: 0, calibration: 'prior' },
  });
  const { for: reasons } = match!.explanation as { for: { feature: string }[] } & Json;
  expect(reasons.map(({ feature }) => feature).sort()).toEqual(['place', 'time', 'words']);
});

test('matching a record again changes nothing, and people are told of a strong match once', async () => {
  const { put, list, match, owner } = await newRoom();
  const lost = await put('lost_item', wallet());
  const found = await put('found_item', wallet());
  const before = await list(lost);
  for (const id of [lost, found, lost]) await match(id);
  expect(await list(lost)).toEqual(before);
  expect(notices.filter(({ workspaceId }) => workspaceId === owner.workspaceId)).toMatchObject([
    { kind: 'match.found', key: `match.found:${before[0]!.id}`, subject: { type: 'match', id: before[0]!.id } },
  ]);
});

test('a veto rules out what everything else speaks for', async () => {
  const { put, list } = await newRoom();
  const lost = await put('lost_item', wallet({ reporter: 'P-1' }));
  await put('found_item', wallet({ reporter: 'P-1' }));
  expect(await list(lost)).toEqual([]);
});

test('a dismissed pair is not proposed again until a compared value changes', async () => {
  const { put, list, match, owner } = await newRoom();
  const lost = await put('lost_item', wallet());
  await put('found_item', wallet());
  const { id } = (await list(lost))[0]!;
  await decideMatch(house, owner, { matchId: id, decision: 'dismissed', reason: 'another clasp' });
  await match(lost);
  expect((await list(lost))[0]!.state).toBe('dismissed');

  const corrected = { ...house, types: lostAndFoundTypes, ...takenAsGiven };
  await correctRecord(corrected, owner, {
    recordId: lost,
    seen: () => true,
    fields: { description: 'leather wallet' },
  });
  await match(lost);
  const again = await getMatch(house, owner, id);
  expect(again.state).toBe('proposed');
  expect(again.decisions).toMatchObject([{ decision: 'dismissed', reason: 'another clasp', decided_by: owner.userId }]);
});

test('an accepted match stays accepted whatever is scored later, and undoing gives the proposal back', async () => {
  const { put, list, match, owner } = await newRoom();
  const lost = await put('lost_item', wallet());
  await put('found_item', wallet());
  const { id } = (await list(lost))[0]!;
  const accepted = await decideMatch(house, owner, { matchId: id, decision: 'accepted' });
  await expect(decideMatch(house, owner, { matchId: id, decision: 'dismissed' })).rejects.toMatchObject({
    code: 'match.decided',
  });
  const seen = (version: number) => version === accepted.version - 1;
  await expect(undoMatchDecision(house, owner, { matchId: id, seen })).rejects.toMatchObject({ code: 'match.changed' });

  const deps = { ...house, types: lostAndFoundTypes, ...takenAsGiven };
  await correctRecord(deps, owner, { recordId: lost, seen: () => true, fields: { colour: 'pink', latitude: 0 } });
  await match(lost);
  expect((await list(lost))[0]).toMatchObject({ state: 'accepted' });

  await undoMatchDecision(house, owner, { matchId: id });
  expect((await list(lost))[0]).toMatchObject({ state: 'superseded', superseded_because: 'too-unlikely' });
  await expect(undoMatchDecision(house, owner, { matchId: id })).rejects.toMatchObject({ code: 'match.not-decided' });
});

test('what lies in the trash has no matches, and brings them back with it', async () => {
  const { put, list, match, owner } = await newRoom();
  const lost = await put('lost_item', wallet());
  const found = await put('found_item', wallet());
  await deleteThing(house, owner, { kind: 'record', id: found });
  expect(await list(lost)).toEqual([]);
  const third = await put('lost_item', wallet({ colour: 'tan' }));
  expect(await list(third)).toEqual([]);
  await restoreThing(house, owner, { kind: 'record', id: found });
  const jobs = await house.db
    .selectFrom('jobs')
    .select('queue')
    .where('workspace_id', '=', owner.workspaceId)
    .execute();
  expect(jobs).toContainEqual({ queue: 'match-record' });
  await match(found);
  expect((await list(found)).map(({ left_id }) => left_id).sort()).toEqual([lost, third].sort());
});

test('of very many good ones the best few are proposed, and a better one pushes a worse one out', async () => {
  const { put, list, owner } = await newRoom();
  const lost = await put('lost_item', wallet());
  for (let i = 0; i < 11; i++) await put('found_item', wallet({ date: `2026-03-${String(12 - i).padStart(2, '0')}` }));
  const states = (await list(lost)).map(({ state, superseded_because }) => `${state} ${superseded_because}`);
  expect(states.filter((state) => state === 'proposed null')).toHaveLength(10);
  expect(states.filter((state) => state === 'superseded outranked')).toHaveLength(1);
  expect(
    await getMatches(house, owner, { recordId: lost, state: 'proposed', minProbability: 0.99, limit: 50 }),
  ).toEqual([]);
});

test('a key that thousands share is passed over, and said', async () => {
  const { owner, match } = await newRoom();
  const ids: string[] = [];
  for (let i = 0; i < 210; i++)
    ids.push(await putRecord(house, owner, { type: 'found_item', values: wallet(), lines: [] }));
  const deps = { ...house, matching: lostAndFound, raiseNotice };
  await storeKeys(deps, owner, ids);
  const lost = await putRecord(house, owner, { type: 'lost_item', values: wallet(), lines: [] });
  expect(await match(lost)).toEqual({ compared: 0, proposed: 0, findings: 0, tooCommon: ['lost-and-found/square'] });
});

test('nobody finds what belongs to another workspace', async () => {
  const [one, other] = [await newRoom(), await newRoom()];
  await one.put('lost_item', wallet());
  const found = await other.put('found_item', wallet());
  expect(await other.list(found)).toEqual([]);
});

test('decisions teach: a second scoring weighs what they say, is calibrated by them, and a third changes nothing', async () => {
  const { put, list, owner } = await newRoom();
  const deps = { ...house, matching: lostAndFound, raiseNotice, fitCalibration: shareOfRight };
  // Here the colour tells everything: brown pairs belong together, others do not.
  for (let i = 0; i < 12; i++) {
    const where = { latitude: 10 + i * 3, longitude: 5 };
    const lost = await put('lost_item', wallet(where));
    await put('found_item', wallet({ ...where, colour: i % 2 === 0 ? 'brown' : 'black' }));
    const [match] = await list(lost);
    await decideMatch(house, owner, { matchId: match!.id, decision: i % 2 === 0 ? 'accepted' : 'dismissed' });
  }
  const fresh = await put('lost_item', wallet({ latitude: -20 }));
  await put('found_item', wallet({ latitude: -20, colour: 'black' }));
  const before = (await list(fresh))[0]!;
  const rescore = () => {
    const seen: number[] = [];
    const run = { workspaceId: owner.workspaceId, jobId: newId(), signal: new AbortController().signal };
    return rescoreMatches(deps, { ...run, progress: (done) => void seen.push(done) }).then((result) => ({
      ...result,
      seen,
    }));
  };
  expect(await rescore()).toEqual({ records: 26, seen: [0, 0, 26, 26] });
  const after = (await getMatch(deps, owner, before.id))!;
  expect(after.score).toBeLessThan(before.score);
  expect(after.explanation).toMatchObject({ versions: { model: 1, weightsFrom: 12, calibrationFrom: 12 } });
  expect(await getMatchStatistics(deps, owner)).toMatchObject([
    {
      decisions: { accepted: 6, dismissed: 6, undone: 0 },
      model: { version: 1, weightsFrom: 12, calibrationFrom: 12 },
    },
  ]);

  await rescore();
  // Words were counted anew among what had been stored by then; decisions are the same.
  const third = await getMatch(deps, owner, before.id);
  await rescore();
  expect(await getMatch(deps, owner, before.id)).toEqual(third);

  const raised = createMatching([{ ...lostAndFound.specs[0]!, version: '2' }], lostAndFoundTypes);
  const run = {
    workspaceId: owner.workspaceId,
    jobId: newId(),
    signal: new AbortController().signal,
    progress: () => {},
  };
  await rescoreMatches({ ...deps, matching: raised }, run);
  expect((await getMatch(deps, owner, before.id)).explanation).toMatchObject({ versions: { spec: '2' } });

  const stopped = AbortSignal.abort(new Error('cancelled'));
  await expect(rescoreMatches(deps, { ...run, signal: stopped })).rejects.toThrow('cancelled');
});

/** A real fit, as small as can be: above the middle score the share of right ones there, below it that there. */
const shareOfRight: FitCalibration = (outcomes, prior) => {
  if (outcomes.length < 10) return prior;
  const middle = outcomes.map(({ score }) => score).sort((a, b) => a - b)[Math.floor(outcomes.length / 2)]!;
  const share = (above: boolean): number => {
    const some = outcomes.filter(({ score }) => score >= middle === above);
    return (some.filter(({ right }) => right).length + 1) / (some.length + 2);
  };
  const points = [
    { score: middle - 0.01, probability: share(false) },
    { score: middle, probability: share(true) },
  ];
  return { method: 'isotonic', outcomes: outcomes.length, points };
};

const parties = {
  'seller.name': 'Stahl Nord GmbH',
  'seller.vatId': 'DE123456789',
  'buyer.name': 'Boot SA',
  currency: 'EUR',
};
const bolts = [
  { description: 'Hexagon bolt M8', sku: 'HB-8-100', quantity: 100, unitPrice: 0.4 },
  { description: 'Wing nut M8', sku: 'WN-8-100', quantity: 50, unitPrice: 0.7 },
];

test('an invoice finds its order by a number that a scan misread, and the order its quotation, delivery and credit note', async () => {
  const { put, list } = await newRoom(papers);
  const specsOf = async (id: string) => (await list(id)).map(({ spec, state }) => `${spec} ${state}`).sort();
  await put('rfq', { number: 'R-77', issueDate: '2026-01-02', 'buyer.name': 'Boot SA' }, bolts);
  await put(
    'quotation',
    { ...parties, number: 'Q-501', rfqNumber: 'R-77', issueDate: '2026-01-10', grossTotal: 89.25 },
    bolts,
  );
  const order = await put(
    'purchase_order',
    { ...parties, number: 'PO-10057', quotationNumber: 'Q-501', issueDate: '2026-01-20', grossTotal: 89.25 },
    bolts,
  );
  await put('delivery_note', { ...parties, number: 'D-9', purchaseOrderNumber: 'PO-10057', date: '2026-01-28' }, bolts);
  const invoice = await put(
    'invoice',
    { ...parties, number: 'I-300', purchaseOrderNumber: 'PO-1OO57', issueDate: '2026-02-01', grossTotal: 89.25 },
    bolts,
  );
  await put(
    'credit_note',
    { ...parties, number: 'C-4', precedingInvoiceNumber: 'I-300', issueDate: '2026-02-20', grossTotal: -28 },
    bolts.slice(0, 1),
  );
  expect(await specsOf(order)).toEqual([
    'procurement/order-delivery proposed',
    'procurement/order-invoice proposed',
    'procurement/quotation-order proposed',
  ]);
  expect(await specsOf(invoice)).toEqual([
    'procurement/invoice-credit-note proposed',
    'procurement/order-invoice proposed',
  ]);
});

test('an invoice sent twice is found, the next month’s of the same amount is not, and neither is one in another currency', async () => {
  const { put, list } = await newRoom(papers);
  const bill = { ...parties, number: 'I-300', issueDate: '2026-02-01', grossTotal: 89.25 };
  const first = await put('invoice', bill, bolts);
  const twice = await put('invoice', { ...bill, number: 'I-3OO' }, bolts);
  await put('invoice', { ...bill, number: 'I-355', issueDate: '2026-03-01' }, bolts);
  await put('invoice', { ...bill, currency: 'USD' }, bolts);
  const found = (await list(first)).filter(({ state }) => state === 'proposed');
  expect(found.map(({ left_id, right_id }) => [left_id, right_id])).toEqual([[first, twice]]);
});

test('erasing for good takes keys, matches and decisions along', async () => {
  const { put, list, owner } = await newRoom();
  const lost = await put('lost_item', wallet());
  await put('found_item', wallet());
  await decideMatch(house, owner, { matchId: (await list(lost))[0]!.id, decision: 'accepted' });
  const left = await inWorkspace(house.db, owner.workspaceId, async (trx) => {
    await trx.deleteFrom('records').where('id', '=', lost).execute();
    const tables = ['match_subjects', 'match_keys', 'matches', 'match_decisions'] as const;
    return Promise.all(tables.map((table) => trx.selectFrom(table).selectAll().execute()));
  });
  expect(left.map((rows) => rows.length)).toEqual([1, 1, 0, 0]);
});
