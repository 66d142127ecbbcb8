// Reads a multipart request as it comes in: each file goes straight to the blob store's own folder.

import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Upload } from '../actions/upload-documents.ts';
import { SheafError } from '../errors.ts';
import type { BlobStore } from '../store/file-blobs.ts';

export interface ReceiveOptions {
  blobs: BlobStore;
  fileBytes: number;
  files: number;
}

type Received = Pick<Upload, 'files' | 'typeHint' | 'password'>;

const MAX_FIELD_BYTES = 1024;

/**
 * All files or none: when one is refused, those before it are discarded. The rest of the body is still taken in, so
 * that the caller gets to read the answer instead of a broken connection.
 */
export async function receiveUpload(request: FastifyRequest, options: ReceiveOptions): Promise<Received> {
  const received: Received = { files: [] };
  let refused: unknown;
  try {
    for await (const part of request.parts({
      limits: { files: options.files, fields: 10, fieldSize: MAX_FIELD_BYTES, fileSize: Number.POSITIVE_INFINITY },
    })) {
      if (part.type === 'field') {
        // Cut off, it would be another text: a password that opens nothing.
        if (part.valueTruncated) refused ??= new SheafError('request.too-large', 'A field of the form is too long');
        takeField(received, part.fieldname, part.value);
      } else if (refused) part.file.resume();
      else refused = await takeFile(received, part, options);
    }
  } catch (error) {
    refused ??= error;
  }
  if (!refused) return received;
  await Promise.all(received.files.map(({ blob }) => blob.discard()));
  throw isMalformed(refused)
    ? new SheafError('request.invalid', 'The multipart body is cut off or malformed')
    : refused;
}

/** The form parser's errors carry no code; those of the disk, the framework and ours do. */
const isMalformed = (error: unknown): boolean => error instanceof Error && !('code' in error);

/** The error, when the file is refused. */
async function takeFile(
  received: Received,
  part: MultipartFile,
  { blobs, fileBytes }: ReceiveOptions,
): Promise<unknown> {
  try {
    const blob = await blobs.stage(part.file, fileBytes);
    received.files.push({ name: displayName(part.filename), blob });
    return undefined;
  } catch (error) {
    part.file.resume();
    return error;
  }
}

function takeField(received: Received, name: string, value: unknown): void {
  const text = typeof value === 'string' ? value : '';
  if (text === '') return;
  if (name === 'type') received.typeHint = text;
  if (name === 'password') received.password = text;
}

/** The last part of what the client calls the file: browsers that upload folders send paths. */
function displayName(given: string): string {
  const name = given.split(/[\\/]/).at(-1)?.trim() ?? '';
  return name === '' ? 'document' : name.slice(0, 255);
}
