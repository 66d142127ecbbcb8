import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordActs } from '../../src/actions/audit.ts';
import { erasePerson } from '../../src/actions/erase-person.ts';
import { placeHold } from '../../src/actions/holds.ts';
import { leaveWorkspace } from '../../src/actions/members.ts';
import type { Actor, Services } from '../../src/actions/services.ts';
import { recordFailure } from '../../src/actions/sign-in.ts';
import { deleteThing } from '../../src/actions/trash.ts';
import { applyProposal, createArtifact, giveFact, proposeChanges } from '../../src/actions/write-artifact.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { serverChain } from '../../src/store/audit.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { writeByRules } from '../../src/write/rules/write-by-rules.ts';
import { textArtifact } from '../../src/write/text-artifact.ts';
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
  await expect(house.blobs.read(mine.sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
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

/** Of a workspace that somebody else belongs to as well, so that it cannot go with the last of them. */
async function twoOwners() {
  const made = await guestOf('owner');
  const { workspaceId } = made.owner;
  const { userId } = await newOwner(house);
  await inWorkspace(house.db, workspaceId, (trx) => insertMembership(trx, { workspaceId, userId, role: 'viewer' }));
  return made;
}

test('of two last owners who are erased at the same time one stays', async () => {
  const { owner, person } = await twoOwners();
  const both = await Promise.allSettled([erase(owner.userId, 'keep'), erase(person.userId, 'keep')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((result) => result.status === 'rejected');
  expect(refused!.reason).toMatchObject({ code: 'person.last-owner' });
  const owners = await sql<{ n: number }>`select count(*)::int as n from memberships
    where workspace_id = ${owner.workspaceId} and role = 'owner'`.execute(house.db);
  expect(owners.rows[0]!.n).toBe(1);
});

test('an owner who leaves while the other one is erased: one stays', async () => {
  const { owner, person, there } = await twoOwners();
  const deps = { db: house.db, identity: { access: { forget: () => {} } } } as unknown as Services;
  const both = await Promise.allSettled([erase(owner.userId, 'keep'), leaveWorkspace(deps, there)]);
  expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  const left = await sql<{ user_id: string }>`select user_id from memberships
    where workspace_id = ${owner.workspaceId} and role = 'owner'`.execute(house.db);
  expect([owner.userId, person.userId]).toContain(left.rows[0]!.user_id);
});

test('where they were is forgotten everywhere, also in a workspace that they had left and of failed sign-ins', async () => {
  const { person, owner, there } = await guestOf();
  const caller = { address: '192.0.2.77', network: '192.0.2.77', userAgent: 'test', requestId: 'request-77' };
  await inWorkspace(house.db, owner.workspaceId, (trx) =>
    recordActs(trx, { ...there, ...caller }, [{ action: 'document.downloaded' }]),
  );
  await leaveWorkspace({ db: house.db, identity: { access: { forget: () => {} } } } as unknown as Services, there);
  const log = createLogger({ level: 'error', forPeople: false, destination: process.stderr });
  const failure = { method: 'password', reason: 'auth.invalid-credentials' } as const;
  const { identity } = { identity: { onAttempt: () => {} } } as unknown as Services;
  await recordFailure({ db: house.db, log, identity }, { ...caller, userId: person.userId }, failure);
  expect(await findInTables(house.db, ['192.0.2.77'])).not.toEqual([]);
  await erase(person.userId, 'keep');
  expect(await findInTables(house.db, ['192.0.2.77', 'request-77'])).toEqual([]);
  expect((await verifyAudit(house.db)).filter((report) => report.fault)).toEqual([]);
});

test('what they wrote for a workspace stays, and nothing in it says that it was they', async () => {
  const { owner, person, there } = await guestOf();
  const deps = { db: house.db, artifactKinds: checkDeclarations([textArtifact]) };
  const id = await createArtifact(deps, there, {
    kind: 'sheaf/text',
    title: 'Note',
    body: { title: 'Note', paragraphs: ['The the depot closes.'] },
    sources: [],
  });
  await giveFact(deps, there, { artifactId: id, text: 'The depot closes.' });
  const { id: proposalId } = await proposeChanges(deps, there, { artifactId: id, by: writeByRules });
  await applyProposal(deps, there, { proposalId });
  await erase(person.userId, 'keep');
  const rows = async (table: string) =>
    (
      await inWorkspace(house.db, owner.workspaceId, (trx) =>
        sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(trx),
      )
    ).rows;
  for (const table of ['artifacts', 'artifact_versions', 'artifact_sources', 'artifact_proposals']) {
    const found = await rows(table);
    expect(found.length, table).toBeGreaterThan(0);
    expect(JSON.stringify(found), table).not.toContain(person.userId);
  }
});
