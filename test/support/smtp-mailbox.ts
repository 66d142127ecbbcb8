// A real SMTP server on loopback that keeps what it took, and can be told to misbehave.

import type { AddressInfo, Socket } from 'node:net';
import net from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface KeptMail {
  raw: string;
  to: string[];
  from: string;
  secure: boolean;
  user: string | undefined;
}

export interface Mailbox {
  port: number;
  url: string;
  /** Mails that were taken over, whether or not the sender was told. */
  mails: KeptMail[];
  connections: () => number;
  close(): Promise<void>;
}

export interface MailboxBehaviour extends SMTPServerOptions {
  /** Before the sender is answered to a whole message: throw an error to refuse it, destroy the connection, wait. */
  onMessage?: (connection: Socket, session: SMTPServerSession) => Promise<void> | void;
  port?: number;
  /** The caller closes it, not the running test. */
  keep?: boolean;
}

export async function openMailbox({
  onMessage,
  port = 0,
  keep: isKept = false,
  ...options
}: MailboxBehaviour = {}): Promise<Mailbox> {
  const mails: KeptMail[] = [];
  const sockets = new Map<number, Socket>();
  let connections = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    ...options,
    onData(stream, session, done) {
      buffer(stream)
        .then(async (raw) => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          const { secure, user } = session;
          const keep = () =>
            mails.push({ raw: raw.toString('utf8'), from, to: rcptTo.map((to) => to.address), secure, user });
          if (!onMessage) keep();
          else await onMessage(sockets.get(session.remotePort)!, session);
          if (onMessage && !sockets.get(session.remotePort)!.destroyed) keep();
          done();
        })
        .catch(done);
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    connections++;
    sockets.set(socket.remotePort!, socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  let closed = false;
  const close = () =>
    new Promise<void>((resolve) => {
      if (closed) return resolve();
      closed = true;
      for (const socket of sockets.values()) socket.destroy();
      server.close(() => resolve());
    });
  if (!isKept) onTestFinished(close);
  const actual = (server.server.address() as AddressInfo).port;
  return { port: actual, url: `smtp://127.0.0.1:${actual}`, mails, connections: () => connections, close };
}

/** A port of loopback on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a server says no with. */
export const refusal = (responseCode: number, message = 'no'): Error =>
  Object.assign(new Error(message), { responseCode });

/** Header of a mail, unfolded and decoded. */
export function headerOf(raw: string, name: string): string | undefined {
  const head = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line && decodeWords(line.slice(name.length + 1).trim());
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64').toString() : decodeQuoted(body.replaceAll('_', ' ')),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The decoded part of that media type. */
export function partOf(raw: string, mediaType: 'text/plain' | 'text/html'): string {
  const part = raw.split(/\r\n--/).find((text) => text.includes(`Content-Type: ${mediaType}`));
  if (!part) throw new Error(`no ${mediaType}`);
  const [head, ...body] = part.slice(part.indexOf('Content-Type')).split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head!)) return Buffer.from(text, 'base64').toString('utf8');
  return /quoted-printable/i.test(head!) ? decodeQuoted(text) : text;
}
