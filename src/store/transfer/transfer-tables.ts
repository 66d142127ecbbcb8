// Which tables a back-up or a move carries, in an order in which rows can be put in: what is referred to comes first.

import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../database.ts';
import { migrations } from '../migrations/list.ts';
import { tableRules } from '../table-rules.ts';

export const transferTable = z.strictObject({
  /** In the schema `public`. */
  name: z.string().min(1).max(63),
  columns: z
    .array(
      z.strictObject({ name: z.string().min(1).max(63), type: z.string().max(63), typeSchema: z.string().max(63) }),
    )
    .min(1)
    .max(1600),
});
export type TransferTable = z.output<typeof transferTable>;

/** Tables that are not carried, and why. Jobs are: waiting-jobs.ts. */
export const staysBehind: Readonly<Record<string, string>> = {
  kysely_migration: 'made anew by migrating',
  kysely_migration_lock: 'made anew by migrating',
  live_events: 'what changed in the last day, in the order of another database; who watches begins anew',
  request_counts: 'counts of the last hour, which a crash of the database may lose as well',
};

interface ColumnRow {
  table: string;
  name: string;
  type: string;
  typeSchema: string;
}

/** Throws when rows refer to each other in a circle: no order could be found. */
export async function listTransferTables(db: Db): Promise<TransferTable[]> {
  const { rows } = await sql<ColumnRow>`select c.relname as table, a.attname as name, t.typname as type,
      t.typnamespace::regnamespace::text as "typeSchema"
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`.execute(db);
  const tables = new Map<string, TransferTable>();
  const ours = await oursOnly(db);
  for (const { table, ...column } of rows) {
    if (table in staysBehind || !ours(table)) continue;
    const known = tables.get(table) ?? { name: table, columns: [] };
    known.columns.push(column);
    tables.set(table, known);
  }
  return inOrder(tables, await listReferences(db));
}

/** Of the newest schema every table is known by name; what else lies there belongs to others. Of an older one, none is. */
async function oursOnly(db: Db): Promise<(table: string) => boolean> {
  const applied = await listMigrations(db);
  if (Object.keys(migrations).some((name) => !applied.includes(name))) return () => true;
  return (table) => `public.${table}` in tableRules;
}

/** Names of the migrations that made this schema, in order. */
export async function listMigrations(db: Db): Promise<string[]> {
  const { rows: found } = await sql<{
    found: boolean;
  }>`select to_regclass('public.kysely_migration') is not null as found`.execute(db);
  if (!found[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from public.kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

async function listReferences(db: Db): Promise<{ from: string; to: string }[]> {
  const { rows } = await sql<{ from: string; to: string }>`select distinct f.relname as from, t.relname as to
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.relnamespace = 'public'::regnamespace and t.relnamespace = 'public'::regnamespace`.execute(
    db,
  );
  return rows;
}

function inOrder(
  tables: ReadonlyMap<string, TransferTable>,
  references: readonly { from: string; to: string }[],
): TransferTable[] {
  const ordered: TransferTable[] = [];
  const waiting = new Map(tables);
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && waiting.has(to)),
    );
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const table of free) waiting.delete(table.name);
    ordered.push(...free);
  }
  return ordered;
}
