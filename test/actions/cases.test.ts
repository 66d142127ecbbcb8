// Cases: opening once, moving by what is declared, whose they are, exactly what was attached, and the trash.

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getBoard, getCase, getCaseFigures, getCases, getCaseTimeline } from '../../src/actions/browse-cases.ts';
import { attachToCase, detachFromCase, getAttachment } from '../../src/actions/case-attachments.ts';
import { changeCase, noteOnCase } from '../../src/actions/change-case.ts';
import { closeCase, moveCase, placeCase, reopenCase, takeBackMove } from '../../src/actions/move-case.ts';
import { type CaseWish, openCase } from '../../src/actions/open-case.ts';
import { purgeTrash } from '../../src/actions/purge.ts';
import type { Actor } from '../../src/actions/services.ts';
import { deleteThing, getTrash, restoreThing } from '../../src/actions/trash.ts';
import { findTransition } from '../../src/cases/case-moves.ts';
import { insertArtifact } from '../../src/store/artifacts.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { toyCaseKinds, toyRequest } from '../support/toy-cases.ts';

let house: House;
let owner: Actor;
let other: Actor;
let deps: House & { caseKinds: typeof toyCaseKinds };
beforeAll(async () => {
  house = await openHouse();
  deps = { ...house, caseKinds: toyCaseKinds };
});
beforeEach(async () => {
  owner = await newOwner(house);
  // Of the same workspace.
  const { userId } = await makeWorkspace(house.db);
  other = { workspaceId: owner.workspaceId, userId, role: 'editor' };
  await inWorkspace(house.db, owner.workspaceId, (trx) =>
    insertMembership(trx, { workspaceId: owner.workspaceId, userId, role: 'editor' }),
  );
});
afterAll(() => house.close());

const open = async (wish: Partial<CaseWish> = {}, actor = owner) =>
  (await openCase(deps, actor, { type: 'toy/request', ...wish })).view.row;
const move = (id: string, to: string, actor = owner) => moveCase(deps, actor, { id, to });
const keepBill = async () => (await keepDocument(house, owner)).recordIds[0]!;
const keepLetter = async () => {
  const id = newId();
  const row = { workspace_id: owner.workspaceId, id, kind: 'letter', title: 'Letter' };
  const first = { body: { text: 'Dear' }, operations: [], writtenBy: 'person' as const, madeBy: owner.userId };
  await inWorkspace(house.db, owner.workspaceId, (trx) => insertArtifact(trx, row, first));
  return id;
};
const timeline = async (id: string) => (await getCaseTimeline(deps, owner, { id, limit: 100 })).map(({ kind }) => kind);

describe('one open case about one thing', () => {
  test('asking again brings the open one up to date, and moves it on', async () => {
    const subjectId = await keepBill();
    const first = await openCase(deps, owner, { type: 'toy/request', subjectId });
    expect(first).toMatchObject({ isNew: true, view: { row: { state: 'noted', is_open: true } } });
    const wish = { type: 'toy/request', subjectId, state: 'sent', fields: { contact: 'Ann' }, note: 'by mail' };
    const again = await openCase(deps, owner, wish);
    expect(again).toMatchObject({
      isNew: false,
      view: { row: { id: first.view.row.id, state: 'sent', fields: { contact: 'Ann' } } },
    });
    await move(first.view.row.id, 'meeting');
    const late = await openCase(deps, owner, wish);
    expect(late.view.row, 'it has been there: it is not brought back').toMatchObject({ state: 'meeting' });
  });

  test('of many who ask at once, one makes it', async () => {
    const subjectId = await keepBill();
    const made = await Promise.all(
      Array.from({ length: 5 }, () => openCase(deps, owner, { type: 'toy/request', subjectId })),
    );
    expect(new Set(made.map(({ view }) => view.row.id)).size).toBe(1);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test('each person has one of their own; an ended one makes room for the next, and cannot come back beside it', async () => {
    const subjectId = await keepBill();
    const mine = await open({ subjectId });
    expect((await open({ subjectId }, other)).id).not.toBe(mine.id);
    await closeCase(deps, owner, { id: mine.id });
    const next = await open({ subjectId });
    expect(next.id).not.toBe(mine.id);
    await expect(reopenCase(deps, owner, { id: mine.id })).rejects.toMatchObject({ code: 'case.already-open' });
    await expect(takeBackMove(deps, owner, { id: mine.id })).rejects.toMatchObject({ code: 'case.already-open' });
  });

  test('what is not declared is refused: types, states, subjects, fields', async () => {
    const refused: [Partial<CaseWish>, string][] = [
      [{ type: 'toy/moon' }, 'case.unknown-type'],
      [{ state: 'moon' }, 'case.unknown-state'],
      [{ state: 'meeting' }, 'case.illegal-move'],
      [{ subjectId: newId() }, 'case.wrong-subject'],
      [{ fields: { salary: 1 } }, 'case.invalid-fields'],
      [{ fields: { meetingAt: ['soon'] } }, 'case.invalid-fields'],
      [{ type: 'toy/purchase', fields: { a: 1 } }, 'case.invalid-fields'],
      [{ attachments: [{ role: 'moon', id: newId() }] }, 'case.wrong-attachment'],
      [{ attachments: [{ role: 'bill', id: newId() }] }, 'case.wrong-attachment'],
    ];
    for (const [wish, code] of refused) await expect(open(wish), code).rejects.toMatchObject({ code });
    expect(await getCases(deps, owner, { limit: 10 }), 'nothing half made').toEqual([]);
  });

  test('it is called by what its record says', async () => {
    const subjectId = await keepBill();
    expect((await open({ subjectId })).title).toMatch(/./);
    expect((await open({ title: 'Ours' })).title).toBe('Ours');
    expect((await open()).title).toBe('Request');
  });
});

test('a change that changes nothing makes no version and no entry', async () => {
  const { id } = await open({ fields: { contact: 'Ann' } });
  const same = await changeCase(deps, owner, { id, title: 'Request', fields: { contact: 'Ann' } });
  expect(same.row.version).toBe(1);
  const { row } = await changeCase(deps, owner, { id, title: 'Ours', fields: { contact: 'Ann' } });
  expect(row).toMatchObject({ version: 2, title: 'Ours' });
  const [event] = await getCaseTimeline(deps, owner, { id, limit: 1 });
  expect(event).toMatchObject({ kind: 'changed', data: { fields: ['title'] } });
});

describe('moving', () => {
  test('no sequence of moves, ends, reopenings and takings back leaves what is declared', async () => {
    const states = toyRequest.states.map(({ id }) => id);
    const act = fc.oneof(
      fc.constantFrom(...states).map((to) => ({ to })),
      fc.constantFrom('reopen', 'back').map((verb) => ({ verb })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { id } = await open();
        let [at, before] = ['noted', [] as string[]];
        for (const each of acts) {
          const wish = { id };
          const done = await ('to' in each
            ? move(id, each.to)
            : each.verb === 'reopen'
              ? reopenCase(deps, owner, wish)
              : takeBackMove(deps, owner, wish)
          ).catch((error) => error as { code: string });
          if ('to' in each && findTransition(toyRequest, at, each.to)) {
            before.push(at);
            at = each.to;
          } else if ('verb' in each && each.verb === 'back' && before.length > 0) at = before.pop()!;
          else if ('verb' in each && each.verb === 'reopen' && ['granted', 'refused', 'dropped'].includes(at)) {
            before = [...before, at];
            at = before.at(-2)!;
          } else expect(done).toHaveProperty('code', expect.stringMatching(/illegal-move|not-reopenable|take-back/));
          expect((await getCase(deps, owner, id)).row.state).toBe(at);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('an illegal jump says where steps lead', async () => {
    const { id } = await open();
    await expect(move(id, 'granted')).rejects.toMatchObject({
      code: 'case.illegal-move',
      details: { allowed: ['sent', 'dropped'] },
    });
    await expect(move(id, 'moon')).rejects.toMatchObject({ code: 'case.unknown-state' });
  });

  test('a version that was not seen, a guard and a role keep a step from being taken', async () => {
    const { id, version } = await open({ type: 'toy/purchase' });
    await expect(move(id, 'quotes')).rejects.toMatchObject({ code: 'case.not-ready', message: /no quote yet/ });
    await attachToCase(deps, owner, { id, attachment: { role: 'bill', id: await keepBill() } });
    const stale = { id, to: 'quotes', seen: (now: number) => now === version };
    await expect(moveCase(deps, owner, stale)).rejects.toMatchObject({ code: 'case.changed' });
    await move(id, 'quotes', other);
    await expect(move(id, 'order', other)).rejects.toMatchObject({ code: 'auth.forbidden' });
    expect((await move(id, 'order')).row).toMatchObject({
      state: 'order',
      is_open: false,
      closed_at: expect.any(Date),
    });
    await expect(reopenCase(deps, owner, { id })).rejects.toMatchObject({ code: 'case.not-reopenable' });
    await expect(takeBackMove(deps, owner, { id })).rejects.toMatchObject({ code: 'case.nothing-to-take-back' });
  });

  test('a slip is taken back by whoever made it, for some minutes', async () => {
    const { id, state_since } = await open();
    await move(id, 'dropped');
    const late = new Date(Date.now() + 11 * 60_000);
    await expect(takeBackMove(deps, owner, { id }, late)).rejects.toMatchObject({ code: 'case.nothing-to-take-back' });
    expect((await takeBackMove(deps, owner, { id })).row).toMatchObject({
      state: 'noted',
      state_since,
      closed_at: null,
    });
    await expect(takeBackMove(deps, owner, { id })).rejects.toMatchObject({ code: 'case.nothing-to-take-back' });
    expect(await timeline(id)).toEqual(['taken-back', 'moved', 'opened']);
    const { stages } = await getCaseFigures(deps, owner, { type: 'toy/request', by: 'month' });
    expect(
      stages.find(({ state }) => state === 'dropped'),
      'it did not happen',
    ).toMatchObject({ reached: 0 });
  });

  test('it ends in the one end there is, and has to be told which of several', async () => {
    const { id } = await open();
    await move(id, 'sent');
    await expect(closeCase(deps, owner, { id })).rejects.toMatchObject({
      code: 'case.illegal-move',
      details: { allowed: ['refused', 'dropped'] },
    });
    expect((await closeCase(deps, owner, { id, to: 'refused' })).row).toMatchObject({ is_open: false });
    expect((await reopenCase(deps, owner, { id })).row).toMatchObject({
      state: 'sent',
      is_open: true,
      closed_at: null,
    });
  });
});

test('a person’s own case is seen, changed and found in the trash by nobody else', async () => {
  const { id } = await open();
  const target = { id };
  const ways: Record<string, () => Promise<unknown>> = {
    see: () => getCase(deps, other, id),
    follow: () => getCaseTimeline(deps, other, { id, limit: 1 }),
    move: () => move(id, 'sent', other),
    change: () => changeCase(deps, other, { ...target, title: 'x' }),
    note: () => noteOnCase(deps, other, { ...target, text: 'x' }),
    place: () => placeCase(deps, other, { id, below: null }),
    remove: () => deleteThing(house, other, { kind: 'case', id }),
  };
  for (const [name, way] of Object.entries(ways)) {
    await expect(way(), name).rejects.toMatchObject({ code: 'case.not-found' });
  }
  expect(await getCases(deps, other, { limit: 10 })).toEqual([]);
  const board = await getBoard(deps, other, { type: 'toy/request', limit: 5 });
  expect(board.columns.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
  await deleteThing(house, owner, { kind: 'case', id });
  expect(await getTrash(house, other, { limit: 10 })).toEqual([]);
  await expect(restoreThing(house, other, { kind: 'case', id })).rejects.toMatchObject({ code: 'trash.not-found' });
  expect(await getTrash(house, owner, { limit: 10 })).toMatchObject([{ kind: 'case', id }]);
});

describe('the trash', () => {
  test('a case comes back with all it had, unless another is open about the same thing', async () => {
    const subjectId = await keepBill();
    const { id } = await open({ subjectId });
    await noteOnCase(deps, owner, { id, text: 'keep' });
    await deleteThing(house, owner, { kind: 'case', id });
    await expect(getCase(deps, owner, id)).rejects.toMatchObject({ code: 'case.not-found' });
    const next = await open({ subjectId });
    await expect(restoreThing(house, owner, { kind: 'case', id })).rejects.toMatchObject({ code: 'case.already-open' });
    await closeCase(deps, owner, { id: next.id });
    await restoreThing(house, owner, { kind: 'case', id });
    expect(await timeline(id)).toEqual(['restored', 'noted', 'opened']);
  });

  test('what lay there long enough goes for good, with its history', async () => {
    const { id } = await open();
    await deleteThing(house, owner, { kind: 'case', id });
    await purgeTrash(house, new Date(Date.now() + 1000));
    const left = await inWorkspace(house.db, owner.workspaceId, (trx) =>
      trx.selectFrom('case_events').select('id').where('case_id', '=', id).execute(),
    );
    expect(left).toEqual([]);
  });
});

describe('exactly what was sent', () => {
  test('a record as it was, whatever becomes of it; the next version takes its place and the first stays visible', async () => {
    const recordId = await keepBill();
    const { id } = await open({ attachments: [{ role: 'bill', id: recordId }] });
    const [first] = (await getCase(deps, owner, id)).attachments;
    expect(first).toMatchObject({
      source_version: 1,
      detached_at: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const before = await getAttachment(deps, owner, { caseId: id, id: first!.id });
    await inWorkspace(house.db, owner.workspaceId, (trx) =>
      trx.updateTable('records').set({ version: 2, fields: '{}' }).where('id', '=', recordId).execute(),
    );
    expect(await getAttachment(deps, owner, { caseId: id, id: first!.id })).toEqual(before);
    const attachment = { role: 'bill', id: recordId };
    const { attachments } = await attachToCase(deps, owner, { id, attachment });
    expect(attachments).toMatchObject([
      { id: first!.id, detached_at: expect.any(Date) },
      { source_version: 2, detached_at: null },
    ]);
    const same = await attachToCase(deps, owner, { id, attachment });
    expect(same.attachments, 'the same again is nothing new').toHaveLength(2);
    const gone = { id, attachment: { ...attachment, version: 1 } };
    await expect(attachToCase(deps, owner, gone)).rejects.toMatchObject({ code: 'case.wrong-attachment' });
  });

  test('a letter that is deleted afterwards can still be shown; a record that is deleted for good cannot', async () => {
    const [letter, bill] = [await keepLetter(), await keepBill()];
    const { id } = await open({
      attachments: [
        { role: 'letter', id: letter },
        { role: 'bill', id: bill },
      ],
    });
    const { attachments } = await move(id, 'sent');
    const [sent, billed] = attachments;
    await inWorkspace(house.db, owner.workspaceId, async (trx) => {
      await trx.deleteFrom('artifacts').where('id', '=', letter).execute();
      await trx.deleteFrom('records').where('id', '=', bill).execute();
    });
    const shown = await getAttachment(deps, owner, { caseId: id, id: sent!.id });
    expect(shown.content).toMatchObject({ body: { text: 'Dear' } });
    await expect(getAttachment(deps, owner, { caseId: id, id: billed!.id })).rejects.toMatchObject({
      code: 'case.content-gone',
    });
    const [event] = await getCaseTimeline(deps, owner, { id, limit: 1 });
    expect(event, 'the step says what went with it').toMatchObject({
      kind: 'moved',
      data: { attachments: [sent!.id, billed!.id] },
    });
    await detachFromCase(deps, owner, { id, attachmentId: sent!.id });
    await expect(detachFromCase(deps, owner, { id, attachmentId: sent!.id })).rejects.toMatchObject({
      code: 'case.attachment-not-found',
    });
  });
});

test('columns keep the order that people gave them, however often something is put in between', async () => {
  const ids = [];
  for (let i = 0; i < 3; i++) ids.unshift((await open()).id);
  const order = async () =>
    (await getBoard(deps, owner, { type: 'toy/request', limit: 10 })).columns[0]!.cases.map(({ row }) => row.id);
  expect(await order()).toEqual(ids);
  const [a, b, c] = ids as [string, string, string];
  // Halving a gap more often than a number has digits.
  for (let i = 0; i < 120; i++) await placeCase(deps, owner, { id: i % 2 ? b : c, below: a });
  expect(await order()).toEqual([a, b, c]);
  await placeCase(deps, owner, { id: c, below: null });
  expect(await order()).toEqual([c, a, b]);
  await expect(placeCase(deps, owner, { id: c, below: newId() })).rejects.toMatchObject({ code: 'case.not-found' });
});

test('figures: how many are where, how many ever came there, how long they stayed', async () => {
  const [first, second] = [await open(), await open()];
  await move(first.id, 'sent');
  await move(first.id, 'refused');
  await move(second.id, 'sent');
  const hour = 3_600_000;
  const at = Date.now() - 100 * hour;
  const stays: Record<string, number> = { noted: 0, sent: 10, refused: 40 };
  // With the owner's rights: nobody else changes what happened.
  const events = house.db.selectFrom('case_events').select(['id', 'case_id', 'to_state']);
  for (const { id, case_id, to_state } of await events.where('workspace_id', '=', owner.workspaceId).execute()) {
    const offset = stays[to_state!]! * (case_id === second.id ? 3 : 1);
    await house.db
      .updateTable('case_events')
      .set({ at: new Date(at + offset * hour) })
      .where('id', '=', id)
      .execute();
  }
  const figures = await getCaseFigures(deps, owner, { type: 'toy/request', by: 'month' });
  const stage = (state: string) => figures.stages.find((each) => each.state === state);
  // 10 hours and 30 hours in the first; 30 hours in the second, where one still is.
  expect(stage('noted')).toEqual({ state: 'noted', now: 0, reached: 2, medianSeconds: 20 * 3600 });
  expect(stage('sent')).toEqual({ state: 'sent', now: 1, reached: 2, medianSeconds: 30 * 3600 });
  expect(stage('refused')).toEqual({ state: 'refused', now: 1, reached: 1, medianSeconds: null });
  expect(figures.steps).toEqual([
    { from: 'noted', to: 'sent', cases: 2 },
    { from: 'sent', to: 'refused', cases: 1 },
  ]);
  expect(figures.periods).toMatchObject([{ opened: 2, ended: { refused: 1 } }]);
});
