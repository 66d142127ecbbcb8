import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner, inWorkspace, type Trx } from '../../src/store/database.ts';
import { findDocument, listDocuments } from '../../src/store/documents.ts';
import { beginTry, endTry, pulse } from '../../src/store/job-tries.ts';
import { countOpenJobs, deleteOldJobs, findJob, listJobs } from '../../src/store/jobs.ts';
import { listActiveOfKind } from '../../src/store/lessons.ts';
import { newId } from '../../src/store/new-id.ts';
import { listCorrections, listDocumentRecords, listRecords } from '../../src/store/records.ts';
import { findRun } from '../../src/store/runs.ts';
import { explainStatements } from '../support/explain.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
const workspaceId = newId();
const other = newId();
const documentId = newId();

/** Enough rows, most of them another workspace's, that reading a whole table would be the wrong plan. */
beforeAll(async () => {
  opened = await openTestDatabase();
  for (const id of [workspaceId, other]) await fill(id, id === other ? 3000 : 300);
  await sql`analyze`.execute(opened.database.db);
});
afterAll(() => opened.remove());

async function fill(id: string, count: number): Promise<void> {
  await inWorkspace(opened.database.db, id, async (trx) => {
    await sql`insert into workspaces (id, name) values (${id}, 'w')`.execute(trx);
    await sql`insert into files (workspace_id, sha256, media_type, size) values (${id}, ${'a'.repeat(64)}, 'x', 1)`.execute(
      trx,
    );
    await sql`insert into documents (workspace_id, id, sha256, name)
      select ${id}, case when n = 1 and ${id} = ${workspaceId} then ${documentId}::uuid else gen_random_uuid() end, ${'a'.repeat(64)}, 'n'
      from generate_series(1, ${count}::int) n`.execute(trx);
    await sql`insert into runs (workspace_id, id, document_id) select workspace_id, gen_random_uuid(), id from documents`.execute(
      trx,
    );
    await sql`insert into records (workspace_id, id, document_id, run_id, position, type, confidence, alternatives, pages, fields, lines, issues)
      select workspace_id, gen_random_uuid(), id, id, 0, 'invoice', 1, '[]', '[]', '{}', '[]', '[]' from documents`.execute(
      trx,
    );
    await asOwner(trx, () =>
      sql`insert into jobs (workspace_id, id, queue, state, finished_at, requested_by)
        select ${id}::uuid, gen_random_uuid(), case n % 10 when 0 then 'send-email' else 'read-document' end,
          case n % 50 when 0 then 'dead' else 'done' end, now() - n * interval '1 minute', ${id}::uuid
        from generate_series(1, ${count}::int) n`.execute(trx),
    );
    await sql`insert into corrections (workspace_id, id, record_id, document_id, path)
      select workspace_id, gen_random_uuid(), id, document_id, 'number' from records`.execute(trx);
    await sql`insert into lessons (workspace_id, id, scope_kind, scope_id, kind, state, text, tags, context, sources, pinned, absorbed, confidence, version, created_at, updated_at)
      select ${id}::uuid, gen_random_uuid(), 'workspace', '', case n % 20 when 0 then 'sender-field' else 'note' end,
        case n % 3 when 0 then 'retired' else 'active' end, 'x', '[]', '{}', '[]', false, '[]', 0.2, 1, now(), now()
      from generate_series(1, ${count}::int) n`.execute(trx);
  });
}

const hotPaths: [name: string, run: (trx: Trx) => Promise<unknown>][] = [
  ['one document', (trx) => findDocument(trx, documentId)],
  ['newest documents', (trx) => listDocuments(trx, { limit: 20 })],
  ['documents in a state', (trx) => listDocuments(trx, { limit: 20, state: 'failed' })],
  ['one run', (trx) => findRun(trx, documentId)],
  ['records of a type', (trx) => listRecords(trx, { limit: 20, type: 'quotation' })],
  ['records of a document', (trx) => listDocumentRecords(trx, documentId)],
  ['corrections of a record', (trx) => listCorrections(trx, documentId)],
  ['lessons of a kind that count', (trx) => listActiveOfKind(trx, 'sender-field', 2000)],
  ['one job', (trx) => findJob(trx, documentId)],
  ['newest jobs of a workspace', (trx) => listJobs(trx, { limit: 20, workspaceId })],
  [
    'jobs that somebody sees',
    (trx) => listJobs(trx, { limit: 20, workspaceId, visible: { queues: ['x'], userId: other } }),
  ],
];

const try1 = { id: documentId, attempt: 1 };
const progress = [{ ...try1, done: 1, total: null, step: null }];
/** With the owner's rights: what workers and administrators ask for. */
const ownersHotPaths: typeof hotPaths = [
  ['newest jobs of all', (trx) => listJobs(trx, { limit: 20 })],
  ['dead jobs of all', (trx) => listJobs(trx, { limit: 20, state: 'dead' })],
  ['dead mails', (trx) => listJobs(trx, { limit: 20, state: 'dead', queue: 'send-email' })],
  ['jobs that are not done', countOpenJobs],
  [
    'beginning a try',
    (trx) => beginTry(trx, { id: newId(), queue: 'x', workspaceId, requestId: null, requestedBy: null }),
  ],
  ['ending a try', (trx) => endTry(trx, try1, undefined)],
  ['progress and who was cancelled', (trx) => pulse(trx, { running: [documentId, other], progress })],
  ['old jobs', (trx) => deleteOldJobs(trx, 365)],
];

test.each(hotPaths)('%s: no table is read from end to end', async (_name, run) => {
  judge(await inWorkspace(opened.database.db, workspaceId, (trx) => explainStatements(trx, run)));
});

test.each(ownersHotPaths)('%s: no table is read from end to end, with the rights of the owner', async (_name, run) => {
  judge(await inWorkspace(opened.database.db, workspaceId, (trx) => asOwner(trx, () => explainStatements(trx, run))));
});

test('lessons of a kind that count are found without those of other kinds', async () => {
  const plan = await inWorkspace(opened.database.db, workspaceId, (trx) =>
    explainStatements(trx, (seen) => listActiveOfKind(seen, 'sender-field', 2000)),
  );
  expect(plan).toContain('lessons_active_kind_idx');
});

function judge(plan: string): void {
  expect(plan).toMatch(/Index (Only )?Scan|Bitmap Index Scan|Conflict Arbiter Indexes/);
  expect(plan).not.toMatch(/Seq Scan on (documents|runs|records|corrections|jobs|lessons)/);
}

test('indexes and constraints are named by their table', async () => {
  const { rows } = await sql<{ table: string; index: string }>`
    select t.relname as table, i.relname as index from pg_index x
      join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where t.relnamespace = 'public'::regnamespace and t.relname not like 'kysely%'`.execute(opened.database.db);
  expect(rows.length).toBeGreaterThan(10);
  for (const { table, index } of rows)
    expect(index).toMatch(new RegExp(`^${table}_\\w+_?(pkey|key|idx)$|^${table}_pkey$`));
});
