// /auth/passkeys: WebAuthn, with the state of a ceremony in the body instead of a cookie.

import { z } from 'zod';
import {
  beginPasskey,
  beginPasskeySignIn,
  finishPasskey,
  finishPasskeySignIn,
  listOwnPasskeys,
  removeOwnPasskey,
  renameOwnPasskey,
} from '../actions/passkeys.ts';
import type { PasskeyRow } from '../store/passkeys.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { personOf } from './authenticate.ts';
import { callerBehind, inCookiesSchema, passwordSchema, showTokens, tokenSchema } from './token-representations.ts';

const tags = ['Account'];
const config = { access: 'account' } as const;

const passkeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    backedUp: z.boolean().describe('Kept by a provider that brings it to other devices'),
    createdAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Passkey' });

const ceremonySchema = z.object({
  options: z.record(z.string(), z.unknown()).describe('For navigator.credentials, as JSON'),
  challenge: z.string().describe('Goes with the answer, within five minutes'),
});
const credentialSchema = z
  .looseObject({ id: z.string().max(2000) })
  .describe('PublicKeyCredential.toJSON() of the browser');
const challenge = z.string().min(1).max(1000);
const name = z.string().trim().min(1).max(100);
const params = z.object({ id: z.uuid() });

export function passkeyRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/auth/passkeys/options',
    {
      config,
      schema: {
        tags,
        operationId: 'beginPasskey',
        summary: 'Begin to make a passkey',
        body: z.object({ password: passwordSchema.optional() }).nullish(),
        response: { 200: ceremonySchema, ...problems(400, 401, 403, 415, 429) },
      },
    },
    async (request) =>
      beginPasskey(services, callerBehind(request), { ...personOf(request), password: request.body?.password }),
  );

  app.post(
    '/auth/passkeys',
    {
      config,
      schema: {
        tags,
        operationId: 'finishPasskey',
        summary: 'Keep the passkey that the browser made',
        body: z.object({ challenge, credential: credentialSchema, name: name.default('Passkey') }),
        response: { 201: passkeySchema, ...problems(400, 401, 415) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(showPasskey(await finishPasskey(services, personOf(request), request.body))),
  );

  app.get(
    '/auth/passkeys',
    {
      config,
      schema: {
        tags,
        operationId: 'listPasskeys',
        summary: 'Your passkeys, oldest first',
        response: { 200: z.object({ items: z.array(passkeySchema) }), ...problems(401) },
      },
    },
    async (request) => ({ items: (await listOwnPasskeys(services, personOf(request).userId)).map(showPasskey) }),
  );

  app.patch(
    '/auth/passkeys/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'renamePasskey',
        summary: 'Give a passkey another name',
        params,
        body: z.object({ name }),
        response: { 200: passkeySchema, ...problems(400, 401, 404, 415) },
      },
    },
    async (request) => {
      const passkey = { id: request.params.id, userId: personOf(request).userId };
      return showPasskey(await renameOwnPasskey(services, passkey, request.body.name));
    },
  );

  app.delete(
    '/auth/passkeys/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'removePasskey',
        summary: 'Remove a passkey',
        params,
        response: { 204: z.undefined().describe('Removed'), ...problems(401, 404, 409) },
      },
    },
    async (request, reply) => {
      await removeOwnPasskey(services, personOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    '/auth/login/passkey/options',
    {
      config: { access: 'public' },
      schema: {
        tags: ['Sign-in'],
        operationId: 'beginPasskeySignIn',
        summary: 'Begin to sign in with a passkey',
        response: { 200: ceremonySchema, ...problems(429) },
      },
    },
    async () => beginPasskeySignIn(services),
  );

  app.post(
    '/auth/login/passkey',
    {
      config: { access: 'public' },
      schema: {
        tags: ['Sign-in'],
        operationId: 'finishPasskeySignIn',
        summary: 'Sign in with what the passkey signed',
        body: z.object({ challenge, credential: credentialSchema, cookies: inCookiesSchema }),
        response: { 200: tokenSchema, ...problems(400, 401, 415, 429) },
      },
    },
    async (request, reply) => {
      const tokens = await finishPasskeySignIn(services, callerBehind(request), request.body);
      return showTokens(reply, tokens, request.body.cookies);
    },
  );
}

function showPasskey({ id, name, backedUp, createdAt }: PasskeyRow): z.output<typeof passkeySchema> {
  return { id, name: name ?? 'Passkey', backedUp, createdAt: createdAt?.toISOString() ?? null };
}
