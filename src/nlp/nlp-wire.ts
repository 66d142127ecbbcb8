// What a process of mode nlp and its callers say to each other over HTTP.

import { z } from 'zod';
import { embedLimits } from './call-limits.ts';

export const textsSchema = z.strictObject({
  texts: z.array(z.string().max(embedLimits.chars)).max(embedLimits.texts),
  urgency: z.enum(['interactive', 'background']).default('interactive').describe('what a person waits for goes first'),
});

export const entityTextsSchema = textsSchema.extend({
  byLine: z.boolean().optional().describe('skills and knowledge alone, line by line: better, and slower'),
});

const modelSchema = z.object({ id: z.string().max(200), dimension: z.number().int().positive().max(100_000) });

export const embedAnswerSchema = z.object({
  model: modelSchema,
  vectors: z.array(z.string()).describe('unit vectors: 32-bit floats, little end first, in base64'),
});

const entitySchema = z.object({
  head: z.string(),
  label: z.string(),
  start: z.number().int().nonnegative().describe('UTF-16 index into the text'),
  end: z.number().int().nonnegative(),
  text: z.string(),
  score: z.number(),
});

export const entitiesAnswerSchema = z.object({ model: z.string().max(200), entities: z.array(z.array(entitySchema)) });

export const languagesAnswerSchema = z.object({
  languages: z.array(z.object({ language: z.string().nullable(), score: z.number() })),
});

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

export function encodeVector(vector: Float32Array): string {
  const bytes = Buffer.from(vector.buffer.slice(vector.byteOffset, vector.byteOffset + vector.byteLength));
  return (isLittleEndian ? bytes : bytes.swap32()).toString('base64');
}

/** Undefined for anything that is no unit vector of the dimension. */
export function decodeVector(text: string, dimension: number): Float32Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== dimension * 4) return undefined;
  if (!isLittleEndian) bytes.swap32();
  const vector = new Float32Array(new Uint8Array(bytes).buffer);
  const square = vector.reduce((sum, value) => sum + value * value, 0);
  return Math.abs(square - 1) < 0.01 ? vector : undefined;
}
