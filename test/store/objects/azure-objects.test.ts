import { expect, test } from 'vitest';
import { openAzureObjects } from '../../../src/store/objects/azure-objects.ts';

test('the name, which stands in logs, holds no key', async () => {
  const endpoint = 'BlobEndpoint=https://account.blob.core.windows.net';
  const bySignature = `${endpoint};SharedAccessSignature=sv=2026-01-01&sig=c2VjcmV0`;
  const byKey = `DefaultEndpointsProtocol=https;${endpoint};AccountName=account;AccountKey=c2VjcmV0`;
  for (const connectionString of [bySignature, byKey]) {
    const { name } = await openAzureObjects({ container: 'files', access: { connectionString } });
    expect(name).toBe('azure https://account.blob.core.windows.net/files');
  }
});

test('a connection string that lacks something is a mistake in the configuration, and is not repeated', async () => {
  const connectionString = 'DefaultEndpointsProtocol=https;AccountName=account;AccountKey=c2VjcmV0';
  const opening = openAzureObjects({ container: 'files', access: { connectionString } });
  const error = await opening.catch((caught: Error) => caught);
  expect(error).toMatchObject({ code: 'config.invalid', message: expect.stringContaining('EndpointSuffix') });
  expect((error as Error).message).not.toContain('c2VjcmV0');
});

test('the managed identity is asked for nothing before it is needed', async () => {
  const { name } = await openAzureObjects({ container: 'files', access: { account: 'account', key: undefined } });
  expect(name).toBe('azure https://account.blob.core.windows.net/files');
});
