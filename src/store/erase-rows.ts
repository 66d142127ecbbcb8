// Deletes or empties the rows of every table as table-rules.ts says, with the owner's rights.

import { type RawBuilder, sql } from 'kysely';
import type { Trx } from './database.ts';
import { type Erasure, type TableRule, tableRules } from './table-rules.ts';

/**
 * Erases what belongs to a workspace or a person from all tables; returns how many rows of which. `ids` is the id and
 * what else names the person (an e-mail address). Needs the owner's rights, the workspace of the transaction and `withTrash`.
 */
export async function eraseRows(
  trx: Trx,
  of: 'workspace' | 'person',
  {
    id,
    names = [],
    tables = 'all',
  }: { id: string; names?: readonly string[]; tables?: 'all' | 'of-workspace' | 'of-server' },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, rule] of Object.entries(tableRules)) {
    if (tables !== 'all' && (tables === 'of-workspace') !== isOfWorkspace(rule)) continue;
    if (!(await exists(trx, table))) continue;
    for (const erasure of rule[of]) {
      const statement = statementFor(table, erasure, [id, ...names]);
      if (!statement) continue;
      const { numAffectedRows } = await statement.execute(trx);
      if (numAffectedRows) counts[table] = (counts[table] ?? 0) + Number(numAffectedRows);
    }
  }
  return counts;
}

/** Rows of such a table are reached only from within their workspace. */
const isOfWorkspace = ({ workspace, ownerOnly }: TableRule): boolean =>
  !ownerOnly && workspace.some((erasure) => erasure.do === 'delete' && erasure.column === 'workspace_id');

/** The tables of the queue are made by it, and not before it has run. */
async function exists(trx: Trx, table: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(trx);
  return rows[0]?.found === true;
}

function statementFor(table: string, erasure: Erasure, ids: readonly string[]): RawBuilder<unknown> | undefined {
  const name = sql.table(table);
  const id = ids[0]!;
  switch (erasure.do) {
    case 'delete':
      return sql`delete from ${name} where ${sql.ref(erasure.column)}::text = ${id}`;
    case 'delete-json':
      return sql`delete from ${name} where ${sql.ref(erasure.column)}->>${erasure.key}::text = ${id}`;
    case 'delete-referring':
      return sql`delete from ${name} where ${sql.ref(erasure.column)}->>${erasure.key}::text in (
        select id::text from ${sql.table(erasure.table)} where ${sql.ref(erasure.by)}::text = ${id})`;
    case 'delete-text': {
      const tests = erasure.columns.flatMap((column) =>
        ids.map((text) => sql<boolean>`strpos(lower(coalesce(${sql.ref(column)}, '')), ${text.toLowerCase()}) > 0`),
      );
      return sql`delete from ${name} where ${sql.join(tests, sql` or `)}`;
    }
    case 'delete-named':
      return sql`delete from ${name} where lower(${sql.ref(erasure.column)}) in (${sql.join(ids.map((text) => text.toLowerCase()))})`;
    case 'clear': {
      const set = Object.entries(erasure.set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
      return sql`update ${name} set ${sql.join(set)} where ${sql.ref(erasure.column)}::text = ${id}`;
    }
    case 'follow':
    case 'keep':
      return undefined;
  }
}

/** What lies outside of the tables: contents, page pictures (under hash or document) and archives of exports. */
export interface Traces {
  hashes: string[];
  documentIds: string[];
  exportIds: string[];
}

/** Of the transaction's workspace, or of what one person uploaded there; its exports in either case. Only inside `withTrash`. */
export async function listTraces(trx: Trx, uploadedBy?: string): Promise<Traces> {
  let documents = trx.selectFrom('documents').select(['id', 'sha256']);
  if (uploadedBy) documents = documents.where('uploaded_by', '=', uploadedBy);
  const found = await documents.execute();
  const files = uploadedBy ? [] : await trx.selectFrom('files').select('sha256').execute();
  const exports = await trx.selectFrom('account_exports').select('id').execute();
  return {
    hashes: [...new Set([...found, ...files].map((row) => row.sha256))],
    documentIds: found.map((row) => row.id),
    exportIds: exports.map((row) => row.id),
  };
}

/** Deletes what a person uploaded into the transaction's workspace, and every answer and export that may quote it. Only inside `withTrash`. */
export async function deleteUploadsOf(trx: Trx, userId: string): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('documents').where('uploaded_by', '=', userId).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Deletes what may quote anybody of the transaction's workspace: kept answers and archives. */
export async function deleteQuotes(trx: Trx): Promise<void> {
  await trx.deleteFrom('idempotency_keys').execute();
  await trx.deleteFrom('account_exports').execute();
}

/** Deletes the jobs of these documents. Needs the owner's rights. */
export async function deleteJobsOf(trx: Trx, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0 || !(await exists(trx, 'jobs.job'))) return;
  await sql`delete from jobs.job where data->>'documentId' in (${sql.join(documentIds)})`.execute(trx);
}
