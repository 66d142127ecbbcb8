// What an account export holds: tables as JSON Lines, records as JSON and CSV, originals, and a manifest of all of it.

import { asOwner, inWorkspace } from '../store/database.ts';
import type { ExportEntry, ExportWriter } from '../store/export-files.ts';
import {
  type ExportTable,
  type JsonRow,
  listExportRows,
  listExportTables,
  type RowFilter,
} from '../store/export-rows.ts';
import type { ExportAccountPayload } from '../store/queues.ts';
import { type CsvRecord, csvHeader, csvRows } from './record-csv.ts';
import type { Services } from './services.ts';

export type ExportDeps = Pick<Services, 'db' | 'blobs' | 'exportFiles'>;

export interface ExportRun {
  signal: AbortSignal;
  /** How many of the things of this step are in the archive. */
  progress: (done: number, total?: number, step?: string) => void;
}

interface Place extends ExportRun {
  writer: ExportWriter;
}

interface Original {
  id: string;
  sha256: string;
  name: string;
}

/** In `me`: the column of a table that says whose a row is. Tables without one are the workspace's, and left out. */
const ownColumns: Readonly<Record<string, string>> = {
  'public.auth_users': 'id',
  'public.auth_sessions': 'userId',
  'public.auth_accounts': 'userId',
  'public.auth_passkeys': 'userId',
  'public.auth_api_keys': 'referenceId',
  'public.emails': 'user_id',
  'public.memberships': 'user_id',
  'public.audit_events': 'actor_id',
  'public.documents': 'uploaded_by',
  'public.corrections': 'made_by',
  'public.account_exports': 'requested_by',
  'public.lessons': 'owner_id',
  'public.lesson_deltas': 'owner_id',
  'public.lesson_outcomes': 'owner_id',
  'public.lesson_uses': 'owner_id',
  'public.lesson_readers': 'owner_id',
  'public.cases': 'owner_id',
  'public.case_events': 'owner_id',
  'public.case_attachments': 'owner_id',
  'public.case_reminders': 'owner_id',
  'public.case_calendars': 'owner_id',
};

const readme = `This archive was made by Sheaf.

tables/NAME.jsonl        rows of the tables, one JSON object a line; passwords, keys and tokens are left out
records/ID.json          a record as the API shows it, one for each
records.csv              every value of every record; cells that a spreadsheet would run begin with an apostrophe
documents/ID             the files as they were uploaded; manifest.json says how each was called
manifest.json            every other entry with its size and SHA-256, and how many rows it has

What was written while the archive was made may be in one table and not in another: rows are read page by page.
`;

/** Returns how many entries it wrote. */
export async function fillAccountArchive(deps: ExportDeps, job: ExportAccountPayload, place: Place): Promise<number> {
  const { writer } = place;
  const entries: (ExportEntry & { rows?: number; originalName?: string })[] = [];
  const counter = { rows: 0 };
  const addCounted = async (name: string, content: AsyncIterable<string>): Promise<void> => {
    counter.rows = 0;
    entries.push({ ...(await writer.add(name, content)), rows: counter.rows });
  };
  entries.push(await writer.add('README.txt', [readme]));

  const originals: Original[] = [];
  const tables = await inWorkspace(deps.db, job.workspaceId, listExportTables);
  for (const [index, table] of tables.entries()) {
    place.progress(index, tables.length, 'tables');
    const where = filterFor(table, job);
    if (!where) continue;
    const lines = async function* (): AsyncGenerator<string> {
      for await (const row of rowsOf(deps, job, { table, where, signal: place.signal })) {
        if (table.name === 'public.documents') originals.push(row as unknown as Original);
        counter.rows++;
        yield `${JSON.stringify(row)}\n`;
      }
    };
    await addCounted(`tables/${table.name.replace('public.', '')}.jsonl`, lines());
  }
  await addRecords();
  for (const [index, { id, sha256, name }] of originals.entries()) {
    place.signal.throwIfAborted();
    place.progress(index, originals.length, 'files');
    entries.push({
      ...(await writer.add(`documents/${id}`, await deps.blobs.read(sha256))),
      originalName: name,
    });
  }
  place.progress(originals.length, originals.length, 'files');
  await writer.add('manifest.json', [
    JSON.stringify({ scope: job.scope, workspace: job.workspaceId, entries }, null, 2),
  ]);
  return entries.length + 1;

  async function addRecords(): Promise<void> {
    const table = tables.find(({ name }) => name === 'public.records');
    if (!table) return;
    const mine = new Set(originals.map(({ id }) => id));
    const records = () => rowsOf(deps, job, { table, where: ofWorkspace(job), signal: place.signal });
    const wanted = (row: JsonRow): boolean => job.scope === 'workspace' || mine.has(String(row.document_id));
    const csv = async function* (): AsyncGenerator<string> {
      yield csvHeader();
      for await (const row of records()) {
        if (!wanted(row)) continue;
        counter.rows++;
        yield csvRows(row as unknown as CsvRecord);
      }
    };
    await addCounted('records.csv', csv());
    let done = 0;
    for await (const row of records()) {
      if (!wanted(row)) continue;
      entries.push(await writer.add(`records/${row.id}.json`, [JSON.stringify(row, null, 2)]));
      place.progress(++done, undefined, 'records');
    }
  }
}

const ofWorkspace = ({ workspaceId }: ExportAccountPayload): RowFilter => ({
  column: 'workspace_id',
  value: workspaceId,
});

function filterFor({ name, columns }: ExportTable, job: ExportAccountPayload): RowFilter | undefined {
  if (job.scope === 'me') {
    const column = ownColumns[name];
    return column ? { column, value: job.userId } : undefined;
  }
  if (name === 'public.workspaces') return { column: 'id', value: job.workspaceId };
  // Mails of a workspace are letters to persons: each finds their own in an export of their own.
  if (!columns.includes('workspace_id') || name === 'public.emails') return undefined;
  // What belongs to one person alone is not the workspace's, not even for its owner.
  const column = columns.includes('owner_id') ? 'owner_id' : name === 'public.notices' ? 'user_ids' : undefined;
  return { ...ofWorkspace(job), ...(column ? { ownedByNobodyBut: { person: job.userId, column } } : {}) };
}

/** Page by page, each in a transaction of its own: an export does not hold up anybody. */
async function* rowsOf(
  { db }: Pick<ExportDeps, 'db'>,
  { workspaceId }: ExportAccountPayload,
  { table, where, signal }: { table: ExportTable; where: RowFilter; signal: AbortSignal },
): AsyncGenerator<JsonRow> {
  const isOfWorkspace =
    (table.columns.includes('workspace_id') && table.name !== 'public.emails') || table.name === 'public.workspaces';
  let after: JsonRow | undefined;
  do {
    signal.throwIfAborted();
    const page = await inWorkspace(db, workspaceId, (trx) => {
      const read = () => listExportRows(trx, table, { where, after });
      // Accounts belong to no workspace: the filter is what keeps them to the person.
      return isOfWorkspace ? read() : asOwner(trx, read);
    });
    yield* page;
    after = page.at(-1);
  } while (after);
}
