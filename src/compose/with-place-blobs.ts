// Where the contents of an installation lie; the same for the server, the commands and the process that makes back-ups.

import type { BlobStore } from '../store/blob-store.ts';
import { type BlobSettings, openBlobs } from '../store/open-blobs.ts';

/** Plain data: it goes to another process. */
export type BlobPlace = Pick<BlobSettings, 'dataDir' | 'store' | 'cacheBytes'>;

/** Opens them beside whoever else works there, and leaves nothing of its own on this machine. */
export async function withPlaceBlobs<T>(place: BlobPlace, work: (blobs: BlobStore) => Promise<T>): Promise<T> {
  const { blobs } = await openBlobs({ ...place, exclusive: false, onError: () => {} });
  try {
    return await work(blobs);
  } finally {
    await blobs.close();
  }
}
