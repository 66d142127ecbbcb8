// What sends a mail, by whatever means, and its honest answer: sent, certainly not sent, or nobody can know.

import type { CircuitState } from '../outside/circuit.ts';
import type { Mailbox } from './mail-address.ts';
import type { RenderedMail } from './render-mail.ts';

export interface OutgoingMail {
  to: string;
  /** As it goes over SMTP. */
  message: Buffer;
  /** The same in its parts. */
  content: RenderedMail & { messageId: string; date: Date; oneClick: string | undefined };
}

/** Why a mail was not sent. Codes of ours: what a server says may hold addresses. */
export type MailFailure =
  | 'circuit-open'
  | 'connect'
  | 'timeout'
  | 'tls'
  | 'login'
  | 'server-busy'
  | 'recipient-refused'
  | 'sender-refused'
  | 'message-refused'
  | 'stopped'
  | 'protocol';

/**
 * `refused`: nothing was taken over, and `permanent` says whether another try can help. `unknown`: the line broke after the
 * message had begun to go over, so the server may have it.
 */
export type MailOutcome =
  | { outcome: 'sent' }
  | { outcome: 'refused'; permanent: boolean; failure: MailFailure }
  | { outcome: 'unknown'; failure: MailFailure };

export interface MailTransport {
  from: Mailbox;
  send(mail: OutgoingMail, signal?: AbortSignal): Promise<MailOutcome>;
  /** Connects, logs in and leaves again. */
  probe(): Promise<MailFailure | undefined>;
  /** For readiness: the last that was heard of the server. */
  state(): { circuit: CircuitState; last: 'none' | 'ok' | MailFailure; reachable: boolean };
}
