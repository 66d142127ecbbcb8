import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertApiKey } from '../../src/store/api-keys.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { insertDocument } from '../../src/store/documents.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertRun } from '../../src/store/runs.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
const mine = newId();
const theirs = newId();
const tables = [
  ...['memberships', 'files', 'documents', 'runs', 'records', 'corrections', 'idempotency_keys', 'usage_counts'],
  ...[
    'audit_events',
    'audit_heads',
    'retention_settings',
    'retention_rules',
    'legal_holds',
    'account_exports',
    'api_keys',
  ],
];
/** Of no workspace: the owner's alone. */
const ownerTables = [
  ...[
    'emails',
    'request_counts',
    'auth_users',
    'auth_sessions',
    'auth_accounts',
    'auth_passkeys',
    'account_devices',
    'refresh_tokens',
  ],
];

beforeAll(async () => {
  opened = await openTestDatabase();
  for (const workspaceId of [mine, theirs]) {
    const owner = await makeWorkspace(opened.database.db, { workspaceId, userId: newId() });
    await inWorkspace(opened.database.db, workspaceId, async (trx) => {
      await insertFilledDocument(trx, workspaceId);
      const key = { id: newId(), workspace_id: workspaceId, user_id: owner.userId, hash: workspaceId };
      await insertApiKey(trx, { ...key, hint: 'shk_test', name: 'Test', scopes: ['types.read'], expires_at: null });
    });
  }
});

afterAll(() => opened.remove());

async function insertFilledDocument(trx: Parameters<typeof insertDocument>[0], workspaceId: string) {
  const id = newId();
  const sha256 = 'a'.repeat(64);
  const file = { sha256, name: 'a.pdf', mediaType: 'application/pdf', size: 5_000_000_000 };
  await insertDocument(trx, { id, workspaceId, ...file, typeHint: null, sealedPassword: null, uploadedBy: null });
  await insertRun(trx, { id: newId(), workspaceId, documentId: id, requestId: null });
}

const asMe = <T>(statement: ReturnType<typeof sql<T>>) =>
  inWorkspace(opened.database.db, mine, async (trx) => (await statement.execute(trx)).rows);

describe('raw SQL in a workspace', () => {
  test.each(['documents', 'files', 'runs', 'memberships', 'api_keys'])('sees only its own %s', async (table) => {
    const rows = await asMe(sql<{ workspace_id: string }>`select workspace_id from ${sql.table(table)}`);
    expect(rows).toEqual([{ workspace_id: mine }]);
  });

  test('sees only its own workspace', async () => {
    expect(await asMe(sql<{ id: string }>`select id from workspaces`)).toEqual([{ id: mine }]);
  });

  test('cannot change or delete rows of another', async () => {
    await asMe(sql`update documents set name = 'taken' where workspace_id = ${theirs}`);
    await asMe(sql`delete from runs where workspace_id = ${theirs}`);
    const left = await inWorkspace(opened.database.db, theirs, async (trx) => {
      const documents = await sql<{ name: string }>`select name from documents`.execute(trx);
      const runs = await sql`select id from runs`.execute(trx);
      return { names: documents.rows.map((row) => row.name), runs: runs.rows.length };
    });
    expect(left).toEqual({ names: ['a.pdf'], runs: 1 });
  });

  test('cannot write a row for another', async () => {
    await expect(
      asMe(
        sql`insert into files (workspace_id, sha256, media_type, size) values (${theirs}, ${'b'.repeat(64)}, 'x', 1)`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('cannot turn its guard off', async () => {
    await expect(asMe(sql`alter table documents disable row level security`)).rejects.toThrow(/owner/);
  });

  test('cannot see the job tables', async () => {
    await expect(asMe(sql`select * from jobs.job`)).rejects.toThrow(/permission denied|does not exist/);
  });
});

test('without a workspace the application role sees nothing', async () => {
  const rows = await opened.database.db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'sheaf_app', true)`.execute(trx);
    return (await sql`select * from documents`.execute(trx)).rows;
  });
  expect(rows).toEqual([]);
});

test('role and workspace end with the transaction', async () => {
  await asMe(sql`select 1`);
  const { rows } = await sql<{ role: string; workspace: string }>`
    select current_user as role, coalesce(current_setting('sheaf.workspace_id', true), '') as workspace`.execute(
    opened.database.db,
  );
  expect(rows[0]?.role).not.toBe('sheaf_app');
  expect(rows[0]?.workspace).toBe('');
});

test('every table of ours forces its guard: by workspace, or for the owner of the schema alone', async () => {
  const { rows } = await sql<{ name: string; forced: boolean; carries: boolean; granted: boolean }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      exists (select from pg_policies p where p.tablename = c.relname and p.policyname = c.relname || '_workspace_policy') as carries,
      has_table_privilege('sheaf_app', c.oid, 'select') as granted
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not like 'kysely%' order by c.relname`.execute(opened.database.db);
  expect(rows.filter((row) => row.carries).map((row) => row.name)).toEqual([...tables, 'workspaces'].sort());
  for (const row of rows) expect(row, row.name).toMatchObject({ forced: true, granted: row.carries });
});

test.each(ownerTables)('%s is forced under its guard, and the application role cannot touch it', async (table) => {
  const { rows } = await sql<{ forced: boolean }>`
    select relrowsecurity and relforcerowsecurity as forced from pg_class where relname = ${table}`.execute(
    opened.database.db,
  );
  expect(rows).toEqual([{ forced: true }]);
  await expect(asMe(sql`select * from ${sql.table(table)}`)).rejects.toThrow(/permission denied/);
  await expect(asMe(sql`delete from ${sql.table(table)}`)).rejects.toThrow(/permission denied/);
});

test('64-bit numbers come back as numbers', async () => {
  expect(await asMe(sql<{ size: number }>`select size from files`)).toEqual([{ size: 5_000_000_000 }]);
});
