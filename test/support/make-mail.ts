// Mails as programs send them, and Outlook's files, made for tests.

import { burn } from '@kenjiuno/msgreader/lib/Burner.js';

export interface MailFile {
  name?: string;
  type?: string;
  content: Buffer | string;
  /** Makes it a part of the text. */
  contentId?: string;
}

export interface MailWords {
  from?: string;
  to?: string;
  subject?: string;
  date?: string;
  messageId?: string;
  text?: string;
  html?: string;
  files?: readonly MailFile[];
}

const lines = (content: Buffer): string => content.toString('base64').replace(/.{1,76}/g, '$&\r\n');

function part({ name, type = 'application/octet-stream', content, contentId }: MailFile): string {
  // RFC 2046, 5.2.1: messages are attached as they are.
  const isMessage = type === 'message/rfc822';
  return [
    `Content-Type: ${type}${name ? `; name="${name}"` : ''}`,
    contentId ? `Content-ID: <${contentId}>` : '',
    `Content-Disposition: ${contentId ? 'inline' : 'attachment'}${name ? `; filename="${name}"` : ''}`,
    isMessage ? '' : 'Content-Transfer-Encoding: base64',
  ]
    .filter(Boolean)
    .concat('', isMessage ? String(content) : lines(Buffer.from(content)))
    .join('\r\n');
}

let boundaries = 0;

export function makeMail(words: MailWords = {}): Buffer {
  const { from = 'Ada <ada@sender.example>', to = 'in@house.example', subject = 'Invoice', text, html } = words;
  const boundary = `boundary-${++boundaries}`;
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${words.date ?? 'Fri, 20 Nov 2026 10:05:00 +0100'}`,
    `Message-ID: <${words.messageId ?? `${boundary}@sender.example`}>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const bodies = [
    ...(text === undefined && html !== undefined ? [] : [['plain', text ?? 'Please find it attached.']]),
    ...(html === undefined ? [] : [['html', html]]),
  ].map(([kind, body]) => `Content-Type: text/${kind}; charset=utf-8\r\n\r\n${body}`);
  const parts = [...bodies, ...(words.files ?? []).map(part)];
  return Buffer.from(
    `${head.join('\r\n')}\r\n\r\n${parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('')}--${boundary}--\r\n`,
  );
}

interface Storage {
  [name: string]: Buffer | Storage;
}

/** [MS-CFB]: a compound file of storages and streams. */
function compoundFile(root: Storage): Buffer {
  const entries: Parameters<typeof burn>[0] = [];
  const add = (name: string, content: Buffer | Storage, type: number): number => {
    const index = entries.length;
    if (Buffer.isBuffer(content)) {
      entries.push({ name, type, length: content.length, binaryProvider: () => Uint8Array.from(content) });
      return index;
    }
    const entry = { name, type, length: 0, children: [] as number[] };
    entries.push(entry);
    for (const [child, inner] of Object.entries(content))
      entry.children.push(add(child, inner, Buffer.isBuffer(inner) ? 2 : 1));
    return index;
  };
  add('Root Entry', root, 5);
  return Buffer.from(burn(entries));
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** [MS-OXMSG]: subject, sender, text and attachments. */
export function makeOutlookFile({ subject = 'Invoice', text = 'See below.', files = [] }: MailWords = {}): Buffer {
  const root: Storage = {
    '__properties_version1.0': Buffer.alloc(32),
    '__substg1.0_0037001F': wide(subject),
    '__substg1.0_0C1A001F': wide('Ada'),
    '__substg1.0_1000001F': wide(text),
  };
  for (const [index, { name = '', content }] of files.entries()) {
    root[`__attach_version1.0_#${index.toString(16).padStart(8, '0')}`] = {
      '__properties_version1.0': Buffer.alloc(8),
      '__substg1.0_3707001F': wide(name),
      '__substg1.0_37010102': Buffer.from(content),
    };
  }
  return compoundFile(root);
}
