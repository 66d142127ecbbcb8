// Where the contents of an installation lie; the same for the server, the commands and the process that makes back-ups.

import path from 'node:path';
import { type BlobStore, openFileBlobs } from '../store/file-blobs.ts';

export interface BlobPlace {
  dataDir: string;
}

/** `exclusive`: no other process writes there. */
export function openBlobs({ dataDir }: BlobPlace, { exclusive }: { exclusive: boolean }): Promise<BlobStore> {
  return openFileBlobs(path.join(dataDir, 'blobs'), { exclusive });
}
