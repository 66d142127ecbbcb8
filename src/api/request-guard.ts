// While there are no accounts, the browser is the door to guard: another site must not reach the API through it.

import type { FastifyRequest } from 'fastify';
import { SheafError } from '../errors.ts';
import type { App } from './api-context.ts';
import { isLoopbackHost } from './loopback.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests whose Host is no loopback name (a foreign name that resolves to this machine: DNS rebinding), and
 * changing requests that a page of another origin makes.
 */
export function guardRequests(app: App): void {
  app.addHook('onRequest', async (request) => {
    ensureLoopbackName(request);
    if (!safeMethods.has(request.method)) ensureSameOrigin(request);
  });
}

function ensureLoopbackName({ headers }: FastifyRequest): void {
  if (!headers.host || !isLoopbackHost(nameOf(headers.host))) throw new SheafError('request.host');
}

function ensureSameOrigin({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  // Programs send neither header; browsers send at least one of them, and pages cannot set either.
  if (origin !== undefined && origin !== `http://${host}`) throw new SheafError('request.origin');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new SheafError('request.origin');
}

/** Host header without its port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}
