// A key vault on loopback that speaks the protocol: no answer without a bearer token, secrets by name and version, and
// every way in which a vault may fail.

import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { testCertificate } from './test-certificate.ts';

export type Behave = (request: IncomingMessage, response: ServerResponse, number: number) => void;

export interface KeyVault {
  url: string;
  /** What reached it: `GET /secrets/name/ Bearer token`. */
  asked: string[];
}

export const GOOD_TOKEN = 'token-for-the-vault';

/** `secrets`: name, or name/version → value. `behave` answers instead, once the token was shown. */
export async function startKeyVault(secrets: Readonly<Record<string, string>>, behave?: Behave): Promise<KeyVault> {
  const asked: string[] = [];
  let admitted = 0;
  const server = https.createServer(testCertificate, (request, response) => {
    const token = request.headers.authorization ?? 'no token';
    const { pathname } = new URL(request.url ?? '/', 'https://vault');
    asked.push(`${request.method} ${pathname} ${token}`);
    if (token === 'no token') {
      response.setHeader(
        'www-authenticate',
        'Bearer authorization="https://login.microsoftonline.com/5f2f7a3e-0000-4000-8000-000000000001", resource="https://vault.azure.net"',
      );
      return answer(response, 401, { error: { code: 'Unauthorized', message: 'AKV10000' } });
    }
    if (behave) return behave(request, response, admitted++);
    if (token !== `Bearer ${GOOD_TOKEN}`) return answer(response, 401, { error: { code: 'Unauthorized' } });
    const name = pathname.replace(/^\/secrets\//, '').replace(/\/$/, '');
    const value = secrets[name];
    if (value === undefined) return answer(response, 404, { error: { code: 'SecretNotFound', message: `${name}?` } });
    const [bare, version = 'latest'] = name.split('/');
    return answer(response, 200, { value, id: `${url}/secrets/${bare}/${version}`, attributes: { enabled: true } });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, asked };
}

export function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
