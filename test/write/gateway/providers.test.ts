// Every provider as it goes over the wire: address, headers, body; and that nothing leads it elsewhere.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../../../src/store/new-id.ts';
import { openProvider, type ProviderSettings } from '../../../src/write/gateway/open-provider.ts';
import { createTransport } from '../../../src/write/gateway/transport.ts';
import { makeWorkspace } from '../../support/make-workspace.ts';
import { startModelServer } from '../../support/model-server.ts';
import { openTestDatabase } from '../../support/test-database.ts';
import { createTestGateway, testKey } from '../../support/test-gateway.ts';

const opened = await openTestDatabase();
const { db } = opened.database;
afterAll(() => opened.remove());

const schema = z.object({ title: z.string() });

async function askBy(provider: Partial<ProviderSettings>, more: object = {}) {
  const server = await startModelServer({ json: { title: 'Fifty chairs' }, usage: { input: 410, output: 7 } });
  onTestFinished(() => server.close());
  const workspaceId = newId();
  await makeWorkspace(db, { workspaceId, userId: newId() });
  const { gateway, ended } = createTestGateway({ db, server, provider });
  const sources = [{ id: 'a', text: 'Fifty chairs' }];
  const variables = { language: 'English' };
  const result = await gateway.generate({ workspaceId, prompt: 'test-summary', variables, sources, schema, ...more });
  return { result, ended: ended[0]!, asked: server.received[0]! };
}

const bearer = { authorization: `Bearer ${testKey}` };
const providers: [string, Partial<ProviderSettings>, { path: string; headers: Record<string, string> }][] = [
  ['openai', { kind: 'openai' }, { path: '/v1/chat/completions', headers: bearer }],
  ['mistral', { kind: 'mistral' }, { path: '/v1/chat/completions', headers: bearer }],
  ['compatible', { kind: 'compatible' }, { path: '/v1/chat/completions', headers: bearer }],
  ['azure', { kind: 'azure' }, { path: '/v1/chat/completions', headers: { 'api-key': testKey } }],
  [
    'azure with a version',
    { kind: 'azure', apiVersion: '2024-10-21' },
    { path: '/v1/chat/completions?api-version=2024-10-21', headers: { 'api-key': testKey } },
  ],
  [
    'anthropic, older model',
    { kind: 'anthropic', model: 'claude-3-haiku-20240307' },
    { path: '/v1/messages', headers: { 'x-api-key': testKey, 'anthropic-version': '2023-06-01' } },
  ],
  [
    'anthropic',
    { kind: 'anthropic', model: 'claude-sonnet-4-5' },
    { path: '/v1/messages', headers: { 'x-api-key': testKey, 'anthropic-version': '2023-06-01' } },
  ],
];

describe.each(providers)('%s', (_name, provider, expected) => {
  test.each([
    ['at once', {}],
    ['streamed', { onPartial: () => {} }],
  ])('answers %s, by its address and headers, with the usage that it tells', async (how, more) => {
    const { result, ended, asked } = await askBy(provider, more);
    expect(result).toMatchObject({ status: 'model', value: { title: 'Fifty chairs' } });
    expect(asked.path).toBe(expected.path);
    expect(asked.headers).toMatchObject(expected.headers);
    expect(asked.body.stream === true).toBe(how === 'streamed');
    expect(asked.told).toContain('Fifty chairs');
    expect(ended).toMatchObject({ inputTokens: 410, outputTokens: 7, outcome: 'answered' });
  });

  test('gets the schema, or is told it in words', async () => {
    const { asked } = await askBy(provider);
    const sent = JSON.stringify([asked.body.response_format, asked.body.output_config, asked.body.tools]);
    expect(sent).toContain('"title"');
    const words = await askBy({ ...provider, output: 'prompt' });
    expect(words.asked.body.response_format).toBeUndefined();
    expect(words.asked.told).toContain('"title"');
    expect(words.result).toMatchObject({ status: 'model' });
  });
});

test('Azure gets no bearer token, and a server without keys gets none at all', async () => {
  expect((await askBy({ kind: 'azure' })).asked.headers.authorization).toBeUndefined();
  expect((await askBy({ kind: 'compatible', apiKey: undefined })).asked.headers.authorization).toBeUndefined();
});

test('a redirect of the provider leads nowhere, and the key goes nowhere else', async () => {
  let reached = 0;
  const elsewhere = createServer((_request, response) => {
    reached++;
    response.end('{}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void elsewhere.close());
  const target = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const leading = createServer((_request, response) => void response.writeHead(307, { location: target }).end());
  await new Promise<void>((resolve) => leading.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void leading.close());
  const base = `http://127.0.0.1:${(leading.address() as AddressInfo).port}/v1`;
  const transport = createTransport(base);
  await expect(transport(`${base}/chat/completions`, { method: 'POST', body: '{}' })).rejects.toThrow();
  await expect(transport(`${target}v1/chat/completions`)).rejects.toThrow('another origin');
  expect(reached).toBe(0);
});

test('what stands in the environment leads no provider elsewhere', async () => {
  process.env.OPENAI_BASE_URL = 'http://127.0.0.1:9/elsewhere';
  onTestFinished(() => void delete process.env.OPENAI_BASE_URL);
  expect((await askBy({ kind: 'openai' })).result).toMatchObject({ status: 'model' });
  const model = await openProvider({
    kind: 'openai',
    model: 'm',
    apiKey: 'k',
    baseUrl: undefined,
    apiVersion: undefined,
    output: 'schema',
  });
  expect(JSON.stringify(model)).not.toContain('elsewhere');
});
