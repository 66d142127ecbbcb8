// What an operator may know of a mail: which kind, to which domain, and what became of it. Never to whom, nor what it says.

import type { Db } from '../store/database.ts';
import { findMailState } from '../store/emails.ts';
import { sendEmailQueue } from '../store/queues.ts';
import type { MailState } from '../store/schema-mail.ts';

export interface MailSummary {
  id: string;
  template: string;
  recipientDomain: string;
  state: MailState;
  /** A code of ours (docs/mail.md). */
  reason: string | null;
}

/** undefined when the job sends no mail, or the mail is gone. */
export async function summarizeMail(db: Db, job: { id: string; queue: string }): Promise<MailSummary | undefined> {
  if (job.queue !== sendEmailQueue.name) return undefined;
  const mail = await findMailState(db, job.id);
  if (!mail) return undefined;
  const recipientDomain = mail.recipient.slice(mail.recipient.lastIndexOf('@') + 1);
  return { id: job.id, template: mail.template, recipientDomain, state: mail.state, reason: mail.error };
}
