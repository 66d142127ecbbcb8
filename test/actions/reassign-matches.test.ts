import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMatches } from '../../src/actions/browse-matches.ts';
import { decideMatch, undoMatchDecision } from '../../src/actions/decide-match.ts';
import { matchRecord } from '../../src/actions/match-record.ts';
import type { Json } from '../../src/document/value.ts';
import { createMatching } from '../../src/match/matching.ts';
import type { NewNotice, RaiseNotice } from '../../src/notify/notice.ts';
import { procurement } from '../../src/packs/procurement/index.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { lostAndFound, lostAndFoundTypes } from '../support/lost-and-found.ts';
import { putRecord } from '../support/matchable-records.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const oneToOne = createMatching([{ ...lostAndFound.specs[0]!, assignment: 'one-to-one' }], lostAndFoundTypes);
const papers = createMatching(procurement.matches ?? [], procurement.types);

async function newRoom(matching = oneToOne) {
  const owner = await newOwner(house);
  const { workspaceId } = owner;
  const notices: NewNotice[] = [];
  const raiseNotice: RaiseNotice = async (_trx, notice) => void notices.push(notice);
  const deps = { ...house, matching, raiseNotice };
  const names = new Map<string, string>();
  const all = () => getMatches(deps, owner, { limit: 100 });
  const nameOf = (row: { left_id: string; right_id: string }): string =>
    `${names.get(row.left_id)} ${names.get(row.right_id)}`;
  return {
    ...{ deps, owner, notices, all },
    async put(name: string, type: string, values: Record<string, Json>, lines: Record<string, Json>[] = []) {
      const id = await putRecord(house, owner, { type, values, lines });
      names.set(id, name);
      await matchRecord(deps, { workspaceId, recordId: id });
      return id;
    },
    /** Of one state, by the names of their records. */
    async named(state: string) {
      return (await all())
        .filter((row) => row.state === state)
        .map(nameOf)
        .sort();
    },
    async find(name: string) {
      return (await all()).find((row) => nameOf(row) === name)!;
    },
    again: async () => {
      for (const recordId of names.keys()) await matchRecord(deps, { workspaceId, recordId });
    },
  };
}

const wallet = (latitude: number, more: Record<string, Json> = {}): Record<string, Json> => ({
  ...{ category: 'wallet', colour: 'brown', description: 'leather wallet', date: '2026-03-01' },
  ...{ latitude, longitude: 11.5, ...more },
});

/** The first thing found fits both reports, best the first; the second only the first, as the other is of who found it. */
async function putCrossed() {
  const room = await newRoom();
  await room.put('lost-a', 'lost_item', wallet(48.1));
  await room.put('lost-b', 'lost_item', wallet(48.1, { date: '2026-03-04', reporter: 'P-1' }));
  await room.put('found-1', 'found_item', wallet(48.1));
  expect(await room.named('proposed')).toEqual(['lost-a found-1']);
  await room.put('found-2', 'found_item', wallet(48.1, { date: '2026-02-26', reporter: 'P-1' }));
  return room;
}

test('proposals of one record change for those of another, with the reason, and matching again changes nothing', async () => {
  const room = await putCrossed();
  expect(await room.named('proposed')).toEqual(['lost-a found-2', 'lost-b found-1']);
  const given = await room.find('lost-a found-1');
  expect(given).toMatchObject({ state: 'superseded', superseded_because: 'assigned-elsewhere' });
  expect(given.explanation).toMatchObject({
    assignment: { given: 'elsewhere', text: expect.stringContaining('because together that is likelier') },
  });
  expect((await room.find('lost-b found-1')).explanation).toMatchObject({ assignment: { given: 'here' } });
  const before = await room.all();
  await room.again();
  expect(await room.all()).toEqual(before);
});

test('what is accepted takes its records, what is dismissed gives them back, and undoing arranges anew', async () => {
  const room = await putCrossed();
  const { id } = await room.find('lost-a found-1');
  await decideMatch(room.deps, room.owner, { matchId: id, decision: 'accepted' });
  expect([await room.named('accepted'), await room.named('proposed')]).toEqual([['lost-a found-1'], []]);
  expect((await room.find('lost-a found-2')).explanation).toMatchObject({
    assignment: { text: expect.stringContaining('as a person decided') },
  });
  await undoMatchDecision(room.deps, room.owner, { matchId: id });
  expect(await room.named('proposed')).toEqual(['lost-a found-2', 'lost-b found-1']);
  const other = await room.find('lost-a found-2');
  await decideMatch(room.deps, room.owner, { matchId: other.id, decision: 'dismissed' });
  expect(await room.named('proposed')).toEqual(['lost-a found-1']);
  await room.again();
  expect([await room.named('dismissed'), await room.named('proposed')]).toEqual([
    ['lost-a found-2'],
    ['lost-a found-1'],
  ]);
});

test('people are told of a match that is proposed, not of one that is given elsewhere', async () => {
  const room = await newRoom();
  await room.put('lost-a', 'lost_item', wallet(20));
  await room.put('lost-b', 'lost_item', wallet(20));
  await room.put('found-1', 'found_item', wallet(20));
  const proposed = (await room.all()).filter(({ state }) => state === 'proposed');
  expect(proposed).toHaveLength(1);
  expect(room.notices.map(({ subject }) => subject?.id)).toEqual([proposed[0]!.id]);
});

test('of many that are alike, each goes to one, in whatever order they come', async () => {
  const room = await newRoom();
  for (let i = 0; i < 8; i++) {
    await room.put(`lost-${i}`, 'lost_item', wallet(30 + i / 1000));
    await room.put(`found-${i}`, 'found_item', wallet(30 + ((i * 5) % 8) / 1000));
  }
  const proposed = (await room.all()).filter(({ state }) => state === 'proposed');
  expect(proposed).toHaveLength(8);
  expect(new Set(proposed.flatMap(({ left_id, right_id }) => [left_id, right_id])).size).toBe(16);
});

test('two orders alike: each gets an invoice, and a second invoice of the only order is proposed, too', async () => {
  const room = await newRoom(papers);
  const parties = { 'seller.name': 'Stahl Nord GmbH', 'buyer.name': 'Boot SA', currency: 'EUR', grossTotal: 75 };
  const lines = [{ description: 'Hexagon bolt M8', sku: 'HB-8-100', quantity: 100, unitPrice: 0.4 }];
  const order = (name: string, date: string) =>
    room.put(name, 'purchase_order', { ...parties, number: name, issueDate: date }, lines);
  const invoice = (name: string, date: string) =>
    room.put(name, 'invoice', { ...parties, number: name, issueDate: date }, lines);
  await order('O-1', '2026-03-01');
  await invoice('I-77', '2026-03-12');
  await invoice('I-88', '2026-03-14');
  expect(await room.named('proposed')).toEqual(expect.arrayContaining(['O-1 I-77', 'O-1 I-88']));
  await order('O-2', '2026-03-02');
  const ofOrders = (await room.named('proposed')).filter((name) => name.startsWith('O-'));
  expect(ofOrders.map((name) => name.slice(0, 3)).sort()).toEqual(['O-1', 'O-2']);
});
