// Each way in which somebody with the rights of a superuser can falsify the log, and what verification says of it.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendAudit, findAuditHead, listAuditEvents } from '../../src/store/audit.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.remove());

/** A chain of five events. */
async function newChain(): Promise<string> {
  const workspaceId = newId();
  const actor = { kind: 'user' as const, id: newId() };
  for (let i = 0; i < 5; i++) {
    await inWorkspace(opened.database.db, workspaceId, (trx) =>
      appendAudit(trx, { workspaceId, actor, action: 'document.uploaded', address: '192.0.2.1', details: { size: i } }),
    );
  }
  return workspaceId;
}

/** As a superuser who knows how to switch triggers off. */
async function tamper(statement: string): Promise<void> {
  await opened.database.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const part of statement.split(';')) await sql.raw(part).execute(trx);
  });
}

const check = async (chain: string, expected?: { seq: number; hash: string }) =>
  (await verifyAudit(opened.database.db, { chain, expect: expected }))[0]!;

const cases: [name: string, statement: string, kind: string, seq: number][] = [
  ['an action is rewritten', `update audit_events set action = 'x' where seq = 3 and $`, 'altered', 3],
  ['an actor is replaced', `update audit_events set actor_id = gen_random_uuid() where seq = 1 and $`, 'altered', 1],
  ['an actor is taken out', 'update audit_events set actor_id = null where seq = 2 and $', 'altered', 2],
  ['details are changed', `update audit_events set details = '{"size":9}' where seq = 5 and $`, 'altered', 5],
  ['details are added', `update audit_events set details = details || '{"a":1}' where seq = 2 and $`, 'altered', 2],
  [
    'a time is moved by a microsecond',
    `update audit_events set at = at + interval '1 microsecond' where seq = 4 and $`,
    'altered',
    4,
  ],
  ['a target is set', `update audit_events set target_type = 'record' where seq = 4 and $`, 'altered', 4],
  ['an address is replaced', `update audit_events set address = '192.0.2.9' where seq = 2 and $`, 'altered', 2],
  [
    'an address is added after it was forgotten',
    `update audit_events set salt = null, address = 'x' where seq = 2 and $`,
    'altered',
    2,
  ],
  [
    'the digest of an origin is taken out',
    'update audit_events set origin_digest = null where seq = 2 and $',
    'altered',
    2,
  ],
  ['a hash is replaced', `update audit_events set hash = repeat('a', 64) where seq = 3 and $`, 'altered', 3],
  [
    'the link to the event before is replaced',
    `update audit_events set prev_hash = repeat('a', 64) where seq = 3 and $`,
    'altered',
    3,
  ],
  ['the first event is gone', 'delete from audit_events where seq = 1 and $', 'missing', 1],
  ['an event in the middle is gone', 'delete from audit_events where seq = 3 and $', 'missing', 3],
  [
    'an event is gone and the rest moved up',
    'delete from audit_events where seq = 3 and $; update audit_events set seq = seq - 1 where seq > 3 and $',
    'altered',
    3,
  ],
  [
    'two events change places',
    'update audit_events set seq = 100 where seq = 2 and $; update audit_events set seq = 2 where seq = 4 and $; update audit_events set seq = 4 where seq = 100 and $',
    'reordered',
    2,
  ],
  ['the last event is gone', 'delete from audit_events where seq = 5 and $', 'truncated', 5],
  ['all events are gone', 'delete from audit_events where $', 'truncated', 1],
  ['the head is gone', 'delete from audit_heads where $', 'truncated', 5],
  ['the head is wound back', 'update audit_heads set seq = 4 where $', 'altered', 4],
  ['the head has another hash', `update audit_heads set hash = repeat('b', 64) where $`, 'altered', 5],
];

test.each(cases)('%s', async (_name, statement, kind, seq) => {
  const chain = await newChain();
  expect((await check(chain)).fault).toBeUndefined();
  await tamper(statement.replaceAll('$', `workspace_id = '${chain}'`));
  expect((await check(chain)).fault).toMatchObject({ kind, seq });
});

test('a whole chain is reported whole while another is broken', async () => {
  const [whole, broken] = [await newChain(), await newChain()];
  await tamper(`delete from audit_events where seq = 2 and workspace_id = '${broken}'`);
  const reports = await verifyAudit(opened.database.db);
  expect(reports.find((report) => report.chain === whole)).toMatchObject({ events: 5, head: { seq: 5 } });
  expect(reports.find((report) => report.chain === whole)!.fault).toBeUndefined();
  expect(reports.find((report) => report.chain === broken)!.fault).toMatchObject({ kind: 'missing', seq: 2 });
});

test('end and head cut off together are found only by a head that was written down outside', async () => {
  const chain = await newChain();
  const { head } = await check(chain);
  expect(await inWorkspace(opened.database.db, chain, findAuditHead)).toEqual(head);
  await tamper(
    `delete from audit_events where seq = 5 and workspace_id = '${chain}'; update audit_heads set seq = 4,
     hash = (select hash from audit_events where seq = 4 and workspace_id = '${chain}') where workspace_id = '${chain}'`,
  );
  expect((await check(chain)).fault).toBeUndefined();
  expect((await check(chain, head)).fault).toMatchObject({ kind: 'truncated', seq: 5 });
});

test('a chain written anew from the first event is found by a head from outside, which later events do not disturb', async () => {
  const chain = await newChain();
  const [last] = await inWorkspace(opened.database.db, chain, (trx) => listAuditEvents(trx, { limit: 1, before: 4 }));
  const pinned = { seq: last!.seq, hash: last!.hash };
  expect((await check(chain, pinned)).fault).toBeUndefined();
  await tamper(
    `delete from audit_events where workspace_id = '${chain}'; delete from audit_heads where workspace_id = '${chain}'`,
  );
  for (let i = 0; i < 5; i++) {
    await inWorkspace(opened.database.db, chain, (trx) =>
      appendAudit(trx, { workspaceId: chain, actor: { kind: 'system', id: null }, action: 'auth.signed-in' }),
    );
  }
  expect((await check(chain)).fault).toBeUndefined();
  expect((await check(chain, pinned)).fault).toMatchObject({ kind: 'not-expected', seq: 3 });
});

test('a chain longer than one read is followed to its end', async () => {
  const workspaceId = newId();
  const events = Array.from({ length: 2300 }, () => ({
    workspaceId,
    actor: { kind: 'system' as const, id: null },
    action: 'auth.signed-in' as const,
  }));
  await inWorkspace(opened.database.db, workspaceId, (trx) => appendAudit(trx, events[0]!, ...events.slice(1)));
  expect(await check(workspaceId)).toMatchObject({ events: 2300, head: { seq: 2300 } });
  await tamper(`update audit_events set action = 'x' where seq = 2299 and workspace_id = '${workspaceId}'`);
  expect((await check(workspaceId)).fault).toMatchObject({ kind: 'altered', seq: 2299 });
});
