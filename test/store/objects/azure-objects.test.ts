import { expect, test } from 'vitest';
import { openAzureObjects } from '../../../src/store/objects/azure-objects.ts';

test('the name, which stands in logs, holds no key', async () => {
  const endpoint = 'BlobEndpoint=https://account.blob.core.windows.net';
  const bySignature = `${endpoint};SharedAccessSignature=sv=2026-01-01&sig=c2VjcmV0`;
  const byKey = `${endpoint};AccountName=account;AccountKey=c2VjcmV0`;
  for (const connectionString of [bySignature, byKey]) {
    const { name } = await openAzureObjects({ container: 'files', access: { connectionString } });
    expect(name).toBe('azure https://account.blob.core.windows.net/files');
  }
});

test('the managed identity is asked for nothing before it is needed', async () => {
  const { name } = await openAzureObjects({ container: 'files', access: { account: 'account', key: undefined } });
  expect(name).toBe('azure https://account.blob.core.windows.net/files');
});
