// Vision by a process of mode vision; by what this process has itself while that one does not answer.

import { SheafError } from '../errors.ts';
import { askModelService, type ModelServiceAddress } from '../nlp/ask-model-service.ts';
import type { Vision } from './vision.ts';
import { comparisonSchema, decodeFeatures, featuresSchema, hashesSchema } from './vision-wire.ts';

export interface RemoteVisionOptions extends ModelServiceAddress {
  /** Made when it is first needed. Its answers are marked `fallback`. Without one, `models.unavailable` is thrown. */
  openFallback?: (() => Promise<Vision>) | undefined;
}

const TRY_MS = 20_000;

export function createRemoteVision({ openFallback, ...address }: RemoteVisionOptions): Vision {
  let fallback: Promise<Vision> | undefined;

  async function orFallback<T>(ask: () => Promise<T>, instead: (vision: Vision) => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!openFallback || !(error instanceof SheafError) || error.code !== 'models.unavailable') throw error;
      fallback ??= openFallback();
      const answer = await instead(await fallback);
      return typeof answer === 'object' && answer && 'status' in answer ? { ...answer, status: 'fallback' } : answer;
    }
  }

  const base64 = (picture: Uint8Array): string => Buffer.from(picture).toString('base64');

  return {
    hash: (picture) =>
      orFallback(
        () =>
          askModelService(address, {
            path: '/v1/hash',
            body: { picture: base64(picture) },
            answer: hashesSchema,
            tryMs: TRY_MS,
          }),
        (vision) => vision.hash(picture),
      ),
    features: (picture) =>
      orFallback(
        async () => {
          const body = { picture: base64(picture) };
          const answer = await askModelService(address, {
            path: '/v1/features',
            body,
            answer: featuresSchema,
            tryMs: TRY_MS,
          });
          const features = decodeFeatures(answer);
          if (!features) throw new SheafError('models.unavailable', 'The vision service gave no usable vector.');
          return features;
        },
        (vision) => vision.features(picture),
      ),
    compare: (one, other) =>
      orFallback(
        () =>
          askModelService(address, {
            path: '/v1/compare',
            body: { one: base64(one), other: base64(other) },
            answer: comparisonSchema,
            tryMs: TRY_MS,
          }),
        (vision) => vision.compare(one, other),
      ),
    async close() {
      await (await fallback)?.close();
    },
  };
}
