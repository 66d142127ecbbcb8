// What the database itself knows of its tables, so that tests look at all there are and not at those that they know.

import { type Kysely, sql } from 'kysely';
import type { Trx } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Schema } from '../../src/store/schema.ts';

export interface GuardedTable {
  name: string;
  /** Says whose a row is. */
  key: string;
}

/** Tables whose rows belong to workspaces. */
export async function listGuardedTables(db: Kysely<Schema>): Promise<GuardedTable[]> {
  const { rows } = await sql<GuardedTable>`
    select tablename as name, case tablename when 'workspaces' then 'id' else 'workspace_id' end as key
    from pg_policies where schemaname = 'public' and policyname = tablename || '_workspace_policy'
    order by tablename`.execute(db);
  return rows;
}

interface Column {
  name: string;
  type: string;
  checks: string[] | null;
}

/** One row with something in every column that needs it. Runs with the owner's rights, past foreign keys and triggers. */
export async function insertAnyRow(trx: Trx, { name, key }: GuardedTable, workspaceId: string): Promise<void> {
  const { rows: columns } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, null) as type,
      (select json_agg(pg_get_constraintdef(c.oid)) from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and a.attnum = any (c.conkey)) as checks
    from pg_attribute a where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attidentity = '' and a.attgenerated = '' and (a.attname = ${key} or a.attnotnull and not a.atthasdef)
    order by a.attnum`.execute(trx);
  const values = columns.map((column) => (column.name === key ? workspaceId : valueFor(column)));
  await sql`select set_config('session_replication_role', 'replica', true)`.execute(trx);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column.name)))})
    values (${sql.join(values)})`.execute(trx);
  await sql`select set_config('session_replication_role', 'origin', true)`.execute(trx);
}

function valueFor({ name, type, checks }: Column): unknown {
  const allowed = checks?.flatMap((check) =>
    [...(/ARRAY\[(.*?)\]/.exec(check)?.[1]?.matchAll(/'([^']*)'/g) ?? [])].map((word) => word[1]!),
  );
  // A scope of everything needs no id of what it is about.
  if (allowed?.length) return allowed.includes('workspace') ? 'workspace' : allowed[0];
  switch (type) {
    case 'uuid':
      return newId();
    case 'text':
      return checks?.some((check) => check.includes('{64}')) ? 'a'.repeat(64) : `${name} ${newId()}`;
    case 'jsonb':
    case 'json':
      return '{}';
    case 'boolean':
      return false;
    case 'date':
      return '2026-01-01';
    case 'timestamp with time zone':
      return new Date(0);
    case 'integer':
    case 'bigint':
    case 'smallint':
    case 'double precision':
    case 'numeric':
      return 1;
    case 'text[]':
      return '{}';
    case 'halfvec':
      return '[1]';
    case 'bytea':
      return Buffer.alloc(1);
    default:
      throw new Error(`test/support/catalog.ts does not know what to put into ${name} of type ${type}`);
  }
}
