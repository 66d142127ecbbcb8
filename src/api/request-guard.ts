// What a browser may be made to do: no foreign name leads here (DNS rebinding), and no page of another site changes anything.

import type { FastifyRequest } from 'fastify';
import { SheafError } from '../errors.ts';
import type { App } from './api-context.ts';
import type { HttpOptions } from './http-options.ts';
import { isLoopbackHost } from './loopback.ts';
import { isHealthAddress } from './route-config.ts';

export type GuardOptions = Pick<
  HttpOptions,
  'listenHost' | 'publicUrl' | 'allowedOrigins' | 'allowedHosts' | 'filesUrl'
>;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const filesPrefix = '/files/';

export function guardRequests(app: App, options: GuardOptions): void {
  const isOurs = hostCheck(options);
  app.addHook('onRequest', async (request) => {
    if (!isHealthAddress(request) && !isOurs(request)) throw new SheafError('request.host');
    if (!safeMethods.has(request.method)) ensureWelcome(request, options);
  });
}

/**
 * Loopback names, the host of PUBLIC_URL and ALLOWED_HOSTS. A server that is open to a network and was told no name takes
 * any: nothing it answers derives from Host. The host of FILES_URL serves files and nothing else, and no other host does.
 */
function hostCheck({ listenHost, publicUrl, allowedHosts, filesUrl }: GuardOptions) {
  const names = new Set(allowedHosts);
  if (publicUrl) names.add(publicUrl.hostname);
  const takesAny = !isLoopbackHost(listenHost) && names.size === 0;
  const filesHost = filesUrl && new URL(filesUrl).host;
  const servesFilesApart = filesHost !== undefined && filesHost !== publicUrl?.host;
  return ({ headers, url }: FastifyRequest): boolean => {
    const host = headers.host?.toLowerCase();
    if (!host) return false;
    if (servesFilesApart) {
      const isFile = url.startsWith(filesPrefix);
      if (host === filesHost || isFile) return host === filesHost && isFile;
    }
    const name = nameOf(host);
    return takesAny || isLoopbackHost(name) || names.has(name);
  };
}

/**
 * Programs send neither Origin nor Sec-Fetch-Site; browsers send at least one of them with a change, and pages cannot set
 * either. Who sends a token or key in a header of its own is free: a page of another site has none, and may not set the header. Who sends cookies must say
 * where it comes from, because browsers send them by themselves.
 */
function ensureWelcome({ headers }: FastifyRequest, { publicUrl, allowedOrigins }: GuardOptions): void {
  if (headers.authorization !== undefined || headers['x-api-key'] !== undefined) return;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined) {
    if (allowedOrigins.includes(origin) || isOwnOrigin(origin, host, publicUrl)) return;
    throw new SheafError('request.origin');
  }
  if (site === 'same-origin') return;
  const sendsCookies = headers.cookie !== undefined;
  if (sendsCookies || (site !== undefined && site !== 'none')) throw new SheafError('request.origin');
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: URL | undefined): boolean {
  if (origin === publicUrl?.origin) return true;
  const parsed = URL.parse(origin);
  // Under its public name the server has one origin; a page that came over plain HTTP is not it.
  if (!parsed || parsed.host === publicUrl?.host) return false;
  return parsed.host === host || `${parsed.hostname}:${parsed.protocol === 'https:' ? 443 : 80}` === host;
}

/** Host header without its port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}
