// Raw SQL as the role that requests run as. Tables, keys and functions come from the catalogue: one that a migration adds
// is judged without being named here.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner, inWorkspace } from '../../src/store/database.ts';
import { type JobQueue, openJobQueue } from '../../src/store/job-queue.ts';
import { newId } from '../../src/store/new-id.ts';
import { queues } from '../../src/store/queues.ts';
import { type GuardedTable, insertAnyRow, listGuardedTables } from '../support/catalog.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { openTestDatabase } from '../support/test-database.ts';

const opened = await openTestDatabase();
const { db, pglite } = opened.database;
const guarded = await listGuardedTables(db);
const mine = newId();
const theirs = newId();

let queue: JobQueue;

beforeAll(async () => {
  // Makes the job tables, which stand in a schema of their own.
  const source = pglite ? { pglite } : { databaseUrl: opened.env.DATABASE_URL! };
  queue = await openJobQueue({ queues, source, db, onError: () => {} });
  for (const workspaceId of [mine, theirs]) {
    await makeWorkspace(db, { workspaceId, userId: newId() });
    await inWorkspace(db, workspaceId, (trx) =>
      asOwner(trx, async () => {
        for (const table of guarded) if (table.name !== 'workspaces') await insertAnyRow(trx, table, workspaceId);
      }),
    );
  }
});
afterAll(async () => {
  await queue.stop(0);
  await opened.remove();
});

const inside = async <T>(workspaceId: string, statement: RawBuilder<T>): Promise<T[]> =>
  inWorkspace(db, workspaceId, async (trx) => (await statement.execute(trx)).rows);
const asMe = <T>(statement: RawBuilder<T>) => inside(mine, statement);

/** Everything in the table that the workspace sees, as text. */
const contentsOf = ({ name }: GuardedTable, workspaceId: string) =>
  inside(workspaceId, sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`);

/** Rows that the statement touched; none when the role may not do such a thing at all. */
async function touched(statement: RawBuilder<unknown>): Promise<unknown[]> {
  return asMe(statement).catch((error: Error) => {
    expect(error.message).toMatch(/permission denied|append-only|only moves forward/);
    return [];
  });
}

test('there are tables to judge, and each holds rows of two workspaces', async () => {
  expect(guarded.map((table) => table.name)).toEqual(expect.arrayContaining(['documents', 'invitations', 'records']));
  for (const table of guarded) {
    expect(await contentsOf(table, mine), table.name).not.toEqual([]);
    expect(await contentsOf(table, theirs), table.name).not.toEqual([]);
  }
});

describe.each(guarded.map((table) => [table.name, table] as const))('%s', (_name, table) => {
  const name = sql.table(table.name);
  const key = sql.ref(table.key);

  test('shows only rows of its own', async () => {
    const rows = await asMe(sql<{ whose: string }>`select distinct ${key} as whose from ${name}`);
    expect(rows).toEqual([{ whose: mine }]);
    const asked = await asMe(sql`select 1 from ${name} where ${key} = ${theirs} or ${key} is null`);
    expect(asked).toEqual([]);
  });

  test('neither changes nor deletes rows of another', async () => {
    const before = await contentsOf(table, theirs);
    expect(await touched(sql`update ${name} set ${key} = ${key} where ${key} = ${theirs} returning 1`)).toEqual([]);
    expect(await touched(sql`delete from ${name} where ${key} = ${theirs} returning 1`)).toEqual([]);
    await inWorkspace(db, mine, async (trx) => {
      await sql`savepoint before`.execute(trx);
      await sql`update ${name} set ${key} = ${key}`.execute(trx).catch(() => sql`rollback to before`.execute(trx));
      await sql`savepoint before`.execute(trx);
      await sql`delete from ${name}`.execute(trx).catch(() => sql`rollback to before`.execute(trx));
      throw new Undone();
    }).catch(ignoreUndone);
    expect(await contentsOf(table, theirs)).toEqual(before);
  });

  test('takes no row for another, nor gives one away', async () => {
    const refused = /row-level security|permission denied|append-only|only moves forward/;
    await expect(asMe(sql`update ${name} set ${key} = ${theirs}`)).rejects.toThrow(refused);
    const copy = sql`insert into ${name} select (jsonb_populate_record(t, jsonb_build_object(${sql.lit(table.key)}, ${theirs}::text))).* from ${name} t`;
    await expect(asMe(copy)).rejects.toThrow(refused);
  });

  test('cannot be emptied, locked against others, or rid of its guard', async () => {
    for (const statement of [
      sql`truncate ${name} cascade`,
      sql`alter table ${name} disable row level security`,
      sql`alter table ${name} no force row level security`,
      sql`drop policy ${sql.ref(`${table.name}_workspace_policy`)} on ${name}`,
      sql`create policy open on ${name} using (true)`,
      sql`drop table ${name} cascade`,
      sql`create trigger spy before insert on ${name} execute function suppress_redundant_updates_trigger()`,
    ]) {
      await expect(asMe(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});

class Undone extends Error {}
const ignoreUndone = (error: unknown): void => {
  if (!(error instanceof Undone)) throw error;
};

test('every table of ours forces its guard: by workspace, or for the owner of the schema alone', async () => {
  const { rows } = await sql<{ name: string; forced: boolean; granted: boolean }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      has_table_privilege('sheaf_app', c.oid, 'select, insert, update, delete, truncate, references, trigger') as granted
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not like 'kysely%' order by c.relname`.execute(db);
  expect(rows.length).toBeGreaterThan(guarded.length);
  for (const row of rows) {
    expect(row.forced, row.name).toBe(true);
    expect(row.granted, row.name).toBe(guarded.some((table) => table.name === row.name));
  }
});

test('tables of the owner alone answer nothing but a refusal', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(
    db,
  );
  const closed = rows.map((row) => row.name).filter((name) => !guarded.some((table) => table.name === name));
  expect(closed).toEqual(expect.arrayContaining(['auth_users', 'auth_sessions', 'refresh_tokens', 'kysely_migration']));
  for (const name of closed) {
    for (const verb of [sql`select 1 from`, sql`delete from`]) {
      await expect(asMe(sql`${verb} ${sql.table(name)}`), name).rejects.toThrow(/permission denied/);
    }
  }
});

test('no view, sequence or function lends the rights of its owner', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and
      (relkind in ('v', 'm', 'f') or relkind = 'S' and has_sequence_privilege('sheaf_app', oid, 'usage, select, update'))
    union all
    select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`.execute(db);
  expect(rows).toEqual([]);
});

test('keys between tables of workspaces carry the workspace: no row points into another, and none can be probed for', async () => {
  const names = guarded.map((table) => table.name).filter((name) => name !== 'workspaces');
  const { rows } = await sql<{ name: string; columns: string[]; target: string[] }>`
    select c.conname as name,
      (select json_agg(a.attname) from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) as columns,
      (select json_agg(a.attname) from pg_attribute a where a.attrelid = c.confrelid and a.attnum = any (c.confkey)) as target
    from pg_constraint c where c.contype = 'f' and c.conrelid::regclass::text in (${sql.join(names)})
      and c.confrelid::regclass::text in (${sql.join(names)})`.execute(db);
  expect(rows.length).toBeGreaterThan(2);
  for (const { name, columns, target } of rows) {
    expect(columns, name).toContain('workspace_id');
    expect(target, name).toContain('workspace_id');
  }
});

/** Unique over all workspaces: a conflict would tell of a row elsewhere, unless its value cannot be guessed. */
const unguessable = [
  'intake_sources_token_key',
  'invitations_token_key',
  'audit_heads_pkey',
  'api_keys_pkey',
  'api_keys_hash_key',
  'jobs_pkey',
];

test('what is unique is unique within a workspace', async () => {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select i.indexrelid::regclass::text as name,
      (select json_agg(a.attname) from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) as columns
    from pg_index i where i.indisunique and i.indrelid::regclass::text in
      (${sql.join(guarded.map((table) => table.name).filter((name) => name !== 'workspaces'))})`.execute(db);
  const global = rows.filter((row) => !row.columns.includes('workspace_id')).map((row) => row.name);
  expect(global.filter((name) => !unguessable.includes(name))).toEqual([]);
});

describe('the role of requests', () => {
  test.each([
    ['sees the job tables', sql`select * from jobs.job`],
    ['reads password hashes of the server', sql`select rolpassword from pg_authid`],
    ['reads files of the server', sql`select pg_read_file('/etc/hostname')`],
    ['runs programs', sql`copy (select 1) to program 'true'`],
    ['writes files', sql`copy (select 1) to '/tmp/sheaf-test'`],
    ['makes schemas', sql`create schema mine`],
    ['makes tables', sql`create table mine (id integer)`],
    ['makes functions', sql`create function f() returns integer language sql security definer as 'select 1'`],
    ['makes roles', sql`create role other`],
    ['gives itself rights', sql`grant select on auth_users to sheaf_app`],
    ['gives itself the passing of guards', sql`alter role sheaf_app bypassrls`],
    ['changes settings of the server', sql`set local log_statement = 'none'`],
  ])('never %s', async (_what, statement) => {
    await expect(asMe(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('turning row security off makes statements fail, not pass', async () => {
    await expect(
      inWorkspace(db, mine, async (trx) => {
        await sql`set local row_security = off`.execute(trx);
        return sql`select * from documents`.execute(trx);
      }),
    ).rejects.toThrow(/row-level security/);
  });

  test('statistics of the planner show no values of others', async () => {
    await sql`analyze documents`.execute(db);
    expect(await asMe(sql`select * from pg_stats where tablename = 'documents'`)).toEqual([]);
  });

  test('a function in a condition is not shown rows of others before the guard', async () => {
    // A cast that fails on their rows would tell of them; a leaky function runs behind the policy.
    await inside(theirs, sql`update documents set name = 'not a number'`);
    await asMe(sql`update documents set name = '17'`);
    expect(await asMe(sql`select name::integer as n from documents where name::integer > 0`)).toEqual([{ n: 17 }]);
  });

  test('sees nothing without a workspace', async () => {
    for (const workspace of ['', undefined]) {
      const rows = await db.transaction().execute(async (trx) => {
        await sql`select set_config('role', 'sheaf_app', true)`.execute(trx);
        if (workspace !== undefined)
          await sql`select set_config('sheaf.workspace_id', ${workspace}, true)`.execute(trx);
        return (await sql`select * from documents`.execute(trx)).rows;
      });
      expect(rows).toEqual([]);
    }
  });

  test('and its workspace end with the transaction', async () => {
    await asMe(sql`select 1`);
    const { rows } = await sql<{ role: string; workspace: string }>`
      select current_user as role, coalesce(current_setting('sheaf.workspace_id', true), '') as workspace`.execute(db);
    expect(rows[0]?.role).not.toBe('sheaf_app');
    expect(rows[0]?.workspace).toBe('');
  });
});

describe('what the guard cannot stop: SQL of somebody else (docs/adr/0013-row-security-by-setting.md)', () => {
  test('a statement can name another workspace', async () => {
    const rows = await inWorkspace(db, mine, async (trx) => {
      await sql`select set_config('sheaf.workspace_id', ${theirs}, true)`.execute(trx);
      return (await sql<{ workspace_id: string }>`select distinct workspace_id from documents`.execute(trx)).rows;
    });
    expect(rows).toEqual([{ workspace_id: theirs }]);
  });

  test('so no SQL is made of text outside the migrations', () => {
    const root = path.join(import.meta.dirname, '../../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const found = files
      .filter((file) => !file.startsWith(path.join('store', 'migrations')))
      .filter((file) =>
        /\bsql\s*\.\s*(raw|lit)\b|\bCompiledQuery\.raw\b/.test(readFileSync(path.join(root, file), 'utf8')),
      );
    expect(found).toEqual([]);
  });
});

test('64-bit numbers come back as numbers', async () => {
  await asMe(sql`update files set size = 5000000000`);
  expect(await asMe(sql<{ size: number }>`select distinct size from files`)).toEqual([{ size: 5_000_000_000 }]);
});
