// /auth: from nobody to somebody and back. Tokens come in the body for programs, in cookies for browsers that ask for it.

import { z } from 'zod';
import {
  requestPasswordReset,
  resendVerification,
  resetPassword,
  signInByToken,
  verifyEmail,
} from '../actions/account-links.ts';
import { refreshSession, signOut } from '../actions/refresh-session.ts';
import { registerAccount } from '../actions/register-account.ts';
import { completeSignIn, signIn } from '../actions/sign-in.ts';
import { SheafError } from '../errors.ts';
import { accountSchema, showAccount } from './account-representations.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { clearAuthCookies, readRefreshCookie } from './auth-cookies.ts';
import { personOf } from './authenticate.ts';
import {
  callerBehind,
  emailSchema,
  inCookiesSchema,
  passwordSchema,
  showTokens,
  tokenSchema,
} from './token-representations.ts';

const tags = ['Sign-in'];
const config = { access: 'public' } as const;

const signedInSchema = z.union([
  tokenSchema.extend({ status: z.literal('signed-in') }),
  z.object({
    status: z.literal('second-factor'),
    challenge: z.string().describe('Goes with the code to /auth/login/second-factor, within ten minutes'),
  }),
]);

export function authRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/auth/register',
    {
      config,
      schema: {
        tags,
        operationId: 'register',
        summary: 'Make an account and a workspace of its own',
        description: 'With the address to be proven first, the answer carries no tokens: a link is on its way.',
        body: z.object({
          email: emailSchema,
          password: passwordSchema,
          name: z.string().max(200).optional(),
          workspaceName: z.string().max(200).optional(),
          locale: z
            .string()
            .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
            .optional(),
          invitation: z
            .string()
            .max(200)
            .optional()
            .describe(
              'Token of an invitation to this address: proves it, and joins that workspace instead of a new one',
            ),
          cookies: inCookiesSchema,
        }),
        response: {
          201: z.object({ account: accountSchema, tokens: tokenSchema.nullable() }),
          ...problems(400, 403, 409, 415, 422, 429),
        },
      },
    },
    async (request, reply) => {
      const { cookies, ...registration } = request.body;
      const { account, tokens } = await registerAccount(services, callerBehind(request), registration);
      return reply
        .code(201)
        .send({ account: showAccount(account), tokens: tokens && showTokens(reply, tokens, cookies) });
    },
  );

  app.post(
    '/auth/login',
    {
      config,
      schema: {
        tags,
        operationId: 'signIn',
        summary: 'Sign in with e-mail and password',
        body: z.object({ email: z.string().max(254), password: passwordSchema, cookies: inCookiesSchema }),
        response: { 200: signedInSchema, ...problems(400, 401, 403, 415, 429) },
      },
    },
    async (request, reply) => {
      const result = await signIn(services, callerBehind(request), request.body);
      if (result.status === 'second-factor') return result;
      return { status: result.status, ...showTokens(reply, result.tokens, request.body.cookies) };
    },
  );

  app.post(
    '/auth/login/second-factor',
    {
      config,
      schema: {
        tags,
        operationId: 'completeSignIn',
        summary: 'Finish signing in with the code of the second factor',
        body: z
          .object({
            challenge: z.string().min(1).max(1000),
            code: z.string().max(20).optional().describe('Six digits that the app shows'),
            recoveryCode: z.string().max(50).optional().describe('Instead of the code; each counts once'),
            cookies: inCookiesSchema,
          })
          .refine(({ code, recoveryCode }) => (code === undefined) !== (recoveryCode === undefined), {
            message: 'give either code or recoveryCode',
          }),
        response: { 200: tokenSchema, ...problems(400, 401, 415, 429) },
      },
    },
    async (request, reply) => {
      const tokens = await completeSignIn(services, callerBehind(request), request.body);
      return showTokens(reply, tokens, request.body.cookies);
    },
  );

  app.post(
    '/auth/login/link',
    {
      config,
      schema: {
        tags,
        operationId: 'signInByLink',
        summary: 'Sign in with the one-time link that the server printed',
        body: z.object({ token: z.string().min(1).max(200), cookies: inCookiesSchema }),
        response: { 200: tokenSchema, ...problems(400, 401, 415) },
      },
    },
    async (request, reply) => {
      const tokens = await signInByToken(services, callerBehind(request), request.body.token);
      return showTokens(reply, tokens, request.body.cookies);
    },
  );

  app.post(
    '/auth/refresh',
    {
      config,
      schema: {
        tags,
        operationId: 'refresh',
        summary: 'Exchange the refresh token for the next pair',
        description:
          'Each refresh token counts once. When one comes a second time, the session ends for everybody who has it.',
        body: z
          .object({ refresh_token: z.string().max(200).optional().describe('Absent: the one in the cookie') })
          .nullish(),
        response: { 200: tokenSchema, ...problems(400, 401, 415) },
      },
    },
    async (request, reply) => {
      const given = request.body?.refresh_token;
      try {
        const tokens = await refreshSession(services, callerBehind(request), given ?? readRefreshCookie(request));
        return showTokens(reply, tokens, given === undefined);
      } catch (error) {
        if (error instanceof SheafError && given === undefined) clearAuthCookies(reply);
        throw error;
      }
    },
  );

  app.post(
    '/auth/logout',
    {
      config: { access: 'account' },
      schema: {
        tags,
        operationId: 'signOut',
        summary: 'End this session',
        response: { 204: z.undefined().describe('Signed out'), ...problems(401) },
      },
    },
    async (request, reply) => {
      await signOut(services, personOf(request));
      clearAuthCookies(reply);
      return reply.code(204).send();
    },
  );

  app.post(
    '/auth/verify',
    {
      config,
      schema: {
        tags,
        operationId: 'verifyEmail',
        summary: 'Prove the e-mail address with the token of the mailed link',
        body: z.object({ token: z.string().min(1).max(2000) }),
        response: { 204: z.undefined().describe('Proven'), ...problems(400, 415) },
      },
    },
    async (request, reply) => {
      await verifyEmail(services, callerBehind(request), request.body.token);
      return reply.code(204).send();
    },
  );

  for (const { path, operationId, summary, act } of [
    {
      path: 'verify/resend',
      operationId: 'resendVerification',
      summary: 'Mail a new link to prove the address',
      act: resendVerification,
    },
    {
      path: 'password/forgot',
      operationId: 'requestPasswordReset',
      summary: 'Mail a link to set a new password',
      act: requestPasswordReset,
    },
  ]) {
    app.post(
      `/auth/${path}`,
      {
        config,
        schema: {
          tags,
          operationId,
          summary,
          description: 'The answer is the same whether there is such an account or not.',
          body: z.object({ email: emailSchema }),
          response: { 202: z.object({ status: z.literal('accepted') }), ...problems(400, 415, 429) },
        },
      },
      async ({ body }, reply) => {
        await act(services, body.email);
        return reply.code(202).send({ status: 'accepted' as const });
      },
    );
  }

  app.post(
    '/auth/password/reset',
    {
      config,
      schema: {
        tags,
        operationId: 'resetPassword',
        summary: 'Set a new password with the token of the mailed link',
        description: 'All sessions end.',
        body: z.object({ token: z.string().min(1).max(200), password: passwordSchema }),
        response: { 204: z.undefined().describe('Set'), ...problems(400, 415, 422) },
      },
    },
    async (request, reply) => {
      await resetPassword(services, callerBehind(request), request.body);
      return reply.code(204).send();
    },
  );

  app.get(
    '/auth/jwks',
    {
      config,
      schema: {
        tags,
        operationId: 'getSigningKeys',
        summary: 'Public keys of the access tokens (RFC 7517)',
        response: { 200: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }) },
      },
    },
    async (_request, reply) => {
      const { keys } = await services.identity.tokens.publicKeys();
      return reply.header('cache-control', 'public, max-age=300').send({ keys: keys as Record<string, unknown>[] });
    },
  );
}
