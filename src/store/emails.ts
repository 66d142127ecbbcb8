// The outbox's rows. Each change of state is one guarded statement, so that two workers cannot both send a mail.

import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import type { MailState } from './schema-mail.ts';

/** Rows of mails that are over are kept this long: for the operator, and so that a dedupe key keeps its meaning. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
const overStates = ['sent', 'failed', 'unknown', 'undeliverable'] as const satisfies MailState[];

export interface NewEmail {
  id: string;
  workspaceId: string | null;
  userId: string | null;
  template: string;
  recipient: string;
  locale: string;
  sealedData: string;
  dedupeKey: string | null;
  messageId: string;
  sendBefore: Date | null;
  createdAt: Date;
}

export interface EmailToSend {
  id: string;
  template: string;
  recipient: string;
  locale: string;
  sealedData: string;
  messageId: string;
  sendBefore: Date | null;
  createdAt: Date;
  /** 1 for the first try. */
  attempt: number;
}

/** Adds a row; false when there is one with this dedupe key, also in a transaction that commits first. */
export async function insertEmail(trx: Trx, email: NewEmail): Promise<boolean> {
  const old = new Date(email.createdAt.getTime() - KEPT_MS);
  await trx.deleteFrom('emails').where('created_at', '<', old).where('state', 'in', overStates).execute();
  const inserted = await trx
    .insertInto('emails')
    .values({
      id: email.id,
      workspace_id: email.workspaceId,
      user_id: email.userId,
      template: email.template,
      recipient: email.recipient,
      locale: email.locale,
      sealed_data: email.sealedData,
      dedupe_key: email.dedupeKey,
      message_id: email.messageId,
      send_before: email.sendBefore,
      created_at: email.createdAt,
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findEmailByDedupeKey(trx: Trx, dedupeKey: string): Promise<string | undefined> {
  const row = await trx.selectFrom('emails').select('id').where('dedupe_key', '=', dedupeKey).executeTakeFirst();
  return row?.id;
}

/** queued → sending, committed before anything goes over the wire. Otherwise the state that stood in the way. */
export async function claimEmail(db: Db, id: string): Promise<EmailToSend | MailState | undefined> {
  const row = await db
    .updateTable('emails')
    .set({ state: 'sending', attempts: sql`attempts + 1`, error: null })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
  if (!row) {
    const found = await db.selectFrom('emails').select('state').where('id', '=', id).executeTakeFirst();
    return found?.state;
  }
  return {
    id,
    template: row.template,
    recipient: row.recipient,
    locale: row.locale,
    sealedData: row.sealed_data ?? '',
    messageId: row.message_id,
    sendBefore: row.send_before,
    createdAt: row.created_at,
    attempt: row.attempts,
  };
}

/** sending → queued, after a try that certainly sent nothing. */
export async function requeueEmail(db: Db, id: string, error: string): Promise<void> {
  await db
    .updateTable('emails')
    .set({ state: 'queued', error })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
}

/**
 * The end of a mail; its data is wiped. A worker that was taken for dead and comes back with the server's answer knows
 * more than whoever wrote `unknown` meanwhile, so `sent` and `failed` overwrite that.
 */
export async function endEmail(
  db: Db,
  id: string,
  end: { state: (typeof overStates)[number]; error: string | null; sentAt?: Date },
): Promise<boolean> {
  const from: MailState[] =
    end.state === 'sent' || end.state === 'failed' ? ['queued', 'sending', 'unknown'] : ['queued', 'sending'];
  const row = await db
    .updateTable('emails')
    .set({ state: end.state, error: end.error, sent_at: end.sentAt ?? null, sealed_data: null })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a mail whose tries are used up: one that waits has failed, one under way may have arrived. Undefined when it was over. */
export async function giveUpEmail(db: Db, id: string): Promise<MailState | undefined> {
  const row = await db
    .updateTable('emails')
    .set({
      state: sql<MailState>`case when state = 'sending' then 'unknown' else 'failed' end`,
      error: sql<string>`coalesce(error, 'interrupted')`,
      sealed_data: null,
    })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sending'])
    .returning('state')
    .executeTakeFirst();
  return row?.state;
}

export async function findMailState(
  db: Db,
  id: string,
): Promise<{ template: string; recipient: string; state: MailState; error: string | null } | undefined> {
  return db
    .selectFrom('emails')
    .select(['template', 'recipient', 'state', 'error'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** How many mails are in each state that an operator may have to look at. */
export async function countWaitingMail(db: Db): Promise<Record<'queued' | 'sending' | 'unknown' | 'failed', number>> {
  const rows = await db
    .selectFrom('emails')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('state', 'in', ['queued', 'sending', 'unknown', 'failed'])
    .groupBy('state')
    .execute();
  return { queued: 0, sending: 0, unknown: 0, failed: 0, ...Object.fromEntries(rows.map((r) => [r.state, r.count])) };
}

/** Forgets every mail to a person, sent or not: part of erasing them. Returns how many there were. */
export async function forgetMailOf(trx: Trx, { userId, addresses }: { userId: string; addresses: string[] }) {
  const { numDeletedRows } = await trx
    .deleteFrom('emails')
    .where((is) =>
      is.or([
        is('user_id', '=', userId),
        ...(addresses.length > 0
          ? [
              is(
                sql<string>`lower(recipient)`,
                'in',
                addresses.map((a) => a.toLowerCase()),
              ),
            ]
          : []),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
