// Cases of the jobs of cases.

import { expect } from 'vitest';
import { setReminder } from '../../src/actions/case-reminders.ts';
import { openCase } from '../../src/actions/open-case.ts';
import type { Actor } from '../../src/actions/services.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { type JobCase, none } from './job-case.ts';
import { makeWorkspace } from './make-workspace.ts';
import { toyCaseKinds } from './toy-cases.ts';

export const caseJobCases: Readonly<Record<string, JobCase>> = {
  'case-reminder-round': {
    heldBy: 'notices',
    async prepare({ db }) {
      const owner: Actor = { ...(await makeWorkspace(db)), role: 'owner' };
      const deps = { db, caseKinds: toyCaseKinds, raiseNotice: async () => {} };
      const { view } = await openCase(deps, owner, { type: 'toy/request', title: 'Ask' });
      await setReminder(deps, owner, { id: view.row.id, at: '2026-01-02', text: 'Call' });
      await setReminder(deps, owner, { id: view.row.id, at: '2099-01-02', text: 'Later' });
      return {
        payload: none,
        async verify() {
          const rows = await inWorkspace(db, owner.workspaceId, async (trx) => ({
            reminders: await trx.selectFrom('case_reminders').select(['text', 'told_at']).orderBy('due_at').execute(),
            notices: await trx.selectFrom('notices').select(['kind', 'user_ids', 'data']).execute(),
          }));
          expect(rows).toEqual({
            reminders: [
              { text: 'Call', told_at: expect.any(Date) },
              { text: 'Later', told_at: null },
            ],
            notices: [
              {
                kind: 'case.reminder',
                user_ids: [owner.userId],
                data: { name: 'Ask', text: 'Call', userId: owner.userId },
              },
            ],
          });
        },
      };
    },
  },
};
