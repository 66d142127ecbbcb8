// Who this process is to Azure: what the environment says, and else the identity of the machine. No command line tools and
// no files of developers are looked at.

import type { TokenCredential } from '@azure/identity';
import type { Env } from './setting.ts';

export async function azureCredential(env: Env): Promise<TokenCredential> {
  const { ClientSecretCredential, ManagedIdentityCredential, WorkloadIdentityCredential } = await import(
    '@azure/identity'
  );
  const tenantId = env.AZURE_TENANT_ID?.trim();
  const clientId = env.AZURE_CLIENT_ID?.trim();
  const secret = env.AZURE_CLIENT_SECRET?.trim();
  const tokenFilePath = env.AZURE_FEDERATED_TOKEN_FILE?.trim();
  const authorityHost = env.AZURE_AUTHORITY_HOST?.trim();
  const authority = authorityHost ? { authorityHost } : {};
  if (tenantId && clientId && secret) return new ClientSecretCredential(tenantId, clientId, secret, authority);
  if (tenantId && clientId && tokenFilePath) {
    return new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath, ...authority });
  }
  return new ManagedIdentityCredential({ ...(clientId ? { clientId } : {}), retryOptions: { maxRetries: 2 } });
}
