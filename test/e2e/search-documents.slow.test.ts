// The real engine and the real model: invoices that `synth` made are found by words, by what they mean, and misspelt, with the page
// and the box that really enclose the words.

import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../../src/compose/engine.ts';
import { createLocalNlp } from '../../src/nlp/local-nlp.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { createReader } from '../../src/read-pool.ts';
import { synthesize } from '../../synth/synthesize.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { find, settled } from '../support/search-server.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { finishedRun, form, readJson, startTestServer, type TestServer } from '../support/test-server.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let server: TestServer;
let engine: Engine;
const folder = makeTemporaryFolder();
const files = new Map<string, { id: string; path: string }>();

beforeAll(async () => {
  const log = createLogger({ level: 'silent', forPeople: false });
  const options = { jobs: 1, version: 'test', maxBytes: 50e6, limits: { fileMs: 120_000, pageMs: 60_000 } };
  engine = await createEngine({ ...options, keepChildren: 0, log });
  server = await startTestServer({ engine, nlp: createLocalNlp() });
  for (const type of ['invoice', 'contract'] as const) {
    for await (const document of synthesize({ type, count: 2, seed: 'search', language: 'en' })) {
      const bytes = document.bytes!;
      const name = `${type}-${document.id}.pdf`;
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      const body = form({ [name]: bytes });
      const answer = await readJson(await apiFetch(`${server.url}/api/v1/documents`, { method: 'POST', body }));
      await finishedRun(server.url, answer.documents[0].run, 200_000);
      files.set(name, { id: answer.documents[0].id, path: file });
    }
  }
  await settled(server);
});
afterAll(async () => {
  await server.stop();
  await engine.reader.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every word of a document leads to it, and its box encloses the word on the page', async () => {
  const reader = createReader({ jobs: 1 });
  let checked = 0;
  for (const [name, { id, path: file }] of files) {
    const { parsed } = await reader.read({ path: file, name }, { keepParsed: true });
    const lines = parsed!.pages.flatMap((page) => page.lines);
    // A line that says enough to be found as it stands.
    const line = lines.find((one) => one.words.length >= 3 && /^[\p{L} ]{15,60}$/u.test(one.text))!;
    const { items } = await find(server, `"${line.text}"`, '&collection=documents');
    const hit = items.find((one: { id: string }) => one.id === id);
    expect(hit, `${name}: ${line.text}`).toBeDefined();
    for (const passage of hit.passages) {
      for (const { start, end, boxes } of passage.highlights) {
        const text = passage.text.slice(start, end);
        expect(boxes.length, text).toBeGreaterThan(0);
        const { page, box } = boxes[0];
        const inside = parsed!.pages[page - 1]!.lines.flatMap((one) => one.words)
          .filter(
            (word) =>
              word.box[0] >= box[0] - 1 &&
              word.box[2] <= box[2] + 1 &&
              word.box[1] >= box[1] - 1 &&
              word.box[3] <= box[3] + 1,
          )
          .map((word) => word.text)
          .join(' ');
        expect(inside, JSON.stringify({ text, box })).toContain(text);
        checked++;
      }
    }
  }
  await reader.close();
  expect(checked).toBeGreaterThan(8);
});

test('a contract is found by what it means in other words', async () => {
  const { items, status } = await find(
    server,
    'keeping secrets that the other party shared',
    '&collection=documents&limit=2',
  );
  expect(status).toBe('model');
  expect(items[0].title).toMatch(/^contract-/);
  expect(['meaning', 'both']).toContain(items[0].why);
});

test('a misspelt word is found', async () => {
  const { items, corrections } = await find(server, 'confidentialty', '&collection=documents');
  expect(corrections[0].corrected.toLowerCase()).toBe('confidentiality');
  expect(items[0].title).toMatch(/^contract-/);
});

test('a record is found by its number, and filtered by its amounts', async () => {
  const { items } = await find(server, 'invoice', '&collection=records&type=invoice');
  expect(items).toHaveLength(2);
  const [first] = items;
  const total = first.facets.grossTotal;
  expect(total).toEqual(expect.any(Number));
  const same = await find(server, 'invoice', `&collection=records&filter=grossTotal:${total}..${total}`);
  expect(same.items.map(({ id }: { id: string }) => id)).toEqual([first.id]);
});
