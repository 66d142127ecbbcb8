// What must be known of a mail before it is kept: who says to have sent it, its id, its subject. Only its first bytes are looked
// at, line by line; the mail itself is parsed in a reading process.

import { decodeWords } from 'postal-mime';

export interface MailHead {
  messageId: string;
  /** Addresses of the From line, lower case; more than one, or none, fits no list of allowed senders. */
  from: string[];
  subject: string;
}

const LONGEST_VALUE = 2000;

export function readMailHead(start: Uint8Array): MailHead {
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  // RFC 5322, 2.2.3: a line that begins with white space goes on with the one before.
  const lines = text
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const valuesOf = (name: string): string[] =>
    lines
      .filter((line) => line.toLowerCase().startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1, LONGEST_VALUE).trim());
  return {
    messageId: valuesOf('message-id')[0] ?? '',
    from: valuesOf('from').flatMap(addressesIn),
    subject: decodeWords(toUtf8(valuesOf('subject')[0] ?? '')),
  };
}

/** RFC 6532: a header may be UTF-8 as it is. */
const toUtf8 = (text: string): string => {
  const decoded = Buffer.from(text, 'latin1').toString('utf8');
  return decoded.includes('\uFFFD') ? text : decoded;
};

/** Names may hold anything in quotes, addresses of others as well. */
function addressesIn(value: string): string[] {
  const bare = value.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '');
  const angled = [...bare.matchAll(/<([^<>\s]+@[^<>\s]+)>/g)].map((match) => match[1]!);
  const found = angled.length > 0 ? angled : (bare.match(/[^\s,;:<>]+@[^\s,;:<>]+/g) ?? []);
  return found.map((address) => address.toLowerCase());
}

/** `allowed`: addresses, or domains as `example.org`; empty = everybody. */
export function isAllowedSender(from: readonly string[], allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  const [address, ...others] = from;
  if (!address || others.length > 0) return false;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return allowed.some((entry) => (entry.includes('@') ? entry === address : entry === domain));
}
