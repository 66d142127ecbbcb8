// Addresses as they may stand in a header or an SMTP command: checked once here, so that nothing can be smuggled in by them.

import { domainToASCII } from 'node:url';

export interface Mailbox {
  name: string;
  address: string;
}

/** RFC 5321 allows more (quoted parts, literals of IP addresses); nobody's inbox needs it and relays disagree about it. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;

/** The address with its domain in ASCII (`a@bücher.example` → `a@xn--bcher-kva.example`); undefined when it is none. */
export function parseMailAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || local.length > MAX_LOCAL || !LOCAL_PART.test(local)) return undefined;
  const given = text.slice(at + 1);
  // domainToASCII forgives what URLs forgive: percent signs, blanks, tabs.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(given)) return undefined;
  const domain = domainToASCII(given);
  const labels = domain.split('.');
  if (!labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1)!)) return undefined;
  const address = `${local}@${domain}`;
  return address.length <= MAX_ADDRESS ? address : undefined;
}

/** `Sheaf <sheaf@example.org>` or the bare address; undefined when it is neither. */
export function parseMailbox(text: string): Mailbox | undefined {
  const named = /^\s*(?:"([^"\\]*)"|([^"<>@,;:]*?))\s*<([^<>]+)>\s*$/.exec(text);
  const address = parseMailAddress(named ? named[3]! : text.trim());
  const name = (named?.[1] ?? named?.[2] ?? '').trim();
  return address === undefined || hasControls(name) ? undefined : { name, address };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

export const hasControls = (text: string): boolean => CONTROLS.test(text);
