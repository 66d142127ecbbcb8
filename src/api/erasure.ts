// Erasing a workspace, or oneself. Nothing brings either back.

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { erasePerson } from '../actions/erase-person.ts';
import { type Erased, eraseWorkspace } from '../actions/erase-workspace.ts';
import { provePerson } from '../actions/prove-person.ts';
import { SheafError } from '../errors.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, callerOf, personOf } from './authenticate.ts';
import { callerBehind, passwordSchema } from './token-representations.ts';

const tags = ['Erasure'];
const despiteRetention = z
  .boolean()
  .default(false)
  .describe('Also what the retention rules still keep: you have it elsewhere, or answer for it');

const password = passwordSchema.optional().describe('Yours; needed where there is one');

const erasedSchema = z.object({
  rows: z.number().int(),
  files: z.number().int(),
  leftOver: z
    .array(z.string())
    .describe(
      'What the rights of the database role did not allow: see docs/keeping.md for what then remains, and how long',
    ),
});

export function erasureRoutes(app: App, { services }: ApiContext): void {
  /** A session that somebody left open, or a key, is not enough for what nothing brings back. */
  const proveIt = async (request: FastifyRequest, given: string | undefined): Promise<void> => {
    if (callerOf(request).sessionId === null) throw new SheafError('auth.forbidden');
    await provePerson(services, callerBehind(request), { ...personOf(request), password: given });
  };
  app.post(
    '/workspace/erasure',
    {
      config: { access: 'workspace.erase' },
      schema: {
        tags,
        operationId: 'eraseWorkspace',
        summary: 'Erase the workspace with everything in it',
        body: z.strictObject({ confirm: z.uuid().describe('Id of the workspace'), password, despiteRetention }),
        response: { 200: erasedSchema, ...problems(400, 401, 403, 409, 422, 429) },
      },
    },
    async (request) => {
      const { password, ...erasure } = request.body;
      if (erasure.confirm !== actorOf(request).workspaceId) throw new SheafError('erasure.not-confirmed');
      await proveIt(request, password);
      return showErased(await eraseWorkspace(services, actorOf(request), erasure));
    },
  );

  app.post(
    '/account/erasure',
    {
      config: { access: 'account' },
      schema: {
        tags,
        operationId: 'eraseAccount',
        summary: 'Erase your account',
        description: 'Workspaces in which nobody else is go with it.',
        body: z.strictObject({
          confirm: z.uuid().describe('Your own id'),
          uploads: z
            .enum(['keep', 'erase'])
            .default('keep')
            .describe('What you uploaded into workspaces with other people'),
          password,
          despiteRetention,
        }),
        response: { 200: erasedSchema, ...problems(400, 401, 403, 409, 422, 429) },
      },
    },
    async (request) => {
      const { password, ...erasure } = request.body;
      const { userId } = callerOf(request);
      if (erasure.confirm !== userId) throw new SheafError('erasure.not-confirmed');
      await proveIt(request, password);
      return showErased(await erasePerson(services, { ...erasure, userId }));
    },
  );
}

function showErased({ rows, blobs, leftOver }: Erased): z.output<typeof erasedSchema> {
  return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), files: blobs, leftOver };
}
