// Sample documents of every common kind, so that a first look needs no file of one's own.

import { Readable } from 'node:stream';
import { SheafError } from '../errors.ts';
import type { Actor, Services } from './services.ts';
import { type Upload, type UploadResult, uploadDocuments } from './upload-documents.ts';

export interface SampleFile {
  name: string;
  content: Uint8Array;
}

export type MakeSamples = () => Promise<SampleFile[]>;

const MAX_SAMPLE_BYTES = 25 * 1024 * 1024;

/** Makes the samples and uploads them as if a person had. Throws `sample.unavailable`. */
export async function uploadSamples(
  deps: Pick<Services, 'db' | 'queue' | 'secrets' | 'mediaTypeOf' | 'types' | 'blobs' | 'tierPolicy'> & {
    makeSamples: MakeSamples | undefined;
  },
  actor: Actor,
  { idempotencyKey, requestId }: Pick<Upload, 'idempotencyKey' | 'requestId'>,
): Promise<UploadResult> {
  if (!deps.makeSamples) throw new SheafError('sample.unavailable');
  const files = [];
  for (const { name, content } of await deps.makeSamples()) {
    files.push({ name, blob: await deps.blobs.stage(Readable.from([Buffer.from(content)]), MAX_SAMPLE_BYTES) });
  }
  return uploadDocuments(deps, actor, { files, idempotencyKey, requestId, samples: true });
}
