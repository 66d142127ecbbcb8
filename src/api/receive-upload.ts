// Reads a multipart request as it comes in: each file goes straight to the blob store's own folder.

import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Upload } from '../actions/upload-documents.ts';
import { SheafError } from '../errors.ts';
import type { BlobStore } from '../store/blob-store.ts';
import { displayName } from './display-name.ts';
import { drain } from './drain.ts';

export interface ReceiveOptions {
  blobs: BlobStore;
  fileBytes: number;
  files: number;
}

type Received = Pick<Upload, 'files' | 'typeHint' | 'password'>;

const MAX_FIELD_BYTES = 1024;

/** Type, password, and some that nobody knows. */
const MAX_FIELDS = 10;
const MAX_HEADERS_OF_PART = 50;
/** What the form adds to a file: boundary, headers. */
const OVERHEAD_BYTES = 16 * 1024;

/**
 * All files or none: when one is refused, those before it are discarded, and the answer is given at once. The rest of the
 * body is still taken in meanwhile, so that the caller gets to read the answer instead of a broken connection.
 */
export async function receiveUpload(request: FastifyRequest, options: ReceiveOptions): Promise<Received> {
  const received: Received = { files: [] };
  try {
    ensureMayFit(request, options);
    for await (const part of request.parts({
      limits: {
        files: options.files,
        fields: MAX_FIELDS,
        parts: options.files + MAX_FIELDS,
        headerPairs: MAX_HEADERS_OF_PART,
        fieldSize: MAX_FIELD_BYTES,
        fileSize: Number.POSITIVE_INFINITY,
      },
    })) {
      if (part.type === 'field') takeField(received, part);
      else await takeFile(received, part, options);
    }
    return received;
  } catch (error) {
    drain(request.raw);
    await Promise.all(received.files.map(({ blob }) => blob.discard()));
    throw isMalformed(error) ? new SheafError('request.invalid', 'The multipart body is cut off or malformed') : error;
  }
}

/** A body that says itself that it is larger than all files may be together is not read. */
function ensureMayFit({ headers }: FastifyRequest, { files, fileBytes }: ReceiveOptions): void {
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > (files + 1) * (fileBytes + OVERHEAD_BYTES)) throw new SheafError('request.too-large');
}

/** The form parser's errors carry no code; those of the disk, the framework and ours do. */
const isMalformed = (error: unknown): boolean => error instanceof Error && !('code' in error);

async function takeFile(received: Received, part: MultipartFile, { blobs, fileBytes }: ReceiveOptions): Promise<void> {
  const blob = await blobs.stage(part.file, fileBytes);
  received.files.push({ name: displayName(part.filename), blob });
}

function takeField(received: Received, { fieldname: name, value, valueTruncated }: MultipartValue): void {
  // Cut off, it would be another text: a password that opens nothing.
  if (valueTruncated) throw new SheafError('request.too-large', 'A field of the form is too long');
  const text = typeof value === 'string' ? value : '';
  if (text === '') return;
  if (name === 'type') received.typeHint = text;
  if (name === 'password') received.password = text;
}
