// Who may ask a process of mode nlp or vision: whoever sends one of its tokens; without tokens, this machine alone.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { SheafError } from '../errors.ts';
import type { App } from './api-context.ts';
import { isLoopbackHost } from './loopback.ts';

/** For all routes of the scope. */
export function requireServiceToken(scope: App, tokens: readonly string[]): void {
  const expected = tokens.map(digest);
  scope.addHook('onRequest', async (request, reply) => {
    if (expected.length === 0 ? isFromHere(request) : isOneOf(expected, bearerOf(request))) return;
    reply.header('www-authenticate', 'Bearer');
    throw new SheafError('models.refused');
  });
}

/** Hashed, and each one looked at, so that neither time nor length tells how much of which was right. */
function isOneOf(expected: readonly Buffer[], token: string): boolean {
  const given = digest(token);
  return expected.map((one) => timingSafeEqual(one, given)).includes(true);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const bearerOf = ({ headers }: FastifyRequest): string =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? '';

const isFromHere = ({ raw, headers }: FastifyRequest): boolean =>
  isLoopbackHost((raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '')) &&
  isLoopbackHost((headers.host ?? '').replace(/:\d+$/, '')) &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;
