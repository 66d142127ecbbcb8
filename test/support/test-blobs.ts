// Blobs in a folder, as a server that is alone with it opens them.

import { openBlobs } from '../../src/store/open-blobs.ts';

export const openTestBlobs = (dataDir: string, { exclusive } = { exclusive: true }) =>
  openBlobs({ dataDir, exclusive, store: { kind: 'file' }, cacheBytes: 1, onError: () => {} });

export const openFolderBlobs = async (dataDir: string, { exclusive } = { exclusive: true }) =>
  (await openTestBlobs(dataDir, { exclusive })).blobs;
