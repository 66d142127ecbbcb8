// An IMAP server on loopback (RFC 3501 with UIDPLUS and MOVE as a client of ours uses them), over TLS, that can be told to misbehave.

import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';
import { onTestFinished } from 'vitest';
import { testCertificate } from './test-certificate.ts';

export interface StoredMail {
  uid: number;
  raw: Buffer;
  seen: boolean;
}

export interface ImapMailboxServer {
  port: number;
  /** Mailbox → mails. */
  mailboxes: Record<string, StoredMail[]>;
  add(raw: Buffer, mailbox?: string): void;
  /** Commands so far, without passwords. */
  commands: string[];
  /** Called before a command is answered: throw to break the connection off. */
  onCommand: (command: string) => void;
  password: string;
}

export async function openImapMailbox(): Promise<ImapMailboxServer> {
  let nextUid = 1;
  const sockets = new Set<Socket>();
  const state: ImapMailboxServer = {
    port: 0,
    mailboxes: { INBOX: [], Done: [] },
    add(raw, mailbox = 'INBOX') {
      state.mailboxes[mailbox]!.push({ uid: nextUid++, raw, seen: false });
    },
    commands: [],
    onCommand: () => {},
    password: 'mailbox password',
  };
  const server = tls.createServer(testCertificate, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket, state, () => nextUid++);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return state;
}

const CAPABILITIES = 'IMAP4rev1 UIDPLUS MOVE LITERAL+';

function serve(socket: Socket, state: ImapMailboxServer, newUid: () => number): void {
  let text = '';
  let selected: StoredMail[] = [];
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say(`* OK [CAPABILITY ${CAPABILITIES}] ready`);
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    for (let end = commandEnd(text, () => say('+ go on')); end >= 0; end = commandEnd(text, () => say('+ go on'))) {
      const command = text.slice(0, end);
      text = text.slice(end + 2);
      answer(command);
    }
  });

  function answer(line: string): void {
    const reply = replyTo(line);
    if (reply !== undefined) say(reply);
    if (reply !== undefined && / LOGOUT$/i.test(line)) socket.end();
  }

  /** The tagged line; undefined when the connection was broken off. */
  function replyTo(line: string): string | undefined {
    const [, tag = '*', name = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?([\s\S]*)$/.exec(line) ?? [];
    const command = name.toUpperCase();
    state.commands.push(command === 'LOGIN' ? 'LOGIN' : `${command} ${rest}`.trim());
    try {
      state.onCommand(`${command} ${rest}`);
    } catch {
      socket.destroy();
      return undefined;
    }
    const ok = (words = 'done') => `${tag} OK ${words}`;
    if (command === 'CAPABILITY') {
      say(`* CAPABILITY ${CAPABILITIES}`);
      return ok();
    }
    if (command === 'LOGIN') {
      return rest.includes(state.password)
        ? ok(`[CAPABILITY ${CAPABILITIES}] in`)
        : `${tag} NO [AUTHENTICATIONFAILED] no`;
    }
    if (command === 'SELECT' || command === 'EXAMINE') {
      const mails = state.mailboxes[rest.replaceAll('"', '')];
      if (!mails) return `${tag} NO [NONEXISTENT] no such mailbox`;
      selected = mails;
      say('* FLAGS (\\Seen \\Deleted)');
      say('* OK [PERMANENTFLAGS (\\Seen \\Deleted)] permanent');
      say(`* ${mails.length} EXISTS`);
      say('* 0 RECENT');
      say('* OK [UIDVALIDITY 7] valid');
      say(`* OK [UIDNEXT ${mails.reduce((most, { uid }) => Math.max(most, uid), 0) + 1}] next`);
      return ok('[READ-WRITE] selected');
    }
    if (command === 'UID SEARCH') {
      say(
        `* SEARCH ${selected
          .filter(({ seen }) => !seen)
          .map(({ uid }) => uid)
          .join(' ')}`.trimEnd(),
      );
      return ok();
    }
    const mail = selected.find(({ uid }) => uid === Number(/^\d+/.exec(rest)?.[0]));
    if (command === 'UID FETCH') {
      if (mail) fetch(mail, rest);
      return ok();
    }
    if (command === 'UID STORE') {
      if (mail) mail.seen = true;
      return ok();
    }
    if (command === 'UID MOVE') {
      const target = state.mailboxes[/"?([^"\s]+)"?$/.exec(rest)![1]!];
      if (!target || !mail) return `${tag} NO [TRYCREATE] no such mailbox`;
      const index = selected.indexOf(mail);
      selected.splice(index, 1);
      const uid = newUid();
      target.push({ ...mail, uid });
      say(`* OK [COPYUID 7 ${mail.uid} ${uid}] moved`);
      say(`* ${index + 1} EXPUNGE`);
      return ok();
    }
    if (command === 'LIST' || command === 'LSUB') {
      const asked = /"?([^"\s]*)"?$/.exec(rest)![1]!;
      // RFC 3501, 6.3.8: an empty name asks for the delimiter.
      if (asked === '') say(`* ${command} (\\Noselect) "/" ""`);
      for (const mailbox of Object.keys(state.mailboxes)) {
        if (asked === '*' || asked === mailbox) say(`* ${command} (\\HasNoChildren) "/" "${mailbox}"`);
      }
      return ok();
    }
    if (command === 'LOGOUT') {
      say('* BYE');
      return ok();
    }
    if (
      command === 'NOOP' ||
      command === 'ID' ||
      command === 'ENABLE' ||
      command === 'NAMESPACE' ||
      command === 'CLOSE'
    ) {
      return ok();
    }
    return `${tag} BAD not known`;
  }

  function fetch(mail: StoredMail, asked: string): void {
    const number = selected.indexOf(mail) + 1;
    const parts = [`UID ${mail.uid}`];
    if (/RFC822\.SIZE/i.test(asked)) parts.push(`RFC822.SIZE ${mail.raw.length}`);
    if (/FLAGS/i.test(asked)) parts.push(`FLAGS (${mail.seen ? '\\Seen' : ''})`);
    if (!/BODY\.PEEK\[\]/i.test(asked)) {
      say(`* ${number} FETCH (${parts.join(' ')})`);
      return;
    }
    socket.write(`* ${number} FETCH (${parts.join(' ')} BODY[] {${mail.raw.length}}\r\n`);
    socket.write(mail.raw);
    socket.write(')\r\n');
  }
}

/** Where a command ends; one with literals is longer than its first line, and those that wait for it are asked on. */
function commandEnd(text: string, goOn: () => void): number {
  let from = 0;
  for (;;) {
    const end = text.indexOf('\r\n', from);
    if (end < 0) return -1;
    const literal = /\{(\d+)(\+?)\}$/.exec(text.slice(from, end));
    if (!literal) return end;
    if (literal[2] === '' && text.length === end + 2) goOn();
    from = end + 2 + Number(literal[1]);
    if (text.length < from) return -1;
  }
}
