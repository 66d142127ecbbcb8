// /auth/second-factor: codes of an app, and recovery codes.

import { z } from 'zod';
import {
  confirmSecondFactor,
  disableSecondFactor,
  makeRecoveryCodes,
  startSecondFactor,
} from '../actions/second-factor.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { personOf } from './authenticate.ts';
import { callerBehind, passwordSchema } from './token-representations.ts';

const tags = ['Account'];
const config = { access: 'account' } as const;
const recoveryCodes = z.array(z.string()).describe('Shown this once; each counts once instead of a code');
/** Accounts without a password need a session of the last 15 minutes instead. */
const proof = z.object({ password: passwordSchema.optional() }).nullish();

export function secondFactorRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/auth/second-factor',
    {
      config: { ...config, secret: true },
      schema: {
        tags,
        operationId: 'startSecondFactor',
        summary: 'Begin to set up a second factor',
        description: 'Signing in asks for it only when a first code has confirmed that the app shows the right ones.',
        body: proof,
        response: {
          200: z.object({
            uri: z.string().describe('otpauth:// for the app'),
            secret: z.string().describe('The same for typing, Base32'),
            qrCode: z.string().describe('The same for the camera: an SVG document, dark on white, with its quiet zone'),
            recoveryCodes,
          }),
          ...problems(400, 401, 403, 409, 415, 429),
        },
      },
    },
    async (request, reply) => {
      const person = { ...personOf(request), password: request.body?.password };
      reply.header('cache-control', 'no-store');
      return startSecondFactor(services, callerBehind(request), person);
    },
  );

  app.post(
    '/auth/second-factor/confirm',
    {
      config,
      schema: {
        tags,
        operationId: 'confirmSecondFactor',
        summary: 'Turn the second factor on with its first code',
        body: z.object({ code: z.string().max(20) }),
        response: { 204: z.undefined().describe('On'), ...problems(400, 401, 409, 415) },
      },
    },
    async (request, reply) => {
      await confirmSecondFactor(services, personOf(request), request.body.code);
      return reply.code(204).send();
    },
  );

  app.post(
    '/auth/second-factor/disable',
    {
      config,
      schema: {
        tags,
        operationId: 'disableSecondFactor',
        summary: 'Turn the second factor off',
        body: proof,
        response: { 204: z.undefined().describe('Off'), ...problems(400, 401, 403, 409, 415, 429) },
      },
    },
    async (request, reply) => {
      const person = { ...personOf(request), password: request.body?.password };
      await disableSecondFactor(services, callerBehind(request), person);
      return reply.code(204).send();
    },
  );

  app.post(
    '/auth/second-factor/recovery-codes',
    {
      config: { ...config, secret: true },
      schema: {
        tags,
        operationId: 'makeRecoveryCodes',
        summary: 'Make new recovery codes; those before count no more',
        body: proof,
        response: { 200: z.object({ recoveryCodes }), ...problems(400, 401, 403, 409, 415, 429) },
      },
    },
    async (request, reply) => {
      const person = { ...personOf(request), password: request.body?.password };
      reply.header('cache-control', 'no-store');
      return { recoveryCodes: await makeRecoveryCodes(services, callerBehind(request), person) };
    },
  );
}
