import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchRecord } from '../../src/actions/match-record.ts';
import { createOlderAddresses, olderAddresses } from '../../src/api/older-addresses.ts';
import type { Json } from '../../src/document/value.ts';
import { careers } from '../../src/packs/careers/index.ts';
import { packs } from '../../src/packs/index.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { textArtifact } from '../../src/write/text-artifact.ts';
import { goJob, idaRecord } from '../packs/careers/rewrite/ida-record.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { aPosting, aResume, careersEngine } from '../support/careers-engine.ts';
import { putRecord } from '../support/matchable-records.ts';
import { finishedRun, form, startTestServer, type TestServer } from '../support/test-server.ts';

const everyRow = [...olderAddresses, ...packs.flatMap((pack) => pack.olderAddresses ?? [])];
const { realAddress } = createOlderAddresses(careersEngine.olderAddresses);

let server: TestServer;
const engine = {
  ...careersEngine,
  artifactKinds: checkDeclarations([textArtifact, ...careers.artifacts!]),
};
beforeAll(async () => {
  server = await startTestServer({ env: { EMAIL_VERIFICATION: 'off' }, engine });
});
afterAll(() => server.stop());

const password = 'canary correct horse battery';

interface Told {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them
  body: any;
}

async function send(call: string, body?: unknown, token?: string): Promise<Told> {
  const [method, path] = call.split(' ') as [string, string];
  const response = await fetch(server.url + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** Rows that the flows below go through. */
const used = new Set<string>();
const older = (call: string, ...rest: [body?: unknown, token?: string]) => {
  used.add(call.replace(/\/?(?:\?.*)?$/, ''));
  return send(call, ...rest);
};

describe.each(['', '/'])('with "%s" at the end', (end) => {
  const email = (name: string) => `${name}${end === '' ? '' : '-slash'}@example.com`;

  test('signing up, in and out of version 2, with the names of fields that it had', async () => {
    const made = await older(`POST /v2/auth/signup${end}`, { email: email('v2'), password, full_name: 'Vera Two' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        access_token: expect.stringMatching(/^ey/),
        refresh_token: expect.stringMatching(/^shr_/),
        token_type: 'Bearer',
        user: { email: email('v2'), full_name: 'Vera Two', name: 'Vera Two' },
      },
    });
    expect(Object.keys(made.body).sort()).toEqual(
      ['access_token', 'expires_in', 'refresh_token', 'session', 'token_type', 'user'].sort(),
    );
    expect((await older(`POST /v2/auth/signup${end}`, { username: email('v2'), password })).status).toBe(409);
    expect((await older(`POST /v2/auth/login${end}`, { username: email('v2'), password: 'no' })).status).toBe(401);
    const { status, body } = await older(`POST /v2/auth/login${end}`, { username: email('v2'), password });
    expect([status, body.token_type]).toEqual([200, 'Bearer']);
    const { refresh_token } = body;
    const next = await older(`POST /v2/auth/refresh${end}`, { refresh_token });
    expect(next).toMatchObject({ status: 200, body: { access_token: expect.any(String) } });
    expect((await older(`POST /v2/auth/logout${end}`)).status).toBe(401);
    expect((await older(`POST /v2/auth/logout${end}`, undefined, next.body.access_token)).status).toBe(204);
    expect((await send('GET /api/v1/documents', undefined, next.body.access_token)).status).toBe(401);
  });

  test('registering, signing in and out of version 1', async () => {
    const made = await older(`POST /api/v1/auth/register${end}`, { username: email('v1'), password, full_name: 'V' });
    expect(made).toMatchObject({ status: 201, body: { account: { email: email('v1'), name: 'V' } } });
    expect((await older(`POST /api/v1/auth/register${end}`, { email: email('v1'), password })).status).toBe(409);
    const { body } = await older(`POST /api/v1/auth/login${end}`, { username: email('v1'), password });
    const next = await older(`POST /api/v1/auth/refresh${end}`, { refresh_token: body.refresh_token });
    expect((await older(`POST /api/v1/auth/logout${end}`, undefined, next.body.access_token)).status).toBe(204);
    expect((await older(`POST /api/v1/auth/verify${end}`, { token: 'x' })).body.code).toBe('auth.link-invalid');
  });

  test('notifications of version 2: the list, one that is read, the settings', async () => {
    const { services } = server.inside;
    const { token } = server;
    const workspaceId: string = (await send('GET /api/v1/me', undefined, token)).body.workspaces[0].id;
    await inWorkspace(services.db, workspaceId, (trx) =>
      services.raiseNotice(trx, {
        workspaceId,
        kind: 'document.failed',
        key: email('notice'),
        subject: { type: 'document', id: crypto.randomUUID() },
        data: { name: 'Old' },
      }),
    );
    const list = async () => (await older(`GET /v2/notifications${end}`, undefined, token)).body;
    await expect.poll(async () => (await list()).notifications[0]?.read, { timeout: 30_000 }).toBe(false);
    const { id } = (await list()).notifications[0];
    used.add('POST /v2/notifications/{id}/read');
    expect(await send(`POST /v2/notifications/${id}/read${end}`, undefined, token)).toMatchObject({
      status: 200,
      body: { id, read: true },
    });
    expect((await send(`POST /v2/notifications/a/b/read${end}`, undefined, token)).status).toBe(404);
    const { version, settings } = (await older(`GET /v2/notifications/settings${end}`, undefined, token)).body;
    expect((await older(`PUT /v2/notifications/settings${end}`, settings, token)).status).toBe(428);
    expect((await older(`PATCH /v2/notifications/settings${end}`, { minimumScore: 1 }, token)).status).toBe(428);
    expect(version).toBe(0);
  });

  test('jobs of version 2: bookmarks, applications and their figures', async () => {
    const { token } = server;
    const upload = form({ 'job.txt': `number: J-1${end === '' ? '' : '-slash'}` });
    const headers = { authorization: `Bearer ${token}` };
    const sent = await fetch(`${server.url}/api/v1/documents`, { method: 'POST', body: upload, headers });
    const { documents } = (await sent.json()) as { documents: { run: string }[] };
    const job_id = (await finishedRun(server.url, documents[0]!.run, 60_000, token)).records[0].id;
    const kept = await older(`POST /v2/jobs/bookmark${end}`, { job_id, notes: 'Near home' }, token);
    expect(kept).toMatchObject({ status: 201, body: { job_id, status: 'bookmarked', type: 'careers/application' } });
    const bookmarks = async () => (await older(`GET /v2/jobs/bookmarks${end}`, undefined, token)).body.bookmarks;
    expect(await bookmarks()).toMatchObject([{ job_id, id: kept.body.id }]);
    const apply = { job_id, resume_id: job_id, notes: 'Sent' };
    const first = await older(`POST /v2/jobs/apply${end}`, apply, token);
    expect(first).toMatchObject({ status: 200, body: { id: kept.body.id, status: 'applied' } });
    expect((await older(`POST /v2/jobs/apply${end}`, apply, token)).body, 'brought up to date').toMatchObject({
      id: kept.body.id,
      status: 'applied',
      attachments: [{ role: 'resume', sourceId: job_id }],
    });
    expect(await bookmarks()).toEqual([]);
    const { applications } = (await older(`GET /v2/jobs/applications${end}`, undefined, token)).body;
    expect(applications[0]).toMatchObject({ job_id, status: 'applied', created_at: expect.any(String) });
    const stats = (await older(`GET /v2/jobs/stats${end}`, undefined, token)).body;
    expect(stats).toMatchObject({ total_bookmarks: 0, by_status: { applied: stats.total_applications } });
    expect(stats.total_applications).toBe(end === '' ? 1 : 2);
    const missing = { job_id: crypto.randomUUID() };
    expect((await older(`POST /v2/jobs/bookmark${end}`, missing, token)).body.code).toBe('case.wrong-subject');
    const page = await send(`GET /v2/jobs/applications${end}?limit=1&type=toy/request`, undefined, token);
    expect(page.body.applications).toHaveLength(1);
    if (end !== '') {
      const next = `GET /v2/jobs/applications?limit=1&cursor=${page.body.next_cursor}`;
      expect((await send(next, undefined, token)).body.applications).toHaveLength(1);
    }
  });

  test('jobs of version 2: searched, and matched with a résumé', async () => {
    const { services } = server.inside;
    const { token } = server;
    const workspaceId: string = (await send('GET /api/v1/me', undefined, token)).body.workspaces[0].id;
    const { userId } = await services.db
      .selectFrom('memberships')
      .select('user_id as userId')
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    const put = async (type: string, values: object) => {
      const record = { type, values: values as Record<string, Json>, lines: [] };
      const recordId = await putRecord(services, { workspaceId, userId }, record);
      await matchRecord(services, { workspaceId, recordId });
      return recordId;
    };
    const place = end === '' ? 'Munich' : 'Hamburg';
    const resume_id = await put('resume', aResume({ 'basics.location.city': place }));
    const posting = { jobLocation: `${place}, Germany`, 'hiringOrganization.name': `Ships of ${place}` };
    const job_id = await put('job_posting', aPosting(posting));
    const found = await older(`GET /v2/jobs/search${end}?location=${place}&min_salary=60000`, undefined, token);
    const job = { job_id, company: `Ships of ${place}`, location: `${place}, Germany` };
    expect(found.body).toMatchObject({ jobs: [job], next_cursor: null });
    const asked = { location: place, job_type: 'FULL_TIME', employmentType: 'PART_TIME' };
    expect((await older(`POST /v2/jobs/search${end}`, asked, token)).body.jobs, 'ours outranks').toEqual([]);
    const match = { job_id, score: expect.any(Number), reasons: expect.any(Array), gaps: expect.any(Array) };
    const matched = await older(`GET /v2/jobs/match${end}?resume_id=${resume_id}&location=${place}`, undefined, token);
    expect(matched.body.matches).toMatchObject([match]);
    const none = await older(`POST /v2/jobs/match${end}`, { resume_id, min_score: 100 }, token);
    expect(none).toMatchObject({ status: 200, body: { matches: [] } });
    const missing = await older(`GET /v2/jobs/match${end}?resume_id=${job_id}`, undefined, token);
    expect(missing).toMatchObject({ status: 404, body: { code: 'record.not-found' } });
  });

  test('texts of version 2: a résumé, a letter and a profile for a job', async () => {
    const { services } = server.inside;
    const { token } = server;
    const workspaceId: string = (await send('GET /api/v1/me', undefined, token)).body.workspaces[0].id;
    const { userId } = await services.db
      .selectFrom('memberships')
      .select('user_id as userId')
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    const fields = Object.entries(idaRecord.fields).map(([path, { value }]) => [path, value]);
    const values = Object.fromEntries(fields) as Record<string, Json>;
    const resume_id = await putRecord(services, { workspaceId, userId }, { type: 'resume', values, lines: [] });
    const given = { resume_id, job_description: goJob, style: 'management', tailoring: 'moderate' };
    const told = {
      impact_score: expect.any(Number),
      improvements: expect.arrayContaining([expect.any(String)]),
      missing_skills: ['Terraform'],
      keyword_suggestions: expect.any(Array),
      status: 'fallback',
      diff: expect.any(Array),
    };
    const resume = await older(`POST /v2/ai/rewrite/resume${end}`, given, token);
    expect(resume, JSON.stringify(resume.body)).toMatchObject({ status: 201, body: { ...told, version: 2 } });
    expect(resume.body.rewritten.work[0].name).toBe('Vale Software Ltd');
    const letter = await older(
      `POST /v2/ai/rewrite/cover-letter${end}`,
      { ...given, company: 'Umbrella', job_title: 'Engineer' },
      token,
    );
    expect(letter.body).toMatchObject({ ...told, rewritten: { recipient: { employer: 'Umbrella' } } });
    const profile = await older(`POST /v2/ai/rewrite/linkedin${end}`, { ...given, about: 'I like Go.' }, token);
    expect(profile.body).toMatchObject({ ...told, original: { about: 'I like Go.' } });
    const short = { ...given, job_description: 'Go' };
    expect((await older(`POST /v2/ai/rewrite/resume${end}`, short, token)).body.code).toBe('artifact.invalid-options');
    expect((await older(`POST /v2/ai/rewrite/resume${end}`, given)).status).toBe(401);
    const missing = { ...given, resume_id: crypto.randomUUID() };
    expect((await older(`POST /v2/ai/rewrite/resume${end}`, missing, token)).status).toBe(404);
  });

  test.each(['/health', '/api/health', '/v2/health', '/v2'])('GET %s tells that the server runs', async (path) => {
    const told = await older(`GET ${path}${end}`);
    expect(told).toMatchObject({ status: 200, body: { status: 'ok', version: expect.any(String) } });
    expect((await fetch(server.url + path + end, { method: 'HEAD' })).status).toBe(200);
  });

  test('signing in by Google leads to the provider, when there is one', async () => {
    const told = await older(`GET /v2/auth/google${end}`);
    expect(told).toMatchObject({ status: 404, body: { code: 'oidc.unknown-provider' } });
  });

  test('documents, records and accounts of the new addresses as well', async () => {
    for (const path of ['documents', 'records', 'types', 'workspaces']) {
      expect((await apiFetch(`${server.url}/api/v1/${path}${end}?limit=1`)).status, path).toBe(200);
      expect((await fetch(`${server.url}/api/v1/${path}${end}`)).status, path).toBe(401);
    }
  });
});

test('every row was gone through', () => {
  expect([...used].sort()).toEqual(everyRow.map((row) => `${row.method} ${row.older}`).sort());
});

test('our own names of fields outrank theirs', async () => {
  const body = {
    email: 'mine@example.com',
    username: 'theirs@example.com',
    password,
    name: 'Mine',
    full_name: 'Theirs',
  };
  const made = await send('POST /v2/auth/signup', body);
  expect(made.body.user).toMatchObject({ email: 'mine@example.com', name: 'Mine' });
});

test.each(['[]', '"x"', 'null', '{"__proto__":{"email":"a@b.cd"}}'])(
  'a body that is %s is refused, not translated',
  async (body) => {
    const response = await fetch(`${server.url}/v2/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
  },
);

test.each([
  ['/', '/'],
  ['/?x=1/', '/?x=1/'],
  ['/v2/?a=b/', '/healthz?a=b/'],
  ['/api/v1/documents/?limit=1', '/api/v1/documents?limit=1'],
  ['/api/v1/documents//', '/api/v1/documents//'],
  ['//', '//'],
  ['/api/v1/docs/', '/api/v1/docs/'],
  ['/v2/auth/login', '/v2/auth/login'],
  ['/v2/jobs/stats?by=week&type=x&type=y', '/api/v1/cases/statistics?type=job-application&by=week'],
  ['/v2/jobs/search?location=Bonn&x=1', '/api/v1/careers/jobs?place=Bonn&x=1'],
  ['/v2/jobs/search?location=Bonn&place=K%C3%B6ln', '/api/v1/careers/jobs?place=K%C3%B6ln'],
  ['/v2/auth/google?returnTo=/x', '/api/v1/auth/oidc/google/start?returnTo=/x'],
])('GET %s means %s', (given, meant) => {
  expect(realAddress({ method: 'GET', url: given })).toBe(meant);
});

test('an older address is no way round its guard', async () => {
  const origin = { origin: 'https://evil.example', 'content-type': 'application/json' };
  const init = { method: 'POST', headers: origin, body: JSON.stringify({ username: 'a@b.cd', password }) };
  expect((await fetch(`${server.url}/v2/auth/login`, init)).status).toBe(403);
});

test('the page and the viewer are where they were', async () => {
  const page = await fetch(`${server.url}/`);
  const etag = page.headers.get('etag')!;
  expect(page.status).toBe(200);
  expect((await fetch(`${server.url}/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await fetch(`${server.url}/page/`)).status).toBe(404);
  for (const path of ['/api/v1/docs', '/api/v1/docs/']) expect((await fetch(server.url + path)).status, path).toBe(200);
});

test('an address that stands there twice keeps the server from starting', () => {
  expect(() => createOlderAddresses([olderAddresses[0]!])).toThrow('twice');
});
