// The model server itself: what every suite that uses it relies on.

import { expect, onTestFinished, test } from 'vitest';
import { type ModelServer, misbehaviours, startModelServer } from './model-server.ts';

async function serve(): Promise<ModelServer> {
  const server = await startModelServer();
  onTestFinished(() => server.close());
  return server;
}

const ask = (server: ModelServer, body: object = {}, path = '/v1/chat/completions') =>
  fetch(server.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'hello' }], ...body }),
    signal: AbortSignal.timeout(10_000),
  });

const schema = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };

test('answers with the smallest value of the asked schema, and keeps what it was told', async () => {
  const server = await serve();
  const answer = await ask(server, { response_format: { type: 'json_schema', json_schema: { schema } } });
  const { choices, usage } = (await answer.json()) as Completion;
  expect(JSON.parse(choices[0]!.message.content)).toEqual({ title: 'sample' });
  expect(usage.total_tokens).toBeGreaterThan(0);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]!.told).toContain('hello');
});

test('streams the same text in pieces, for both kinds of servers', async () => {
  const server = await serve();
  server.answer = { json: { title: 'a longer title than one piece' } };
  const chat = await (await ask(server, { stream: true })).text();
  const content = [...chat.matchAll(/^data: (\{.*)$/gm)].map(
    ([, json]) => JSON.parse(json!).choices[0]?.delta?.content,
  );
  expect(JSON.parse(content.join(''))).toEqual({ title: 'a longer title than one piece' });
  const messages = await (await ask(server, { stream: true }, '/v1/messages')).text();
  const text = [...messages.matchAll(/^data: (\{.*)$/gm)].map(([, json]) => JSON.parse(json!).delta?.text);
  expect(JSON.parse(text.join(''))).toEqual({ title: 'a longer title than one piece' });
});

test('a script counts before the standing answer, one call each', async () => {
  const server = await serve();
  server.answer = { json: { a: 1 } };
  server.next({ misbehave: 'server-error' }, { json: { b: 2 } });
  const said = async () => {
    const answer = await ask(server);
    return answer.ok ? JSON.parse(((await answer.json()) as Completion).choices[0]!.message.content) : answer.status;
  };
  expect([await said(), await said(), await said()]).toEqual([500, { b: 2 }, { a: 1 }]);
});

test('a model name or a header chooses how a call goes wrong', async () => {
  const server = await serve();
  expect((await ask(server, { model: 'misbehave-rate-limit' })).headers.get('retry-after')).toBe('1');
  const answer = await fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    headers: { 'x-misbehave': 'unauthorized' },
    body: '{}',
  });
  expect(answer.status).toBe(401);
});

interface Completion {
  choices: { message: { content: string } }[];
  usage: { total_tokens: number };
}

const good = { title: 'Fifty chairs' };

test.each(misbehaviours.filter((how) => !['drip', 'hang', 'reset', 'endless', 'huge-body'].includes(how)))(
  'the misbehaviour %s is no good answer, or tells something wrong',
  async (how) => {
    const server = await serve();
    server.answer = { json: good, misbehave: how };
    const response = await fetch(`${server.url}/chat/completions`, { method: 'POST', body: '{}', redirect: 'manual' });
    const text = await response.text();
    const plain = await (await startPlain()).text();
    expect([response.status, text]).not.toEqual([200, plain]);
  },
);

async function startPlain(): Promise<Response> {
  const server = await serve();
  server.answer = { json: good };
  return fetch(`${server.url}/chat/completions`, { method: 'POST', body: '{}' });
}

test.each(['drip', 'hang', 'reset', 'endless'] as const)('the misbehaviour %s never ends well', async (how) => {
  const server = await serve();
  server.answer = { misbehave: how };
  const read = async () => {
    const response = await fetch(`${server.url}/chat/completions`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(1500),
    });
    let bytes = 0;
    for await (const chunk of response.body!) {
      bytes += chunk.length;
      if (bytes > 10_000_000) throw new Error('more than anybody wants');
    }
  };
  await expect(read()).rejects.toThrow();
});
