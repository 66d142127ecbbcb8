import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getDocument, getDocuments, getRecord, getRecords, getRun } from '../../src/actions/browse.ts';
import { correctRecord } from '../../src/actions/correct-record.ts';
import { openDocumentFile } from '../../src/actions/open-document-file.ts';
import { giveUpReading, readDocument } from '../../src/actions/read-document.ts';
import type { Actor } from '../../src/actions/services.ts';
import {
  deleteAll,
  deleteThing,
  getTrash,
  getTrashStatistics,
  restoreAll,
  restoreThing,
} from '../../src/actions/trash.ts';
import { createLiveEvents } from '../../src/notify/live-events.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { listAuditEvents } from '../../src/store/audit.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { followersOf, type SoftDeletable, softDeletables } from '../../src/store/soft-deletable.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';
import { openTiers } from '../support/test-gateway.ts';
import { createToyEngine, takenAsGiven, toyType } from '../support/toy-engine.ts';

let house: House;
let owner: Actor;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  owner = await newOwner(house);
});
afterAll(() => house.close());

const remove = (id: string, kind: 'document' | 'record' = 'document', reason?: string) =>
  deleteThing(house, owner, { kind, id, reason });
const restore = (id: string, kind: 'document' | 'record' = 'document') => restoreThing(house, owner, { kind, id });
const acts = async () =>
  (await inWorkspace(house.db, owner.workspaceId, (trx) => listAuditEvents(trx, { limit: 50 }))).map((event) => [
    event.action,
    event.target_id,
  ]);

describe('what was deleted answers like what never was', () => {
  test('on every path that reads a document, its run or its records', async () => {
    const { id, runId, recordIds } = await keepDocument(house, owner);
    const recordId = recordIds[0]!;
    const deps = { ...house, types: [toyType], ...takenAsGiven };
    const paths: Record<string, () => Promise<unknown>> = {
      document: () => getDocument(house, owner, id),
      file: () => openDocumentFile(house, owner, { documentId: id }),
      run: () => getRun(house, owner, runId),
      record: () => getRecord(house, owner, recordId),
      correction: () => correctRecord(deps, owner, { recordId, seen: () => true, fields: { number: 'x' } }),
    };
    for (const [name, look] of Object.entries(paths)) await expect(look(), name).resolves.toBeDefined();
    await remove(id);
    for (const [name, look] of Object.entries(paths)) {
      await expect(look(), name).rejects.toMatchObject({ code: expect.stringMatching(/\.not-found$/) });
    }
    expect(await getDocuments(house, owner, { limit: 10 })).toEqual([]);
    expect(await getRecords(house, owner, { limit: 10 })).toEqual([]);
    await expect(remove(id)).rejects.toMatchObject({ code: 'document.not-found' });
    await restore(id);
    for (const [name, look] of Object.entries(paths)) {
      if (name !== 'correction') await expect(look(), name).resolves.toBeDefined();
    }
  });

  test('also for raw SQL that forgets to ask', async () => {
    const { id } = await keepDocument(house, owner);
    await remove(id);
    const count = await inWorkspace(house.db, owner.workspaceId, async (trx) => {
      await sql`update documents set name = 'changed'`.execute(trx);
      await sql`delete from records`.execute(trx);
      return (
        await sql<{ n: number }>`select (select count(*) from documents) + (select count(*) from records) as n`.execute(
          trx,
        )
      ).rows[0]!.n;
    });
    expect(Number(count)).toBe(0);
    await restore(id);
    expect(await getDocument(house, owner, id)).toMatchObject({ name: 'a.txt', records: [{ type: 'invoice' }] });
  });

  test('every kind has its columns, its policy and a parent that is a kind', async () => {
    for (const [kind, spec] of Object.entries<SoftDeletable>(softDeletables)) {
      const { rows } = await sql<{ permissive: string }>`select permissive from pg_policies
        where tablename = ${spec.table} and policyname = ${`${spec.table}_deleted_policy`} and cmd = 'SELECT'`.execute(
        house.db,
      );
      expect(rows, kind).toEqual([{ permissive: 'RESTRICTIVE' }]);
      if (spec.parent) expect(followersOf(spec.parent.kind as never).map((follower) => follower.kind)).toContain(kind);
    }
  });
});

test('another workspace can neither delete nor restore it, and is told what it would be told of nothing', async () => {
  const { id } = await keepDocument(house, owner);
  const stranger = await newOwner(house);
  await expect(deleteThing(house, stranger, { kind: 'document', id })).rejects.toMatchObject({
    code: 'document.not-found',
  });
  await remove(id);
  await expect(restoreThing(house, stranger, { kind: 'document', id })).rejects.toMatchObject({
    code: 'trash.not-found',
  });
  expect(await getTrash(house, stranger, { limit: 10 })).toEqual([]);
});

test('records go and come with their document, but not one that was deleted before for itself', async () => {
  const { id, recordIds } = await keepDocument(house, owner, { records: [{}, {}] });
  await remove(recordIds[0]!, 'record');
  await remove(id);
  await expect(restore(recordIds[1]!, 'record')).rejects.toMatchObject({ code: 'trash.parent-deleted' });
  await restore(id);
  expect((await getRecords(house, owner, { limit: 10 })).map((row) => row.id)).toEqual([recordIds[1]]);
  await restore(recordIds[0]!, 'record');
  expect(await getRecords(house, owner, { limit: 10 })).toHaveLength(2);
  await expect(restore(id)).rejects.toMatchObject({ code: 'trash.not-found' });
});

test('the trash says who deleted what when and why, newest first, page by page', async () => {
  const started = Date.now();
  const kept = [await keepDocument(house, owner), await keepDocument(house, owner, { name: 'b.txt' })];
  await remove(kept[1]!.id, 'document', 'sent \ud800 twice');
  await remove(kept[0]!.recordIds[0]!, 'record');
  await remove(kept[0]!.id);
  const all = await getTrash(house, owner, { limit: 10 });
  expect(all.map((thing) => [thing.kind, thing.id])).toEqual([
    ['document', kept[0]!.id],
    ['record', kept[0]!.recordIds[0]],
    ['document', kept[1]!.id],
  ]);
  expect(all[2]).toMatchObject({ title: 'b.txt', deletedBy: owner.userId, reason: 'sent \ufffd twice' });
  expect(all[2]!.deletedAt.getTime()).toBeGreaterThanOrEqual(started);
  const paged = [];
  for (let page = await getTrash(house, owner, { limit: 1 }); page.length > 0 && paged.length < 9; ) {
    paged.push(...page);
    page = await getTrash(house, owner, { limit: 1, after: page[0]! });
  }
  expect(paged).toEqual(all);
  expect(await getTrash(house, owner, { limit: 10, kind: 'record' })).toEqual([all[1]]);
});

test('statistics count what lies there and the bytes that only it holds', async () => {
  const shared = await keepDocument(house, owner, { content: 'twice' });
  await keepDocument(house, owner, { content: 'twice' });
  const alone = await keepDocument(house, owner, { content: 'once and only' });
  await remove(shared.id);
  await remove(alone.id);
  expect(await getTrashStatistics({ ...house, trashDays: 90 }, owner)).toEqual({
    kinds: [
      { kind: 'document', count: 2, oldest: expect.any(Date), due: 0 },
      { kind: 'record', count: 2, oldest: expect.any(Date), due: 0 },
      { kind: 'case', count: 0, oldest: null, due: 0 },
    ],
    bytes: 'once and only'.length,
    trashDays: 90,
  });
});

test('of many, those that are refused do not keep the others', async () => {
  const [a, b] = [await keepDocument(house, owner), await keepDocument(house, owner)];
  const missing = newId();
  const ids = [a.id, missing, b.id, a.id];
  expect(await deleteAll(house, owner, { kind: 'document', ids })).toEqual([
    { id: a.id },
    { id: missing, error: { code: 'document.not-found', message: expect.any(String) } },
    { id: b.id },
  ]);
  expect(
    (await restoreAll(house, owner, { kind: 'document', ids: [missing, a.id] })).map((r) => r.error?.code),
  ).toEqual(['trash.not-found', undefined]);
});

test('deleting and restoring stand in the audit log, once each', async () => {
  const { id, recordIds } = await keepDocument(house, owner);
  await remove(recordIds[0]!, 'record', 'a reason that nobody else should read');
  await remove(id);
  await remove(id).catch(() => {});
  await restore(id);
  expect(await acts()).toEqual([
    ['document.restored', id],
    ['document.deleted', id],
    ['record.deleted', recordIds[0]],
  ]);
});

describe('a reading that is under way', () => {
  const engine = createToyEngine();
  const deps = () => ({
    ...house,
    reader: engine.reader,
    live: createLiveEvents(),
    versions: {},
    types: [toyType],
    lessonKinds: engine.lessonKinds,
    hiddenTextPolicy: 'review' as const,
    mediaTypeOf: () => 'text/plain',
    tierPolicy: openTiers,
    secrets: { seal: (text: string) => text, open: (text: string) => text, fingerprint: (text: string) => text },
    log: createLogger({ level: 'silent', forPeople: false }),
  });

  test('writes nothing when its document is deleted meanwhile, and is done again after a restore', async () => {
    const { id, runId } = await keepDocument(house, owner, { content: 'number: A-1', records: [] });
    const job = { workspaceId: owner.workspaceId, documentId: id, runId, requestId: null };
    const reader = {
      ...engine.reader,
      read: async (...args: Parameters<typeof engine.reader.read>) => {
        const result = await engine.reader.read(...args);
        await remove(id);
        return result;
      },
    };
    await readDocument({ ...deps(), reader }, job, new AbortController().signal);
    await giveUpReading(deps(), job, 'internal');
    await restore(id);
    expect(await getRun(house, owner, runId)).toMatchObject({ status: 'running', finished_at: null, records: [] });

    const queued = await sql<{ data: object }>`select data from jobs.job where data->>'runId' = ${runId}`.execute(
      house.db,
    );
    expect(queued.rows).toEqual([{ data: job }]);
    await readDocument(deps(), job, new AbortController().signal);
    expect(await getRun(house, owner, runId)).toMatchObject({ status: 'succeeded', records: [{ type: 'invoice' }] });
  });

  test('does not begin on a document in the trash', async () => {
    const { id, runId } = await keepDocument(house, owner, { records: [] });
    await remove(id);
    const job = { workspaceId: owner.workspaceId, documentId: id, runId, requestId: null };
    await readDocument(deps(), job, new AbortController().signal);
    const { rows } = await sql<{ status: string }>`select status from runs where id = ${runId}`.execute(house.db);
    expect(rows).toEqual([{ status: 'queued' }]);
  });

  test('is not repeated by a restore when it had ended', async () => {
    const { id, runId } = await keepDocument(house, owner, { content: 'number: A-2', records: [] });
    const job = { workspaceId: owner.workspaceId, documentId: id, runId, requestId: null };
    await readDocument(deps(), job, new AbortController().signal);
    await remove(id);
    await restore(id);
    const { rows } = await sql`select id from jobs.job where data->>'runId' = ${runId}`.execute(house.db);
    expect(rows).toEqual([]);
  });
});
