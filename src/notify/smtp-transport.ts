// One mail over one SMTP connection, and an honest answer: sent, certainly not sent, or nobody can know.

import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { FailureKind, UnavailableReason } from '../outside/outside-call.ts';
import type { OutsideService } from '../outside/outside-service.ts';
import type { Mailbox } from './mail-address.ts';
import type { MailFailure, MailTransport } from './mail-transport.ts';
import type { SmtpServer } from './smtp-url.ts';

export interface MailTransportOptions {
  server: SmtpServer;
  from: Mailbox;
  /** For the whole of one mail. */
  timeoutMs: number;
  service: OutsideService;
}

/** Failures that say something about the server, not about one mail. */
const ABOUT_SERVER = ['connect', 'timeout', 'tls', 'login', 'protocol'] as const satisfies (MailFailure &
  FailureKind)[];

interface SmtpError extends Error {
  code?: string;
  /** Of the socket, where `code` is the library's. */
  originalCode?: string;
  command?: string;
  responseCode?: number;
}

export function createMailTransport({ server, from, timeoutMs, service }: MailTransportOptions): MailTransport {
  let last: 'none' | 'ok' | MailFailure = 'none';
  const aboutServer = (failure: unknown) => ABOUT_SERVER.find((kind) => kind === failure);

  /** A mail is never tried twice here, and never cut off while it goes over: the connection ends itself in time. */
  const call = (options: Omit<Talk, 'server' | 'timeoutMs'>) =>
    service.call<Talked>({
      signal: options.signal,
      repeatable: false,
      endsItself: true,
      totalMs: timeoutMs,
      run: async () => {
        const { error, begun } = await talk({ server, timeoutMs, ...options });
        const failure = error && failureOf(error);
        // A server that answers works, whatever it thinks of a mail.
        if (failure !== 'stopped') last = failure ?? 'ok';
        return { error, begun, failure };
      },
      judge(result) {
        const failure = 'value' in result ? result.value.failure : 'protocol';
        const kind = aboutServer(failure);
        if (kind) return { verdict: 'server-failed', kind };
        return { verdict: failure === 'stopped' ? 'about-request' : 'fine' };
      },
      unavailable: (reason) => new NotTried(reason === 'circuit' ? 'circuit-open' : notTried(reason)),
    });

  return {
    from,
    state: () => ({ circuit: service.state().circuit, last, reachable: !aboutServer(last) }),
    async probe() {
      const talked = await call({}).catch(failureIfNotTried);
      return typeof talked === 'string' ? talked : talked.failure;
    },
    async send({ to, message }, signal) {
      const talked = await call({ signal, mail: { from: from.address, to, message } }).catch(failureIfNotTried);
      if (typeof talked === 'string') return { outcome: 'refused', permanent: false, failure: talked };
      const { error, failure, begun } = talked;
      if (!error || !failure) return { outcome: 'sent' };
      const code = error.responseCode ?? 0;
      // Once the message has begun to go over, only a refusal by the server itself is certain.
      if (begun && code < 400) return { outcome: 'unknown', failure };
      return { outcome: 'refused', permanent: isPermanent(failure, code), failure };
    },
  };
}

interface Talked {
  error: SmtpError | undefined;
  begun: boolean;
  failure: MailFailure | undefined;
}

/** No connection was opened for this mail. */
class NotTried extends Error {
  readonly failure: MailFailure;

  constructor(failure: MailFailure) {
    super(failure);
    this.failure = failure;
  }
}

const notTried = (reason: Exclude<UnavailableReason, 'circuit'>): MailFailure =>
  reason === 'stopped' ? 'stopped' : 'server-busy';

function failureIfNotTried(error: unknown): MailFailure {
  if (error instanceof NotTried) return error.failure;
  throw error;
}

/** A wrong password or sender is the operator's to correct: mails wait for that. What concerns one mail is final. */
function isPermanent(failure: MailFailure, responseCode: number): boolean {
  return responseCode >= 500 && (failure === 'recipient-refused' || failure === 'message-refused');
}

function failureOf({ code, originalCode = '', command = '', responseCode = 0 }: SmtpError): MailFailure {
  if (code === 'STOPPED') return 'stopped';
  if (code === 'EAUTH' || command.startsWith('AUTH')) return 'login';
  if (code === 'ETLS' || command === 'STARTTLS' || /CERT|SIGNATURE|ALTNAME|SSL|TLS/.test(originalCode)) return 'tls';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (command === 'RCPT TO' && responseCode >= 500) return 'recipient-refused';
  if (command === 'MAIL FROM' && responseCode >= 500) return 'sender-refused';
  if (command === 'DATA' && responseCode >= 500) return 'message-refused';
  if (code === 'EMESSAGE' && responseCode === 0) return 'message-refused';
  if (responseCode >= 400 && responseCode < 500) return 'server-busy';
  if (code === 'ECONNECTION' || code === 'ESOCKET' || code === 'EDNS') return 'connect';
  return 'protocol';
}

interface Talk {
  server: SmtpServer;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  mail?: { from: string; to: string; message: Buffer };
}

/** One connection from greeting to goodbye. `begun` is true from the moment that the first byte of the message was asked for. */
function talk({ server, timeoutMs, signal, mail }: Talk): Promise<{ error?: SmtpError; begun: boolean }> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.implicitTls,
    requireTLS: server.requireTls,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    logger: false,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
  });
  let begun = false;
  const source = () =>
    new Readable({
      // Called first when the server has said that it takes the message: nothing reads from it before.
      read() {
        begun = true;
        this.push(mail!.message);
        this.push(null);
      },
    });
  return new Promise((resolve) => {
    let over = false;
    const end = (error?: SmtpError | null): void => {
      if (over) return;
      over = true;
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
      resolve({ ...(error ? { error } : {}), begun });
      if (error) connection.close();
      else connection.quit();
    };
    const stop = (): void => {
      // A message that is on its way is let through: cutting it off would leave it unknown.
      if (!begun) end(Object.assign(new Error('stopped'), { code: 'STOPPED' }));
    };
    const deadline = setTimeout(() => end(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), timeoutMs);
    signal?.addEventListener('abort', stop);
    // After the end, what a closing connection still complains about is of no interest.
    connection.on('error', end);
    if (signal?.aborted) return stop();
    connection.connect((failed) => {
      if (failed) return end(failed);
      const deliver = (refused?: SmtpError | null): void => {
        if (over) return;
        if (refused || !mail) {
          end(refused);
          return;
        }
        const { from, to, message } = mail;
        connection.send({ from, to: [to], size: message.length }, source(), end);
      };
      if (server.auth) connection.login({ credentials: server.auth }, deliver);
      else deliver();
    });
  });
}
