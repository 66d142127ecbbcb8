// Opens the object store that the settings name, and the blobs in it. Drivers are imported when they are asked for: an
// installation on the file system loads none of the others.

import path from 'node:path';
import type { OutsideService } from '../outside/outside-service.ts';
import { openBlobCache } from './blob-cache.ts';
import { type BlobStore, createBlobStore } from './blob-store.ts';
import type { AzureSettings } from './objects/azure-objects.ts';
import { openFsObjects } from './objects/fs-objects.ts';
import type { ObjectStore } from './objects/object-store.ts';
import type { S3Settings } from './objects/s3-objects.ts';

export type ObjectStoreSettings =
  | { kind: 'file' }
  | ({ kind: 's3' } & S3Settings)
  | ({ kind: 'azure' } & AzureSettings);

export interface BlobSettings {
  /** Absolute. */
  dataDir: string;
  store: ObjectStoreSettings;
  /** Blobs of a remote store that are kept as files on this machine. */
  cacheBytes: number;
  /** No other process works on this folder: uploads that lie around were left by one that died. */
  exclusive: boolean;
  /** The manners of calls to a remote store. */
  service?: OutsideService | undefined;
  onError: (error: Error) => void;
}

/** No upload and no export takes this long: what is older was left by a process that died. */
export const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Asks nothing of another server: one that is down is told by `check`, and does not keep this one from starting. */
export async function openBlobs(settings: BlobSettings): Promise<{ objects: ObjectStore; blobs: BlobStore }> {
  const { dataDir, exclusive, onError, cacheBytes: maxBytes } = settings;
  const objects = await openObjects(settings);
  if (objects.pathOf) {
    const blobs = createBlobStore(objects);
    await blobs.check();
    await blobs.clearAbandoned(exclusive ? 0 : ABANDONED_MS);
    return { objects, blobs };
  }
  const cache = await openBlobCache({ folder: path.join(dataDir, 'blob-cache'), maxBytes, exclusive, onError });
  return { objects, blobs: createBlobStore(objects, cache) };
}

async function openObjects({ dataDir, store, service }: BlobSettings): Promise<ObjectStore> {
  if (store.kind === 's3') return (await import('./objects/s3-objects.ts')).openS3Objects(store, service);
  if (store.kind === 'azure') return (await import('./objects/azure-objects.ts')).openAzureObjects(store, service);
  return openFsObjects(dataDir);
}
