// Jobs served: searching postings, those that fit a résumé, one fit explained, and the taxonomy.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchRecord } from '../../src/actions/match-record.ts';
import type { Json } from '../../src/document/value.ts';
import { aPosting, aResume, careersEngine } from '../support/careers-engine.ts';
import { putRecord } from '../support/matchable-records.ts';
import { asking, makePerson, makeTeam } from '../support/people.ts';
import { type Answer, getJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let base: string;
let owner: { workspaceId: string; userId: string };
const ids: Record<string, string> = {};

const put = async (name: string, type: string, values: Record<string, unknown>): Promise<void> => {
  const { services } = server.inside;
  const record = { type, values: values as Record<string, Json>, lines: [] };
  ids[name] = await putRecord(services, owner, record);
  await matchRecord(services, { workspaceId: owner.workspaceId, recordId: ids[name] });
};

beforeAll(async () => {
  server = await startTestServer({ engine: careersEngine });
  base = `${server.url}/api/v1/careers`;
  const members = server.inside.services.db
    .selectFrom('memberships')
    .select(['workspace_id as workspaceId', 'user_id as userId']);
  owner = await members.executeTakeFirstOrThrow();
  await put('resume', 'resume', aResume());
  await put('fits', 'job_posting', aPosting());
  await put('hourly', 'job_posting', {
    ...aPosting({ title: 'Warehouse Clerk', 'hiringOrganization.name': 'Depot Ltd', jobLocation: 'London, UK' }),
    ...{ jobCountry: 'GB', jobLocationType: 'on-site', employmentType: 'PART_TIME', experienceLevel: 'junior' },
    ...{ 'baseSalary.min': 12, 'baseSalary.max': 15, 'baseSalary.currency': 'GBP', 'baseSalary.unit': 'HOUR' },
    ...{
      'requirements[0].text': 'Forklift licence',
      'requirements[1].text': 'Picking and packing',
      experienceYears: 1,
    },
    responsibilities: 'Pick the goods\nPack the goods\nLoad the lorries',
  });
  await put(
    'closed',
    'job_posting',
    aPosting({ title: 'Data Analyst', validThrough: '2020-01-01', 'hiringOrganization.name': 'Past AG' }),
  );
  await put('silent', 'job_posting', {
    title: 'Gardener',
    'hiringOrganization.name': 'Green Corner',
    description: 'Come and work with us.',
  });
});
afterAll(() => server.stop());

const titles = (answer: Answer): string[] => answer.items.map(({ title }: Answer) => title);

test('postings are listed newest first, closed ones left out, each with its quality', async () => {
  const answer = await getJson(`${base}/jobs`);
  expect(titles(answer)).toEqual(['Gardener', 'Warehouse Clerk', 'Backend Developer']);
  expect(answer.items[2]).toMatchObject({
    employer: 'Kestrel Systems GmbH',
    salary: { min: 6000, unit: 'MONTH', yearMin: 72_000, yearMax: 84_000, currency: 'EUR' },
    quality: { band: 'good' },
    closed: false,
  });
  expect(answer.items[0].quality).toMatchObject({ band: 'poor', reasons: expect.arrayContaining(['names no place']) });
  expect(titles(await getJson(`${base}/jobs?closed=true`))).toContain('Data Analyst');
});

test.each<[string, string[]]>([
  ['salaryMin=80000', ['Backend Developer']],
  ['salaryMin=30000', ['Warehouse Clerk', 'Backend Developer']],
  ['salaryMin=30000&currency=EUR', ['Backend Developer']],
  ['salaryMin=30000&unstated=true', ['Gardener', 'Warehouse Clerk', 'Backend Developer']],
  ['place=munich', ['Backend Developer']],
  ['place=Germany', ['Backend Developer']],
  ['place=GB', ['Warehouse Clerk']],
  ['workplace=hybrid&workplace=remote', ['Backend Developer']],
  ['employmentType=PART_TIME', ['Warehouse Clerk']],
  ['experience=senior', ['Backend Developer']],
  ['maxYears=2', ['Warehouse Clerk']],
  ['minQuality=70', ['Warehouse Clerk', 'Backend Developer']],
])('?%s leaves %j', async (query, expected) => {
  expect(titles(await getJson(`${base}/jobs?${query}`))).toEqual(expected);
});

test('pages follow each other and show every posting once', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Answer = await getJson(`${base}/jobs?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...titles(page));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['Gardener', 'Warehouse Clerk', 'Backend Developer']);
});

test('an older copy of a job is shown when asked for', async () => {
  await put('again', 'job_posting', aPosting({ title: 'Backend Developer', url: 'https://jobs.example/2' }));
  const shown = (await getJson(`${base}/jobs?place=munich`)).items.map(({ id }: Answer) => id);
  expect(shown).toEqual([ids.again]);
  const all = (await getJson(`${base}/jobs?place=munich&copies=true`)).items.map(({ id }: Answer) => id);
  expect(all).toEqual([ids.again, ids.fits]);
});

test('a fit has reasons, gaps and a band; the quality of the posting stands apart', async () => {
  const { job, fit, match } = await getJson(`${base}/fit?resume=${ids.resume}&posting=${ids.fits}`);
  expect(job).toMatchObject({ id: ids.fits, quality: { band: 'good' } });
  expect(fit).toMatchObject({ calibration: { method: 'prior', outcomes: 0 }, veto: null });
  expect(fit.score).toBeGreaterThan(30);
  expect(fit.gaps).toEqual([expect.objectContaining({ kind: 'skill', missing: 'AutoCAD' })]);
  expect(fit.for.join('\n')).toContain('Python');
  expect(match).toMatchObject({ state: 'proposed' });
});

test('a fit of what is no posting, or no résumé, is not found', async () => {
  expect(await getJson(`${base}/fit?resume=${ids.fits}&posting=${ids.fits}`)).toMatchObject({
    status: 404,
    code: 'record.not-found',
  });
  expect((await getJson(`${base}/fit?resume=${ids.resume}&posting=${crypto.randomUUID()}`)).code).toBe(
    'record.not-found',
  );
  expect((await getJson(`${base}/fit?resume=${ids.resume}`)).code).toBe('request.invalid');
});

test('jobs of a résumé come best first, filtered, without those that were dismissed', async () => {
  const list = (query = '') => getJson(`${base}/matched-jobs?resume=${ids.resume}${query}`);
  const all = await list('&copies=true');
  const scores = all.items.map(({ fit }: Answer) => fit.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(all.items.map(({ job }: Answer) => job.id)).toContain(ids.fits);
  expect((await list('&minScore=100')).items).toEqual([]);
  expect((await list('&employmentType=PART_TIME')).items).toEqual([]);
  const { services } = server.inside;
  const { id } = all.items.find(({ job }: Answer) => job.id === ids.fits).match;
  const home = asking(server.url, owner.workspaceId);
  await home({ token: server.token }, `POST /matches/${id}/dismiss`, {});
  expect((await list('&copies=true')).items.map(({ job }: Answer) => job.id)).not.toContain(ids.fits);
  const { match } = await getJson(`${base}/fit?resume=${ids.resume}&posting=${ids.fits}`);
  expect(match).toEqual({ id, state: 'dismissed' });
  const stranger = await makePerson(services, 'jobs-stranger');
  const away = asking(server.url, await makeTeam(services, { [stranger.userId]: 'owner' }));
  expect((await away(stranger, `GET /careers/matched-jobs?resume=${ids.resume}`)).status).toBe(404);
  expect((await away(stranger, 'GET /careers/jobs')).body.items).toEqual([]);
});

test('skills are found, normalised and related', async () => {
  const { meant, items } = await getJson(`${base}/skills?q=React&wanted=javascript`);
  expect(meant).toMatchObject({ whole: true, skills: [{ id: 'react' }] });
  expect(items[0]).toMatchObject({ id: 'react', label: 'React', kind: 'framework', standsFor: 0.8 });
  expect(items[0].requires).toContainEqual({ id: 'javascript', label: 'JavaScript' });
  expect((await getJson(`${base}/skills?q=${encodeURIComponent('HTML/CSS (advanced)')}`)).meant).toMatchObject({
    whole: true,
    skills: [{ id: 'html' }, { id: 'css' }],
  });
  expect((await getJson(`${base}/skills?q=zzzzqq`)).items).toEqual([]);
  expect((await getJson(`${base}/skills?q=py&limit=3`)).items.map(({ label }: Answer) => label)).toContain('Python');
});

test('asked by a body, pages follow each other too, and a cursor of another question is refused', async () => {
  const ask = (body: object) =>
    asking(server.url, owner.workspaceId)({ token: server.token }, 'POST /careers/jobs/query', body);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await ask({ limit: 1, ...(cursor ? { cursor } : {}) });
    seen.push(...titles(body));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(titles((await ask({})).body));
  const { body: first } = await ask({ limit: 1 });
  for (const wrong of ['x', first.nextCursor])
    expect(await ask({ limit: 1, place: 'munich', cursor: wrong })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/body/cursor' }] },
    });
});
