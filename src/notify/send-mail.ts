// One try to send one mail of the outbox. May be started twice for the same mail, and after a crash; never sends it twice.

import { SheafError } from '../errors.ts';
import type { Logger } from '../observe/logger.ts';
import { inSpan } from '../observe/tracing.ts';
import type { Db } from '../store/database.ts';
import { claimEmail, type EmailToSend, endEmail, giveUpEmail, requeueEmail } from '../store/emails.ts';
import type { MailState } from '../store/schema-mail.ts';
import type { SecretBox } from '../store/sealed-secrets.ts';
import { mailLocaleOf } from './mail-locale.ts';
import type { MailTransport, OutgoingMail } from './mail-transport.ts';

export interface SendMailDeps {
  db: Db;
  secrets: SecretBox;
  /** undefined: this server sends no mail. */
  mailTransport: MailTransport | undefined;
  log: Logger;
}

/**
 * Sends the mail when it is queued. A mail that a dead process left in `sending` may have arrived: it becomes `unknown`.
 * Returns what became of it; undefined when there is no such mail. Throws `mail.not-sent` when another try may succeed.
 */
export async function sendMail(
  deps: SendMailDeps,
  emailId: string,
  signal: AbortSignal,
): Promise<MailState | undefined> {
  const { db, mailTransport: transport } = deps;
  if (!transport) {
    await endEmail(db, emailId, { state: 'undeliverable', error: 'not-configured' });
    return 'undeliverable';
  }
  const { circuit } = transport.state();
  // Not claimed: nothing is tried, so nothing can be left half done.
  if (circuit === 'open')
    throw new SheafError('mail.not-sent', 'The mail server failed several times; it is left alone.');
  const email = await claimEmail(db, emailId);
  if (email === 'sending') return leaveUnknown(deps, emailId, 'interrupted');
  if (email === undefined || typeof email === 'string') return email;
  if (email.sendBefore && email.sendBefore <= new Date()) {
    return fail(deps, email, 'too-late');
  }
  const written = await write(deps, email, transport);
  if (typeof written === 'string') return fail(deps, email, written);
  const attributes = { 'sheaf.mail.template': email.template };
  const result = await inSpan('send mail', { kind: 'CLIENT', attributes }, async (span) => {
    const sent = await transport.send({ to: email.recipient, ...written }, signal);
    span.set({ 'sheaf.mail.outcome': sent.outcome });
    return sent;
  });
  switch (result.outcome) {
    case 'sent':
      await endEmail(db, emailId, { state: 'sent', error: null, sentAt: new Date() });
      return 'sent';
    case 'unknown':
      return leaveUnknown(deps, emailId, result.failure);
    case 'refused':
      if (result.permanent) return fail(deps, email, result.failure);
      await requeueEmail(db, emailId, result.failure);
      throw new SheafError('mail.not-sent', `The mail was not sent (${result.failure}); it is tried again.`);
  }
}

/** The tries are used up. */
export async function giveUpMail({ db, log }: Pick<SendMailDeps, 'db' | 'log'>, emailId: string): Promise<void> {
  const state = await giveUpEmail(db, emailId);
  if (state) log.error({ event: 'mail-given-up', emailId, state }, 'a mail was given up (docs/mail.md)');
}

/** The message, or why there is none: then it was certainly not sent, and another try would not help. */
async function write(
  { secrets, log }: SendMailDeps,
  { id, sealedData, template, locale, recipient, messageId, createdAt: date }: EmailToSend,
  { from }: MailTransport,
): Promise<Omit<OutgoingMail, 'to'> | string> {
  const data = secrets.open(sealedData);
  if (data === undefined) return 'unreadable';
  try {
    // Loaded with the first mail: a server that sends none holds none of it.
    const [{ composeMail }, { ensureMailTemplate, renderMail }] = await Promise.all([
      import('./compose-mail.ts'),
      import('./render-mail.ts'),
    ]);
    const given = JSON.parse(data) as { oneClick?: string };
    const rendered = renderMail({
      template: ensureMailTemplate(template),
      locale: mailLocaleOf(locale),
      recipient,
      data: given,
    });
    const headers = { messageId, date, oneClick: given.oneClick };
    return {
      content: { ...rendered, ...headers },
      message: await composeMail({ ...rendered, ...headers, from, to: recipient }),
    };
  } catch (error) {
    // The message of a render error may quote the data; its kind says enough.
    log.error(
      { event: 'mail-not-written', emailId: id, template, kind: (error as Error).name },
      'a mail was not written',
    );
    return 'not-written';
  }
}

async function fail({ db, log }: SendMailDeps, { id, template }: EmailToSend, error: string): Promise<'failed'> {
  await endEmail(db, id, { state: 'failed', error });
  log.warn({ event: 'mail-failed', emailId: id, template, reason: error }, 'a mail could not be sent (docs/mail.md)');
  return 'failed';
}

async function leaveUnknown({ db, log }: SendMailDeps, emailId: string, error: string): Promise<'unknown'> {
  const left = await endEmail(db, emailId, { state: 'unknown', error });
  if (left)
    log.warn(
      { event: 'mail-unknown', emailId, reason: error },
      'a mail may or may not have been sent, and is not sent again (docs/mail.md)',
    );
  return 'unknown';
}
