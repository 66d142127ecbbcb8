// Blobs on real object stores, with files of them on this machine.

import { describe } from 'vitest';
import { type ObjectStoreSettings, openBlobs } from '../../src/store/open-blobs.ts';
import { azureSettings, azureUrl, s3Settings, s3Url } from '../support/object-servers.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { describeBlobStore } from './blob-store-contract.ts';

const unexpected = (error: Error): never => {
  throw error;
};

const open = (store: ObjectStoreSettings) =>
  openBlobs({ dataDir: makeTemporaryFolder(), store, cacheBytes: 1024 * 1024, exclusive: true, onError: unexpected });

describe.runIf(s3Url)('on s3rver', () => {
  describeBlobStore('s3', () => open({ kind: 's3', ...s3Settings() }));
});

describe.runIf(azureUrl)('on azurite', () => {
  describeBlobStore('azure', async () => open({ kind: 'azure', ...(await azureSettings()) }));
});
