// /permissions: which role may do what, so that the console shows what the server enforces.

import { z } from 'zod';
import { permissionNames, permissions, roleTitles } from '../identity/permissions.ts';
import { roles } from '../store/roles.ts';
import type { App } from './api-context.ts';
import { problems } from './api-context.ts';

export function permissionRoutes(app: App): void {
  app.get(
    '/permissions',
    {
      config: { access: 'account' },
      schema: {
        tags: ['Workspaces'],
        operationId: 'listPermissions',
        summary: 'Roles, and what each may do in a workspace',
        response: {
          200: z.object({
            roles: z.array(z.object({ id: z.enum(roles), title: z.string() })),
            permissions: z.array(z.object({ id: z.string(), title: z.string(), roles: z.array(z.enum(roles)) })),
          }),
          ...problems(401),
        },
      },
    },
    async () => ({
      roles: roles.map((id) => ({ id, title: roleTitles[id] })),
      permissions: permissionNames.map((id) => ({
        id,
        title: permissions[id].title,
        roles: [...permissions[id].roles],
      })),
    }),
  );
}
