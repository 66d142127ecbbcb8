// What the API shows of an account.

import { z } from 'zod';
import type { AccountView } from '../actions/account-view.ts';
import { roles } from '../store/roles.ts';

export const accountSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    emailVerified: z.boolean(),
    name: z.string(),
    locale: z.string(),
    timeZone: z.string().describe('IANA name'),
    secondFactor: z.boolean(),
    hasPassword: z.boolean(),
    systemAdministrator: z.boolean(),
    workspaceId: z
      .uuid()
      .nullable()
      .describe('The workspace that a request means when it names none; null = the oldest'),
    workspaces: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.enum(roles), createdAt: z.iso.datetime() })),
  })
  .meta({ id: 'Account' });

export function showAccount(account: AccountView): z.output<typeof accountSchema> {
  return {
    ...account,
    workspaces: account.workspaces.map((workspace) => ({ ...workspace, createdAt: workspace.createdAt.toISOString() })),
  };
}
