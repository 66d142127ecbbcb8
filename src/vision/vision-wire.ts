// What a process of mode vision and its callers say to each other over HTTP. Pictures and vectors travel in base64.

import { z } from 'zod';
import { decodeVector, encodeVector } from '../nlp/nlp-wire.ts';
import type { PictureFeatures } from './vision.ts';

const LARGEST_PICTURE_BYTES = 30_000_000;
export const LARGEST_BODY_BYTES = Math.ceil((LARGEST_PICTURE_BYTES * 4) / 3) + 1024;

const picture = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64')
  .max(LARGEST_BODY_BYTES);
const status = z.enum(['model', 'fallback']);
const hash = z.string().regex(/^[0-9a-f]{16}$/);
const share = z.number().min(0).max(1);

export const pictureSchema = z.strictObject({ picture });
export const compareSchema = z.strictObject({ one: picture, other: picture });

export const hashesSchema = z.object({ perceptual: hash, difference: hash, average: hash });

export const featuresSchema = z.object({
  status,
  model: z.string().max(200),
  dimension: z.number().int().positive().max(100_000),
  vector: z.string().describe('unit vector: 32-bit floats, little end first'),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

export const comparisonSchema = z.object({
  status,
  similarity: share,
  parts: z.array(z.object({ part: z.string().max(100), similarity: share })).max(100),
});

export const encodeFeatures = ({ vector, ...features }: PictureFeatures): z.output<typeof featuresSchema> => ({
  ...features,
  dimension: vector.length,
  vector: encodeVector(vector),
});

/** Undefined when the vector is none. */
export function decodeFeatures(answer: z.output<typeof featuresSchema>): PictureFeatures | undefined {
  const { dimension, vector: text, ...features } = answer;
  const vector = decodeVector(text, dimension);
  return vector && { ...features, vector };
}
