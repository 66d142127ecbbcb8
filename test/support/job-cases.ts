// Every registered job with work for it, and what must be so when it has been done: once, however often it was begun.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import type { Actor } from '../../src/actions/services.ts';
import { insertExport } from '../../src/store/account-exports.ts';
import { findBackup, insertBackup } from '../../src/store/backups.ts';
import { asOwner, type Db, inWorkspace } from '../../src/store/database.ts';
import { insertEmail } from '../../src/store/emails.ts';
import { newId } from '../../src/store/new-id.ts';
import type { JobPayload } from '../../src/store/queue-spec.ts';
import { markDeleted, withTrash } from '../../src/store/trash.ts';
import { caseJobCases } from './case-job-cases.ts';
import { findingJobCases } from './finding-job-cases.ts';
import { intakeJobCases } from './intake-job-cases.ts';
import { type JobCase, none } from './job-case.ts';
import { keepDocument } from './kept-things.ts';
import { makeWorkspace } from './make-workspace.ts';
import { matchJobCases } from './match-job-cases.ts';
import { noticeJobCases } from './notice-job-cases.ts';
import { resetMail } from './test-outbox.ts';

const longAgo = new Date(Date.now() - 400 * 86_400_000);

export const jobCases: Readonly<Record<string, JobCase>> = {
  ...noticeJobCases,
  ...findingJobCases,
  ...intakeJobCases,
  ...caseJobCases,
  ...matchJobCases,

  'read-document': {
    heldBy: 'records',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id, runId } = await keepDocument(world, owner, { content: 'number: K-1', records: [] });
      const payload = { workspaceId: owner.workspaceId, documentId: id, runId, requestId: null };
      return {
        payload,
        async verify() {
          const rows = await inWorkspace(db, owner.workspaceId, async (trx) => ({
            records: await trx.selectFrom('records').select(['document_id', 'fields']).execute(),
            run: await trx.selectFrom('runs').select('status').executeTakeFirst(),
            reviews: await trx.selectFrom('reviews').select(['document_id', 'state']).execute(),
          }));
          expect(rows).toMatchObject({
            records: [{ document_id: id, fields: { number: { value: 'K-1' } } }],
            run: { status: 'succeeded' },
            reviews: [{ document_id: id, state: 'pending' }],
          });
        },
      };
    },
  },

  'send-email': {
    heldBy: 'the mail server',
    async prepare({ db, secrets, mailbox }) {
      const id = newId();
      const mail = resetMail({ to: `${id}@mail.example` });
      await db.transaction().execute((trx) =>
        asOwner(trx, () =>
          insertEmail(trx, {
            id,
            workspaceId: null,
            userId: null,
            template: mail.template,
            recipient: mail.to,
            locale: 'en',
            sealedData: secrets.seal(JSON.stringify(mail.data)),
            dedupeKey: null,
            messageId: `<${id}@example.org>`,
            sendBefore: null,
            createdAt: new Date(),
          }),
        ),
      );
      return {
        payload: { emailId: id, requestId: null } as JobPayload,
        async verify({ wasKilled }) {
          const { state } = await db
            .selectFrom('emails')
            .select('state')
            .where('id', '=', id)
            .executeTakeFirstOrThrow();
          const arrived = mailbox.mails.filter((one) => one.to.includes(mail.to)).length;
          // The server may have taken it: it is not sent again, and nobody is told that it was.
          if (wasKilled) expect([state, arrived <= 1]).toEqual(['unknown', true]);
          else expect([state, arrived]).toEqual(['sent', 1]);
        },
      };
    },
  },

  'export-account': {
    heldBy: 'corrections',
    async prepare(world) {
      const { db, dataDir } = world;
      const owner = await makeWorkspace(db);
      const { workspaceId, userId } = owner;
      await keepDocument(world, owner);
      const id = newId();
      await inWorkspace(db, workspaceId, (trx) =>
        insertExport(trx, { id, workspaceId, scope: 'workspace', requestedBy: userId }),
      );
      return {
        payload: { workspaceId, exportId: id, userId, scope: 'workspace', requestId: null } as JobPayload,
        async verify() {
          const row = await inWorkspace(db, workspaceId, (trx) =>
            trx.selectFrom('account_exports').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
          );
          expect(row.state).toBe('ready');
          const folder = path.join(dataDir, 'exports');
          expect(readdirSync(folder)).toContain(`${id}.zip`);
          const archive = readFileSync(path.join(folder, `${id}.zip`));
          expect(row).toMatchObject({
            size: archive.length,
            sha256: createHash('sha256').update(archive).digest('hex'),
          });
        },
      };
    },
  },

  'keeping-round': {
    heldBy: 'account_exports',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id } = await keepDocument(world, owner);
      await moveToTrash(db, owner, id);
      return {
        payload: none,
        async verify() {
          const left = await inWorkspace(db, owner.workspaceId, (trx) =>
            withTrash(trx, async () => ({
              documents: await trx.selectFrom('documents').select('id').execute(),
              purged: await trx
                .selectFrom('audit_events')
                .select('target_id')
                .where('action', '=', 'document.purged')
                .execute(),
            })),
          );
          expect(left).toEqual({ documents: [], purged: [{ target_id: id }] });
        },
      };
    },
  },

  'remove-orphan-blobs': {
    heldBy: 'files',
    async prepare(world) {
      const { db, blobs, dataDir } = world;
      const owner = await makeWorkspace(db);
      const named = await keepDocument(world, owner);
      const orphan = await blobs.stage(Readable.from([Buffer.from(newId())]), 1e6);
      await orphan.keep();
      for (const sha256 of [named.sha256, orphan.sha256]) {
        utimesSync(path.join(dataDir, 'blobs', sha256.slice(0, 2), sha256), longAgo, longAgo);
      }
      return {
        payload: none,
        async verify() {
          await expect(blobs.withFile(named.sha256, async (file) => file)).resolves.toContain(named.sha256);
          await expect(blobs.withFile(orphan.sha256, async (file) => file)).rejects.toThrow();
        },
      };
    },
  },

  'make-backup': {
    heldBy: 'records',
    async prepare({ db, backups }) {
      const made = await db
        .transaction()
        .execute((trx) => insertBackup(trx, { trigger: 'person', requestedBy: null, scheduledFor: null }));
      return {
        payload: { backupId: made!.id, requestId: null } as JobPayload,
        async verify() {
          const row = (await findBackup(db, made!.id))!;
          expect(row).toMatchObject({ state: 'done', error: null });
          const archive = readFileSync(path.join(backups, row.file!));
          expect(createHash('sha256').update(archive).digest('hex')).toBe(row.sha256);
        },
      };
    },
  },

  'ask-for-backup': {
    heldBy: 'backups',
    async prepare({ db }) {
      return {
        payload: none,
        async verify() {
          const rows = await db.selectFrom('backups').select('id').where('trigger', '=', 'schedule').execute();
          expect(rows).toHaveLength(1);
        },
      };
    },
  },

  'tidy-jobs': {
    heldBy: 'idempotency_keys',
    async prepare({ db }) {
      const { workspaceId } = await makeWorkspace(db);
      const row = { queue: 'tidy-jobs', workspace_id: workspaceId, requested_by: null, request_id: null };
      const [old, fresh] = [newId(), newId()];
      await db
        .insertInto('jobs')
        .values([
          { ...row, id: old, state: 'done', created_at: longAgo, finished_at: longAgo },
          { ...row, id: fresh, state: 'done', finished_at: new Date() },
        ])
        .execute();
      await inWorkspace(db, workspaceId, (trx) =>
        trx
          .insertInto('idempotency_keys')
          .values({ workspace_id: workspaceId, key: newId(), fingerprint: 'f', response: '{}', created_at: longAgo })
          .execute(),
      );
      return {
        payload: none,
        async verify() {
          const jobs = await db.selectFrom('jobs').select('id').where('workspace_id', '=', workspaceId).execute();
          expect(jobs).toEqual([{ id: fresh }]);
          const keys = await inWorkspace(db, workspaceId, (trx) =>
            trx.selectFrom('idempotency_keys').select('key').execute(),
          );
          expect(keys).toEqual([]);
        },
      };
    },
  },
};

/** As if somebody had deleted it more than TRASH_DAYS ago. */
async function moveToTrash(db: Db, { workspaceId, userId }: Actor, id: string): Promise<void> {
  await inWorkspace(db, workspaceId, (trx) =>
    withTrash(trx, () => markDeleted(trx, { kind: 'document', id }, { by: userId, reason: null, at: longAgo })),
  );
}
