// What is kept of calls: answers for the same question of the same workspace, and a trace without secrets.

import { afterAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { inWorkspace } from '../../../src/store/database.ts';
import { findModelCall, listModelCalls, tidyModelCalls } from '../../../src/store/model-calls.ts';
import { newId } from '../../../src/store/new-id.ts';
import { parsePrompt } from '../../../src/write/gateway/prompt-files.ts';
import { makeWorkspace } from '../../support/make-workspace.ts';
import { startModelServer } from '../../support/model-server.ts';
import { openTestDatabase } from '../../support/test-database.ts';
import { createTestGateway, openTrace, type TestGatewayOptions, testKey } from '../../support/test-gateway.ts';

const opened = await openTestDatabase();
const { db } = opened.database;
afterAll(() => opened.remove());

const schema = z.object({ title: z.string() });
const HOUR = 3_600_000;

async function prepare(options: Partial<TestGatewayOptions> = {}) {
  const server = await startModelServer({ json: { title: 'Chairs' } });
  onTestFinished(() => server.close());
  const workspaces = [newId(), newId()] as const;
  for (const workspaceId of workspaces) await makeWorkspace(db, { workspaceId, userId: newId() });
  const made = createTestGateway({ db, server, ...options, settings: { cacheMs: HOUR, ...options.settings } });
  const ask = (more: object = {}) =>
    made.gateway.generate({
      workspaceId: workspaces[0],
      prompt: 'test-summary',
      variables: { language: 'English' },
      sources: [{ id: 'a', text: 'chairs of Ada Lovelace, ada@example.com' }],
      schema,
      ...more,
    });
  return { server, ask, workspaces, ...made };
}

test('the same question of the same workspace is answered from what is kept', async () => {
  const { server, ask, workspaces } = await prepare();
  expect(await ask()).toMatchObject({ status: 'model', cached: false });
  expect(await ask()).toMatchObject({ status: 'model', cached: true, value: { title: 'Chairs' } });
  expect(server.received).toHaveLength(1);
  const rows = await inWorkspace(db, workspaces[0], (trx) => listModelCalls(trx, { limit: 10 }));
  expect(rows.map(({ outcome }) => outcome)).toEqual(['cached', 'answered']);
});

test('another workspace, source, variable, schema or model is another question', async () => {
  const { server, ask, workspaces } = await prepare();
  await ask();
  await ask({ workspaceId: workspaces[1] });
  await ask({ sources: [{ id: 'a', text: 'tables' }] });
  await ask({ variables: { language: 'German' } });
  await ask({ schema: z.object({ title: z.string(), more: z.string().optional() }) });
  expect(server.received).toHaveLength(5);
  const other = createTestGateway({ db, server, provider: { model: 'another' }, settings: { cacheMs: HOUR } });
  await other.gateway.generate({
    workspaceId: workspaces[0],
    prompt: 'test-summary',
    variables: { language: 'English' },
    sources: [{ id: 'a', text: 'chairs of Ada Lovelace, ada@example.com' }],
    schema,
  });
  expect(server.received).toHaveLength(6);
});

test('a new version of the prompt is another question', async () => {
  const text = (version: number) => `---\nid: versioned\nversion: ${version}\npurpose: tests\n---\nSay it.`;
  const { server, ask, workspaces } = await prepare({ prompts: [parsePrompt(text(1), 'versioned.md')] });
  await ask({ prompt: 'versioned', variables: {} });
  const newer = createTestGateway({
    db,
    server,
    prompts: [parsePrompt(text(2), 'versioned.md')],
    settings: { cacheMs: HOUR },
  });
  const sources = [{ id: 'a', text: 'chairs of Ada Lovelace, ada@example.com' }];
  const result = await newer.gateway.generate({ workspaceId: workspaces[0], prompt: 'versioned', sources, schema });
  expect(result).toMatchObject({ status: 'model', cached: false });
  expect(server.received).toHaveLength(2);
});

test('an answer past its time, and one that the schema refuses, are asked for anew', async () => {
  const { server, ask } = await prepare({ settings: { cacheMs: 1 } });
  await ask();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await ask()).toMatchObject({ cached: false });
  expect(server.received).toHaveLength(2);
  expect((await tidyModelCalls(db, new Date(0))).answers).toBeGreaterThan(0);
});

test('what went wrong is not kept', async () => {
  const { server, ask } = await prepare();
  server.next({ misbehave: 'no-json' }, { misbehave: 'no-json' }, { misbehave: 'no-json' });
  expect(await ask()).toMatchObject({ status: 'none', reason: 'invalid-output' });
  expect(await ask()).toMatchObject({ status: 'model', cached: false });
});

test('kept answers cannot be read in the database', async () => {
  const { ask, server } = await prepare();
  server.answer = { json: { title: 'very private words' } };
  await ask();
  const rows = await db.transaction().execute(async (trx) => {
    const { sql } = await import('kysely');
    await sql`select set_config('sheaf.transfer', 'on', true)`.execute(trx);
    return trx.selectFrom('model_answers').selectAll().execute();
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/private|Lovelace/);
});

const rowsOf = (workspaceId: string) => inWorkspace(db, workspaceId, (trx) => listModelCalls(trx, { limit: 10 }));

test('off keeps the sums alone, metadata the figures, full also what was said, sealed', async () => {
  const off = await prepare({ settings: { trace: 'off' } });
  await off.ask();
  expect(await rowsOf(off.workspaces[0])).toEqual([]);

  const metadata = await prepare();
  await metadata.ask();
  const [figures] = await rowsOf(metadata.workspaces[0]);
  const plain = await inWorkspace(db, metadata.workspaces[0], (trx) => findModelCall(trx, figures!.id));
  expect(plain).toMatchObject({ sealed_request: null, sealed_response: null, prompt: 'test-summary' });

  const full = await prepare({ settings: { trace: 'full' } });
  await full.ask({ sources: [{ id: 'a', text: `somebody pasted ${testKey} here` }] });
  const [row] = await rowsOf(full.workspaces[0]);
  const kept = await inWorkspace(db, full.workspaces[0], (trx) => findModelCall(trx, row!.id));
  expect(kept!.sealed_request).not.toContain('somebody');
  expect(openTrace(kept!.sealed_request)).toContain('somebody pasted [key] here');
  expect(openTrace(kept!.sealed_response)).toContain('Chairs');
});

test('calls past their days are forgotten', async () => {
  const { ask, workspaces } = await prepare();
  await ask();
  await tidyModelCalls(db, new Date(Date.now() - HOUR));
  expect(await rowsOf(workspaces[0])).toHaveLength(1);
  await tidyModelCalls(db, new Date(Date.now() + HOUR));
  expect(await rowsOf(workspaces[0])).toEqual([]);
});

test('with redaction the provider sees placeholders, and the caller the real words', async () => {
  const { server, ask, workspaces } = await prepare({ settings: { redact: true, trace: 'full' } });
  server.answer = ({ told }) => ({
    json: { title: `mail of ${/⟦NAME_1⟧/.exec(told)?.[0]}: ${/⟦EMAIL_1⟧/.exec(told)?.[0]}` },
  });
  const pieces: string[] = [];
  const result = await ask({ names: ['Ada Lovelace'], onPartial: (piece: string) => pieces.push(piece) });
  expect(result).toMatchObject({ value: { title: 'mail of Ada Lovelace: ada@example.com' } });
  expect(pieces.join('')).toContain('mail of Ada Lovelace: ada@example.com');
  expect(server.received[0]!.told).not.toMatch(/Lovelace|ada@/);
  expect(await ask({ names: ['Ada Lovelace'] })).toMatchObject({
    cached: true,
    value: { title: 'mail of Ada Lovelace: ada@example.com' },
  });
  // Behind the same placeholders somebody else is another question.
  const other = { names: ['Ada Lovelace'], sources: [{ id: 'a', text: 'chairs of Ada Lovelace, bob@example.com' }] };
  expect(await ask(other)).toMatchObject({ cached: false, value: { title: 'mail of Ada Lovelace: bob@example.com' } });
  const [row] = await rowsOf(workspaces[0]);
  expect(row!.redacted).toBe(true);
});
