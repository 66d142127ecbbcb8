// Puts a mail into the outbox, in the transaction that makes it due: a change that is rolled back sends nothing.

import { SheafError } from '../errors.ts';
import { currentWork } from '../observe/work.ts';
import { asOwner, type Db, type Trx } from '../store/database.ts';
import { findEmailByDedupeKey, insertEmail } from '../store/emails.ts';
import type { JobQueue } from '../store/job-queue.ts';
import { newId } from '../store/new-id.ts';
import { sendEmailQueue } from '../store/queues.ts';
import type { SecretBox } from '../store/sealed-secrets.ts';
import { type Mailbox, parseMailAddress } from './mail-address.ts';
import { type MailDataOf, type MailTemplate, mailData } from './mail-data.ts';
import { mailLocaleOf } from './mail-locale.ts';
import { messageIdOf } from './message-id.ts';

export interface QueueMailDeps {
  queue: Pick<JobQueue, 'enqueue' | 'wake'>;
  secrets: SecretBox;
  /** Who the mails are from; the domain of their ids. */
  mailFrom: Mailbox;
}

export interface MailToQueue<T extends MailTemplate> {
  template: T;
  /** One address. */
  to: string;
  /** A language tag; English when there are no texts in it. */
  locale?: string | undefined;
  data: MailDataOf<T>;
  /** Two mails with one key are one mail: `reset:<id of the token>`. Ids only, no addresses. */
  dedupeKey?: string | undefined;
  userId?: string | undefined;
  workspaceId?: string | undefined;
  requestId?: string | undefined;
}

export interface QueuedMail {
  id: string;
  /** There was one with this key already; nothing was added. */
  duplicate: boolean;
}

/**
 * Adds the mail and its job, in the given transaction (a workspace's or the owner's own) or, given the database, in one of
 * its own. Throws `mail.invalid-recipient`; data that does not fit the template is a mistake of the program and throws too.
 */
export async function queueMail<T extends MailTemplate>(
  db: Db,
  deps: QueueMailDeps,
  mail: MailToQueue<T>,
): Promise<QueuedMail> {
  const recipient = parseMailAddress(mail.to);
  if (recipient === undefined) throw new SheafError('mail.invalid-recipient');
  const data = mailData[mail.template].parse(mail.data);
  if (db.isTransaction) return add(db as Trx, deps, { ...mail, to: recipient, data: data as MailDataOf<T> });
  const queued = await db
    .transaction()
    .execute((trx) => add(trx, deps, { ...mail, to: recipient, data: data as MailDataOf<T> }));
  deps.queue.wake(sendEmailQueue.name);
  return queued;
}

async function add<T extends MailTemplate>(trx: Trx, deps: QueueMailDeps, mail: MailToQueue<T>): Promise<QueuedMail> {
  const id = newId();
  const { dedupeKey } = mail;
  const validUntil = 'validUntil' in mail.data ? new Date(mail.data.validUntil) : null;
  return asOwner(trx, async () => {
    const added = await insertEmail(trx, {
      id,
      workspaceId: mail.workspaceId ?? null,
      userId: mail.userId ?? null,
      template: mail.template,
      recipient: mail.to,
      locale: mailLocaleOf(mail.locale),
      sealedData: deps.secrets.seal(JSON.stringify(mail.data)),
      dedupeKey: dedupeKey ?? null,
      messageId: messageIdOf(id, deps.mailFrom),
      sendBefore: validUntil,
      createdAt: new Date(),
    });
    if (!added) {
      const there = await findEmailByDedupeKey(trx, dedupeKey!);
      return { id: there!, duplicate: true };
    }
    const requestId = mail.requestId ?? currentWork()?.request_id ?? null;
    await deps.queue.enqueue(trx, sendEmailQueue.name, [{ emailId: id, requestId }]);
    return { id, duplicate: false };
  });
}
