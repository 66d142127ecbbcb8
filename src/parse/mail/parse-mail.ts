// A mail → one document of its head and its text; what is attached is held out to whoever reads it as documents of their own.

import type { HeldFile } from '../../document/parsed-document.ts';
import { SheafError } from '../../errors.ts';
import { heldName } from '../held-name.ts';
import { parseHtml } from '../html.ts';
import type { ParseContext, ParsedParts } from '../parse-context.ts';
import { parseText } from '../text.ts';
import { belongsToText } from './belongs-to-text.ts';
import { headerLines, type Mail } from './mail.ts';
import { isOutlookFile } from './sniff-mail.ts';
import { stackPages } from './stack-pages.ts';

/** Throws `file.corrupt`, `file.too-large`. */
export async function parseMail(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const mail = await readMail(bytes);
  const held = await holdParts(mail, context);
  const parts = await layMail(mail, context);
  return {
    ...parts,
    format: 'mail',
    metadata: {
      ...(mail.subject ? { title: mail.subject } : {}),
      ...(mail.from ? { author: mail.from } : {}),
    },
    held,
  };
}

async function readMail(bytes: Uint8Array): Promise<Mail> {
  if (isOutlookFile(bytes)) return (await import('./read-msg.ts')).readMsg(bytes);
  return (await import('./read-eml.ts')).readEml(bytes);
}

async function layMail(mail: Mail, context: ParseContext): Promise<ParsedParts> {
  const head = headerLines(mail).join('\n');
  const page = mail.html ? await layHtml(mail.html, context) : undefined;
  if (!page) return parseText(Buffer.from(`${head}\n\n${mail.text ?? ''}`.trim() || '(no text)'), context);
  if (head === '') return page;
  const top = await parseText(Buffer.from(head), context);
  return { ...page, pages: [stackPages(top.pages[0]!, page.pages[0]!)] };
}

/** undefined when it shows no word: a mail of one picture has its words, if any, in the plain text beside it. */
async function layHtml(html: string, context: ParseContext): Promise<ParsedParts | undefined> {
  // The mark says that it is UTF-8 now, whatever the markup says that it was.
  const page = await parseHtml(Buffer.from(`\uFEFF${html}`), context);
  return page.pages[0]!.lines.length > 0 || (page.hidden ?? []).length > 0 ? page : undefined;
}

async function holdParts(mail: Mail, context: ParseContext): Promise<HeldFile[]> {
  const held: HeldFile[] = [];
  let left = 0;
  for (const part of mail.parts) {
    if (await belongsToText(part, mail.html)) {
      left++;
      continue;
    }
    if (held.length === context.limits.maxHeldFiles) {
      throw new SheafError('archive.too-large', `It has more than ${held.length} attachments.`);
    }
    const position = held.length + 1;
    const name = heldName(part.name, fallbackName(part.mediaType, position));
    held.push({ position, name, size: part.bytes.length });
    await context.hold?.({ position, name, bytes: part.bytes });
  }
  if (left > 0) {
    const message = `${left} of its parts belong to its text (logos, signatures) and are not documents.`;
    context.warn({ code: 'mail.inline', message });
  }
  return held;
}

function fallbackName(mediaType: string, position: number): string {
  if (mediaType === 'message/rfc822') return `message-${position}.eml`;
  if (mediaType === 'application/vnd.ms-outlook') return `message-${position}.msg`;
  return `attachment-${position}`;
}
