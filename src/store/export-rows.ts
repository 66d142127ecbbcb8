// Rows of any table as JSON, page by page, for exports: which tables and columns is said in table-rules.ts.

import { type RawBuilder, sql } from 'kysely';
import type { Trx } from './database.ts';
import { tableRules } from './table-rules.ts';
import { withTrash } from './trash.ts';

export type JsonRow = Record<string, unknown>;

export interface ExportTable {
  /** `public.documents` */
  name: string;
  without: readonly string[];
  primaryKey: { column: string; type: string }[];
  columns: string[];
}

const PAGE = 200;

/** The tables that may be exported and are there, in the order of their names. */
export async function listExportTables(trx: Trx): Promise<ExportTable[]> {
  const tables: ExportTable[] = [];
  for (const name of Object.keys(tableRules).sort()) {
    const rule = tableRules[name]!.export;
    if (rule !== 'all' && 'never' in rule) continue;
    const { rows } = await sql<{ column: string; type: string; key: number | null }>`
      select a.attname as column, (select typname from pg_type where oid = a.atttypid) as type, array_position(i.indkey::int2[], a.attnum) as key
      from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = to_regclass(${name}) and a.attnum > 0 and not a.attisdropped order by key, a.attnum`.execute(
      trx,
    );
    if (rows.length === 0) continue;
    tables.push({
      name,
      without: rule === 'all' ? [] : rule.without,
      primaryKey: rows.filter((row) => row.key !== null).map(({ column, type }) => ({ column, type })),
      columns: rows.map((row) => row.column),
    });
  }
  return tables;
}

export interface RowFilter {
  column: string;
  value: string;
  /** Rows of nobody and of this person, never those of others. `user_ids`: a row that names one person alone is theirs. */
  ownedByNobodyBut?: { person: string; column: 'owner_id' | 'user_ids' } | undefined;
}

/** One page of the rows that pass the filter, what is in the trash included; `after` is the last row of the page before. */
export async function listExportRows(
  trx: Trx,
  { name, without, primaryKey }: ExportTable,
  { where, after }: { where: RowFilter; after: JsonRow | undefined },
): Promise<JsonRow[]> {
  const key = primaryKey.map(({ column }) => sql.ref(column));
  const place: RawBuilder<unknown> = after
    ? sql`and (${sql.join(key)}) > (${sql.join(
        primaryKey.map(({ column, type }) => sql`${String(after[column])}::${sql.ref(type)}`),
      )})`
    : sql``;
  const visible = isVisible(where);
  return withTrash(trx, async () => {
    const { rows } = await sql<{
      row: JsonRow;
    }>`select to_jsonb(t) - ${[...without]}::text[] as row from ${sql.table(name)} t
      where ${sql.ref(where.column)}::text = ${where.value} ${visible} ${place} order by ${sql.join(key)} limit ${PAGE}`.execute(
      trx,
    );
    return rows.map(({ row }) => row);
  });
}

function isVisible({ ownedByNobodyBut }: RowFilter): RawBuilder<unknown> {
  if (!ownedByNobodyBut) return sql``;
  const { person, column } = ownedByNobodyBut;
  if (column === 'owner_id') return sql`and (owner_id is null or owner_id::text = ${person})`;
  return sql`and (user_ids is null or cardinality(user_ids) <> 1 or user_ids[1]::text = ${person})`;
}
