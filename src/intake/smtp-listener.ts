// Takes mail for addresses of ours over SMTP (RFC 5321): known recipients only, nothing is passed on, and nothing is acknowledged
// before it is on disk.

import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';
import { SheafError } from '../errors.ts';
import { hashAddressToken, isAddressToken } from './address-token.ts';

export interface SmtpListenerOptions {
  host: string;
  port: number;
  /** Of our addresses. */
  domain: string;
  maxBytes: number;
  tls?: { cert: string; key: string } | undefined;
  /** The place of an address; undefined = there is none. */
  find: (tokenHash: string) => Promise<Place | undefined>;
  /** When it resolves as taken, the mail is on disk. */
  take: (place: Place, content: Readable) => Promise<{ outcome: 'taken' | 'duplicate' | 'refused' }>;
  onError: (error: unknown) => void;
}

export interface Place {
  workspaceId: string;
  sourceId: string;
  enabled: boolean;
}

export interface SmtpListener {
  port: number;
  close(): Promise<void>;
}

const MAX_CLIENTS = 50;
const SILENT_MS = 60_000;
const CLOSE_MS = 5_000;

interface Envelope {
  place?: Place;
}

export async function openSmtpListener(options: SmtpListenerOptions): Promise<SmtpListener> {
  const { host, port, domain, maxBytes, tls, onError } = options;
  const server = new SMTPServer({
    name: domain,
    banner: 'ready',
    size: maxBytes,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(tls ?? {}),
    authOptional: true,
    disableReverseLookup: true,
    maxClients: MAX_CLIENTS,
    socketTimeout: SILENT_MS,
    closeTimeout: CLOSE_MS,
    logger: false,
    onRcptTo: (address, session, done) => {
      acceptRecipient(options, address, session).then(
        () => done(),
        (error) => done(replyOf(error, onError)),
      );
    },
    onData: (stream, session, done) => {
      receive(options, stream, session).then(
        () => done(),
        (error) => {
          // Read to its end, or the answer could not be told.
          stream.resume();
          const answer = () => done(replyOf(error, onError));
          if (stream.readableEnded || stream.destroyed) answer();
          else stream.once('end', answer).once('error', answer);
        },
      );
    },
  });
  // Clients that break off.
  server.on('error', onError);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** One recipient for each transaction: a refusal by one workspace says nothing to the sender of another's mail. */
async function acceptRecipient(
  { domain, find }: SmtpListenerOptions,
  { address }: SMTPServerAddress,
  session: SMTPServerSession,
): Promise<void> {
  const envelope = envelopeOf(session);
  if (envelope.place) throw new Refusal(452, '4.5.3 One recipient at a time');
  const [, local = '', at = ''] = /^([^@]+)@([^@]+)$/.exec(address.toLowerCase()) ?? [];
  const place = at === domain && isAddressToken(local) ? await find(hashAddressToken(local)) : undefined;
  if (!place) throw new Refusal(550, '5.1.1 No such address here');
  if (!place.enabled) throw new Refusal(450, '4.2.1 This address is paused');
  envelope.place = place;
}

async function receive(
  { take, maxBytes }: SmtpListenerOptions,
  stream: Readable,
  session: SMTPServerSession,
): Promise<void> {
  const envelope = envelopeOf(session);
  const { place } = envelope;
  delete envelope.place;
  if (!place) throw new Refusal(503, '5.5.1 No recipient');
  const { outcome } = await take(place, stream);
  if ((stream as Readable & { sizeExceeded?: boolean }).sizeExceeded)
    throw new Refusal(552, `5.3.4 More than ${maxBytes} bytes`);
  if (outcome === 'refused') throw new Refusal(550, '5.7.1 This address does not take mail from that sender');
}

const envelopes = new WeakMap<object, Envelope>();

/** Forgotten with its transaction: the server makes a new envelope for each. */
function envelopeOf(session: SMTPServerSession): Envelope {
  const known = envelopes.get(session.envelope);
  if (known) return known;
  const made: Envelope = {};
  envelopes.set(session.envelope, made);
  return made;
}

class Refusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** Whatever may be better later is answered so that the sender tries again. */
function replyOf(error: unknown, onError: (error: unknown) => void): Refusal {
  if (error instanceof Refusal) return error;
  const code = error instanceof SheafError ? error.code : undefined;
  if (code === 'file.too-large') return new Refusal(552, '5.3.4 The mail is too large');
  if (code === 'quota.exceeded') return new Refusal(452, '4.2.2 The mailbox is full');
  if (code === 'intake.paused') return new Refusal(450, '4.2.1 This address is paused');
  if (code === 'intake.not-found') return new Refusal(550, '5.1.1 No such address here');
  onError(error);
  return new Refusal(451, '4.3.0 Not taken now; try again later');
}
