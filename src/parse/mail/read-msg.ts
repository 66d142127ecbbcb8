// Outlook's own format (MS-OXMSG) → the parts of a mail. Attached messages come out as files of the same format.

import { createRequire } from 'node:module';
import type outlook from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import { SheafError } from '../../errors.ts';
import type { Mail, MailPart } from './mail.ts';

// Loaders differ in what the default export of a CommonJS module is.
const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as typeof outlook;

const MAX_PARTS = 1000;
/** MS-OXCMSG, PidTagInternetCodepage: the code pages that TextDecoder knows under another name. */
const codePages: Readonly<Record<number, string>> = {
  65001: 'utf-8',
  20127: 'windows-1252',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  28597: 'iso-8859-7',
  28605: 'iso-8859-15',
  20866: 'koi8-r',
  50220: 'iso-2022-jp',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
};

/** Throws `file.corrupt`. */
export function readMsg(bytes: Uint8Array): Mail {
  try {
    // A copy: it reads from the start of the memory that a view lies in.
    const reader = new MsgReader(new Uint8Array(bytes).buffer);
    const fields = reader.getFileData();
    if (fields.error) throw new Error(fields.error);
    const html = htmlOf(fields);
    const recipients = (kind: string): string =>
      (fields.recipients ?? [])
        .filter((recipient) => (recipient.recipType ?? 'to') === kind)
        .map((recipient) => person(recipient.name, recipient.smtpAddress ?? recipient.email))
        .join(', ');
    return {
      from: person(
        fields.senderName,
        fields.senderSmtpAddress ?? fields.sentRepresentingSmtpAddress ?? fields.senderEmail,
      ),
      to: recipients('to'),
      cc: recipients('cc'),
      subject: fields.subject ?? '',
      date: fields.clientSubmitTime ?? fields.messageDeliveryTime ?? '',
      ...(html ? { html } : {}),
      ...(fields.body ? { text: fields.body } : {}),
      parts: (fields.attachments ?? []).slice(0, MAX_PARTS).flatMap((attachment) => partOf(reader, attachment)),
    };
  } catch (error) {
    if (error instanceof SheafError) throw error;
    throw new SheafError('file.corrupt', undefined, { cause: error });
  }
}

function htmlOf({ bodyHtml, html, internetCodepage = 65001 }: FieldsData): string | undefined {
  if (bodyHtml) return bodyHtml;
  if (!html) return undefined;
  const label = codePages[internetCodepage] ?? `windows-${internetCodepage}`;
  try {
    return new TextDecoder(label).decode(html);
  } catch {
    return new TextDecoder('windows-1252').decode(html);
  }
}

/** Addresses of people in the same Exchange are paths of a directory; they say nothing. */
function person(name = '', address = ''): string {
  const at = /^[^\s/]+@/.test(address) ? address : '';
  return name && at && name !== at ? `${name} <${at}>` : name || at;
}

function partOf(reader: InstanceType<typeof MsgReader>, attachment: FieldsData): MailPart[] {
  // A link to a file elsewhere has no content.
  if (!attachment.innerMsgContent && !attachment.contentLength) return [];
  const { fileName, content } = reader.getAttachment(attachment);
  const contentId = attachment.pidContentId?.replace(/^<|>$/g, '');
  return [
    {
      name: fileName ?? '',
      mediaType: attachment.innerMsgContent ? 'application/vnd.ms-outlook' : (attachment.attachMimeTag ?? ''),
      ...(contentId ? { contentId } : {}),
      inline: attachment.attachmentHidden === true || contentId !== undefined,
      bytes: content,
    },
  ];
}
