// What the API shows of tokens, and who asks for them before anybody is known.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../actions/services.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { setAuthCookies } from './auth-cookies.ts';
import { addressOf } from './caller.ts';

export const emailSchema = z.email().max(254).describe('Not case-sensitive');
export const passwordSchema = z.string().min(1).max(1000);
export const inCookiesSchema = z
  .boolean()
  .default(false)
  .describe('For browsers: tokens in HttpOnly cookies instead of the body');

/** RFC 6749 section 5.1, and the session that it belongs to. */
export const tokenSchema = z
  .object({
    access_token: z.string().optional().describe('JWT for "Authorization: Bearer …"; absent when set as a cookie'),
    refresh_token: z.string().optional().describe('Exchanged once for the next pair; absent when set as a cookie'),
    token_type: z.literal('Bearer'),
    expires_in: z.number().int().describe('Seconds that the access token counts'),
    session: z.uuid(),
  })
  .meta({ id: 'Tokens' });

export function callerBehind(request: FastifyRequest): Caller {
  return {
    address: request.ip,
    network: addressOf(request),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 500),
    requestId: request.id,
  };
}

/** In the body, or as cookies for a browser. */
export function showTokens(reply: FastifyReply, tokens: TokenPair, cookies: boolean): z.output<typeof tokenSchema> {
  const common = { token_type: 'Bearer' as const, expires_in: tokens.expiresIn, session: tokens.sessionId };
  reply.header('cache-control', 'no-store');
  if (!cookies) return { access_token: tokens.accessToken, refresh_token: tokens.refreshToken, ...common };
  setAuthCookies(reply, tokens);
  return common;
}
