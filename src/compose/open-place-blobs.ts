// Where the contents of an installation lie; the same for the server, the commands and the process that makes back-ups.

import type { BlobStore } from '../store/blob-store.ts';
import { type BlobSettings, openBlobs } from '../store/open-blobs.ts';

/** Plain data: it goes to another process. */
export type BlobPlace = Pick<BlobSettings, 'dataDir' | 'store' | 'cacheBytes'>;

/** Beside whoever else works there. */
export async function openPlaceBlobs(place: BlobPlace): Promise<BlobStore> {
  return (await openBlobs({ ...place, exclusive: false, onError: () => {} })).blobs;
}
