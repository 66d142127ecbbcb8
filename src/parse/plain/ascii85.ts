// The ASCII85Decode filter of PDF, strictly: full groups, no signs of its own, the end mark last.

import { isSpace, undecided } from './pdf-value.ts';

export function decodeAscii85(data: Buffer): Buffer {
  const out = Buffer.alloc(Math.ceil(data.length / 5) * 4 + 4 * countOf(data, 0x7a));
  let length = 0;
  let group = 0;
  let digits = 0;
  let at = 0;
  for (; at < data.length && data[at] !== 0x7e; at++) {
    const c = data[at]!;
    if (isSpace(c)) continue;
    if (c === 0x7a && digits === 0) {
      length = out.writeUInt32BE(0, length);
      continue;
    }
    if (c < 0x21 || c > 0x75) undecided('filter');
    group = group * 85 + c - 0x21;
    if (++digits < 5) continue;
    // Throws above 32 bits.
    length = out.writeUInt32BE(group, length);
    group = 0;
    digits = 0;
  }
  if (data[at] !== 0x7e || data[at + 1] !== 0x3e || digits === 1) undecided('filter');
  if (digits > 1) {
    for (let i = digits; i < 5; i++) group = group * 85 + 84;
    out.writeUInt32BE(group, length);
    length += digits - 1;
  }
  return out.subarray(0, length);
}

function countOf(data: Buffer, byte: number): number {
  let count = 0;
  for (let at = data.indexOf(byte); at >= 0; at = data.indexOf(byte, at + 1)) count++;
  return count;
}
