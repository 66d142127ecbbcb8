// Mail handed to a service over HTTP, in the form that SendGrid made common (POST /v3/mail/send), and an honest answer: sent,
// certainly not sent, or nobody can know.

import { failureKindOf } from '../outside/judge-http.ts';
import type { OutsideService } from '../outside/outside-service.ts';
import { mailHeaders } from './compose-mail.ts';
import type { Mailbox } from './mail-address.ts';
import type { MailFailure, MailOutcome, MailTransport, OutgoingMail } from './mail-transport.ts';

export interface MailApiOptions {
  /** Where mails are posted to. */
  url: URL;
  key: string;
  from: Mailbox;
  /** For the whole of one mail. */
  timeoutMs: number;
  service: OutsideService;
}

/** Failures that say something about the service, not about one mail. */
const ABOUT_SERVICE: readonly (MailFailure | undefined)[] = ['connect', 'timeout', 'tls', 'login', 'protocol'];

export function createMailApiTransport({ url, key, from, timeoutMs, service }: MailApiOptions): MailTransport {
  let last: 'none' | 'ok' | MailFailure = 'none';
  return {
    from,
    state: () => ({
      circuit: service.state().circuit,
      last,
      reachable: last === 'none' || last === 'ok' || !ABOUT_SERVICE.includes(last),
    }),
    // Nothing but a mail would tell more than that, and a mail is not sent for a try.
    probe: () => reach(url, timeoutMs),
    async send(mail, signal) {
      const outcome = await service
        .call<MailOutcome>({
          signal,
          // A second try could send it twice.
          repeatable: false,
          endsItself: true,
          totalMs: timeoutMs,
          run: () => post({ url, key, from, timeoutMs }, mail),
          judge(result) {
            if (!('value' in result) || result.value.outcome === 'sent') return { verdict: 'fine' };
            const { failure } = result.value;
            const kind = ABOUT_SERVICE.includes(failure) ? (failure as 'connect') : undefined;
            return kind ? { verdict: 'server-failed', kind } : { verdict: 'fine' };
          },
          unavailable: (reason) =>
            new NotTried(reason === 'circuit' ? 'circuit-open' : reason === 'stopped' ? 'stopped' : 'server-busy'),
        })
        .catch((error: unknown): MailOutcome => {
          if (!(error instanceof NotTried)) throw error;
          return { outcome: 'refused', permanent: false, failure: error.failure };
        });
      last = outcome.outcome === 'sent' ? 'ok' : outcome.failure;
      return outcome;
    },
  };
}

class NotTried extends Error {
  readonly failure: MailFailure;

  constructor(failure: MailFailure) {
    super(failure);
    this.failure = failure;
  }
}

type PostOptions = Pick<MailApiOptions, 'url' | 'key' | 'from' | 'timeoutMs'>;

/** Never cut off while it goes over but by its own time: then nobody knows. */
async function post({ url, key, from, timeoutMs }: PostOptions, mail: OutgoingMail): Promise<MailOutcome> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'user-agent': 'Sheaf' },
      body: JSON.stringify(messageOf(from, mail)),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    // Read, so that the connection can be used again; what it says may hold addresses.
    await response.arrayBuffer();
  } catch (error) {
    return failedToAnswer(error);
  }
  return outcomeOf(response);
}

function messageOf(from: Mailbox, { to, content }: OutgoingMail): object {
  const { subject, text, html, messageId, oneClick } = content;
  return {
    personalizations: [{ to: [{ email: to }] }],
    from: { email: from.address, ...(from.name === '' ? {} : { name: from.name }) },
    subject,
    content: [
      { type: 'text/plain', value: text },
      { type: 'text/html', value: html },
    ],
    headers: { 'Message-ID': messageId, ...mailHeaders(oneClick) },
  };
}

function outcomeOf({ status }: Response): MailOutcome {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  if (status === 401 || status === 403) return { outcome: 'refused', permanent: false, failure: 'login' };
  if (status === 429 || status === 503) return { outcome: 'refused', permanent: false, failure: 'server-busy' };
  // A gateway may answer so for a service that took the mail.
  if (status >= 500) return { outcome: 'unknown', failure: 'protocol' };
  // Elsewhere, or in another form: the operator's to correct, and mails wait for that.
  if (status < 400 || status === 404 || status === 405 || status === 415) {
    return { outcome: 'refused', permanent: false, failure: 'protocol' };
  }
  return { outcome: 'refused', permanent: true, failure: 'message-refused' };
}

/** Before the connection stood, nothing went over. */
function failedToAnswer(error: unknown): MailOutcome {
  const kind = failureKindOf(error);
  const code = codeOf(error);
  if (kind === 'tls') return { outcome: 'refused', permanent: false, failure: 'tls' };
  if (kind === 'name' || code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'UND_ERR_CONNECT_TIMEOUT') {
    return { outcome: 'refused', permanent: false, failure: 'connect' };
  }
  return { outcome: 'unknown', failure: kind === 'timeout' ? 'timeout' : 'connect' };
}

function codeOf(error: unknown): unknown {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if ('code' in cause) return cause.code;
  }
  return undefined;
}

/** Whether something answers there, whatever it says to a question without a key. */
async function reach(url: URL, timeoutMs: number): Promise<MailFailure | undefined> {
  try {
    const response = await fetch(url.origin, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return undefined;
  } catch (error) {
    const kind = failureKindOf(error);
    return kind === 'tls' || kind === 'timeout' ? kind : 'connect';
  }
}
