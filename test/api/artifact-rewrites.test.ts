// A résumé tailored over HTTP: made from a read record, written with and without a model, and never beyond what it proves.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { careers } from '../../src/packs/careers/index.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { textArtifact } from '../../src/write/text-artifact.ts';
import { goJob, idaRecord } from '../packs/careers/rewrite/ida-record.ts';
import { putRecord } from '../support/matchable-records.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { type Call, call, makePerson, type Person } from '../support/person.ts';
import { testKey } from '../support/test-gateway.ts';
import { type Answer, startTestServer, type TestServer } from '../support/test-server.ts';
import { createToyEngine } from '../support/toy-engine.ts';

let model: ModelServer;
let server: TestServer;
let owner: Person;
let stranger: Person;
let resume: string;
let posting: string;

beforeAll(async () => {
  model = await startModelServer();
  server = await startTestServer({
    env: {
      MODEL_PROVIDER: 'compatible',
      MODEL_NAME: 'test-model',
      MODEL_BASE_URL: model.url,
      MODEL_API_KEY: testKey,
      MODEL_BUDGET_TOKENS: '900000',
      MODEL_OUTPUT_TOKENS: '500',
    },
    engine: {
      types: [...createToyEngine().types, ...careers.types],
      artifactKinds: checkDeclarations([textArtifact, ...careers.artifacts!]),
    },
  });
  [owner, stranger] = [await makePerson(server), await makePerson(server)];
  const { services } = server.inside;
  const actor = { userId: owner.id, workspaceId: owner.workspace, role: 'owner' as const, requestId: 'test' };
  const put = (type: string, values: Record<string, string>, content?: string) =>
    putRecord(services, actor as never, { type, values, lines: [], ...(content ? { content } : {}) });
  const fields = Object.entries(idaRecord.fields).map(([path, { value }]) => [path, String(value)]);
  resume = await put('resume', Object.fromEntries(fields));
  posting = await put('job_posting', {
    title: 'Backend Engineer',
    'hiringOrganization.name': 'Umbrella Freight',
    qualifications: goJob,
  });
});
afterAll(async () => {
  await server.stop();
  await model.close();
});

const ask = (path: string, options: Call = {}, person = owner) =>
  call(server, `/artifacts${path}`, { token: person.token, ...options });
let count = 0;
/** No question to the model is asked twice: its answers are kept. */
const wish = (more: object = {}) => ({
  kind: 'careers/resume',
  title: 'For Umbrella',
  source: { record: resume },
  options: { style: 'management', strength: 'moderate', jobDescription: `${goJob}\n\nReference ${++count}` },
  ...more,
});

describe('without a model', () => {
  test('one step gives original, rewritten, diff, improvements, score, what is missing, and both versions', async () => {
    const { status, body } = await ask('/rewrites', { body: wish({ writer: 'rules' }) });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({ status: 'rules', because: null, artifact: { kind: 'careers/resume', version: 2 } });
    expect(body.original.work[0].highlights[0]).toContain('party');
    expect(body.rewritten.work[0].highlights.at(-1)).toContain('party');
    expect(body.diff.length).toBeGreaterThan(2);
    expect(body.improvements.every(({ reason }: Answer) => reason !== '')).toBe(true);
    const { before, after } = body.proposal.assessment;
    expect(after.score.score).toBeGreaterThan(before.score.score);
    expect(after.missing.absent.map(({ name }: Answer) => name)).toEqual(['Terraform']);
    expect(after.said.map(({ name }: Answer) => name)).toEqual(expect.arrayContaining(['Go', 'Kubernetes', 'Docker']));
    const { id } = body.artifact;
    expect((await ask(`/${id}/versions`)).body.items.map(({ writtenBy }: Answer) => writtenBy)).toEqual([
      'rules',
      'person',
    ]);
    expect((await ask(`/${id}/diff?from=1&to=2`)).body.changes).toEqual(body.diff);
    const undone = await ask(`/${id}/undo`, { method: 'POST', headers: { 'if-match': '"2"' } });
    expect(undone.body.body).toEqual(body.original);
  });

  test('each change can be accepted or left', async () => {
    const { id } = (await ask('', { body: wish() })).body;
    const options = wish().options;
    const proposal = (await ask(`/${id}/proposals`, { body: { writer: 'rules', options } })).body;
    const at = proposal.operations.findIndex(({ operation }: Answer) => operation.path === 'work[1].highlights[0]');
    const applied = await ask(`/${id}/apply`, {
      body: { proposal: proposal.id, operations: [at] },
      headers: { 'if-match': '"1"' },
    });
    expect(applied).toMatchObject({ status: 200, body: { applied: 1 } });
    expect(applied.body.artifact.body.work[1].highlights[0]).toBe('Produced 3 APIs for drivers.');
    expect(applied.body.artifact.body.work[0].highlights[0]).toContain('party');
  });

  test('a question that is answered becomes a fact, and the fact a bullet that cites it', async () => {
    const { id } = (await ask('', { body: wish() })).body;
    const { questions } = (await ask(`/${id}/assessment`, { body: {} })).body;
    const { subject } = questions.find(({ path }: Answer) => path === 'work[1].highlights[1]');
    const fact = (await ask(`/${id}/facts`, { body: { text: 'The migration took 6 weeks.', subject } })).body.id;
    const { operations } = (await ask(`/${id}/proposals`, { body: { writer: 'rules' } })).body;
    const added = operations.filter(({ operation }: Answer) => operation.sources.includes(fact));
    expect(added).toContainEqual(
      expect.objectContaining({
        accepted: true,
        operation: expect.objectContaining({
          action: 'insert',
          path: 'work[1].highlights[2]',
          value: 'The migration took 6 weeks.',
        }),
      }),
    );
  });

  test('a posting that was read is what it is tailored to', async () => {
    const { id } = (await ask('', { body: wish({ options: undefined }) })).body;
    const { body, status } = await ask(`/${id}/assessment`, { body: { target: { record: posting } } });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.missing.absent.map(({ name }: Answer) => name)).toContain('Terraform');
    const wrong = await ask(`/${id}/assessment`, { body: { target: { record: resume } } });
    expect(wrong.body.code).toBe('artifact.wrong-source');
  });
});

describe('with a model', () => {
  const change = (path: string, value: string, sources: string[]) => ({
    path: `text:${path}`,
    value,
    reason: 'better',
    sources,
  });
  const led = 'work[0].highlights[2]';
  const cited = ['station:work[0]', `value:${led}`];

  test('its wording is taken where the sources carry it, the order stays with the rules', async () => {
    const value = 'Led 12 engineers that rebuilt the billing service in Go.';
    model.next({ json: { changes: [change(led, value, cited)] } });
    const { body } = await ask('/rewrites', { body: wish() });
    expect(body).toMatchObject({ status: 'model', because: null });
    expect(body.rewritten.work[0].highlights).toContain(value);
    expect(body.rewritten.work[0].highlights.at(-1)).toContain('party');
  });

  test.each([
    ['a number', 'Led a team of 40 engineers that rebuilt the billing service in Go.'],
    ['a skill of the job', 'Led a team of 12 engineers that rebuilt the billing service in Go and Terraform.'],
    ['a title', 'As CTO, led a team of 12 engineers that rebuilt the billing service in Go.'],
  ])('%s that it invents is refused, and what stood there stays', async (_what, value) => {
    model.next({ json: { changes: [change(led, value, cited)] } });
    const { body } = await ask('/rewrites', { body: wish() });
    expect(body.status).toBe('model');
    const refused = body.proposal.operations.filter(({ accepted }: Answer) => !accepted);
    expect(refused).toMatchObject([{ operation: { path: led, value }, refusal: { code: 'unsupported' } }]);
    expect(JSON.stringify(body.rewritten)).not.toContain(value);
    expect(body.rewritten.work[0].highlights.join()).toContain('a team of 12 engineers');
  });

  test('the job description proves nothing, even cited', async () => {
    const value = 'Led a team of 12 engineers with 5 years of experience in Terraform.';
    model.next({ json: { changes: [change(led, value, [...cited, 'wish'])] } });
    const { body } = await ask('/rewrites', { body: wish() });
    expect(body.proposal.operations.filter(({ accepted }: Answer) => !accepted)).toMatchObject([
      { refusal: { code: 'unknown-source' } },
    ]);
  });

  test('a name, a title or an employer is no text that it could change', async () => {
    const changes = [change('work[0].name', 'Umbrella', cited), change('basics.name', 'Dr. Ida Holm', cited)];
    model.next({ json: { changes } });
    const { body } = await ask('/rewrites', { body: wish() });
    expect(body.rewritten.work[0].name).toBe('Vale Software Ltd');
    expect(body.rewritten.basics.name).toBe('Ida Holm');
  });

  test('without a usable answer the rules write, and it is said why', async () => {
    model.answer = { misbehave: 'refusal' };
    const { body } = await ask('/rewrites', { body: wish() });
    expect(body).toMatchObject({ status: 'fallback', because: expect.stringMatching(/./), artifact: { version: 2 } });
    expect((await ask(`/${body.artifact.id}/versions`)).body.items[0].writtenBy).toBe('fallback');
  });
});

test.each<[string, object, number, string]>([
  [
    'a job description that is too short',
    wish({ options: { jobDescription: 'Go wanted' } }),
    422,
    'artifact.invalid-options',
  ],
  ['an option that there is not', wish({ options: { tone: 'loud' } }), 422, 'artifact.invalid-options'],
  ['a record of another type', wish({ source: { record: 'POSTING' } }), 422, 'artifact.wrong-source'],
  [
    'options of a kind without',
    { title: 'x', options: {}, body: { title: 'x', paragraphs: [] } },
    422,
    'artifact.invalid-options',
  ],
  ['no source and no body', wish({ source: undefined }), 422, 'artifact.invalid'],
])('%s is refused, and nothing is left behind', async (_what, body, status, code) => {
  const count = async () => (await ask('?limit=200')).body.items.length;
  const before = await count();
  const given = JSON.parse(JSON.stringify(body).replace('POSTING', posting));
  // The rows were made before the record was.
  if (given.source) given.source.record ??= resume;
  expect(await ask('/rewrites', { body: { ...given, writer: 'rules' } })).toMatchObject({ status, body: { code } });
  expect(await count()).toBe(before);
});

test('a stranger finds neither record nor artifact, and cannot compare with it', async () => {
  const { id } = (await ask('', { body: wish() })).body;
  expect((await ask('/rewrites', { body: wish() }, stranger)).body.code).toBe('record.not-found');
  expect((await ask(`/${id}/assessment`, { body: {} }, stranger)).status).toBe(404);
  const note = { title: 'Note', body: { basics: { name: 'X' } }, kind: 'careers/resume' };
  const own = (await ask('', { body: note }, stranger)).body.id;
  expect((await ask(`/${own}/assessment`, { body: { beside: [id] } }, stranger)).status).toBe(404);
  expect((await ask(`/${own}/assessment`, { body: {} }, stranger)).status).toBe(200);
});

test('texts of one person that contradict each other are shown with both places', async () => {
  const { id } = (await ask('', { body: wish() })).body;
  const other = {
    basics: { name: 'Ida Holm' },
    work: [{ name: 'Kent Freight', position: 'Developer', startDate: '2014-02' }],
  };
  const second = (await ask('', { body: { kind: 'careers/resume', title: 'Older', body: other } })).body.id;
  const { contradictions } = (await ask(`/${id}/assessment`, { body: { beside: [second] } })).body;
  expect(contradictions).toMatchObject([
    {
      rule: 'careers/other-date',
      spans: [
        { artifact: second, path: 'work[0].startDate', text: '2014-02' },
        { source: 'value:work[1].startDate', text: '2015-02' },
      ],
    },
  ]);
});

test('the list of kinds says what can be chosen', async () => {
  const { items } = (await ask('/kinds')).body;
  const kind = items.find((one: Answer) => one.kind === 'careers/resume');
  expect(kind).toMatchObject({ recordTypes: ['resume'], targetTypes: ['job_posting'], assessed: true });
  expect(kind.options.properties.strength.enum).toEqual(['conservative', 'moderate', 'aggressive']);
});
