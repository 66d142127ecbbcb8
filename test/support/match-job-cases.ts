// Cases of the jobs of matches that people are told of.

import { expect } from 'vitest';
import { matchRecord } from '../../src/actions/match-record.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { type JobCase, none } from './job-case.ts';
import { withWishes } from './lost-and-found.ts';
import { makeWorkspace } from './make-workspace.ts';
import { putRecord } from './matchable-records.ts';

export const matchJobCases: Readonly<Record<string, JobCase>> = {
  'match-check-round': {
    heldBy: 'match_tellings',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { workspaceId, userId } = owner;
      const values = { category: 'bicycle', colour: 'red' };
      const ids = [
        await putRecord(world, owner, { type: 'wanted_item', values, lines: [] }),
        await putRecord(world, owner, {
          type: 'offered_item',
          values: { ...values, description: 'A bicycle' },
          lines: [],
        }),
        await putRecord(world, owner, { type: 'offered_item', values: { ...values, description: 'sold' }, lines: [] }),
      ];
      const deps = { db, matching: withWishes, raiseNotice: async () => {}, types: [] };
      for (const recordId of ids) await matchRecord(deps as never, { workspaceId, recordId });
      const checked_at = new Date(Date.now() - 2 * 86_400_000);
      await inWorkspace(db, workspaceId, (trx) =>
        trx.insertInto('match_checks').values({ workspace_id: workspaceId, user_id: userId, checked_at }).execute(),
      );
      return {
        payload: none,
        async verify() {
          const rows = await inWorkspace(db, workspaceId, async (trx) => ({
            tellings: await trx.selectFrom('match_tellings').select('user_id').execute(),
            notices: await trx.selectFrom('notices').select(['kind', 'user_ids', 'data']).execute(),
            check: await trx.selectFrom('match_checks').select('checked_at').executeTakeFirstOrThrow(),
          }));
          expect(rows.check.checked_at.getTime()).toBeGreaterThan(checked_at.getTime());
          expect(rows).toMatchObject({
            tellings: [{ user_id: userId }],
            notices: [
              {
                kind: 'match.suggested',
                user_ids: [userId],
                data: { name: 'A bicycle', reason: 'Colour: both “red”', userId },
              },
            ],
          });
        },
      };
    },
  },
};
