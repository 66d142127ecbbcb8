// The object stores that scripts/servers-for-tests.ts started, as settings of Sheaf. Each test gets a room of its own in them.

import { BlobServiceClient } from '@azure/storage-blob';
import { newId } from '../../src/store/new-id.ts';
import type { AzureSettings } from '../../src/store/objects/azure-objects.ts';
import type { S3Settings } from '../../src/store/objects/s3-objects.ts';

export const s3Url = process.env.TEST_S3_URL;
export const azureUrl = process.env.TEST_AZURE_URL;

/** The account that azurite makes, and its key: the same everywhere, and documented. */
const azureAccount = 'devstoreaccount1';
const azureKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** `endpoint` for a server that stands before the real one. */
export function s3Settings(endpoint = new URL(s3Url!).origin): S3Settings {
  const { username, password, pathname } = new URL(s3Url!);
  return {
    endpoint,
    bucket: pathname.slice(1),
    region: 'us-east-1',
    accessKeyId: username,
    secretAccessKey: password,
    prefix: `${newId()}/`,
  };
}

export function azureConnectionString(origin = new URL(azureUrl!).origin): string {
  const endpoint = `${origin}${new URL(azureUrl!).pathname}`;
  return `DefaultEndpointsProtocol=http;AccountName=${azureAccount};AccountKey=${azureKey};BlobEndpoint=${endpoint};`;
}

/** A container that was just made. */
export async function azureSettings(origin?: string): Promise<AzureSettings> {
  const container = `test-${newId()}`;
  await BlobServiceClient.fromConnectionString(azureConnectionString()).createContainer(container);
  return { container, access: { connectionString: azureConnectionString(origin) } };
}
