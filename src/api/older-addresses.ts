// Clients of four earlier products find their routes: one table from older addresses to real operations. A request is taken
// to the real address before anything looks at it, so that guards, limits and logs know one address only.

import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { OlderAddress } from '../pipeline/older-address.ts';
import type { App } from './api-context.ts';
import { olderJobAddresses } from './older-job-addresses.ts';

type Json = Record<string, unknown>;

/** `username` and `full_name` are what they called `email` and `name`. */
const namesOfPeople = ({ username, full_name, ...body }: Json): Json => ({
  ...(username === undefined ? {} : { email: username }),
  ...(full_name === undefined ? {} : { name: full_name }),
  ...body,
});

/** Tokens on top, and the person as `user`. */
function signedUp({ account, tokens }: Json): Json {
  const { id, email, name } = account as Json;
  return { ...(tokens as Json | null), user: { id, email, name, full_name: name } };
}

const fields = '`username` counts as `email`, `full_name` as `name`';

/** Those that lead to what every server has. */
export const olderAddresses: readonly OlderAddress[] = [
  // Addresses that are real ones today; the fields have other names.
  {
    method: 'POST',
    older: '/api/v1/auth/register',
    real: '/api/v1/auth/register',
    body: namesOfPeople,
    note: fields,
  },
  { method: 'POST', older: '/api/v1/auth/login', real: '/api/v1/auth/login', body: namesOfPeople, note: fields },
  { method: 'POST', older: '/api/v1/auth/verify', real: '/api/v1/auth/verify' },
  { method: 'POST', older: '/api/v1/auth/refresh', real: '/api/v1/auth/refresh' },
  { method: 'POST', older: '/api/v1/auth/logout', real: '/api/v1/auth/logout' },

  {
    method: 'POST',
    older: '/v2/auth/signup',
    real: '/api/v1/auth/register',
    body: namesOfPeople,
    answer: signedUp,
    note: `${fields}; the answer has the tokens on top and the person as \`user\``,
  },
  { method: 'POST', older: '/v2/auth/login', real: '/api/v1/auth/login', body: namesOfPeople, note: fields },
  { method: 'POST', older: '/v2/auth/refresh', real: '/api/v1/auth/refresh' },
  { method: 'POST', older: '/v2/auth/logout', real: '/api/v1/auth/logout' },
  {
    method: 'GET',
    older: '/v2/auth/google',
    real: '/api/v1/auth/oidc/google/start',
    note: 'needs `GOOGLE_CLIENT_ID`; a browser follows, and comes back with cookies',
  },

  {
    method: 'GET',
    older: '/v2/notifications',
    real: '/api/v1/notifications',
    answer: ({ items, nextCursor }) => ({ notifications: items, items, next_cursor: nextCursor, nextCursor }),
    note: 'the answer has the list as `notifications`, and the next page as `next_cursor`',
  },
  { method: 'GET', older: '/v2/notifications/settings', real: '/api/v1/notifications/settings' },
  {
    method: 'PUT',
    older: '/v2/notifications/settings',
    real: '/api/v1/notifications/settings',
    note: 'needs `If-Match`',
  },
  {
    method: 'PATCH',
    older: '/v2/notifications/settings',
    real: '/api/v1/notifications/settings',
    note: 'needs `If-Match`',
  },
  { method: 'POST', older: '/v2/notifications/{id}/read', real: '/api/v1/notifications/{id}/read' },

  ...olderJobAddresses,

  { method: 'GET', older: '/health', real: '/healthz' },
  { method: 'GET', older: '/api/health', real: '/healthz' },
  { method: 'GET', older: '/v2/health', real: '/healthz' },
  { method: 'GET', older: '/v2', real: '/healthz' },
];

export interface OlderAddresses {
  /** The address that a request means: fastify's `rewriteUrl`. */
  realAddress(request: Pick<IncomingMessage, 'method' | 'url'>): string;
  /** Call before any route is added. */
  use(app: App): void;
}

/** Throws Error for an address that stands there twice. */
export function createOlderAddresses(ofPacks: readonly OlderAddress[] = []): OlderAddresses {
  const rows = [...olderAddresses, ...ofPacks];
  const findRow = rowFinder(rows);
  const rowOf = ({ method, originalUrl }: FastifyRequest): OlderAddress | undefined =>
    findRow(method, split(originalUrl).path);
  return {
    realAddress({ method, url = '/' }) {
      const { path, query: given } = split(url);
      const row = findRow(method, path);
      if (!row) return path + given;
      const query = row.query ? renamed(given, row.query) : given;
      const real = row.real.replace('{id}', () => idIn(row, path));
      return real.includes('?') ? real + withoutNames(query, real) : real + query;
    },
    use(app) {
      app.addHook('preValidation', async (request) => {
        const translate = rowOf(request)?.body;
        if (translate && isObject(request.body)) request.body = translate(request.body);
      });
      app.addHook('preSerialization', async (request, reply, payload) => {
        const translate = rowOf(request)?.answer;
        if (!translate || reply.statusCode >= 300 || !isObject(payload)) return payload;
        // What goes out is picked by hand; the schema of the real operation describes another shape.
        reply.serializer(JSON.stringify);
        return translate(payload);
      });
    },
  };
}

function rowFinder(rows: readonly OlderAddress[]) {
  const byAddress = new Map(rows.map((row) => [`${row.method} ${row.older}`, row]));
  if (byAddress.size < rows.length) throw new Error('an older address stands there twice');
  /** Those with an id, as what stands before and behind it. */
  const withId = rows
    .filter(({ older }) => older.includes('{id}'))
    .map((row) => ({ row, parts: row.older.split('{id}') as [string, string] }));
  return (method: string | undefined, path: string): OlderAddress | undefined => {
    const asked = method === 'HEAD' ? 'GET' : method;
    const exact = byAddress.get(`${asked} ${path}`);
    if (exact) return exact;
    return withId.find(
      ({ row, parts: [before, behind] }) =>
        row.method === asked &&
        path.startsWith(before) &&
        path.endsWith(behind) &&
        path.length > before.length + behind.length &&
        !idIn(row, path).includes('/'),
    )?.row;
  };
}

function renamed(query: string, names: Readonly<Record<string, string>>): string {
  const given = new URLSearchParams(query);
  const ours = new URLSearchParams();
  for (const [name, value] of given) {
    const own = Object.hasOwn(names, name) ? names[name]! : name;
    if (own === name || !given.has(own)) ours.append(own, value);
  }
  return ours.size === 0 ? '' : `?${ours}`;
}

/** The rest of a query, to follow one that says some of it. */
function withoutNames(query: string, real: string): string {
  const [said, given] = [new URLSearchParams(real.split('?')[1]), new URLSearchParams(query)];
  for (const name of said.keys()) given.delete(name);
  return given.size === 0 ? '' : `&${given}`;
}

function idIn({ older }: OlderAddress, path: string): string {
  const [before = '', behind] = older.split('{id}');
  return behind === undefined ? '' : path.slice(before.length, path.length - behind.length);
}

/** The path without a slash at its end, but for `/` itself, and for the viewer, whose files stand relative to its slash. */
function split(url: string): { path: string; query: string } {
  const at = url.indexOf('?');
  const path = at === -1 ? url : url.slice(0, at);
  const query = at === -1 ? '' : url.slice(at);
  const keeps = path.length < 2 || !path.endsWith('/') || path.endsWith('//') || path.startsWith('/api/v1/docs/');
  return { path: keeps ? path : path.slice(0, -1), query };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.getPrototypeOf(value) === Object.prototype;
