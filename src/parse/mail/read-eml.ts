// Internet mail (RFC 5322 with MIME) → its parts. Attached messages stay whole: each is a document of its own.

import PostalMime, { type Address, type Email } from 'postal-mime';
import { SheafError } from '../../errors.ts';
import type { Mail, MailPart } from './mail.ts';

const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 0 };

/** Throws `file.corrupt` for what nests or announces itself without end. */
export async function readEml(bytes: Uint8Array): Promise<Mail> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { ...LIMITS, forceRfc822Attachments: true });
  } catch (error) {
    throw new SheafError('file.corrupt', 'The mail is nested too deep, or its headers are too long.', { cause: error });
  }
  return {
    from: email.from ? shown([email.from]) : '',
    to: shown(email.to),
    cc: shown(email.cc),
    subject: email.subject ?? '',
    date: dateOf(email),
    ...(email.html ? { html: email.html } : {}),
    ...(email.text ? { text: email.text } : {}),
    parts: email.attachments.map(partOf),
  };
}

/** As the sender wrote it: the day in their own time zone is the day of the mail. */
function dateOf(email: Email): string {
  const written = email.headers.find(({ key }) => key === 'date')?.value ?? '';
  return written.replace(/\s*\([^()]*\)\s*$/, '') || (email.date ?? '');
}

function shown(addresses: readonly Address[] = []): string {
  return addresses.map(shownOne).filter(Boolean).join(', ');
}

function shownOne(address: Address): string {
  if (address.group) return `${address.name}: ${shown(address.group)}`;
  const { name, address: at } = address;
  return name && at ? `${name} <${at}>` : name || at;
}

function partOf(attachment: Email['attachments'][number]): MailPart {
  const { content } = attachment;
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const contentId = attachment.contentId?.replace(/^<|>$/g, '');
  return {
    name: attachment.filename ?? '',
    mediaType: attachment.mimeType,
    ...(contentId ? { contentId } : {}),
    inline: attachment.disposition === 'inline' || attachment.related === true,
    bytes,
  };
}
