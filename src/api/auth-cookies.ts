// Browsers keep their tokens in cookies that no script can read: the access token for the API, the refresh token for /auth.

import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TokenPair } from '../identity/sessions.ts';
import type { App } from './api-context.ts';

const AUTH_PATH = '/api/v1/auth';
const OIDC_PATH = `${AUTH_PATH}/oidc`;
const OIDC_SECONDS = 600;

interface CookieNames {
  access: string;
  refresh: string;
  /** Binds a sign-in elsewhere to the browser that began it. */
  oidc: string;
}

/** Over HTTPS the prefixes make browsers refuse cookies that another host or plain HTTP has set (RFC 6265bis 4.1.3). */
const secureNames: CookieNames = {
  access: '__Secure-sheaf-access',
  refresh: '__Secure-sheaf-refresh',
  oidc: '__Secure-sheaf-oidc',
};
const plainNames: CookieNames = { access: 'sheaf-access', refresh: 'sheaf-refresh', oidc: 'sheaf-oidc' };

declare module 'fastify' {
  interface FastifyInstance {
    sheafCookies: { names: CookieNames; secure: boolean; refreshSeconds: number };
  }
}

export interface AuthCookieOptions {
  secure: boolean;
  refreshSeconds: number;
}

export async function useAuthCookies(app: App, { secure, refreshSeconds }: AuthCookieOptions): Promise<void> {
  await app.register(cookie);
  app.decorate('sheafCookies', { names: secure ? secureNames : plainNames, secure, refreshSeconds });
}

export function setAuthCookies(reply: FastifyReply, tokens: TokenPair): void {
  const { names, secure, refreshSeconds } = reply.server.sheafCookies;
  const common = { httpOnly: true, secure, sameSite: 'strict' as const };
  reply.setCookie(names.access, tokens.accessToken, { ...common, path: '/', maxAge: tokens.expiresIn });
  reply.setCookie(names.refresh, tokens.refreshToken, { ...common, path: AUTH_PATH, maxAge: refreshSeconds });
}

export function clearAuthCookies(reply: FastifyReply): void {
  const { names, secure } = reply.server.sheafCookies;
  const common = { httpOnly: true, secure, sameSite: 'strict' as const };
  reply.clearCookie(names.access, { ...common, path: '/' });
  reply.clearCookie(names.refresh, { ...common, path: AUTH_PATH });
}

export const readAccessCookie = (request: FastifyRequest): string | undefined =>
  request.cookies[request.server.sheafCookies.names.access];

export const readRefreshCookie = (request: FastifyRequest): string | undefined =>
  request.cookies[request.server.sheafCookies.names.refresh];

/** Lax, unlike the others: the browser comes back from another site. It is worth nothing without the state in the address. */
export function setOidcCookie(reply: FastifyReply, binding: string): void {
  const { names, secure } = reply.server.sheafCookies;
  reply.setCookie(names.oidc, binding, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: OIDC_PATH,
    maxAge: OIDC_SECONDS,
  });
}

export function takeOidcCookie(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const { names, secure } = reply.server.sheafCookies;
  reply.clearCookie(names.oidc, { httpOnly: true, secure, sameSite: 'lax', path: OIDC_PATH });
  return request.cookies[names.oidc];
}
