// /system/signing-keys: the keys of the access tokens.

import { z } from 'zod';
import { rotateSigningKeys } from '../actions/rotate-signing-keys.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { somebodyOf } from './authenticate.ts';

export function signingKeyRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/system/signing-keys/rotate',
    {
      config: { access: 'system' },
      schema: {
        tags: ['System'],
        operationId: 'rotateSigningKeys',
        summary: 'Sign access tokens with a new key from now on',
        description:
          'Nobody is signed out. Tokens of the old keys count until they expire; with compromised, they are refused at once and clients get new ones by their refresh tokens.',
        body: z.object({ compromised: z.boolean().default(false) }).nullish(),
        response: {
          200: z.object({ retired: z.number().int().describe('Keys that sign no more') }),
          ...problems(401, 403, 415),
        },
      },
    },
    async (request) => {
      const compromised = request.body?.compromised ?? false;
      return { retired: await rotateSigningKeys(services, somebodyOf(request), { compromised }) };
    },
  );
}
