// Which picture a file is, by its first bytes. What is none of these never reaches a decoder.

import { SheafError } from '../errors.ts';

export const LARGEST_PICTURE_BYTES = 30_000_000;

const ascii = (bytes: Uint8Array, from: number, text: string): boolean =>
  text.length + from <= bytes.length && [...text].every((letter, i) => bytes[from + i] === letter.charCodeAt(0));

/** Throws `file.empty`, `file.too-large`, `file.unsupported`. */
export function ensurePicture(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new SheafError('file.empty');
  if (bytes.length > LARGEST_PICTURE_BYTES) throw new SheafError('file.too-large');
  const isKnown =
    ascii(bytes, 0, '\u0089PNG\r\n\u001a\n') ||
    (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) ||
    (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP')) ||
    ascii(bytes, 0, 'II*\u0000') ||
    ascii(bytes, 0, 'MM\u0000*') ||
    ascii(bytes, 0, 'GIF87a') ||
    ascii(bytes, 0, 'GIF89a');
  if (!isKnown) throw new SheafError('file.unsupported', 'Send a picture: PNG, JPEG, WebP, TIFF or GIF.');
}
