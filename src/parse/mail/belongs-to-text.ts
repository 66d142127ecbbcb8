// Which parts of a mail are not documents: the logo and the signature picture that its text shows, and what machines add to it.

import sharp from 'sharp';
import type { MailPart } from './mail.ts';

/** A picture that may be a page (a photographed receipt pasted into the text) is wider and higher than this. */
const PAGE_PIXELS = 480;
/** So little holds no page that could be read. */
const LOGO_BYTES = 6 * 1024;
const MAX_PIXELS = 120_000_000;

/** For machines: signatures (RFC 8551, RFC 3156) and what became of a mail (RFC 3464). */
const forMachines = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
  'message/delivery-status',
]);

export async function belongsToText(part: MailPart, html: string | undefined): Promise<boolean> {
  if (forMachines.has(part.mediaType)) return true;
  if (!part.inline || !part.contentId || !html || !shows(html, part.contentId)) return false;
  if (part.bytes.length <= LOGO_BYTES) return part.mediaType.startsWith('image/');
  const size = await sharp(part.bytes, { limitInputPixels: MAX_PIXELS })
    .metadata()
    .catch(() => undefined);
  return size !== undefined && Math.min(size.width, size.height) < PAGE_PIXELS;
}

/** RFC 2392: the address of a part is its id, with what an address cannot hold escaped. */
function shows(html: string, contentId: string): boolean {
  const text = html.toLowerCase();
  const id = contentId.toLowerCase();
  return text.includes(`cid:${id}`) || text.includes(`cid:${encodeURIComponent(contentId).toLowerCase()}`);
}
