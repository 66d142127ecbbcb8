// Secrets of Azure Key Vault, by Azure's own client, from a server on loopback that speaks its protocol.

import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { azureKeyVaultSecrets, parseKeyVaultReference } from '../../src/config/azure-key-vault.ts';
import { resolveSecrets } from '../../src/config/resolve-secrets.ts';
import { answer, type Behave, GOOD_TOKEN, startKeyVault } from '../support/key-vault.ts';
import { trustTestCertificate } from '../support/test-certificate.ts';

const credentialOf = (token: string) => ({
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
});
const loopback = { credential: credentialOf(GOOD_TOKEN), trustAnyChallenge: true } as const;

/** What AUTH_SECRET becomes, or why it does not. */
async function resolve(
  reference: string,
  options: Parameters<typeof azureKeyVaultSecrets>[1] = loopback,
  timeMs = 20_000,
) {
  const source = azureKeyVaultSecrets({}, options);
  const { env, problems } = await resolveSecrets({ AUTH_SECRET: reference }, [source], timeMs);
  return { value: env.AUTH_SECRET, problems };
}

const failing = (behave: Behave) => startKeyVault({}, behave);

describe('a vault', () => {
  test('gives a secret, the newest or of a version, after asking for a token', async () => {
    trustTestCertificate();
    const vault = await startKeyVault({ 'auth-secret': 'of today', 'auth-secret/0a1b': 'of yesterday' });
    expect(await resolve(`azure-keyvault:${vault.url}/auth-secret`)).toEqual({ value: 'of today', problems: [] });
    expect(await resolve(`azure-keyvault:${vault.url}/secrets/auth-secret/0a1b`)).toMatchObject({
      value: 'of yesterday',
    });
    expect(vault.asked[0]).toBe('GET /secrets/auth-secret/ no token');
    expect(vault.asked[1]).toBe(`GET /secrets/auth-secret/ Bearer ${GOOD_TOKEN}`);
  });

  test('that has several is asked for a token once', async () => {
    trustTestCertificate();
    const vault = await startKeyVault({ a: 'first', b: 'second' });
    const source = azureKeyVaultSecrets({}, loopback);
    const never = new AbortController().signal;
    expect(await source.resolve(`${vault.url}/a`, never)).toBe('first');
    expect(await source.resolve(`${vault.url}/b`, never)).toBe('second');
    expect(vault.asked.filter((line) => line.endsWith('no token'))).toHaveLength(1);
  });

  test('that is busy is asked again', async () => {
    trustTestCertificate();
    const vault = await failing((_request, response, number) => {
      if (number < 2) {
        response.setHeader('retry-after-ms', '50');
        return answer(response, 429, { error: { code: 'Throttled' } });
      }
      return answer(response, 200, { value: 'at last', id: 'https://x/secrets/a/1', attributes: {} });
    });
    expect(await resolve(`azure-keyvault:${vault.url}/a`)).toEqual({ value: 'at last', problems: [] });
  });

  const garbage: Behave = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{"value": "canary-of-the-vault');
  const endless: Behave = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write('x'.repeat(64 * 1024)), 1);
    response.on('close', () => clearInterval(timer));
  };
  const status =
    (code: number): Behave =>
    (_request, response) =>
      answer(response, code, { error: { code: 'canary-of-the-vault', message: 'canary-of-the-vault' } });

  test.each<[string, Behave, RegExp]>([
    ['does not know this identity', status(401), /does not accept this identity \(401\)/],
    ['forbids', status(403), /may not read the secret \(403\).*Key Vault Secrets User/],
    ['has no such secret', status(404), /no such secret/],
    ['fails again and again', status(500), /the vault failed \(500\)/],
    ['answers rubbish', garbage, /gave no usable answer/],
    ['answers something else', (_request, response) => answer(response, 200, { hello: 1 }), /gave no usable answer/],
    [
      'sends elsewhere',
      (_request, response) => void response.writeHead(302, { location: 'https://localhost:1/' }).end(),
      /sends elsewhere \(302\)/,
    ],
    ['never stops answering', endless, /gave no usable answer/],
    ['hangs up', (request) => void request.socket.destroy(), /the vault (cannot be reached|gave no usable)/],
    [
      'gives an empty secret',
      (_request, response) => answer(response, 200, { value: ' \n', id: 'https://x/secrets/a/1', attributes: {} }),
      /is empty/,
    ],
  ])('that %s is named with its reason, and nothing that it said', async (_what, behave, reason) => {
    trustTestCertificate();
    const vault = await failing(behave);
    const { value, problems } = await resolve(`azure-keyvault:${vault.url}/auth-secret`);
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(/^AUTH_SECRET: /)]);
    expect(problems[0]).toMatch(reason);
    expect(problems[0]).not.toContain('canary');
    expect(problems[0]).not.toContain(GOOD_TOKEN);
  });

  test('that drips is given up in time', async () => {
    trustTestCertificate();
    const vault = await failing((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const { problems } = await resolve(`azure-keyvault:${vault.url}/a`, loopback, 1500);
    expect(problems).toEqual(['AUTH_SECRET: no answer within 1.5 seconds']);
  });

  test('that nobody answers for cannot be reached', async () => {
    const { problems } = await resolve('azure-keyvault:https://127.0.0.1:1/a');
    expect(problems).toEqual(['AUTH_SECRET: the vault cannot be reached (ECONNREFUSED)']);
  });

  test('whose certificate nobody signed gets no token', async () => {
    const vault = await startKeyVault({ a: 'secret' });
    const { problems } = await resolve(`azure-keyvault:${vault.url}/a`);
    expect(problems[0]).toMatch(/cannot be reached \(\w*CERT\w*\)/);
    expect(vault.asked).toEqual([]);
  });

  test('on a domain for which the token is not meant gets none', async () => {
    trustTestCertificate();
    const vault = await startKeyVault({ a: 'secret' });
    const { problems } = await resolve(`azure-keyvault:${vault.url}/a`, { credential: credentialOf(GOOD_TOKEN) });
    expect(problems).toHaveLength(1);
    expect(vault.asked).toEqual(['GET /secrets/a/ no token']);
  });
});

test('the identity of the machine gets the token, when the environment names no other', async () => {
  trustTestCertificate();
  const vault = await startKeyVault({ a: 'secret of the machine' });
  const tokens: string[] = [];
  const machine = http.createServer((request, response) => {
    tokens.push(
      `${request.headers['x-identity-header']} ${new URL(request.url!, 'http://x').searchParams.get('resource')}`,
    );
    const expires = Math.floor(Date.now() / 1000) + 3600;
    answer(response, 200, {
      access_token: GOOD_TOKEN,
      expires_on: String(expires),
      resource: 'x',
      token_type: 'Bearer',
    });
  });
  machine.listen(0, '127.0.0.1');
  await once(machine, 'listening');
  onTestFinished(() => void machine.close());
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(machine.address() as AddressInfo).port}/token`);
  vi.stubEnv('IDENTITY_HEADER', 'header-of-the-machine');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { value, problems } = await resolve(`azure-keyvault:${vault.url}/a`, { trustAnyChallenge: true });
  expect({ value, problems }).toEqual({ value: 'secret of the machine', problems: [] });
  expect(tokens).toEqual(['header-of-the-machine https://vault.azure.net']);
});

describe('a reference', () => {
  test.each([
    ['my-vault/auth-secret', { vaultUrl: 'https://my-vault.vault.azure.net', name: 'auth-secret', version: undefined }],
    [
      'my-vault/auth-secret/0a1b',
      { vaultUrl: 'https://my-vault.vault.azure.net', name: 'auth-secret', version: '0a1b' },
    ],
    ['https://v.vault.azure.cn/secrets/a/1', { vaultUrl: 'https://v.vault.azure.cn', name: 'a', version: '1' }],
    ['v.vault.azure.cn/a', { vaultUrl: 'https://v.vault.azure.cn', name: 'a', version: undefined }],
  ])('%s', (rest, parsed) => {
    expect(parseKeyVaultReference(rest)).toEqual(parsed);
  });

  test.each([
    '',
    'vault',
    'vault/',
    'vault/a/b/c',
    'vault/a_b',
    'vault/a?x=1',
    'https://u:p@v.vault.azure.net/a',
    'https:///a',
    'vault/a#b',
    '/a',
  ])('%j is none, and the message says how one looks', (rest) => {
    expect(() => parseKeyVaultReference(rest)).toThrow(/my-vault\/database-url/);
  });

  test.each(['http://my-vault.vault.azure.net/a', 'http://127.0.0.1:8080/a'])('%s is refused: https only', (rest) => {
    expect(() => parseKeyVaultReference(rest)).toThrow(/https only/);
  });
});
