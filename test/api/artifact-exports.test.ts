// A résumé that was written for a job, as a file: what is not read back as it stands is not delivered.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOfBody } from '../../src/packs/careers/exports/resume-body.ts';
import { resumeExports } from '../../src/packs/careers/exports/resume-exports.ts';
import { careers } from '../../src/packs/careers/index.ts';
import type { Reader } from '../../src/pipeline/read-result.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { textArtifact } from '../../src/write/text-artifact.ts';
import { idaRecord } from '../packs/careers/rewrite/ida-record.ts';
import { putRecord } from '../support/matchable-records.ts';
import { call, makePerson, type Person } from '../support/person.ts';
import { readJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { createToyEngine } from '../support/toy-engine.ts';

let server: TestServer;
let owner: Person;
let stranger: Person;
let artifact: string;
/** Whether what was written is read as if it said less. */
let forgets = false;

/** Reads JSON Resume alone: what a real reader makes of pages is tested with the pack. */
const reader: Reader = {
  ...createToyEngine().reader,
  async read({ path }: { path: string }) {
    const body = JSON.parse(readFileSync(path, 'utf8'));
    if (forgets) delete body.work;
    return { documents: [{ ...recordOfBody(body), confidence: 1 }] } as never;
  },
} as Reader;

beforeAll(async () => {
  const toy = createToyEngine();
  server = await startTestServer({
    engine: {
      reader,
      types: [...toy.types, ...careers.types],
      recordExports: [...toy.recordExports, ...resumeExports],
      artifactKinds: checkDeclarations([textArtifact, ...careers.artifacts!]),
    },
  });
  [owner, stranger] = [await makePerson(server), await makePerson(server)];
  const actor = { userId: owner.id, workspaceId: owner.workspace };
  const values = Object.fromEntries(Object.entries(idaRecord.fields).map(([path, { value }]) => [path, String(value)]));
  const record = await putRecord(server.inside.services, actor as never, { type: 'resume', values, lines: [] });
  const wish = { kind: 'careers/resume', title: 'For Umbrella', source: { record } };
  const { body } = await call(server, '/artifacts', { token: owner.token, body: wish });
  artifact = body.id;
});
afterAll(() => server.stop());

const download = (query: string, person = owner) =>
  fetch(`${server.url}/api/v1/artifacts/${artifact}/export?${query}`, {
    headers: { authorization: `Bearer ${person.token}` },
  });

test('it is offered in every format of the records that it stands for', async () => {
  const { body } = await call(server, `/artifacts/${artifact}/exports`, { token: owner.token });
  expect(body.items.map(({ format }: { format: string }) => format)).toEqual(['pdf', 'docx', 'json-resume']);
  const plain = { title: 'Note', body: { title: 'Note', paragraphs: ['One.'] } };
  const { body: note } = await call(server, '/artifacts', { token: owner.token, body: plain });
  const { body: none } = await call(server, `/artifacts/${note.id}/exports`, { token: owner.token });
  expect(none.items).toEqual([]);
});

test('it is downloaded, named by its version, and that is in the audit log', async () => {
  const response = await download('format=json-resume');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="resume-${artifact}-1.json"`);
  expect(await response.json()).toMatchObject({ basics: { name: idaRecord.fields['basics.name']!.value } });
  const { body } = await call(server, `/audit?target=${artifact}`, { token: owner.token });
  expect(body.items[0]).toMatchObject({
    action: 'artifact.exported',
    details: { format: 'json-resume', version: 1 },
  });
});

test('what is not read back is not delivered; neither is what there is not, nor what is another’s', async () => {
  forgets = true;
  const response = await download('format=json-resume');
  forgets = false;
  expect(response.status).toBe(422);
  const problem = await readJson(response);
  expect(problem.code).toBe('export.not-read-back');
  expect(problem.errors[0].pointer).toMatch(/^\/fields\/work\[0\]/);
  expect((await download('format=ubl')).status).toBe(400);
  expect((await download('format=json-resume&version=9')).status).toBe(404);
  expect((await download('format=json-resume&version=x')).status).toBe(404);
  expect((await download('format=json-resume', stranger)).status).toBe(404);
});
