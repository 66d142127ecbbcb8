import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AuditEvent,
  appendAudit,
  findAuditHead,
  forgetAuditOrigins,
  listAuditEvents,
  serverChain,
} from '../../src/store/audit.ts';
import { asOwner, inWorkspace, type Trx } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.remove());

const event = (workspaceId: string, change: Partial<AuditEvent> = {}): AuditEvent => ({
  workspaceId,
  actor: { kind: 'user', id: newId() },
  action: 'document.uploaded',
  ...change,
});

const inside = <T>(workspaceId: string, work: (trx: Trx) => Promise<T>) =>
  inWorkspace(opened.database.db, workspaceId, work);
const events = (workspaceId: string) => inside(workspaceId, (trx) => listAuditEvents(trx, { limit: 100 }));
const faults = async (chain: string) =>
  (await verifyAudit(opened.database.db, { chain })).map((report) => report.fault);

test('events follow each other from 1, and the head is the last', async () => {
  const workspaceId = newId();
  const details = { size: 5_000_000_000, ratio: 0.1, half: '\ud800', nothing: null, list: ['b', 'a'], z: true, a: -0 };
  await inside(workspaceId, (trx) => appendAudit(trx, event(workspaceId), event(workspaceId, { details })));
  await inside(workspaceId, (trx) => appendAudit(trx, event(workspaceId, { address: '192.0.2.1', requestId: 'r-1' })));
  const rows = await events(workspaceId);
  expect(rows.map((row) => row.seq)).toEqual([3, 2, 1]);
  expect(await inside(workspaceId, findAuditHead)).toEqual({ seq: 3, hash: rows[0]!.hash });
  expect(await faults(workspaceId)).toEqual([undefined]);
});

test('an event of a change that is undone is undone with it', async () => {
  const workspaceId = newId();
  const undone = inside(workspaceId, async (trx) => {
    await appendAudit(trx, event(workspaceId));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await events(workspaceId)).toEqual([]);
});

test('writers at the same time cannot fork the chain', async () => {
  const workspaceId = newId();
  await Promise.all(
    Array.from({ length: 20 }, () => inside(workspaceId, (trx) => appendAudit(trx, event(workspaceId)))),
  );
  expect((await events(workspaceId)).map((row) => row.seq)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
  expect(await faults(workspaceId)).toEqual([undefined]);
});

test('a workspace sees its own chain only, and none the chain of the server', async () => {
  const [mine, theirs] = [newId(), newId()];
  for (const id of [mine, theirs, serverChain]) await inside(id, (trx) => appendAudit(trx, event(id)));
  expect((await events(mine)).map((row) => row.workspace_id)).toEqual([mine]);
  await expect(inside(mine, (trx) => appendAudit(trx, event(theirs)))).rejects.toThrow(/row-level security/);
});

test('events are found by actor, action, target and time', async () => {
  const workspaceId = newId();
  const [actorId, targetId] = [newId(), newId()];
  await inside(workspaceId, (trx) =>
    appendAudit(
      trx,
      event(workspaceId, { actor: { kind: 'key', id: actorId } }),
      event(workspaceId, { target: { type: 'record', id: targetId } }),
      event(workspaceId, { action: 'record.corrected' }),
    ),
  );
  const found = async (filter: object) =>
    (await inside(workspaceId, (trx) => listAuditEvents(trx, { limit: 10, ...filter }))).map((row) => row.seq);
  expect(await found({ actorId })).toEqual([1]);
  expect(await found({ targetId })).toEqual([2]);
  expect(await found({ action: 'record.corrected' })).toEqual([3]);
  expect(await found({ before: 3, limit: 1 })).toEqual([2]);
  expect(await found({ from: new Date(Date.now() + 60_000) })).toEqual([]);
  expect(await found({ to: new Date(Date.now() + 60_000) })).toEqual([3, 2, 1]);
});

describe('nobody changes what was written', () => {
  const workspaceId = newId();
  beforeAll(() =>
    inside(workspaceId, (trx) => appendAudit(trx, event(workspaceId, { requestId: 'r-9' }), event(workspaceId))),
  );

  const statements = [
    `update audit_events set action = 'x' where seq = 1`,
    `update audit_events set address = '192.0.2.7' where seq = 1`,
    `update audit_events set request_id = null, salt = null, action = 'x' where seq = 1`,
    'delete from audit_events where seq = 2',
    'truncate audit_events',
    'update audit_heads set seq = 1',
    'delete from audit_heads',
    'truncate audit_heads',
  ];

  test.each(statements)('not the application role: %s', async (statement) => {
    await expect(inside(workspaceId, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
      /permission denied|only moves forward/,
    );
  });

  test.each(statements)('not the owner: %s', async (statement) => {
    const change = inside(workspaceId, (trx) => asOwner(trx, () => sql.raw(statement).execute(trx)));
    await expect(change).rejects.toThrow(/append-only|only moves forward/);
  });

  test('where requests came from can be forgotten, and the chain stays whole', async () => {
    await inside(workspaceId, (trx) => asOwner(trx, () => forgetAuditOrigins(trx, { workspaceId })));
    expect((await events(workspaceId)).map((row) => row.request_id)).toEqual([null, null]);
    expect(await verifyAudit(opened.database.db, { chain: workspaceId })).toMatchObject([{ events: 2, forgotten: 1 }]);
    expect(await faults(workspaceId)).toEqual([undefined]);
  });
});
