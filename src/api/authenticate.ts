// Who a request is from, and whether they may do what it asks. Decided before its body is read.

import type { FastifyRequest } from 'fastify';
import { noteKeyUse } from '../actions/note-key-use.ts';
import type { Person } from '../actions/prove-person.ts';
import type { Actor, Services, Somebody } from '../actions/services.ts';
import { SheafError } from '../errors.ts';
import { hashApiKey, isApiKey, looksLikeApiKey } from '../identity/api-key-format.ts';
import { may, type Permission } from '../identity/permissions.ts';
import type { Role } from '../store/roles.ts';
import type { App } from './api-context.ts';
import { readAccessCookie } from './auth-cookies.ts';

/** Who was recognised. Routes that anyone may call have none. */
export interface RequestCaller {
  userId: string;
  /** null: a key, which has no session. */
  sessionId: string | null;
  /** Of a key: what it may do at most. */
  scopes?: readonly string[];
  systemAdministrator: boolean;
  /** null: belongs to no workspace yet, or asks for none. */
  workspaceId: string | null;
  role: Role | null;
  /** By a cookie, the browser sends credentials by itself: what changes something must come from our own pages. */
  via: 'bearer' | 'cookie' | 'key';
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: RequestCaller;
  }
  interface FastifyContextConfig {
    /**
     * What the caller needs: a permission in the workspace, `account` (being signed in), `system` (administering the
     * installation), or `public` (nothing). Every route says one; the server does not start otherwise.
     */
    access?: Access;
  }
  interface FastifyInstance {
    guardedRoutes: GuardedRoute[];
  }
}

export type Access = Permission | 'account' | 'system' | 'public';

/** A route as it was declared: what the authorization test walks. */
export interface GuardedRoute {
  method: string;
  url: string;
  access: Access;
}

const VIEWER_PATH = '/api/v1/docs';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Lets nobody pass who may not. Call before any route is added. */
export function authenticateRequests(app: App, services: Pick<Services, 'db' | 'identity'>): void {
  app.decorate('guardedRoutes', []);
  app.addHook('onRoute', (route) => {
    // The viewer's own routes: they show the API's description, which is public.
    if (route.url.startsWith(VIEWER_PATH)) route.config = { ...route.config, access: 'public' };
    if (!route.config?.access) throw new Error(`${route.method} ${route.url} does not say who may call it`);
    const { url, config } = route;
    for (const method of [route.method].flat()) app.guardedRoutes.push({ method, url, access: config.access! });
  });
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access;
    // Addresses that lead nowhere have no route, and nothing to guard.
    if (access === undefined || access === 'public') return;
    try {
      request.caller = await recognise(services, request);
    } catch (error) {
      if (error instanceof SheafError && error.code === 'auth.required') reply.header('www-authenticate', 'Bearer');
      throw error;
    }
    ensureMay(request.caller, access);
  });
}

/** For public routes that tell administrators more. Whoever cannot be recognised is nobody; this never throws. */
export async function isSystemAdministrator(
  services: Pick<Services, 'db' | 'identity'>,
  request: FastifyRequest,
): Promise<boolean> {
  // Keys never administer; a look at the database for each one that somebody tries would cost them nothing.
  const via = credentialsOf(request)?.via;
  if (via === undefined || via === 'key') return false;
  return recognise(services, request).then(
    (caller) => caller.systemAdministrator,
    () => false,
  );
}

async function recognise(services: Pick<Services, 'db' | 'identity'>, request: FastifyRequest): Promise<RequestCaller> {
  const { identity } = services;
  const credentials = credentialsOf(request);
  if (credentials?.via === 'key') return recogniseKey(services, request, credentials.token);
  const claims = credentials && (await identity.tokens.verify(credentials.token));
  if (!claims) throw new SheafError('auth.required');
  const workspaceId = workspaceAskedFor(request);
  const access = await identity.access.of(claims.sessionId, workspaceId);
  if (access?.userId !== claims.userId) throw new SheafError('auth.required');
  // A workspace of others is like one that does not exist.
  if (workspaceId !== undefined && access.workspaceId === null) throw new SheafError('workspace.not-found');
  return { ...access, sessionId: claims.sessionId, via: credentials.via };
}

async function recogniseKey(
  services: Pick<Services, 'db' | 'identity'>,
  request: FastifyRequest,
  key: string,
): Promise<RequestCaller> {
  const access = isApiKey(key) ? await services.identity.access.ofKey(hashApiKey(key)) : undefined;
  if (!access || (access.expiresAt && access.expiresAt.getTime() <= Date.now())) throw new SheafError('auth.required');
  const asked = workspaceAskedFor(request);
  if (asked !== undefined && asked !== access.workspaceId) throw new SheafError('workspace.not-found');
  noteKeyUse(services, access);
  const { userId, workspaceId, role, scopes } = access;
  return { userId, workspaceId, role, scopes, sessionId: null, systemAdministrator: false, via: 'key' };
}

/**
 * Whether the caller of a request that goes on for long would still be let in, as what they were: their session or key stands,
 * and their role in the workspace is the same. An access token that ran out meanwhile does not end it.
 */
export function watchAccess(
  services: Pick<Services, 'db' | 'identity'>,
  request: FastifyRequest,
): () => Promise<boolean> {
  const { userId, sessionId, workspaceId, role } = callerOf(request);
  if (sessionId === null) {
    const { token } = credentialsOf(request)!;
    return () =>
      recogniseKey(services, request, token).then(
        (now) => now.workspaceId === workspaceId && now.role === role,
        (error: unknown) => {
          if (error instanceof SheafError) return false;
          throw error;
        },
      );
  }
  return async () => {
    const now = await services.identity.access.of(sessionId, workspaceId ?? undefined);
    return now?.userId === userId && now.workspaceId === workspaceId && now.role === role;
  };
}

interface Credentials {
  token: string;
  via: RequestCaller['via'];
}

/** undefined for none, and for more than one: nobody could say which of them counts. */
function credentialsOf(request: FastifyRequest): Credentials | undefined {
  const { authorization, 'x-api-key': key } = request.headers;
  if (key !== undefined) {
    return typeof key === 'string' && authorization === undefined ? { token: key, via: 'key' } : undefined;
  }
  if (authorization !== undefined) {
    // Of several such headers Node keeps the first and says nothing.
    const { rawHeaders } = request.raw;
    const given = rawHeaders.filter((text, i) => i % 2 === 0 && text.toLowerCase() === 'authorization').length;
    const token = given > 1 ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    return { token, via: looksLikeApiKey(token) ? 'key' : 'bearer' };
  }
  const token = readAccessCookie(request);
  return token === undefined ? undefined : { token, via: 'cookie' };
}

/** The one in the address, or the one in the header; none = the person's own choice. */
function workspaceAskedFor({ headers, params }: FastifyRequest): string | undefined {
  const asked = (params as { workspaceId?: string }).workspaceId ?? headers['sheaf-workspace'];
  if (asked === undefined) return undefined;
  if (typeof asked !== 'string' || !uuid.test(asked)) throw new SheafError('workspace.not-found');
  return asked.toLowerCase();
}

/** Besides what the route asks for: throws `auth.forbidden` for what the body names. */
export function ensureMayAlso(request: FastifyRequest, permission: Permission): void {
  ensureMay(callerOf(request), permission);
}

function ensureMay(caller: RequestCaller, access: Permission | 'account' | 'system'): void {
  // Keys are for the work in a workspace, never for the person or the installation behind it.
  if (caller.scopes && !caller.scopes.includes(access)) throw new SheafError('auth.forbidden');
  if (access === 'account') return;
  if (access === 'system') {
    if (!caller.systemAdministrator) throw new SheafError('auth.forbidden');
    return;
  }
  if (caller.role === null || !may(caller.role, access)) throw new SheafError('auth.forbidden');
}

/** The person behind a request whose route needs a permission. */
export function actorOf(request: FastifyRequest): Actor {
  const { caller } = request;
  if (!caller?.workspaceId) throw new Error('the route needs no permission, so that it has no actor');
  return { ...somebodyOf(request), workspaceId: caller.workspaceId, ...(caller.role ? { role: caller.role } : {}) };
}

/** The same, with what they are in the workspace. */
export function memberOf(request: FastifyRequest): Actor & { role: Role } {
  const { role } = callerOf(request);
  if (role === null) throw new Error('the route needs no permission, so that nobody has a role');
  return { ...actorOf(request), role };
}

/** The person behind a request whose route needs `account`, and their session. */
export function personOf(request: FastifyRequest): Person {
  const { sessionId } = callerOf(request);
  if (sessionId === null) throw new Error('the route lets keys in, so that it has no person');
  return { ...somebodyOf(request), sessionId };
}

/** Who acts where no workspace is meant, and by which request. */
export function somebodyOf(request: FastifyRequest): Somebody {
  return { userId: callerOf(request).userId, requestId: request.id, address: request.ip };
}

/** The person behind a request whose route needs an account. */
export function callerOf({ caller }: FastifyRequest): RequestCaller {
  if (!caller) throw new Error('the route is public, so that it has no caller');
  return caller;
}
