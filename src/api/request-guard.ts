// The browser is a door to guard: another site must not reach the API through it.

import type { FastifyRequest } from 'fastify';
import { SheafError } from '../errors.ts';
import type { App } from './api-context.ts';
import { isLoopbackHost } from './loopback.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface RequestGuardOptions {
  /** Where people reach the server; undefined = wherever it listens. */
  publicUrl: URL | undefined;
  /** Take any Host header: the server listens beyond loopback and was not told its name. */
  anyHost: boolean;
}

/**
 * Refuses requests whose Host is no name of this server (a foreign name that resolves to it: DNS rebinding), and
 * changing requests that a page of another origin makes.
 */
export function guardRequests(app: App, options: RequestGuardOptions): void {
  app.addHook('onRequest', async (request) => {
    ensureOwnName(request, options);
    if (!safeMethods.has(request.method)) ensureSameOrigin(request, options);
  });
}

function ensureOwnName({ headers }: FastifyRequest, { publicUrl, anyHost }: RequestGuardOptions): void {
  const { host } = headers;
  if (host !== undefined && (anyHost || isLoopbackHost(nameOf(host)) || host === publicUrl?.host)) return;
  throw new SheafError('request.host');
}

function ensureSameOrigin({ headers }: FastifyRequest, { publicUrl }: RequestGuardOptions): void {
  const { origin, host } = headers;
  // Programs send neither header; browsers send at least one of them, and pages cannot set either.
  if (origin !== undefined && origin !== publicUrl?.origin && origin !== `http://${host}`) {
    throw new SheafError('request.origin');
  }
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new SheafError('request.origin');
}

/** Host header without its port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}
