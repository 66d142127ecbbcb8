// Erasing a workspace, or oneself. Nothing brings either back.

import { z } from 'zod';
import { erasePerson } from '../actions/erase-person.ts';
import { type Erased, eraseWorkspace } from '../actions/erase-workspace.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, callerOf } from './authenticate.ts';

const tags = ['Erasure'];
const despiteRetention = z
  .boolean()
  .default(false)
  .describe('Also what the retention rules still keep: you have it elsewhere, or answer for it');

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
  app.post(
    '/workspace/erasure',
    {
      config: { access: 'workspace.erase' },
      schema: {
        tags,
        operationId: 'eraseWorkspace',
        summary: 'Erase the workspace with everything in it',
        body: z.strictObject({ confirm: z.uuid().describe('Id of the workspace'), despiteRetention }),
        response: { 200: erasedSchema, ...problems(400, 401, 403, 409, 422) },
      },
    },
    async (request) => showErased(await eraseWorkspace(services, actorOf(request), request.body)),
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
          despiteRetention,
        }),
        response: { 200: erasedSchema, ...problems(400, 401, 403, 409, 422) },
      },
    },
    async (request) => showErased(await erasePerson(services, { ...request.body, userId: callerOf(request).userId })),
  );
}

function showErased({ rows, blobs, leftOver }: Erased): z.output<typeof erasedSchema> {
  return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), files: blobs, leftOver };
}
