// Markup bytes → text: what the bytes prove first, what the markup says about itself second.

import { decodeText } from './decode-text.ts';

const DECLARED_WITHIN = 2048;

/** UTF-8 and UTF-16 when the bytes bear it out, else the declared encoding, else Windows-1252. Never throws. */
export function decodeMarkup(bytes: Uint8Array): string {
  const guess = decodeText(bytes);
  if (guess.encoding !== 'windows-1252') return guess.text;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const label =
    /<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1] ??
    /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]{2,40})/i.exec(head)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return guess.text;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return guess.text;
  }
}
