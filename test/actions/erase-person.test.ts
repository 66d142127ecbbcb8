import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasePerson } from '../../src/actions/erase-person.ts';
import { placeHold } from '../../src/actions/holds.ts';
import type { Actor } from '../../src/actions/services.ts';
import { deleteThing } from '../../src/actions/trash.ts';
import { serverChain } from '../../src/store/audit.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { findInTables } from '../support/find-traces.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A workspace of somebody else, to which a person belongs who has one of their own. */
async function guestOf(role: 'owner' | 'editor' = 'editor') {
  const [owner, person] = [await newOwner(house), await newOwner(house)];
  const there: Actor = { workspaceId: owner.workspaceId, userId: person.userId, role };
  await inWorkspace(house.db, owner.workspaceId, (trx) => insertMembership(trx, { ...there, role }));
  return { owner, person, there };
}

const erase = (userId: string, uploads: 'keep' | 'erase') =>
  erasePerson(
    { ...house, databaseKind: house.opened.database.kind, identity: { access: { forget: () => {} } } },
    { userId, confirm: userId, uploads },
  );
const count = async (table: string, column: string, value: string) =>
  Number(
    (
      await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(house.db)
    ).rows[0]!.n,
  );

test('their own workspace goes; in that of others only what they wrote of their own, and the chains stay whole', async () => {
  const { owner, person, there } = await guestOf();
  const mine = await keepDocument(house, there, { name: 'uploaded-by-person.txt' });
  const theirs = await keepDocument(house, owner);
  await keepDocument(house, person, { name: 'private-of-person.txt' });
  await deleteThing(house, there, { kind: 'document', id: theirs.id, reason: 'reason-of-person' });
  await erase(person.userId, 'keep');
  expect(await count('workspaces', 'id', person.workspaceId)).toBe(0);
  expect(await count('memberships', 'user_id', person.userId)).toBe(0);
  expect(await count('auth_users', 'id', person.userId)).toBe(0);
  expect([await count('documents', 'id', mine.id), await count('documents', 'id', theirs.id)]).toEqual([1, 1]);
  const traces = ['private-of-person', 'reason-of-person', `${person.userId}@example.com`];
  expect(await findInTables(house.db, traces)).toEqual([]);
  expect((await verifyAudit(house.db)).filter((report) => report.fault)).toEqual([]);
  const { rows } = await sql<{ chain: string }>`select workspace_id as chain from audit_events
    where action = 'person.erased' and target_id = ${person.userId}`.execute(house.db);
  expect(rows.map((row) => row.chain).sort()).toEqual([serverChain, owner.workspaceId].sort());
});

test('what they uploaded elsewhere goes as well when they ask for it', async () => {
  const { owner, person, there } = await guestOf();
  const mine = await keepDocument(house, there, { name: 'another-of-person.txt' });
  const theirs = await keepDocument(house, owner);
  await erase(person.userId, 'erase');
  expect([await count('documents', 'id', mine.id), await count('documents', 'id', theirs.id)]).toEqual([0, 1]);
  await expect(house.blobs.verifiedPath(mine.sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
  expect(await findInTables(house.db, ['another-of-person'])).toEqual([]);
});

test('the last owner of a workspace with others stays until somebody else owns it', async () => {
  const { owner, person } = await guestOf();
  await expect(erase(owner.userId, 'keep')).rejects.toMatchObject({ code: 'person.last-owner' });
  expect(await count('auth_users', 'id', owner.userId)).toBe(1);
  await inWorkspace(house.db, owner.workspaceId, (trx) =>
    sql`update memberships set role = 'owner' where user_id = ${person.userId}`.execute(trx),
  );
  await erase(owner.userId, 'keep');
  expect(await count('auth_users', 'id', owner.userId)).toBe(0);
});

test('a legal hold on the person, anywhere, keeps everything of them', async () => {
  const { owner, person } = await guestOf();
  await placeHold(house, owner, { scope: 'person', targetId: person.userId, reason: 'a case' });
  await expect(erase(person.userId, 'erase')).rejects.toMatchObject({ code: 'hold.stands' });
  expect([await count('workspaces', 'id', person.workspaceId), await count('auth_users', 'id', person.userId)]).toEqual(
    [1, 1],
  );
});
