// Ways in that have to be asked. The servers of these tests watch the folder `intake` beside their back-ups.

import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { inWorkspace } from '../../src/store/database.ts';
import { insertIntakeSource } from '../../src/store/intake-sources.ts';
import { newId } from '../../src/store/new-id.ts';
import { type JobCase, type JobWorld, none } from './job-case.ts';
import { makeWorkspace } from './make-workspace.ts';

async function makeFolder({ db, backups }: JobWorld) {
  const { workspaceId, userId } = await makeWorkspace(db);
  const sourceId = newId();
  await inWorkspace(db, workspaceId, (trx) =>
    insertIntakeSource(trx, {
      id: sourceId,
      workspaceId,
      kind: 'folder',
      name: 'Scans',
      tokenHash: null,
      imap: null,
      sealedSecret: null,
      senders: [],
      typeHint: null,
      createdBy: userId,
    }),
  );
  const folder = path.join(backups, 'intake', workspaceId);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'a.txt'), 'number: W-1');
  const longAgo = Date.now() / 1000 - 3600;
  utimesSync(path.join(folder, 'a.txt'), longAgo, longAgo);
  return {
    workspaceId,
    sourceId,
    /** Once, and out of the way. */
    async ensureTaken() {
      for (let tries = 0; tries < 100 && !existsSync(path.join(folder, 'done', 'a.txt')); tries++) await sleep(100);
      expect(readdirSync(path.join(folder, 'done'))).toEqual(['a.txt']);
      const rows = await inWorkspace(db, workspaceId, async (trx) => ({
        arrivals: await trx.selectFrom('intake_arrivals').select(['outcome', 'name']).execute(),
        documents: await trx.selectFrom('documents').select('name').execute(),
      }));
      expect(rows).toEqual({ arrivals: [{ outcome: 'taken', name: 'a.txt' }], documents: [{ name: 'a.txt' }] });
    },
  };
}

export const intakeJobCases: Readonly<Record<string, JobCase>> = {
  'poll-intake': {
    heldBy: 'intake_arrivals',
    async prepare(world) {
      const { workspaceId, sourceId, ensureTaken } = await makeFolder(world);
      return { payload: { workspaceId, sourceId, requestId: null } as never, verify: ensureTaken };
    },
  },

  'intake-round': {
    heldBy: 'intake_sources',
    async prepare(world) {
      const { ensureTaken } = await makeFolder(world);
      return { payload: none, verify: ensureTaken };
    },
  },
};
