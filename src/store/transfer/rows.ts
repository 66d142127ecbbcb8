// Rows of any table as texts, a batch at a time: out through a cursor, in through one statement a batch. Each value is what
// the database itself writes and reads for its type, so that nothing is rounded, shortened or lost.

import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../database.ts';
import type { TransferTable } from './transfer-tables.ts';

/** One text a column; null is NULL. */
export type Row = (string | null)[];

/** About as much text as one batch holds: what a process keeps of rows at one time. */
export const BATCH_BYTES = 1024 * 1024;
const MOST_ROWS = 1000;

/** The numbers stand in the text of a statement, where no parameter may. */
const fetches = [
  { rows: 400, statement: sql<Record<string, string | null>>`fetch 400 from transfer_rows` },
  { rows: 20, statement: sql<Record<string, string | null>>`fetch 20 from transfer_rows` },
  { rows: 1, statement: sql<Record<string, string | null>>`fetch 1 from transfer_rows` },
] as const;

/** All rows of a table. Needs a transaction (transfer-session.ts), in which no other table is read meanwhile. */
export async function* readRows(trx: Trx, { name, columns }: TransferTable): AsyncGenerator<Row[]> {
  const values = columns.map((column, i) => sql`cast(${sql.ref(column.name)} as text) as ${sql.ref(`c${i}`)}`);
  await sql`declare transfer_rows no scroll cursor for
    select ${sql.join(values)} from ${sql.id('public', name)}`.execute(trx);
  // One row first: how large they are decides how many come at once.
  let size = 2;
  for (;;) {
    const fetch = fetches[size]!;
    const { rows } = await fetch.statement.execute(trx);
    if (rows.length === 0) break;
    const batch = rows.map((row) => columns.map((_, i) => row[`c${i}`] ?? null));
    yield batch;
    const each = batch.reduce((sum, row) => sum + bytesOf(row), 0) / batch.length;
    const fitting = fetches.findIndex(({ rows: count }) => count * each <= BATCH_BYTES);
    // Up by one step at a time: small rows say little about those that follow.
    size = fitting === -1 ? 2 : Math.max(fitting, size - 1);
  }
  await sql`close transfer_rows`.execute(trx);
}

/** Puts rows in. With `again`, those that are there already stay as they are. */
export async function insertRows(
  trx: Trx,
  { name, columns }: TransferTable,
  { rows, again = false }: { rows: readonly Row[]; again?: boolean },
): Promise<void> {
  for (const batch of inBatches(rows)) {
    const texts = columns.map((_, i) => sql`${batch.map((row) => row[i] ?? null)}::text[]`);
    const aliases = columns.map((_, i) => sql.ref(`c${i}`));
    const cast = columns.map(
      (column, i) => sql`cast(${sql.ref(`c${i}`)} as ${sql.id(column.typeSchema, column.type)})`,
    );
    const names = columns.map((column) => sql.ref(column.name));
    const conflict: RawBuilder<unknown> = again ? sql`on conflict do nothing` : sql``;
    await sql`insert into ${sql.id('public', name)} (${sql.join(names)}) overriding system value
      select ${sql.join(cast)} from unnest(${sql.join(texts)}) as given (${sql.join(aliases)}) ${conflict}`.execute(
      trx,
    );
  }
}

function* inBatches(rows: readonly Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    batch.push(row);
    bytes += bytesOf(row);
    if (bytes < BATCH_BYTES && batch.length < MOST_ROWS) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function bytesOf(row: Row): number {
  return row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
}

export interface RowDigest {
  rows: number;
  /** Sum of the SHA-256 of every row's line, modulo 2^256, as hex: the same rows give the same sum in any order. */
  digest: string;
}

const MODULUS = 1n << 256n;

export interface Digester {
  add(line: string): void;
  result(): RowDigest;
}

/** Sums up lines, of rows or of anything else that has no order. */
export function createDigester(): Digester {
  let rows = 0;
  let sum = 0n;
  return {
    add(line) {
      rows++;
      sum += BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
    },
    result: () => ({ rows, digest: (sum % MODULUS).toString(16).padStart(64, '0') }),
  };
}

/** A row as a line of an archive, without its end. */
export const lineOf = (row: Row): string => JSON.stringify(row);

/** What stands in a table now. */
export async function digestTable(trx: Trx, table: TransferTable): Promise<RowDigest> {
  const digester = createDigester();
  for await (const rows of readRows(trx, table)) for (const row of rows) digester.add(lineOf(row));
  return digester.result();
}
