// The object stores that scripts/servers-for-tests.ts started, as settings of Sheaf. Each test gets a room of its own in them.

import { BlobServiceClient } from '@azure/storage-blob';
import { newId } from '../../src/store/new-id.ts';
import type { AzureSettings } from '../../src/store/objects/azure-objects.ts';
import type { S3Settings } from '../../src/store/objects/s3-objects.ts';
import type { ObjectStoreSettings } from '../../src/store/open-blobs.ts';

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

export interface StoreForServers {
  /** For a server process. */
  env: Record<string, string>;
  /** For a test that looks inside. */
  store: ObjectStoreSettings;
}

export interface RemoteStore {
  kind: string;
  origin: string;
  /** A fresh room in it; `origin` is of a server that stands before it. */
  open(origin?: string): Promise<StoreForServers>;
}

/** Those that were started. */
export const remoteStores: readonly RemoteStore[] = [
  ...(s3Url ? [{ kind: 's3', origin: new URL(s3Url).origin, open: openS3 }] : []),
  ...(azureUrl ? [{ kind: 'azure', origin: new URL(azureUrl).origin, open: openAzure }] : []),
];

async function openS3(origin?: string): Promise<StoreForServers> {
  const settings = s3Settings(origin);
  const env = {
    BLOB_STORE: 's3',
    S3_ENDPOINT: settings.endpoint,
    S3_BUCKET: settings.bucket,
    S3_ACCESS_KEY_ID: settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
    S3_PREFIX: settings.prefix,
  };
  return { env, store: { kind: 's3', ...settings } };
}

async function openAzure(origin?: string): Promise<StoreForServers> {
  const settings = await azureSettings(origin);
  const env = {
    BLOB_STORE: 'azure',
    AZURE_STORAGE_CONNECTION_STRING: azureConnectionString(origin),
    AZURE_STORAGE_CONTAINER: settings.container,
  };
  return { env, store: { kind: 'azure', ...settings } };
}
