// Over the real HTTP of mode vision. What it serves here is a small Vision of the test's own: what is served is not its business.

import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/api/api-context.ts';
import { buildModelsApi } from '../../src/api/build-models-api.ts';
import { SheafError } from '../../src/errors.ts';
import { ReadinessRegistry } from '../../src/observe/readiness.ts';
import { defaultPolicy } from '../../src/outside/outside-policy.ts';
import { createOutsideService } from '../../src/outside/outside-service.ts';
import { createRemoteVision, type RemoteVisionOptions } from '../../src/vision/remote-vision.ts';
import type { Vision } from '../../src/vision/vision.ts';

const token = 'K7dkRw0pVn3sXq9tYb2mLc5hJf8gZa1e';

/** Tells pictures by their bytes alone. */
function byBytes(): Vision {
  const digest = (picture: Uint8Array): string => createHash('sha256').update(picture).digest('hex').slice(0, 16);
  const ensureAny = (picture: Uint8Array): void => {
    if (picture.length < 2) throw new SheafError('file.unsupported');
  };
  return {
    async hash(picture) {
      ensureAny(picture);
      return { perceptual: digest(picture), difference: digest(picture), average: digest(picture) };
    },
    async features(picture) {
      ensureAny(picture);
      const vector = new Float32Array(8);
      vector[picture[0]! % 8] = 1;
      return { status: 'model', model: 'bytes@1', vector, width: 3, height: 2 };
    },
    async compare(one, other) {
      const similarity = digest(one) === digest(other) ? 1 : 0;
      return { status: 'model', similarity, parts: [{ part: 'bytes', similarity }] };
    },
    close: async () => undefined,
  };
}

const picture = Uint8Array.from([1, 2, 3, 4]);
let app: App;
let url: URL;

const optionsFor = (more: Partial<RemoteVisionOptions> = {}): RemoteVisionOptions => ({
  url,
  token,
  service: createOutsideService({
    name: 'vision',
    policy: { ...defaultPolicy, tries: 1, failures: 2, openMs: 60_000 },
    onCall: () => undefined,
  }),
  ...more,
});

beforeAll(async () => {
  app = await buildModelsApi({
    readiness: new ReadinessRegistry(),
    version: '0',
    log: pino({ level: 'silent' }),
    metrics: undefined,
    tokens: [token],
    requestMs: 10_000,
    vision: byBytes(),
  });
  url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(() => app.close());

describe('pictures on another machine', () => {
  it('are told of as the other machine tells of them', async () => {
    const vision = createRemoteVision(optionsFor());
    const there = byBytes();
    expect(await vision.hash(picture)).toEqual(await there.hash(picture));
    expect(await vision.features(picture)).toEqual(await there.features(picture));
    expect(await vision.compare(picture, picture)).toEqual(await there.compare(picture, picture));
  });

  it('that are none are told apart from a service that fails', async () => {
    const vision = createRemoteVision(optionsFor());
    const none = Uint8Array.from([1]);
    for (let i = 0; i < 5; i++) await expect(vision.hash(none)).rejects.toMatchObject({ code: 'file.unsupported' });
    expect((await vision.hash(picture)).perceptual).toHaveLength(16);
  });

  it('are shown to nobody without a token', async () => {
    for (const path of ['/v1/hash', '/v1/features', '/v1/compare']) {
      const response = await fetch(new URL(path, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ picture: 'AAAA', one: 'AAAA', other: 'AAAA' }),
      });
      expect(response.status).toBe(401);
    }
    expect((await fetch(new URL('/v1/embed', url), { method: 'POST' })).status).toBe(404);
  });

  it('are refused when they are no base64', async () => {
    for (const body of [{ picture: 'é' }, { picture: '' }, {}, { picture: 1 }]) {
      const response = await fetch(new URL('/v1/hash', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(400);
    }
  });
});

describe('a vision service that is away', () => {
  const away = new URL('http://127.0.0.1:1');

  it('is stood in for by what this process has, which says so', async () => {
    let opened = 0;
    const openFallback = async (): Promise<Vision> => {
      opened++;
      return byBytes();
    };
    const vision = createRemoteVision(optionsFor({ url: away, openFallback }));
    expect((await vision.features(picture)).status).toBe('fallback');
    expect((await vision.compare(picture, picture)).status).toBe('fallback');
    expect(await vision.hash(picture)).toEqual(await byBytes().hash(picture));
    expect(opened).toBe(1);
    await vision.close();
  });

  it('is an error where nothing stands in', async () => {
    await expect(createRemoteVision(optionsFor({ url: away })).hash(picture)).rejects.toMatchObject({
      code: 'models.unavailable',
    });
  });
});
