// Cases of the jobs that tell people and other programs.

import { expect } from 'vitest';
import type { Actor } from '../../src/actions/services.ts';
import { makeWebhookSecret } from '../../src/notify/webhook-signature.ts';
import { type Db, inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertNotice } from '../../src/store/notices.ts';
import { insertMailTimes, insertNotifications } from '../../src/store/notifications.ts';
import type { JobPayload } from '../../src/store/queue-spec.ts';
import { findDelivery, insertDeliveries } from '../../src/store/webhook-deliveries.ts';
import { insertEndpoint } from '../../src/store/webhooks.ts';
import { type JobCase, type JobWorld, none, type Prepared } from './job-case.ts';
import { makeWorkspace } from './make-workspace.ts';

export const noticeJobCases: Readonly<Record<string, JobCase>> = {
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
