// Every registered job with work for it, and what must be so when it has been done: once, however often it was begun.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { addLesson } from '../../src/actions/add-lesson.ts';
import type { Actor } from '../../src/actions/services.ts';
import { makeWebhookSecret } from '../../src/notify/webhook-signature.ts';
import { createLessonKinds } from '../../src/learn/lesson-kind.ts';
import { insertExport } from '../../src/store/account-exports.ts';
import { findBackup, insertBackup } from '../../src/store/backups.ts';
import type { BlobStore } from '../../src/store/blob-store.ts';
import { asOwner, type Db, inWorkspace } from '../../src/store/database.ts';
import { updateDocument } from '../../src/store/documents.ts';
import { insertEmail } from '../../src/store/emails.ts';
import { listLessonHistory } from '../../src/store/lesson-deltas.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertNotice } from '../../src/store/notices.ts';
import { insertMailTimes, insertNotifications } from '../../src/store/notifications.ts';
import type { JobPayload } from '../../src/store/queue-spec.ts';
import { insertSavedSearch, rememberHit } from '../../src/store/saved-searches.ts';
import type { SecretBox } from '../../src/store/sealed-secrets.ts';
import { ensureCollection } from '../../src/store/search/collections.ts';
import { putItem } from '../../src/store/search/items.ts';
import { markDeleted, withTrash } from '../../src/store/trash.ts';
import { findDelivery, insertDeliveries } from '../../src/store/webhook-deliveries.ts';
import { insertEndpoint } from '../../src/store/webhooks.ts';
import { keepDocument } from './kept-things.ts';
import type { LoopbackServer } from './loopback-server.ts';
import { lostAndFound } from './lost-and-found.ts';
import { toyLessonKinds } from './lesson-kinds.ts';
import { makeWorkspace } from './make-workspace.ts';
import { putRecord, storeKeys } from './matchable-records.ts';
import type { Mailbox } from './smtp-mailbox.ts';
import { resetMail } from './test-outbox.ts';

export interface JobWorld {
  db: Db;
  blobs: BlobStore;
  secrets: SecretBox;
  dataDir: string;
  mailbox: Mailbox;
  /** What the server may call: OUTGOING_ALLOW. */
  receiver: LoopbackServer;
  /** BACKUP_DIR of the server. */
  backups: string;
}

export interface Prepared {
  payload: JobPayload;
  /** What is there afterwards. `wasKilled`: a process died in the middle of it. */
  verify(options: { wasKilled: boolean }): Promise<void>;
}

export interface JobCase {
  /** A table that the job needs in the middle of its work: whoever locks it holds the job there. */
  heldBy: string | 'the mail server';
  prepare(world: JobWorld): Promise<Prepared>;
}

const none = { requestId: null };
const lessonKinds = createLessonKinds(toyLessonKinds);
const longAgo = new Date(Date.now() - 400 * 86_400_000);

export const jobCases: Readonly<Record<string, JobCase>> = {
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
          }));
          expect(rows).toMatchObject({
            records: [{ document_id: id, fields: { number: { value: 'K-1' } } }],
            run: { status: 'succeeded' },
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

  'expand-notice': {
    heldBy: 'notifications',
    async prepare({ db }) {
      const { workspaceId, userId } = await makeWorkspace(db);
      const noticeId = await keepNotice(db, workspaceId);
      return {
        payload: { workspaceId, noticeId, requestId: null } as JobPayload,
        async verify() {
          const rows = await inWorkspace(db, workspaceId, async (trx) => ({
            notice: await trx.selectFrom('notices').select('expanded_at').executeTakeFirstOrThrow(),
            people: await trx.selectFrom('notifications').select(['user_id', 'notice_id']).execute(),
            events: await trx.selectFrom('live_events').select('type').where('type', '=', 'notice').execute(),
          }));
          expect(rows).toEqual({
            notice: { expanded_at: expect.any(Date) },
            people: [{ user_id: userId, notice_id: noticeId }],
            events: [{ type: 'notice' }],
          });
        },
      };
    },
  },

  'mail-notices': {
    heldBy: 'notifications',
    prepare: (world) => prepareDueMail(world, ({ workspaceId, userId }) => ({ workspaceId, userId, requestId: null })),
  },

  'notice-round': { heldBy: 'notifications', prepare: (world) => prepareDueMail(world, () => none) },

  'deliver-webhook': {
    heldBy: 'webhook_endpoints',
    async prepare({ db, secrets, receiver }) {
      const { workspaceId, userId } = await makeWorkspace(db);
      const [endpointId, deliveryId, eventId] = [newId(), newId(), newId()];
      await inWorkspace(db, workspaceId, async (trx) => {
        await insertEndpoint(trx, {
          id: endpointId,
          workspaceId,
          url: `http://127.0.0.1:${receiver.port}/hook`,
          description: '',
          events: null,
          sealedSecret: secrets.seal(makeWebhookSecret()),
          createdBy: userId,
        });
        await insertDeliveries(trx, [
          { id: deliveryId, workspaceId, endpointId, eventId, kind: 'job.dead', body: '{}' },
        ]);
      });
      return {
        payload: { workspaceId, endpointId, deliveryId, round: 1, attempt: 1, requestId: null } as JobPayload,
        async verify({ wasKilled }) {
          const row = await inWorkspace(db, workspaceId, (trx) => findDelivery(trx, endpointId, deliveryId));
          expect(row).toMatchObject({ state: 'delivered', attempts: 1, status: 200 });
          const arrived = receiver.received.filter(({ headers }) => headers['webhook-id'] === eventId).length;
          // Between answer and note a receiver may hear of it twice, under one id.
          if (wasKilled) expect(arrived).toBeGreaterThan(0);
          else expect(arrived).toBe(1);
        },
      };
    },
  },

  'index-document': {
    heldBy: 'search_items',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id, recordIds } = await keepReadDocument(world, owner);
      return {
        payload: { workspaceId: owner.workspaceId, documentId: id, requestId: null } as JobPayload,
        async verify() {
          expect(await listIndexed(db, owner)).toEqual([id, ...recordIds].toSorted());
        },
      };
    },
  },

  'rebuild-index': {
    heldBy: 'search_items',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id, recordIds } = await keepReadDocument(world, owner);
      const payload = { workspaceId: owner.workspaceId, askedAt: new Date().toISOString(), requestId: null };
      return {
        payload: payload as JobPayload,
        async verify() {
          expect(await listIndexed(db, owner)).toEqual([id, ...recordIds].toSorted());
        },
      };
    },
  },

  'embed-passages': {
    heldBy: 'search_vectors',
    async prepare({ db }) {
      const { workspaceId } = await makeWorkspace(db);
      await inWorkspace(db, workspaceId, async (trx) => {
        const { id: collectionId } = await ensureCollection(trx, { workspaceId, kind: 'custom', name: 'c' });
        const passages = [{ text: 'the goods arrive on Monday', start: 0, end: 26 }];
        const item = {
          id: 'a',
          source: { type: 'item' as const, id: 'a' },
          title: 't',
          language: 'en',
          facets: {},
          passages,
        };
        await putItem(trx, { workspaceId, collectionId, item });
      });
      return {
        payload: { workspaceId, requestId: null } as JobPayload,
        async verify() {
          const vectors = await inWorkspace(db, workspaceId, (trx) =>
            trx.selectFrom('search_vectors').select('hash').execute(),
          );
          expect(vectors).toHaveLength(1);
        },
      };
    },
  },

  'search-round': {
    heldBy: 'search_items',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id } = await keepReadDocument(world, owner);
      return {
        payload: none,
        async verify() {
          // What it queued is done by the server that the test runs.
          await expect.poll(() => countOpen(db), { timeout: 60_000 }).toBe(0);
          expect(await listIndexed(db, owner)).toContain(id);
        },
      };
    },
  },

  'tell-saved-searches': {
    heldBy: 'saved_search_hits',
    async prepare({ db }) {
      const { workspaceId, userId } = await makeWorkspace(db);
      const id = newId();
      await inWorkspace(db, workspaceId, async (trx) => {
        await insertSavedSearch(trx, {
          id,
          workspaceId,
          madeBy: userId,
          name: 'n',
          text: 'goods',
          filters: {},
          collectionIds: null,
          alert: 'daily',
        });
        const hit = { savedSearchId: id, subject: 's', collectionId: newId(), itemId: 'a', way: 'words' as const };
        await rememberHit(trx, workspaceId, { ...hit, toldAt: null });
      });
      return {
        payload: none,
        async verify() {
          const hits = await inWorkspace(db, workspaceId, (trx) =>
            trx.selectFrom('saved_search_hits').select('told_at').execute(),
          );
          expect(hits).toEqual([{ told_at: expect.any(Date) }]);
        },
      };
    },
  },

  'match-record': {
    heldBy: 'matches',
    async prepare(world) {
      const { owner, lost } = await putPair(world);
      const payload = { workspaceId: owner.workspaceId, recordId: lost, requestId: null } as JobPayload;
      return { payload, verify: () => expectOneMatch(world.db, owner) };
    },
  },

  'rescore-matches': {
    heldBy: 'matches',
    async prepare(world) {
      const { owner } = await putPair(world);
      const payload = { workspaceId: owner.workspaceId, requestId: null } as JobPayload;
      return {
        payload,
        async verify() {
          await expectOneMatch(world.db, owner);
          const models = await inWorkspace(world.db, owner.workspaceId, (trx) =>
            trx.selectFrom('match_models').select(['spec', 'spec_version']).execute(),
          );
          expect(models).toEqual([{ spec: 'lost-and-found/same-thing', spec_version: '1' }]);
        },
      };
    },
  },

  'back-test-lesson': {
    heldBy: 'lessons',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { workspaceId, userId } = owner;
      await keepDocument(world, owner);
      const lesson = await inWorkspace(db, workspaceId, (trx) =>
        addLesson(
          trx,
          { lessonKinds },
          {
            workspaceId,
            scope: { kind: 'sender', id: 'acme' },
            kind: 'sender-hint',
            content: {
              text: 'number under Ref',
              effect: { field: 'number', label: 'Ref' },
              tags: [],
              context: {},
              expiresAt: null,
            },
            source: { kind: 'person', ids: [userId] },
            by: userId,
          },
        ),
      );
      return {
        payload: { workspaceId, lessonId: lesson.id, testId: newId(), requestId: null } as JobPayload,
        async verify() {
          const history = await inWorkspace(db, workspaceId, (trx) =>
            listLessonHistory(trx, { lessonId: lesson.id, limit: 10 }),
          );
          expect(history.map(({ delta }) => (delta as { op: string }).op)).toEqual(['back-test', 'add']);
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

async function keepNotice(db: Db, workspaceId: string): Promise<string> {
  const id = newId();
  const subject = { type: 'workspace', id: workspaceId };
  const notice = { id, workspaceId, kind: 'document.failed', key: id, userIds: null, subject, data: {}, score: null };
  await inWorkspace(db, workspaceId, (trx) => insertNotice(trx, notice));
  return id;
}

/** Two notices of one person whose mail is due. */
async function prepareDueMail({ db }: JobWorld, payloadOf: (owner: Actor) => object): Promise<Prepared> {
  const owner = await makeWorkspace(db);
  const { workspaceId, userId } = owner;
  const dueAt = new Date();
  for (let i = 0; i < 2; i++) {
    const noticeId = await keepNotice(db, workspaceId);
    await inWorkspace(db, workspaceId, async (trx) => {
      await insertNotifications(trx, { workspaceId, noticeId }, [{ userId, inApp: true, mailDueAt: dueAt }]);
      await insertMailTimes(trx, workspaceId, [{ userId, dueAt }]);
    });
  }
  return {
    payload: payloadOf(owner) as JobPayload,
    async verify() {
      // Sent by the server, so that nothing changes any more.
      const mails = () =>
        db
          .selectFrom('emails')
          .innerJoin('jobs', 'jobs.id', 'emails.id')
          .select(['emails.template', 'jobs.state'])
          .where('user_id', '=', userId)
          .execute();
      await expect.poll(mails, { timeout: 60_000 }).toEqual([{ template: 'notice-digest', state: 'done' }]);
      const left = await inWorkspace(db, workspaceId, async (trx) => ({
        times: await trx.selectFrom('notice_mail_times').select('due_at').execute(),
        unmailed: await trx.selectFrom('notifications').select('id').where('mailed_at', 'is', null).execute(),
      }));
      expect(left).toEqual({ times: [], unmailed: [] });
    },
  };
}

async function keepReadDocument(world: JobWorld, owner: Actor) {
  const kept = await keepDocument(world, owner);
  await inWorkspace(world.db, owner.workspaceId, (trx) => updateDocument(trx, kept.id, { state: 'extracted' }));
  return kept;
}

async function countOpen(db: Db): Promise<number> {
  const rows = await db.selectFrom('jobs').select('id').where('finished_at', 'is', null).execute();
  return rows.length;
}

async function listIndexed(db: Db, { workspaceId }: Actor): Promise<string[]> {
  const rows = await inWorkspace(db, workspaceId, (trx) => trx.selectFrom('search_items').select('id').execute());
  return rows.map((row) => row.id).toSorted();
}

/** As if somebody had deleted it more than TRASH_DAYS ago. */
async function moveToTrash(db: Db, { workspaceId, userId }: Actor, id: string): Promise<void> {
  await inWorkspace(db, workspaceId, (trx) =>
    withTrash(trx, () => markDeleted(trx, { kind: 'document', id }, { by: userId, reason: null, at: longAgo })),
  );
}

/** Something lost and something found; the second has been stored for matching, and nothing has been matched. */
async function putPair(world: JobWorld): Promise<{ owner: Actor; lost: string }> {
  const owner = await makeWorkspace(world.db);
  const values = { category: 'wallet', colour: 'brown', latitude: 48.1, longitude: 11.5, date: '2026-03-01' };
  const thing = { values: { ...values, description: 'leather wallet' }, lines: [] };
  const lost = await putRecord(world, owner, { type: 'lost_item', ...thing });
  const found = await putRecord(world, owner, { type: 'found_item', ...thing });
  await storeKeys({ db: world.db, matching: lostAndFound }, owner, [found]);
  return { owner, lost };
}

async function expectOneMatch(db: Db, { workspaceId }: Actor): Promise<void> {
  const rows = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('matches').select(['spec', 'state']).execute(),
  );
  expect(rows).toEqual([{ spec: 'lost-and-found/same-thing', state: 'proposed' }]);
}
