// `azure-keyvault:VAULT/NAME[/VERSION]`: a secret of Azure Key Vault, by Azure's own client, which is loaded when it is used.

import type { TokenCredential } from '@azure/identity';
import type { KeyVaultSecret, SecretClient, SecretClientOptions } from '@azure/keyvault-secrets';
import { azureCredential } from './azure-credential.ts';
import { MAX_SECRET_BYTES, type SecretSource, SecretUnavailable } from './secret-source.ts';
import type { Env } from './setting.ts';

export interface KeyVaultOptions {
  credential?: TokenCredential;
  /**
   * Takes tokens for any resource that the server names. Only for a test's own server: a vault is on a domain that
   * tells whether the token would go to the right place.
   */
  trustAnyChallenge?: true;
}

export interface KeyVaultReference {
  vaultUrl: string;
  name: string;
  version: string | undefined;
}

/** An answer holds the secret, its attributes and nothing else. */
const MAX_ANSWER_BYTES = 2 * MAX_SECRET_BYTES;
const usage =
  'azure-keyvault: wants vault and name, such as azure-keyvault:my-vault/database-url or azure-keyvault:https://my-vault.vault.azure.net/database-url';

export function azureKeyVaultSecrets(env: Env, options: KeyVaultOptions = {}): SecretSource {
  const clients = new Map<string, Promise<SecretClient>>();
  return {
    scheme: 'azure-keyvault',
    async resolve(rest, signal) {
      const { vaultUrl, name, version } = parseKeyVaultReference(rest);
      const client = clients.get(vaultUrl) ?? openVault(vaultUrl, env, options);
      clients.set(vaultUrl, client);
      const secret: KeyVaultSecret = await (await client)
        .getSecret(name, { abortSignal: signal, ...(version === undefined ? {} : { version }) })
        .catch(refuse);
      if (typeof secret.value !== 'string') throw new SecretUnavailable('the vault gave no usable answer');
      return secret.value;
    },
  };
}

/** `vault/name`, `vault/name/version`, or the vault as an https address; `/secrets/` before the name may stand or not. */
export function parseKeyVaultReference(rest: string): KeyVaultReference {
  const url = URL.parse(/^https?:/i.test(rest) ? rest : `https://${hostOf(rest)}`);
  const [, name = '', version, ...more] =
    url?.pathname
      .replace(/^\/secrets\//, '/')
      .replace(/\/$/, '')
      .split('/') ?? [];
  const isName = (text: string): boolean => /^[0-9a-zA-Z-]{1,127}$/.test(text);
  if (!url || url.username || url.search || url.hash || more.length > 0 || !isName(name)) {
    throw new SecretUnavailable(usage);
  }
  if (version !== undefined && !isName(version)) throw new SecretUnavailable(usage);
  if (url.protocol !== 'https:') throw new SecretUnavailable('a vault is asked over https only');
  return { vaultUrl: url.origin, name, version };
}

/** `my-vault/…` → `my-vault.vault.azure.net/…`; a whole host name stays. */
const hostOf = (rest: string): string => rest.replace(/^([a-z0-9-]+)\//i, '$1.vault.azure.net/');

async function openVault(vaultUrl: string, env: Env, options: KeyVaultOptions): Promise<SecretClient> {
  const { SecretClient } = await import('@azure/keyvault-secrets');
  const clientOptions: SecretClientOptions = {
    retryOptions: { maxRetries: 3, retryDelayInMs: 300, maxRetryDelayInMs: 3000 },
    // The token goes to the vault and nowhere else.
    redirectOptions: { maxRetries: 0 },
    additionalPolicies: [{ policy: boundedAnswer, position: 'perRetry' }],
    ...(options.trustAnyChallenge ? { disableChallengeResourceVerification: true } : {}),
  };
  return new SecretClient(vaultUrl, options.credential ?? (await azureCredential(env)), clientOptions);
}

type Policy = NonNullable<SecretClientOptions['additionalPolicies']>[number]['policy'];

/** A server that answers without end is given up at once: it would take memory until the deadline. */
const boundedAnswer: Policy = {
  name: 'sheafBoundedAnswer',
  async sendRequest(request, next) {
    // Thrown here it ends the reading; aborting would leave it waiting for ever.
    request.onDownloadProgress = ({ loadedBytes }) => {
      if (loadedBytes > MAX_ANSWER_BYTES) throw new Error('too much');
    };
    const response = await next(request);
    if (response.status >= 300 && response.status < 400) {
      throw new SecretUnavailable(`the vault sends elsewhere (${response.status}), which is not followed`);
    }
    return response;
  },
};

const byStatus: Readonly<Record<number, string>> = {
  400: 'the vault refuses the request (400)',
  401: 'the vault does not accept this identity (401)',
  403: 'this identity may not read the secret (403): give it the role "Key Vault Secrets User", and let this network in',
  404: 'the vault has no such secret, or no such version (404)',
  429: 'the vault is too busy (429)',
};

/** Messages of the client may repeat what the server sent: only its kind is told. */
function refuse(error: unknown): never {
  if (error instanceof SecretUnavailable) throw error;
  const { statusCode, code, name } = error as { statusCode?: number; code?: string; name?: string };
  if (statusCode !== undefined && statusCode >= 300) {
    throw new SecretUnavailable(byStatus[statusCode] ?? `the vault failed (${statusCode})`);
  }
  if (/Authentication|Credential/.test(name ?? '')) {
    throw new SecretUnavailable(
      'no token for the vault: give this process a managed identity, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or AZURE_FEDERATED_TOKEN_FILE',
    );
  }
  if (/^(E[A-Z]{3,}|CERT_\w+|\w*_CERT\w*)$/.test(code ?? '')) {
    throw new SecretUnavailable(`the vault cannot be reached (${code})`);
  }
  throw new SecretUnavailable('the vault gave no usable answer');
}
