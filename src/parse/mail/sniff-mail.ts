// Mails by their content: the header lines of Internet mail, and Outlook's files among the other OLE containers.

/** [MS-OXMSG] 2.1: class of the root storage, {00020D0B-0000-0000-C000-000000000046}. */
const MESSAGE_CLASS = Buffer.from('0b0d020000000000c000000000000046', 'hex');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const OTHER_ROOTS = ['WordDocument', 'Workbook', 'PowerPoint Document'];

/** An OLE container whose root is a message: others may hold one that somebody put into them. */
export function isOutlookFile(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 512 || !OLE.equals(buffer.subarray(0, 8))) return false;
  // [MS-CFB] 2.2: the root is the first entry of the first sector of the directory; its class stands 80 bytes into it.
  const root = (buffer.readUInt32LE(48) + 1) * 2 ** Math.min(16, buffer.readUInt16LE(30));
  if (MESSAGE_CLASS.equals(buffer.subarray(root + 80, root + 96))) return true;
  const has = (name: string) => buffer.includes(name, 0, 'utf16le');
  return has('__properties_version1.0') && !OTHER_ROOTS.some(has);
}

/** Lines that a mail program writes, and no person. */
const MACHINE_LINES =
  /^(?:MIME-Version|Received|Message-ID|Return-Path|DKIM-Signature|Delivered-To|X-Mailer|X-Mozilla-Status|ARC-Seal):/im;
/** RFC 5322, 3.3: "Fri, 21 Nov 1997 09:55:06 -0600". */
const MAIL_DATE = /^Date:\s*(?:\p{L}{3},\s*)?\d{1,2} \p{L}{3} \d{2,4} \d{1,2}:\d{2}/imu;
/** What mailboxes write before a mail. */
const ENVELOPE = /^>?From \S[^\r\n]*\r?\n/;

/** `start`: the first kilobytes. A memo with "From:" and "To:" is none: it has no address or no date that a machine wrote. */
export function looksLikeMail(start: string): boolean {
  const head = start.replace(ENVELOPE, '').split(/\r?\n\r?\n/, 1)[0]!;
  const fields = head.match(/^[A-Z][A-Za-z0-9-]{1,40}:(?= ?)/gm) ?? [];
  if (!/^[A-Z][A-Za-z0-9-]{1,40}:/i.test(head) || fields.length < 3) return false;
  if (MACHINE_LINES.test(head)) return true;
  return /^From:[^\r\n]*\S@\S/im.test(head) && MAIL_DATE.test(head) && /^(?:To|Subject):/im.test(head);
}

/** Several mails one after the other (mbox). */
export function looksLikeMailbox(text: string): boolean {
  return ENVELOPE.test(text) && /\r?\n\r?\nFrom \S+ [^\r\n]*\d{4}[^\r\n]*\r?\n[A-Z][\w-]+: /.test(text);
}
