// Where things are kept, and for how long.

import path from 'node:path';
import { z } from 'zod';
import type { ObjectStoreSettings } from '../store/open-blobs.ts';
import { type Read, type ReadContext, setting } from './setting.ts';
import { databaseUrl, publicUrl, whole } from './setting-kinds.ts';

const matching = (pattern: RegExp, what: string) => z.string().regex(pattern, what);
const bucketName = matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket');
const regionName = matching(/^[a-z0-9-]{2,40}$/, 'must be the name of a region, such as eu-central-1');
const keyPrefix = matching(
  /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*\/?$/,
  'must be names of letters, digits, dots and dashes with slashes between them',
).transform((text) => (text.endsWith('/') ? text : `${text}/`));
const connectionString = matching(/(^|;)(AccountName|BlobEndpoint)=/, 'must be a connection string of Azure Storage');
const accountName = matching(/^[a-z0-9]{3,24}$/, 'must be the name of a storage account: 3 to 24 letters and digits');
const containerName = matching(/^[a-z0-9](-?[a-z0-9]){2,62}$/, 'must be the name of a container');

export const storageSettings = {
  DATA_DIR: setting(z.string().min(1), './data', 'Folder of the embedded database, the files and their page images.'),
  DATABASE_URL: setting(databaseUrl.optional(), undefined, 'PostgreSQL 15 or newer; unset = the embedded database.', {
    secret: true,
  }),
  DATABASE_CONNECTIONS: setting(whole(1, 1000), '20', 'Connections to PostgreSQL that this process holds at most.'),
  DATABASE_WAIT_SECONDS: setting(
    whole(1, 600),
    '30',
    'Time that a request waits for one of them before it is told to come again.',
  ),
  BLOB_STORE: setting(
    z.enum(['file', 's3', 'azure']).optional(),
    undefined,
    'Where uploaded files and account exports are kept: `file` (in DATA_DIR), `s3` (S3 or what speaks its protocol), `azure` (Azure Blob Storage); unset = `file`. Processes on several machines need `s3` or `azure`.',
  ),
  S3_ENDPOINT: setting(
    publicUrl.optional(),
    undefined,
    'Where the S3 service answers, without the bucket; unset = Amazon, in S3_REGION.',
  ),
  S3_BUCKET: setting(bucketName.optional(), undefined, 'Bucket that exists. Needed by BLOB_STORE=s3.'),
  S3_REGION: setting(
    regionName.optional(),
    undefined,
    'Region of the bucket; unset = us-east-1, which other services than Amazon take.',
  ),
  S3_ACCESS_KEY_ID: setting(z.string().optional(), undefined, 'Key id for S3. Needed by BLOB_STORE=s3.', {
    secret: true,
  }),
  S3_SECRET_ACCESS_KEY: setting(z.string().optional(), undefined, 'Secret key for S3. Needed by BLOB_STORE=s3.', {
    secret: true,
  }),
  S3_PREFIX: setting(
    keyPrefix.optional(),
    undefined,
    'Folder in the bucket that everything is put under, such as `sheaf/`; unset = the bucket itself.',
  ),
  AZURE_STORAGE_CONNECTION_STRING: setting(
    connectionString.optional(),
    undefined,
    'How to reach Azure Blob Storage, as its portal shows it. BLOB_STORE=azure needs this or AZURE_STORAGE_ACCOUNT.',
    { secret: true },
  ),
  AZURE_STORAGE_ACCOUNT: setting(
    accountName.optional(),
    undefined,
    'Name of the storage account. Without AZURE_STORAGE_KEY the managed identity of the machine (or what else Azure finds in the environment) gets in.',
  ),
  AZURE_STORAGE_KEY: setting(z.base64().optional(), undefined, 'Key of the storage account.', { secret: true }),
  AZURE_STORAGE_CONTAINER: setting(
    containerName.optional(),
    undefined,
    'Container that exists. Needed by BLOB_STORE=azure.',
  ),
  BLOB_CACHE_MB: setting(
    whole(1, 1_000_000),
    '1024',
    'Files of `s3` or `azure` that a process keeps in DATA_DIR/blob-cache, in megabytes; those in use come on top.',
  ),
  TRASH_DAYS: setting(
    whole(1, 3650),
    '90',
    'Days that deleted documents and records stay in the trash before they are deleted for good.',
  ),
} as const;

export const readStorage = (read: Read<typeof storageSettings>, context: ReadContext) => ({
  /** Absolute. */
  dataDir: path.resolve(String(read('DATA_DIR'))),
  databaseUrl: read('DATABASE_URL'),
  databasePool: { connections: read('DATABASE_CONNECTIONS'), waitMs: read('DATABASE_WAIT_SECONDS') * 1000 },
  blobs: { store: readObjectStore(read, context), cacheBytes: read('BLOB_CACHE_MB') * 1024 * 1024 },
  trashDays: read('TRASH_DAYS'),
});

function readObjectStore(read: Read<typeof storageSettings>, { problems, isGiven }: ReadContext): ObjectStoreSettings {
  const kind = read('BLOB_STORE') ?? 'file';
  const need = (name: string, otherwise = ''): void => {
    if (!isGiven(name)) problems.push(`${name}: needed by BLOB_STORE=${kind}${otherwise}`);
  };
  // Read in any case: one that is wrong is told, whichever store is used.
  const s3 = {
    region: read('S3_REGION') ?? 'us-east-1',
    endpoint: read('S3_ENDPOINT'),
    bucket: read('S3_BUCKET') ?? '',
    accessKeyId: read('S3_ACCESS_KEY_ID') ?? '',
    secretAccessKey: read('S3_SECRET_ACCESS_KEY') ?? '',
    prefix: read('S3_PREFIX') ?? '',
  };
  const azure = {
    connectionString: read('AZURE_STORAGE_CONNECTION_STRING'),
    account: read('AZURE_STORAGE_ACCOUNT'),
    key: read('AZURE_STORAGE_KEY'),
    container: read('AZURE_STORAGE_CONTAINER') ?? '',
  };
  if (kind === 's3') {
    for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']) need(name);
    if (!isGiven('S3_ENDPOINT')) need('S3_REGION', ' without S3_ENDPOINT');
    return { kind, ...s3, endpoint: s3.endpoint ?? `https://s3.${s3.region}.amazonaws.com` };
  }
  if (kind === 'azure') {
    const { connectionString, account = '', key, container } = azure;
    need('AZURE_STORAGE_CONTAINER');
    if (connectionString === undefined) need('AZURE_STORAGE_ACCOUNT', ' (or AZURE_STORAGE_CONNECTION_STRING)');
    return { kind, container, access: connectionString === undefined ? { account, key } : { connectionString } };
  }
  return { kind };
}
