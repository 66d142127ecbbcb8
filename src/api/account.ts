// /me: the account of whoever is signed in.

import { z } from 'zod';
import { viewAccount } from '../actions/account-view.ts';
import { confirmEmailChange, requestEmailChange } from '../actions/change-email.ts';
import { changePassword, setFirstPassword } from '../actions/change-password.ts';
import { setCredentials } from '../actions/set-credentials.ts';
import { updateProfile } from '../actions/update-profile.ts';
import { accountSchema, showAccount } from './account-representations.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { personOf } from './authenticate.ts';
import { callerBehind, emailSchema, passwordSchema } from './token-representations.ts';

const tags = ['Account'];
const config = { access: 'account' } as const;

export function accountRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/me',
    {
      config,
      schema: {
        tags,
        operationId: 'getAccount',
        summary: 'Your account and the workspaces that you belong to',
        response: { 200: accountSchema, ...problems(401) },
      },
    },
    async (request) => showAccount(await viewAccount(services, personOf(request).userId)),
  );

  app.patch(
    '/me',
    {
      config,
      schema: {
        tags,
        operationId: 'updateAccount',
        summary: 'Change name, language, time zone or the workspace that you work in',
        description: 'What is absent stays as it is.',
        body: z.object({
          name: z.string().trim().min(1).max(200).optional(),
          locale: z.string().max(35).optional().describe('BCP 47: de, en-GB'),
          timeZone: z.string().max(64).optional().describe('IANA name: Europe/Berlin'),
          workspaceId: z.uuid().optional(),
        }),
        response: { 200: accountSchema, ...problems(400, 401, 404, 415) },
      },
    },
    async (request) => showAccount(await updateProfile(services, personOf(request).userId, request.body)),
  );

  app.post(
    '/me/email',
    {
      config,
      schema: {
        tags,
        operationId: 'requestEmailChange',
        summary: 'Use another e-mail address, which a link proves',
        description: 'The answer is the same whether the address is free or not.',
        body: z.object({ email: emailSchema, password: passwordSchema.optional() }),
        response: { 202: z.object({ status: z.literal('accepted') }), ...problems(400, 401, 403, 415, 429) },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      await requestEmailChange(services, callerBehind(request), { ...personOf(request), email, password });
      return reply.code(202).send({ status: 'accepted' as const });
    },
  );

  app.post(
    '/auth/email/confirm',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'confirmEmailChange',
        summary: 'Prove the new e-mail address with the token of the mailed link',
        body: z.object({ token: z.string().min(1).max(200) }),
        response: { 204: z.undefined().describe('Changed'), ...problems(400, 415) },
      },
    },
    async (request, reply) => {
      await confirmEmailChange(services, callerBehind(request), request.body.token);
      return reply.code(204).send();
    },
  );

  app.put(
    '/me/password',
    {
      config,
      schema: {
        tags,
        operationId: 'changePassword',
        summary: 'Change the password; all other sessions end',
        body: z.object({ currentPassword: passwordSchema, newPassword: passwordSchema }),
        response: { 204: z.undefined().describe('Changed'), ...problems(400, 401, 403, 415, 422, 429) },
      },
    },
    async (request, reply) => {
      await changePassword(services, callerBehind(request), { ...personOf(request), ...request.body });
      return reply.code(204).send();
    },
  );

  app.post(
    '/me/password',
    {
      config,
      schema: {
        tags,
        operationId: 'setFirstPassword',
        summary: 'Set a password for an account that has none; all other sessions end',
        body: z.object({ newPassword: passwordSchema }),
        response: { 204: z.undefined().describe('Set'), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      await setFirstPassword(services, callerBehind(request), { ...personOf(request), ...request.body });
      return reply.code(204).send();
    },
  );

  app.post(
    '/me/credentials',
    {
      config,
      schema: {
        tags,
        operationId: 'setCredentials',
        summary: 'Set address and password of an account that has no way to sign in yet',
        description:
          'For the owner of a first start. Sessions stay. A link proves the address; a server that sends no mail takes it as given.',
        body: z.object({ email: emailSchema, password: passwordSchema }),
        response: { 200: accountSchema, ...problems(400, 401, 409, 415, 422) },
      },
    },
    async (request) => showAccount(await setCredentials(services, personOf(request), request.body)),
  );
}
