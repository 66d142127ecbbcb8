// /v1 of a process of mode vision: hashes, features and comparisons of pictures, for other processes of Sheaf.

import type { Vision } from '../vision/vision.ts';
import {
  compareSchema,
  comparisonSchema,
  encodeFeatures,
  featuresSchema,
  hashesSchema,
  LARGEST_BODY_BYTES,
  pictureSchema,
} from '../vision/vision-wire.ts';
import { type App, problems } from './api-context.ts';

const refusals = problems(400, 401, 413, 415, 422, 503);

export function visionServiceRoutes(app: App, vision: Vision): void {
  app.post(
    '/v1/hash',
    {
      bodyLimit: LARGEST_BODY_BYTES,
      config: { access: 'public' },
      schema: { operationId: 'hashPicture', body: pictureSchema, response: { 200: hashesSchema, ...refusals } },
    },
    ({ body }) => vision.hash(Buffer.from(body.picture, 'base64')),
  );

  app.post(
    '/v1/features',
    {
      bodyLimit: LARGEST_BODY_BYTES,
      config: { access: 'public' },
      schema: { operationId: 'findFeatures', body: pictureSchema, response: { 200: featuresSchema, ...refusals } },
    },
    async ({ body }) => encodeFeatures(await vision.features(Buffer.from(body.picture, 'base64'))),
  );

  app.post(
    '/v1/compare',
    {
      bodyLimit: 2 * LARGEST_BODY_BYTES,
      config: { access: 'public' },
      schema: { operationId: 'comparePictures', body: compareSchema, response: { 200: comparisonSchema, ...refusals } },
    },
    async ({ body }) => {
      const { parts, ...rest } = await vision.compare(
        Buffer.from(body.one, 'base64'),
        Buffer.from(body.other, 'base64'),
      );
      return { ...rest, parts: [...parts] };
    },
  );
}
