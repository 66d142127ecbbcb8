// The outbox as the code sees it.

import type { ColumnType, Generated } from 'kysely';

/**
 * queued: waits for its (next) try. sending: a try is under way, or was when its process died. sent: the server took it.
 * failed: the server refused it for good, or its time was over. unknown: it may have been sent; it is not sent again.
 * undeliverable: this server has no way to send mail.
 */
export const mailStates = ['queued', 'sending', 'sent', 'failed', 'unknown', 'undeliverable'] as const;
export type MailState = (typeof mailStates)[number];

export interface EmailTable {
  id: string;
  workspace_id: string | null;
  user_id: string | null;
  template: string;
  recipient: string;
  locale: string;
  /** What the template is filled with, sealed: it holds links that let somebody in. null once the mail is over. */
  sealed_data: string | null;
  dedupe_key: string | null;
  state: ColumnType<MailState, MailState | undefined, MailState>;
  attempts: Generated<number>;
  /** A code of ours; never what a server said, which may hold addresses. */
  error: string | null;
  message_id: string;
  /** Past this, its link is dead and the mail is not worth sending. */
  send_before: Date | null;
  created_at: ColumnType<Date, Date | undefined, never>;
  sent_at: Date | null;
}
