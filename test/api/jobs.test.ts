import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SheafError } from '../../src/errors.ts';
import type { ReadResult } from '../../src/pipeline/read-result.ts';
import { newId } from '../../src/store/new-id.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { asking, makePerson, makeTeam } from '../support/people.ts';
import {
  type Answer,
  finishedRun,
  getJson,
  readJson,
  startTestServer,
  type TestServer,
  upload,
} from '../support/test-server.ts';
import { createToyEngine } from '../support/toy-engine.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: TestServer;
/** Files that are being read: their signals. */
const reading = new Map<string, AbortSignal>();
/** Files that cannot be read, from when on. */
const broken = new Map<string, Promise<void>>();

beforeAll(async () => {
  const toy = createToyEngine();
  const reader = {
    ...toy.reader,
    async read(...args: Parameters<typeof toy.reader.read>): Promise<ReadResult> {
      const [{ name }, , , signal] = args;
      const gate = broken.get(name);
      if (gate) {
        await gate;
        throw new SheafError('reader.unavailable');
      }
      if (!name.startsWith('endless')) return toy.reader.read(...args);
      reading.set(name, signal!);
      await new Promise((resolve) => signal!.addEventListener('abort', resolve, { once: true }));
      return toy.reader.read(...args);
    },
  };
  server = await startTestServer({ engine: { reader }, env: { READ_JOBS: '2' } });
});
afterAll(() => server.stop());

const post = async (path: string): Promise<{ status: number; body: Answer }> => {
  const response = await apiFetch(`${server.url}/api/v1${path}`, { method: 'POST' });
  return { status: response.status, body: await readJson(response) };
};
const get = (path: string): Promise<Answer> => getJson(`${server.url}/api/v1${path}`);
const settled = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000, interval: 25 });

/** A document whose reading is given up: its first try, which fails, is the last. */
async function deadReading(name: string): Promise<{ id: string; run: string }> {
  const { promise: going, resolve: go } = Promise.withResolvers<void>();
  broken.set(name, going);
  const [document] = await upload(server.url, { [name]: 'number: D-1' });
  await sql`update jobs.job set retry_limit = 0 where id = ${document!.run}`.execute(server.inside.services.db);
  go();
  await finishedRun(server.url, document!.run, 30_000);
  return document!;
}

describe('a job of the workspace', () => {
  test('has the id of its run, tells how it went, and stands in the list', async () => {
    const [document] = await upload(server.url, { 'a.txt': 'number: J-1' });
    const run = await finishedRun(server.url, document!.run);
    const job = await settled(async () => {
      const found = await get(`/jobs/${run.id}`);
      expect(found.state).toBe('done');
      return found;
    });
    expect(job).toMatchObject({
      queue: 'read-document',
      subject: { type: 'run', id: run.id },
      attempts: 1,
      triesAtMost: 5,
      error: null,
      requestedBy: expect.any(String),
      nextTryAt: null,
    });
    const { items } = await get('/jobs?queue=read-document&state=done');
    expect(items).toContainEqual(job);
    expect((await get('/jobs?queue=export-account')).items).toEqual([]);
  });

  test('an export tells of its progress as events, to the end', async () => {
    const { body } = await post('/exports/account');
    const response = await apiFetch(`${server.url}/api/v1/jobs/${body.id}/events`);
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    const events = (await response.text()).split('\n\n').filter((block) => block.includes('event:'));
    expect(events.at(-1)).toContain('event: finished');
    const finished = JSON.parse(events.at(-1)!.split('data: ')[1]!);
    expect(finished).toMatchObject({ state: 'done', progress: { step: 'files' }, subject: { type: 'export' } });
    expect(finished.progress.done).toBe(finished.progress.total);
  });

  test('one that is unknown is not found', async () => {
    for (const call of [`/jobs/${newId()}`, `/jobs/${newId()}/events`])
      expect((await apiFetch(`${server.url}/api/v1${call}`)).status).toBe(404);
    expect(await post(`/jobs/${newId()}/cancel`)).toMatchObject({ status: 404, body: { code: 'job.not-found' } });
  });

  test('exports of others are seen by owners and admins, and by nobody else', async () => {
    const { services } = server.inside;
    const [owner, editor] = [await makePerson(services, 'jobs-owner'), await makePerson(services, 'jobs-editor')];
    const workspaceId = await makeTeam(services, { [owner.userId]: 'owner', [editor.userId]: 'editor' });
    const ask = asking(server.url, workspaceId);
    const { body: exported } = await ask(owner, 'POST /exports/account', {});
    const { body: own } = await ask(editor, 'POST /exports/me', {});
    const seen = async (person: typeof owner) =>
      (await ask(person, 'GET /jobs')).body.items.map((job: Answer) => job.id).sort();
    expect(await seen(owner)).toEqual([exported.id, own.id].sort());
    expect(await seen(editor)).toEqual([own.id]);
    expect((await ask(editor, `GET /jobs/${exported.id}`)).status).toBe(404);
    expect((await ask(editor, `POST /jobs/${exported.id}/cancel`)).status).toBe(404);
  });
});

describe('cancelling a reading', () => {
  test('ends what reads it; the run fails with its own code and can be read again', async () => {
    const [document] = await upload(server.url, { 'endless-1.txt': 'number: C-1' });
    const signal = await settled(() => reading.get('endless-1.txt') ?? expect.fail('not begun'));
    expect(await post(`/runs/${document!.run}/cancel`)).toMatchObject({ status: 202 });
    const run = await finishedRun(server.url, document!.run, 30_000);
    expect(run).toMatchObject({ status: 'failed', error: { code: 'run.cancelled' }, records: [] });
    await settled(() => expect(signal.aborted).toBe(true));
    expect(await get(`/documents/${document!.id}`)).toMatchObject({ state: 'failed', records: [] });
    expect(await get(`/jobs/${document!.run}`)).toMatchObject({ state: 'cancelled', cancelledBy: expect.any(String) });
    const { items } = await get('/audit?action=job.cancelled');
    expect(items).toMatchObject([{ target: { type: 'job', id: document!.run }, details: { queue: 'read-document' } }]);

    // Asked again it answers the same, and writes nothing.
    expect(await post(`/jobs/${document!.run}/cancel`)).toMatchObject({ status: 202, body: { state: 'cancelled' } });
    expect((await get('/audit?action=job.cancelled')).items).toHaveLength(1);

    const again = await post(`/documents/${document!.id}/read`);
    expect(again.status).toBe(202);
    await settled(() => expect(reading.get('endless-1.txt')).not.toBe(signal));
    await post(`/runs/${again.body.run}/cancel`);
    await finishedRun(server.url, again.body.run, 30_000);
  });

  test('of one that waits begins nothing', async () => {
    const documents = await upload(server.url, {
      'endless-2.txt': 'number: C-2',
      'endless-3.txt': 'number: C-3',
      'endless-4.txt': 'number: C-4',
    });
    await settled(() => expect(reading.has('endless-2.txt') && reading.has('endless-3.txt')).toBe(true));
    for (const { run } of documents.toReversed()) await post(`/runs/${run}/cancel`);
    for (const { run } of documents)
      expect(await finishedRun(server.url, run, 30_000)).toMatchObject({ error: { code: 'run.cancelled' } });
    expect(reading.has('endless-4.txt')).toBe(false);
  });

  test('of one that is over changes nothing', async () => {
    const [document] = await upload(server.url, { 'over.txt': 'number: C-5' });
    const run = await finishedRun(server.url, document!.run);
    expect(await post(`/runs/${document!.run}/cancel`)).toEqual({ status: 202, body: run });
    expect(await post(`/documents/${document!.id}/read`)).toMatchObject({
      status: 409,
      body: { code: 'document.not-failed' },
    });
  });
});

describe('a dead job', () => {
  test('tells why in our own words, and is tried again as a new run', async () => {
    const { id, run } = await deadReading('broken.txt');
    expect(await get(`/documents/${id}`)).toMatchObject({ state: 'failed' });
    expect(await get(`/jobs/${run}`)).toMatchObject({
      state: 'dead',
      error: { code: 'reader.unavailable', message: 'No process could be started to read the file' },
    });
    broken.delete('broken.txt');
    const again = await post(`/jobs/${run}/retry`);
    expect(again).toMatchObject({ status: 202, body: { queue: 'read-document' } });
    expect(again.body.id).not.toBe(run);
    expect(await finishedRun(server.url, again.body.id, 30_000)).toMatchObject({ status: 'succeeded', document: id });
    expect(await get(`/jobs/${run}`)).toMatchObject({ state: 'dead', retriedAs: again.body.id });
    expect((await post(`/jobs/${run}/retry`)).body.id, 'asked again, the same').toBe(again.body.id);
    expect((await get(`/documents/${id}`)).records).toHaveLength(1);
  });

  test('one that is not dead is not tried again', async () => {
    const [document] = await upload(server.url, { 'fine.txt': 'number: D-2' });
    await finishedRun(server.url, document!.run);
    expect(await post(`/jobs/${document!.run}/retry`)).toMatchObject({ status: 409, body: { code: 'job.not-dead' } });
  });
});

describe('who administers the installation', () => {
  test('sees jobs of all workspaces by ids, and what each schedule did', async () => {
    const { services } = server.inside;
    const owner = await makePerson(services, 'away-owner');
    const workspaceId = await makeTeam(services, { [owner.userId]: 'owner' });
    const { body: exported } = await asking(server.url, workspaceId)(owner, 'POST /exports/account', {});
    const { items } = await get(`/admin/jobs?workspace=${workspaceId}`);
    expect(items).toMatchObject([{ id: exported.id, workspace: workspaceId, queue: 'export-account' }]);
    expect(Object.keys(items[0])).not.toContain('payload');
    const schedules = await get('/admin/schedules');
    expect(schedules.items.map((schedule: Answer) => schedule.queue)).toEqual([
      'calibration-round',
      'case-reminder-round',
      'keeping-round',
      'match-check-round',
      'matching-round',
      'notice-round',
      'remove-orphan-blobs',
      'search-round',
      'tell-saved-searches',
      'tidy-jobs',
    ]);
    for (const { nextRunAt } of schedules.items) expect(Date.parse(nextRunAt)).toBeGreaterThan(Date.now());
    expect((await asking(server.url)(owner, 'GET /admin/jobs')).status).toBe(403);
    expect((await get('/admin/jobs/counts')).items).toContainEqual(
      expect.objectContaining({ queue: 'read-document', state: 'cancelled' }),
    );
  });

  test('finds the mails that were not delivered: kind and domain, never whom or what', async () => {
    const { db } = server.inside.services;
    const id = newId();
    const mail = { template: 'reset-password', locale: 'en', message_id: '<x@y>' };
    await db
      .insertInto('emails')
      .values({ ...mail, id, recipient: 'somebody@mail.example', state: 'failed', error: 'recipient-refused' } as never)
      .execute();
    await db
      .insertInto('jobs')
      .values({
        id,
        queue: 'send-email',
        workspace_id: null,
        requested_by: null,
        request_id: null,
        state: 'dead',
        error_code: 'mail.not-delivered',
      })
      .execute();
    expect((await get('/admin/jobs?queue=send-email&state=dead')).items).toMatchObject([{ id, workspace: null }]);
    const job = await get(`/admin/jobs/${id}`);
    expect(job).toMatchObject({
      error: { code: 'mail.not-delivered' },
      mail: {
        id,
        template: 'reset-password',
        recipientDomain: 'mail.example',
        state: 'failed',
        reason: 'recipient-refused',
      },
    });
    expect(JSON.stringify(job)).not.toContain('somebody');
    expect(await post(`/admin/jobs/${id}/retry`)).toMatchObject({ status: 409, body: { code: 'job.not-retryable' } });
  });

  test('cancels a job anywhere, and the log of the server tells', async () => {
    const [document] = await upload(server.url, { 'endless-5.txt': 'number: A-1' });
    await settled(() => expect(reading.has('endless-5.txt')).toBe(true));
    expect(await post(`/admin/jobs/${document!.run}/cancel`)).toMatchObject({
      status: 202,
      body: { state: 'cancelled' },
    });
    await finishedRun(server.url, document!.run, 30_000);
    const { items } = await get('/admin/audit?action=job.cancelled');
    expect(items).toMatchObject([{ target: { id: document!.run } }]);
    expect((await post(`/admin/jobs/${newId()}/cancel`)).status).toBe(404);
  });
});
