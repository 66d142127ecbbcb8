// Every table of the database says what becomes of its rows: one that is forgotten here would outlive an erasure.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Erasure, tableRules } from '../../src/store/table-rules.ts';
import { type House, openHouse } from '../support/kept-things.ts';

interface Column {
  table: string;
  column: string;
}

let house: House;
let columns: Column[];
beforeAll(async () => {
  house = await openHouse();
  // Partitions go with the table that they are part of.
  const found = await sql<Column>`select n.nspname || '.' || c.relname as table, a.attname as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'`.execute(
    house.db,
  );
  columns = found.rows;
});
afterAll(() => house.close());

test('every table of every schema is declared, and none that is gone', () => {
  expect(Object.keys(tableRules).sort()).toEqual([...new Set(columns.map(({ table }) => table))].sort());
});

test('the columns that are named exist', () => {
  const has = (table: string, column: string) => columns.some((row) => row.table === table && row.column === column);
  for (const [table, rule] of Object.entries(tableRules)) {
    for (const erasure of [...rule.workspace, ...rule.person]) {
      for (const column of columnsOf(erasure)) expect(has(table, column), `${table}.${column}`).toBe(true);
      if (erasure.do === 'follow') expect(tableRules, table).toHaveProperty([erasure.table]);
      if (erasure.do === 'keep') expect(erasure.why.length).toBeGreaterThan(20);
    }
    if (typeof rule.export === 'object' && 'without' in rule.export) {
      for (const column of rule.export.without) expect(has(table, column), `${table}.${column}`).toBe(true);
    }
  }
});

test('rows of a workspace go with it, except the audit log', () => {
  const carrying = columns.filter(({ column }) => column === 'workspace_id').map(({ table }) => table);
  const staying = carrying.filter((table) => tableRules[table]!.workspace.some((erasure) => erasure.do === 'keep'));
  expect(staying.sort()).toEqual(['public.audit_events', 'public.audit_heads']);
});

test('what follows another table is bound to it by a foreign key that cascades', async () => {
  const { rows } = await sql<{ child: string; parent: string }>`select 'public.' || conrelid::regclass::text as child,
    'public.' || confrelid::regclass::text as parent from pg_constraint where contype = 'f' and confdeltype = 'c'`.execute(
    house.db,
  );
  for (const [table, rule] of Object.entries(tableRules)) {
    for (const erasure of [...rule.workspace, ...rule.person]) {
      if (erasure.do === 'follow') expect(rows).toContainEqual({ child: table, parent: erasure.table });
    }
  }
});

test('nothing that looks like a secret is exported', () => {
  const secret = /password|token|secret|(^|[a-z])key$|^key$|salt|backup|privatekey/i;
  const harmless = ['public.audit_events.salt'];
  const exported = columns.filter(({ table, column }) => {
    const rule = tableRules[table]!.export;
    if (rule !== 'all' && 'never' in rule) return false;
    // What a language model was told and said is counted in tokens.
    if (table.startsWith('public.model_') && /(^|_)tokens$/.test(column)) return false;
    return secret.test(column) && !column.endsWith('ExpiresAt') && !(rule !== 'all' && rule.without.includes(column));
  });
  expect(exported.map(({ table, column }) => `${table}.${column}`).filter((name) => !harmless.includes(name))).toEqual(
    [],
  );
});

function columnsOf(erasure: Erasure): readonly string[] {
  if (erasure.do === 'delete' || erasure.do === 'delete-json' || erasure.do === 'delete-referring')
    return [erasure.column];
  if (erasure.do === 'delete-text') return erasure.columns;
  if (erasure.do === 'clear') return [erasure.column, ...Object.keys(erasure.set)];
  return [];
}
