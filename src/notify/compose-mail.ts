// A rendered mail as the bytes that go over the wire.

import MailComposer from 'nodemailer/lib/mail-composer';
import { withoutControls } from './clean-mail-text.ts';
import type { Mailbox } from './mail-address.ts';
import type { RenderedMail } from './render-mail.ts';

export interface MailToCompose extends RenderedMail {
  from: Mailbox;
  to: string;
  messageId: string;
  date: Date;
  /** Where a mail program may unsubscribe with one click (RFC 8058). */
  oneClick?: string | undefined;
}

/** What every mail of ours says of itself. */
export function mailHeaders(oneClick: string | undefined): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(oneClick === undefined
      ? {}
      : { 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

export function composeMail({
  from,
  to,
  messageId,
  date,
  subject,
  text,
  html,
  oneClick,
}: MailToCompose): Promise<Buffer> {
  return new MailComposer({
    from,
    // Structured, so that nothing in it is parsed as a list of addresses.
    to: [{ name: '', address: to }],
    subject: withoutControls(subject),
    text,
    html,
    messageId,
    date,
    headers: mailHeaders(oneClick),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
