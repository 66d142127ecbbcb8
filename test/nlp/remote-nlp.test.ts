import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNlp } from '../../src/nlp/create-nlp.ts';
import { hashedModel } from '../../src/nlp/hashed-embedding.ts';
import { bundledEmbedding, bundledModel } from '../../src/nlp/model-folder.ts';
import type { Nlp } from '../../src/nlp/nlp.ts';
import { createRemoteNlp } from '../../src/nlp/remote-nlp.ts';
import { createRemoteSource, type RemoteSourceOptions } from '../../src/nlp/remote-source.ts';
import { defaultPolicy } from '../../src/outside/outside-policy.ts';
import { createOutsideService, type OutsideService } from '../../src/outside/outside-service.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { testNlpContract } from './nlp-contract.ts';

const token = 'K7dkRw0pVn3sXq9tYb2mLc5hJf8gZa1e';
const olderToken = 'Qm4vTz8rBn1cHk6wPs3yDx0gLe7jUf2a';

const serviceOf = (): OutsideService =>
  createOutsideService({
    name: 'nlp',
    policy: { ...defaultPolicy, tries: 1, failures: 2, openMs: 300, longestPauseMs: 100 },
    onCall: () => undefined,
  });

const expected = {
  embeddingModel: { id: bundledEmbedding().folder.id, dimension: bundledEmbedding().dimension },
  entityModel: bundledModel('entities').id,
};

const optionsFor = (url: string, more: Partial<RemoteSourceOptions> = {}): RemoteSourceOptions => ({
  url: new URL(url),
  token,
  service: serviceOf(),
  ...expected,
  ...more,
});

describe('models on another machine', () => {
  let server: ServerProcess;
  let nlp: Nlp;

  beforeAll(async () => {
    server = await startServerProcess(
      { MODE: 'nlp', NODE_ENV: 'production', MODEL_SERVICE_TOKENS: `${token},${olderToken}` },
      { keep: true },
    );
    nlp = createRemoteNlp(optionsFor(server.url));
  });
  afterAll(async () => {
    await nlp.close();
    expect(await server.stop()).toBe(0);
  });

  testNlpContract({ nlp: () => nlp, status: 'model' });

  const post = (path: string, body: unknown, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
    fetch(new URL(path, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('answers whoever has one of its tokens, and nobody else, without saying why', async () => {
    expect((await post('/v1/language', { texts: [] })).status).toBe(200);
    expect((await post('/v1/language', { texts: [] }, { authorization: `Bearer ${olderToken}` })).status).toBe(200);
    for (const headers of [
      {},
      { authorization: 'Bearer x' },
      { authorization: `Bearer ${token}x` },
      { authorization: token },
    ]) {
      for (const path of ['/v1/embed', '/v1/entities', '/v1/language']) {
        const response = await post(path, { texts: ['x'] }, headers as Record<string, string>);
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
        expect(await response.json()).toMatchObject({ code: 'models.refused' });
      }
    }
  });

  it('refuses what is not asked as it should be, as problems', async () => {
    const bodies: [unknown, number][] = [
      ['{', 400],
      [{}, 400],
      [{ texts: 'x' }, 400],
      [{ texts: [1] }, 400],
      [{ texts: [], more: 1 }, 400],
      [{ texts: [], urgency: 'now' }, 400],
      [{ texts: ['x'.repeat(1_200_000), 'x'.repeat(1_200_000)] }, 413],
    ];
    for (const [body, status] of bodies) {
      const response = await post('/v1/embed', body);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await post('/v1/hash', { picture: 'AAAA' })).status).toBe(404);
    expect((await post('/api/v1/documents', {})).status).toBe(404);
  });

  it('tells its health as every process does', async () => {
    const health = await fetch(new URL('/healthz', server.url));
    expect(await health.json()).toMatchObject({ status: 'ok' });
    const ready = await fetch(new URL('/readyz', server.url));
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      components: {
        embedding_model_loaded: { ok: true, required: true },
        ner_model_loaded: { ok: true, required: true },
      },
    });
    const metrics = await (await fetch(new URL('/metrics', server.url))).text();
    expect(metrics).toMatch(/sheaf_build_info\{[^}]*mode="nlp"[^}]*\} 1/);
    expect(metrics).toContain('sheaf_model_processes{state="idle"} 1');
    expect(metrics).toMatch(/sheaf_model_texts_total\{task="embed",outcome="model"\} [1-9]/);
    expect(metrics).toMatch(/sheaf_http_requests_total\{[^}]*route="\/v1\/embed"/);
  });

  it('is not believed when it runs another model', async () => {
    const other = { ...expected.embeddingModel, id: 'another@0123456789abcdef' };
    const source = createRemoteSource(optionsFor(server.url, { embeddingModel: other }));
    const careful = createNlp({ source });
    const { status, model } = await careful.embed(['x']);
    expect([status, model]).toEqual(['fallback', hashedModel]);
    expect(await source.checks.nlp!()).toMatchObject({ ok: false, error: expect.stringContaining('another model') });
  });

  it('with a token that it does not take is the same as away', async () => {
    const stranger = createRemoteNlp(optionsFor(server.url, { token: 'x'.repeat(32) }));
    expect((await stranger.embed(['x'])).status).toBe('fallback');
    expect((await stranger.findEntities(['x'])).status).toBe('fallback');
  });
});

describe('a model service that is away', () => {
  const nlp = createRemoteNlp(optionsFor('http://127.0.0.1:1'));
  testNlpContract({ nlp: () => nlp, status: 'fallback' });
});

describe('a model service that comes and goes', () => {
  let server: Server;
  let asked = 0;
  let answer: (body: string) => { status: number; body: string; headers?: Record<string, string> };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked++;
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { status, body, headers } = answer(Buffer.concat(parts).toString());
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const vector = new Float32Array(384).fill(0).fill(1, 0, 1);
  const good = (body: string) => {
    const { texts } = JSON.parse(body) as { texts: string[] };
    const vectors = texts.map(() => Buffer.from(vector.buffer).toString('base64'));
    return { status: 200, body: JSON.stringify({ model: expected.embeddingModel, vectors }) };
  };
  const problem = (status: number, code: string, headers = {}) => ({ status, body: JSON.stringify({ code }), headers });

  it('is left alone after it failed twice, which readiness tells, and asked again by itself', async () => {
    const source = createRemoteSource(optionsFor(url()));
    const nlp = createNlp({ source });
    answer = () => problem(500, 'internal');
    asked = 0;
    for (let i = 0; i < 5; i++) expect((await nlp.embed(['x'])).status).toBe('fallback');
    expect(asked).toBe(2);
    expect(await source.checks.nlp!()).toMatchObject({ ok: false, details: { circuit: 'open' } });
    answer = good;
    await sleep(400);
    expect((await nlp.embed(['x'])).status).toBe('model');
    expect(await source.checks.nlp!()).toMatchObject({ ok: true, details: { circuit: 'closed' } });
  });

  it('says that it is busy, which is told and counts nothing against it', async () => {
    const source = createRemoteSource(optionsFor(url()));
    const nlp = createNlp({ source });
    answer = () => problem(503, 'models.busy', { 'retry-after': '5' });
    for (let i = 0; i < 3; i++) await expect(nlp.embed(['x'])).rejects.toMatchObject({ code: 'models.busy' });
    expect(await source.checks.nlp!()).toMatchObject({ ok: true, details: { circuit: 'closed' } });
  });

  it.each([
    ['too few vectors', () => ({ model: expected.embeddingModel, vectors: [] })],
    ['vectors of another length', () => ({ model: expected.embeddingModel, vectors: ['AAAA'] })],
    ['no unit vectors', () => ({ model: expected.embeddingModel, vectors: [Buffer.alloc(1536).toString('base64')] })],
    ['no vectors', () => ({ model: expected.embeddingModel })],
    ['nothing', () => ({})],
  ])('is not believed when it gives %s', async (_, body) => {
    answer = () => ({ status: 200, body: JSON.stringify(body()) });
    expect((await createRemoteNlp(optionsFor(url())).embed(['x'])).status).toBe('fallback');
  });

  it('is not believed when it gives a page, a redirect, or names that do not stand in the text', async () => {
    const nlp = (): Nlp => createRemoteNlp(optionsFor(url()));
    answer = () => ({ status: 200, body: '<html>' });
    expect((await nlp().embed(['x'])).status).toBe('fallback');
    answer = () => ({ status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } });
    expect((await nlp().embed(['x'])).status).toBe('fallback');
    const entity = { head: 'general', label: 'PER', start: 0, end: 4, text: 'Jane', score: 1 };
    answer = () => ({ status: 200, body: JSON.stringify({ model: expected.entityModel, entities: [[entity]] }) });
    expect((await nlp().findEntities(['Jane'])).status).toBe('model');
    expect((await nlp().findEntities(['John'])).status).toBe('fallback');
  });

  it('gets many texts in parts, and their answers come back in order', async () => {
    asked = 0;
    answer = (body) => {
      const { texts } = JSON.parse(body) as { texts: string[] };
      const vectors = texts.map((text) => {
        const own = new Float32Array(384);
        own[Number(text)] = 1;
        return Buffer.from(own.buffer).toString('base64');
      });
      return { status: 200, body: JSON.stringify({ model: expected.embeddingModel, vectors }) };
    };
    const texts = Array.from({ length: 350 }, (_, i) => String(i));
    const { vectors } = await createRemoteNlp(optionsFor(url())).embed(texts);
    expect(asked).toBe(4);
    expect(vectors.map((own) => own.indexOf(1))).toEqual(texts.map(Number));
  });
});
