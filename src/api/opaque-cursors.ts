// Cursors of lists, made opaque and bound to their list: what another list, or the same one with other filters, gave out is
// refused instead of leading somewhere odd. Handlers keep giving and taking the plain id of the last item.

import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { SheafError } from '../errors.ts';
import type { App } from './api-context.ts';

const SCOPE_BYTES = 6;
const MAX_CURSOR_CHARS = 8_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** The list that the request pages through: address and filters. */
    listScope: Buffer | null;
  }
}

export function useOpaqueCursors(app: App): void {
  app.decorateRequest('listScope', null);
  app.addHook('preValidation', async (request) => {
    const place = request.method === 'GET' ? 'query' : 'body';
    // A question that is asked by a body pages through its answers as one that is asked by an address.
    if (place === 'body' && !request.routeOptions.config.asksByBody) return;
    const asked = request[place];
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return;
    const query = asked as Record<string, unknown>;
    request.listScope = scopeOf(request, query);
    if (query.cursor !== undefined)
      request[place] = { ...query, cursor: openCursor(request.listScope, query.cursor, place) };
  });
  app.addHook('preSerialization', async (request, _reply, payload) => {
    if (!request.listScope || !hasCursor(payload)) return payload;
    return { ...payload, nextCursor: sealCursor(request.listScope, payload.nextCursor) };
  });
}

function hasCursor(payload: unknown): payload is { nextCursor: string } {
  return (
    typeof payload === 'object' && payload !== null && 'nextCursor' in payload && typeof payload.nextCursor === 'string'
  );
}

/** No secret is needed: a forged cursor shows nothing that the list itself would not. */
function scopeOf(request: FastifyRequest, query: Record<string, unknown>): Buffer {
  const filters = Object.entries(query)
    .filter(([name]) => name !== 'cursor' && name !== 'limit')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const scope = JSON.stringify([request.routeOptions.url, request.params, filters]);
  return createHash('sha256').update(scope).digest().subarray(0, SCOPE_BYTES);
}

function sealCursor(scope: Buffer, position: string): string {
  return Buffer.concat([scope, Buffer.from(position, 'utf8')]).toString('base64url');
}

function openCursor(scope: Buffer, cursor: unknown, place: 'query' | 'body'): string {
  if (typeof cursor === 'string' && cursor.length <= MAX_CURSOR_CHARS) {
    const bytes = Buffer.from(cursor, 'base64url');
    const isWhole = bytes.length > SCOPE_BYTES && bytes.toString('base64url') === cursor;
    if (isWhole && bytes.subarray(0, SCOPE_BYTES).equals(scope)) return bytes.subarray(SCOPE_BYTES).toString('utf8');
  }
  throw new SheafError(
    'request.invalid',
    'cursor must be nextCursor of the page before, asked for with the same filters; leave it out for the first page',
    { details: { pointer: place === 'query' ? '/querystring/cursor' : '/body/cursor' } },
  );
}
