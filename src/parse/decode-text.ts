// Bytes → text when nobody says how they are encoded: BOM, then UTF-8 if it holds, then UTF-16, then Windows-1252.

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Byte sequences that did not fit the encoding; each became U+FFFD. */
  replaced: number;
}

const PROBE_BYTES = 4096;

/** Never throws: `looksLikeText` tells whether the result makes sense. The byte order mark is left out. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes.subarray(3), 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes.subarray(2), 'utf-16be');
  const wide = guessUtf16(bytes);
  if (wide) return decode(bytes, wide);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8.replaced === 0) return utf8;
  // A few broken sequences among many good ones are damage; mostly broken means that it was never UTF-8.
  return countMultibyte(utf8.text) > 4 * utf8.replaced ? utf8 : decode(bytes, 'windows-1252');
}

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, replaced: countReplaced(text) };
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

function countMultibyte(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f && code !== 0xfffd) count++;
  }
  return count;
}

/** Latin text in UTF-16 without a mark has a zero in nearly every other byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, PROBE_BYTES) & ~1;
  if (length < 8) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  const pairs = length / 2;
  if (oddZeros > 0.7 * pairs && evenZeros < 0.05 * pairs) return 'utf-16le';
  if (evenZeros > 0.7 * pairs && oddZeros < 0.05 * pairs) return 'utf-16be';
  return undefined;
}

/** False for binary data: control characters that no text has, or mostly undecodable bytes. */
export function looksLikeText(text: string): boolean {
  if (text.length === 0) return false;
  let strange = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const control = code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b;
    if (code === 0 || control || code === 0x7f || code === 0xfffd || (code >= 0x80 && code < 0xa0)) strange++;
  }
  return strange <= 0.02 * text.length;
}
