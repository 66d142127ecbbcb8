// Whether a PDF can hold the picture of a page at all, told from its bytes: asking the engine costs as much as reading.

import { findNames } from './pdf-names.ts';

/** Fewer pixels than this cannot show a page of text that a person could read (A4 at 50 dpi). */
const LEAST_PIXELS = 200_000;
const DICTIONARY_REACH = 2000;

/**
 * False when every image in the file is too small to be a scanned page. The dictionary of an image always stands in
 * clear text: streams are never packed into other streams, and encryption leaves names and numbers alone.
 */
export function mayHoldPagePicture(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return findNames(bytes).Image.some((at) => pixelsAround(buffer, at) >= LEAST_PIXELS);
}

/** Width times height of the image whose dictionary holds `at`; infinite when it does not say. */
function pixelsAround(buffer: Buffer, at: number): number {
  const before = buffer.toString('latin1', Math.max(0, at - DICTIONARY_REACH), at);
  const behind = buffer.toString('latin1', at, at + DICTIONARY_REACH);
  // "/ProcSet [/PDF /Text /ImageB /ImageC]" names no image.
  if (/^\/Image[BCI]\b/.test(behind)) return 0;
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1) + behind.split('stream', 1)[0]!;
  return side(dictionary, 'Width') * side(dictionary, 'Height');
}

function side(dictionary: string, name: 'Width' | 'Height'): number {
  const stated = new RegExp(`/${name}\\s+(\\d{1,9})(?!\\d|\\s+\\d+\\s+R)`).exec(dictionary)?.[1];
  return stated === undefined ? Number.POSITIVE_INFINITY : Number(stated);
}
