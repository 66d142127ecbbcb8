// The same contract on real servers: s3rver and azurite, which scripts/servers-for-tests.ts starts.

import { describe } from 'vitest';
import { openAzureObjects } from '../../../src/store/objects/azure-objects.ts';
import { openS3Objects } from '../../../src/store/objects/s3-objects.ts';
import { azureSettings, azureUrl, s3Settings, s3Url } from '../../support/object-servers.ts';
import { describeObjectStore } from './object-store-contract.ts';

describe.runIf(s3Url)('on s3rver', () => {
  describeObjectStore('s3', async () => openS3Objects(s3Settings()));
});

describe.runIf(azureUrl)('on azurite', () => {
  describeObjectStore('azure', async () => openAzureObjects(await azureSettings()));
});
