// The Message-ID of a mail of the outbox: the same row always gives the same.

import type { Mailbox } from './mail-address.ts';

/** Receivers that see a mail twice in spite of all can tell by it, and the operator finds it in their logs. */
export const messageIdOf = (emailId: string, from: Mailbox): string =>
  `<${emailId}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;
