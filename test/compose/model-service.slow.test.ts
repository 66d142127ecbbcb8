// The whole server with its models on another machine, which dies and comes back.

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startServerProcess } from '../support/server-process.ts';
import { startTestServer } from '../support/test-server.ts';
import { png } from '../vision/draw-pictures.ts';

const token = 'K7dkRw0pVn3sXq9tYb2mLc5hJf8gZa1e';

interface Component {
  ok: boolean;
  required: boolean;
  error?: string;
}

async function readiness(url: string): Promise<{ status: number; components: Record<string, Component> }> {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, components: ((await response.json()) as { components: never }).components };
}

test('a model service that dies is left alone while rules answer, and found again', { timeout: 120_000 }, async () => {
  const nlpEnv = { MODE: 'nlp', MODEL_SERVICE_TOKENS: token };
  const first = await startServerProcess(nlpEnv);
  const server = await startTestServer({
    nlp: 'own',
    env: { NLP_URL: first.url, MODEL_SERVICE_TOKENS: token },
  });
  const { nlp } = server.inside.services;
  try {
    const before = await nlp.embed(['a lease']);
    expect(before.status).toBe('model');
    await first.kill();
    for (let i = 0; i < 4; i++) {
      const during = await nlp.embed(['a lease']);
      expect(during.status).toBe('fallback');
      expect(during.model.id).not.toBe(before.model.id);
    }
    await sleep(1100);
    const away = await readiness(server.url);
    expect(away.status).toBe(200);
    for (const name of ['nlp', 'embedding_model_loaded', 'ner_model_loaded']) {
      expect(away.components[name]).toMatchObject({
        ok: false,
        required: false,
        error: expect.stringContaining('fixed rules'),
      });
    }
    const again = await startServerProcess({ ...nlpEnv, PORT: new URL(first.url).port });
    let after = await nlp.embed(['a lease']);
    for (let i = 0; i < 60 && after.status === 'fallback'; i++) {
      await sleep(500);
      after = await nlp.embed(['a lease']);
    }
    expect(after).toEqual(before);
    await sleep(1100);
    expect((await readiness(server.url)).components.nlp).toMatchObject({ ok: true });
    await again.kill();
  } finally {
    await server.stop();
  }
});

test('pictures are looked at on another machine, and here while it is away', { timeout: 120_000 }, async () => {
  const away = await startServerProcess({ MODE: 'vision', MODEL_SERVICE_TOKENS: token });
  const server = await startTestServer({ env: { VISION_URL: away.url, MODEL_SERVICE_TOKENS: token } });
  const { vision } = server.inside.services;
  try {
    const picture = await png(7);
    const there = await vision.features(picture);
    expect(there.status).toBe('model');
    await away.kill();
    const here = await vision.features(picture);
    expect(here).toEqual({ ...there, status: 'fallback' });
    expect(await vision.hash(picture)).toMatchObject({ perceptual: expect.stringMatching(/^[0-9a-f]{16}$/) });
  } finally {
    await server.stop();
  }
});
