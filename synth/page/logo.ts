// Marks that stand for a company: drawn shapes and small raster pictures, none of them anyone's.
import { deflateSync } from 'node:zlib';
import type { Random } from '../random.ts';
import type { Pen } from './pen.ts';

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of `size` x `size` pixels whose colour at (x, y) is given by `colorAt`. */
function encodePng(size: number, colorAt: (x: number, y: number) => readonly [number, number, number]): Buffer {
  const raw = Buffer.alloc(size * (size * 3 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) raw.set(colorAt(x, y), y * (size * 3 + 1) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(raw)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const rgb = (color: string): [number, number, number] =>
  [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as [number, number, number];

/** A raster mark: rings or tiles in the accent colour. */
function rasterMark(random: Random, color: string): Buffer {
  const ink = rgb(color);
  const kind = random.int(0, 2);
  const period = random.int(7, 14);
  return encodePng(56, (x, y) => {
    const dx = x - 28;
    const dy = y - 28;
    const on =
      kind === 0
        ? Math.hypot(dx, dy) < 27 && Math.floor(Math.hypot(dx, dy) / period) % 2 === 0
        : kind === 1
          ? (Math.floor(x / period) + Math.floor(y / period)) % 2 === 0
          : Math.abs(dx) + Math.abs(dy) < 27 && (dx + dy) % period > 1;
    return on ? ink : [255, 255, 255];
  });
}

/** Draws a square mark of `size` points with its top left corner at (x, y). */
export function drawMark(pen: Pen, random: Random, x: number, y: number, size: number, color: string): void {
  const half = size / 2;
  switch (random.int(0, 4)) {
    case 0:
      pen.circle(x + half, y + half, half, { fill: color });
      pen.circle(x + half, y + half, half * 0.55, { fill: '#ffffff' });
      return;
    case 1:
      pen.polygon(
        [
          [x, y + size],
          [x + half, y],
          [x + size, y + size],
        ],
        color,
      );
      return;
    case 2:
      pen.box(x, y, half * 0.9, size, { fill: color });
      pen.box(x + half, y + half, half, half, { fill: color });
      return;
    case 3:
      pen.polygon(
        [
          [x + half, y],
          [x + size, y + half],
          [x + half, y + size],
          [x, y + half],
        ],
        color,
      );
      return;
    default:
      pen.image(rasterMark(random, color), x, y, size);
  }
}
