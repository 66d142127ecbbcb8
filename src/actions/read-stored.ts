// Reads a stored document once more without storing what comes of it: to learn from it, or to try what was learnt.

import type { ReadOptions, ReadResult } from '../pipeline/read-result.ts';
import { inWorkspace } from '../store/database.ts';
import { findDocument } from '../store/documents.ts';
import { userTypesOf } from './known-types.ts';
import type { Services } from './services.ts';

export type StoredReading = Pick<Services, 'db' | 'blobs' | 'secrets' | 'reader' | 'types'>;

/** undefined: it is gone. What the file contains never throws; a file store that is out of order does. */
export async function readStored(
  { db, blobs, secrets, reader, types }: StoredReading,
  { workspaceId, documentId }: { workspaceId: string; documentId: string },
  { signal, ...asked }: ReadOptions & { signal: AbortSignal },
): Promise<ReadResult | undefined> {
  const stored = await inWorkspace(db, workspaceId, async (trx) => {
    const document = await findDocument(trx, documentId);
    return document && { document, userTypes: await userTypesOf(trx, types) };
  });
  if (!stored) return undefined;
  const { document, userTypes } = stored;
  const options: ReadOptions = {
    ...userTypes,
    ...asked,
    ...(document.type_hint ? { typeHint: document.type_hint } : {}),
    ...(document.sealed_password ? { password: secrets.open(document.sealed_password) } : {}),
  };
  return blobs.withFile(document.sha256, (path) =>
    reader.read({ path, name: document.name }, options, undefined, signal),
  );
}
