// Mails that wait in a mailbox elsewhere, over IMAP (RFC 9051) with TLS: each is handed out whole, and marked or moved only after
// it was taken.

import type { ImapFlow as Client } from 'imapflow';
import { SheafError } from '../errors.ts';
import type { FailureKind } from '../outside/outside-call.ts';
import type { OutsideService } from '../outside/outside-service.ts';

export interface MailboxAccess {
  host: string;
  port: number;
  /** TLS from the first byte; false = STARTTLS, which must succeed. */
  tls: boolean;
  user: string;
  password: string;
  mailbox: string;
  /** Where taken mails go; null = they are marked as seen and stay. */
  moveTo: string | null;
}

export type MailFate =
  /** Taken, or known already: moved, or marked as seen. */
  | 'taken'
  /** Not wanted: marked as seen, where it is. */
  | 'refused';

export interface ImapMailboxes {
  /**
   * Hands out mails that nobody has seen, oldest first, one after the other. Returns whether more are waiting. Throws what `take`
   * throws, and `intake.unreachable` with `details.reason`.
   */
  eachUnseen(
    access: MailboxAccess,
    take: (mail: { bytes: Buffer } | { tooLarge: number }) => Promise<MailFate>,
    signal?: AbortSignal,
  ): Promise<{ more: boolean }>;
}

export interface ImapOptions {
  service: OutsideService;
  /** The address to connect to. Throws `outgoing.refused` for one that the operator does not allow. */
  resolve: (host: string, port: number) => Promise<string>;
  maxBytes: number;
  /** Root certificates besides the system's. */
  ca?: string | undefined;
}

const MAILS_OF_A_LOOK = 100;
const LOOK_MS = 10 * 60_000;
const CONNECT_MS = 15_000;
const SILENT_MS = 60_000;

export function createImapMailboxes(options: ImapOptions): ImapMailboxes {
  return {
    eachUnseen: (access, take, signal) =>
      options.service.call({
        key: `${access.host}:${access.port}`,
        signal,
        // What was taken stays taken; the next look goes on.
        repeatable: false,
        endsItself: true,
        totalMs: LOOK_MS,
        run: () => look(options, access, take, signal),
        judge: (result) => {
          if ('value' in result) return { verdict: 'fine' };
          const { code, details } = result.error as Partial<SheafError>;
          const kind = kinds.find((each) => code === 'intake.unreachable' && each === details?.reason);
          return kind ? { verdict: 'server-failed', kind } : { verdict: 'about-request' };
        },
        unavailable: (reason) => unreachable(reason),
      }),
  };
}

const kinds = ['name', 'connect', 'tls', 'timeout', 'login', 'protocol'] as const satisfies FailureKind[];

async function look(
  { resolve, maxBytes, ca }: ImapOptions,
  access: MailboxAccess,
  take: Parameters<ImapMailboxes['eachUnseen']>[1],
  signal: AbortSignal | undefined,
): Promise<{ more: boolean }> {
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: await resolve(access.host, access.port),
    port: access.port,
    secure: access.tls,
    ...(access.tls ? {} : { doSTARTTLS: true }),
    servername: access.host,
    tls: { servername: access.host, minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    auth: { user: access.user, pass: access.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
  });
  // Without a listener a connection that breaks would end the process; whoever waits for an answer hears of it as well.
  client.on('error', () => undefined);
  const stop = () => client.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await client.connect().catch(rethrow('connect'));
    await client.mailboxOpen(access.mailbox).catch(rethrow('mailbox'));
    return await takeAll(client, { access, take, maxBytes, signal });
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.logout().catch(() => client.close());
  }
}

interface Taking {
  access: MailboxAccess;
  take: Parameters<ImapMailboxes['eachUnseen']>[1];
  maxBytes: number;
  signal: AbortSignal | undefined;
}

async function takeAll(client: Client, { access, take, maxBytes, signal }: Taking): Promise<{ more: boolean }> {
  const found = await client.search({ seen: false }, { uid: true }).catch(rethrow('protocol'));
  const uids = (found || []).sort((a, b) => a - b);
  for (const uid of uids.slice(0, MAILS_OF_A_LOOK)) {
    signal?.throwIfAborted();
    const range = String(uid);
    const sized = await client.fetchOne(range, { size: true }, { uid: true }).catch(rethrow('protocol'));
    // Somebody else took it meanwhile.
    if (!sized) continue;
    const tooLarge = (sized.size ?? 0) > maxBytes;
    const mail = tooLarge
      ? { source: undefined }
      : await client.fetchOne(range, { source: true }, { uid: true }).catch(rethrow('protocol'));
    if (!mail || (!tooLarge && !mail.source)) continue;
    const fate = await take(mail.source ? { bytes: mail.source } : { tooLarge: sized.size ?? 0 });
    if (fate === 'taken' && access.moveTo !== null) {
      await client.messageMove(range, access.moveTo, { uid: true }).then(ensureDone).catch(rethrow('move'));
    } else await client.messageFlagsAdd(range, ['\\Seen'], { uid: true }).then(ensureDone).catch(rethrow('mark'));
  }
  return { more: uids.length > MAILS_OF_A_LOOK };
}

/** The client answers false where the server refused. */
function ensureDone(result: unknown): void {
  if (result === false) throw new Error('refused');
}

interface ImapError extends Error {
  code?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
}

const rethrow =
  (step: string) =>
  (error: ImapError): never => {
    if (error instanceof SheafError) throw error;
    throw unreachable(reasonOf(error, step), error);
  };

function reasonOf(error: ImapError, step: string): string {
  const code = error.code ?? '';
  if (error.authenticationFailed) return 'login';
  if (error.tlsFailed || /TLS|CERT|SELF_SIGNED|ISSUER/i.test(code)) return 'tls';
  if (/TIMEOUT/i.test(code)) return 'timeout';
  if (/ECONN|EHOST|ENET|NoConnection|EConnectionClosed/i.test(code)) return 'connect';
  return step;
}

function unreachable(reason: string, cause?: unknown): SheafError {
  return new SheafError('intake.unreachable', `The mailbox could not be looked into (${reason}).`, {
    cause,
    details: { reason },
  });
}
