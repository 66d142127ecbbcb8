// The outlines of an embedded TrueType font, and which of them a code draws.

import { type Point, type Shape, shapeOf } from '../hidden/glyph-outline.ts';
import { undecided } from './pdf-value.ts';

export interface TrueType {
  unitsPerEm: number;
  /** Glyphs that readers may choose for a code of a simple font; each table of codes that is there must know it. */
  glyphsOf(code: number, unicode: number): number[];
  /** Lowest, highest, leftmost and rightmost point; undefined for a glyph that draws nothing. */
  extentOf(glyph: number): readonly [number, number, number, number] | undefined;
  shapeOf(glyph: number): Shape | undefined;
}

const MAX_POINTS = 600;
const CURVE_STEPS = 5;
const SYMBOL_PREFIXES = [0, 0xf000, 0xf100, 0xf200];

export function readTrueType(data: Buffer): TrueType {
  const tables = readTables(data);
  const head = tables.get('head') ?? undecided('font');
  const glyf = tables.get('glyf') ?? undecided('font');
  const loca = tables.get('loca') ?? undecided('font');
  const long = data.readInt16BE(head + 50) === 1;
  const place = (glyph: number): readonly [number, number] => {
    const at = loca + glyph * (long ? 4 : 2);
    return long
      ? [data.readUInt32BE(at), data.readUInt32BE(at + 4)]
      : [2 * data.readUInt16BE(at), 2 * data.readUInt16BE(at + 2)];
  };
  const count = data.readUInt16BE((tables.get('maxp') ?? undecided('font')) + 4);
  const startOf = (glyph: number): number | undefined => {
    if (glyph >= count) return undefined;
    const [start, end] = place(glyph);
    return end > start ? glyf + start : undefined;
  };
  let maps: Map<string, (code: number) => number> | undefined;
  return {
    unitsPerEm: data.readUInt16BE(head + 18) || undecided('font'),
    glyphsOf(code, unicode) {
      maps ??= readMaps(data, tables.get('cmap') ?? undecided('font without codes'));
      if (maps.size === 0) undecided('font without codes');
      const glyphs: number[] = [];
      for (const [kind, map] of maps) {
        const found =
          kind === '3,0' ? SYMBOL_PREFIXES.map((prefix) => map(prefix + code)) : [map(kind === '3,1' ? unicode : code)];
        const known = found.filter((glyph) => glyph !== 0);
        if (known.length === 0) undecided('code that a table lacks');
        glyphs.push(...known);
      }
      return glyphs;
    },
    extentOf(glyph) {
      const at = startOf(glyph);
      if (at === undefined || data.readInt16BE(at) === 0) return undefined;
      return [data.readInt16BE(at + 4), data.readInt16BE(at + 8), data.readInt16BE(at + 2), data.readInt16BE(at + 6)];
    },
    shapeOf(glyph) {
      const at = startOf(glyph);
      return at === undefined ? undefined : shapeOf(readOutline(data, at));
    },
  };
}

function readTables(data: Buffer): Map<string, number> {
  const version = data.readUInt32BE(0);
  if (version !== 0x00010000 && version !== 0x74727565) undecided('kind of font');
  const tables = new Map<string, number>();
  for (let i = 0, at = 12; i < data.readUInt16BE(4); i++, at += 16) {
    const name = data.toString('latin1', at, at + 4);
    if (tables.has(name)) undecided('table twice');
    tables.set(name, data.readUInt32BE(at + 8));
  }
  return tables;
}

/** By platform and encoding. Other formats than the two usual ones are refused. */
function readMaps(data: Buffer, start: number): Map<string, (code: number) => number> {
  const maps = new Map<string, (code: number) => number>();
  for (let i = 0; i < data.readUInt16BE(start + 2); i++) {
    const at = start + 4 + 8 * i;
    const kind = `${data.readUInt16BE(at)},${data.readUInt16BE(at + 2)}`;
    if (kind !== '3,1' && kind !== '3,0' && kind !== '1,0') continue;
    const table = start + data.readUInt32BE(at + 4);
    const format = data.readUInt16BE(table);
    if (maps.has(kind)) undecided('codes twice');
    if (format === 0) maps.set(kind, (code) => (code < 256 ? data[table + 6 + code]! : 0));
    else if (format === 4) maps.set(kind, (code) => segmentGlyph(data, table, code));
    else if (format === 6) {
      const [first, size] = [data.readUInt16BE(table + 6), data.readUInt16BE(table + 8)];
      maps.set(kind, (code) =>
        code >= first && code < first + size ? data.readUInt16BE(table + 10 + 2 * (code - first)) : 0,
      );
    } else undecided('format of codes');
  }
  return maps;
}

function segmentGlyph(data: Buffer, table: number, code: number): number {
  const double = data.readUInt16BE(table + 6);
  for (let i = 0; i < double; i += 2) {
    const last = data.readUInt16BE(table + 14 + i);
    if (code > last) continue;
    const first = data.readUInt16BE(table + 16 + double + i);
    if (code < first) return 0;
    const delta = data.readUInt16BE(table + 16 + 2 * double + i);
    const offsetAt = table + 16 + 3 * double + i;
    const offset = data.readUInt16BE(offsetAt);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = data.readUInt16BE(offsetAt + offset + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

const FLAG = { onCurve: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 } as const;

/** Contours of a simple glyph with its curves as lines; one put together from others is refused. */
function readOutline(data: Buffer, start: number): Point[][] {
  const contours = data.readInt16BE(start);
  if (contours < 0) return undecided('compound glyph');
  let at = start + 10;
  const ends: number[] = [];
  for (let i = 0; i < contours; i++, at += 2) ends.push(data.readUInt16BE(at));
  const count = (ends.at(-1) ?? -1) + 1;
  if (count > MAX_POINTS) undecided('glyph');
  at += 2 + data.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.readUInt8(at++);
    flags.push(flag);
    if ((flag & FLAG.repeat) !== 0) for (let n = data.readUInt8(at++); n > 0; n--) flags.push(flag);
  }
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [list, short, same] of [
    [xs, FLAG.shortX, FLAG.sameX],
    [ys, FLAG.shortY, FLAG.sameY],
  ] as const) {
    let value = 0;
    for (let i = 0; i < count; i++) {
      const flag = flags[i]!;
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? data.readUInt8(at++) : -data.readUInt8(at++);
      else if ((flag & same) === 0) {
        value += data.readInt16BE(at);
        at += 2;
      }
      list.push(value);
    }
  }
  let first = 0;
  return ends.map((last) => {
    const points = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
      x: xs[first + i]!,
      y: ys[first + i]!,
      on: (flags[first + i]! & FLAG.onCurve) !== 0,
    }));
    first = last + 1;
    return flatten(points);
  });
}

interface OutlinePoint {
  x: number;
  y: number;
  on: boolean;
}

/** Between two points off the curve lies one on it. */
function flatten(points: readonly OutlinePoint[]): Point[] {
  const full: OutlinePoint[] = [];
  for (const [i, point] of points.entries()) {
    const next = points[(i + 1) % points.length]!;
    full.push(point);
    if (!point.on && !next.on) full.push({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true });
  }
  const start = full.findIndex((point) => point.on);
  if (start < 0) return [];
  const line: Point[] = [];
  for (let i = 0; i < full.length; i++) {
    const point = full[(start + i) % full.length]!;
    if (point.on) {
      line.push([point.x, point.y]);
      continue;
    }
    const [x0, y0] = line.at(-1)!;
    const to = full[(start + i + 1) % full.length]!;
    for (let step = 1; step < CURVE_STEPS; step++) {
      const t = step / CURVE_STEPS;
      const s = 1 - t;
      line.push([s * s * x0 + 2 * s * t * point.x + t * t * to.x, s * s * y0 + 2 * s * t * point.y + t * t * to.y]);
    }
  }
  return line;
}
