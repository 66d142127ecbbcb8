// Numbers with units in a text: `16 GB` against `8gb` contradict each other, `2.5 in` against `2.5-inch` do not.

import { remembered } from './remembered.ts';
import { foldText } from './words.ts';

const quantityPattern = /(?<![\p{L}\p{N}.])(\d+(?:[.,]\d+)?)[ -]?([\p{L}"']{1,8})(?![\p{L}\p{N}])/gu;
const plainPattern = /(?<![\p{L}\p{N}.,-])\d+(?:[.,]\d+)?(?![\p{L}\p{N}])/gu;

/** Spelling → [dimension, factor]: what can be converted has one dimension. */
const units: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  ...ofDimension('data', {
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    gig: 1e9,
    gigabyte: 1e9,
    terabyte: 1e12,
    megabyte: 1e6,
  }),
  ...ofDimension('length', {
    mm: 1,
    cm: 10,
    m: 1000,
    meter: 1000,
    metre: 1000,
    meters: 1000,
    in: 25.4,
    inch: 25.4,
    inches: 25.4,
    '"': 25.4,
    ft: 304.8,
    foot: 304.8,
    feet: 304.8,
    "'": 304.8,
    yd: 914.4,
    yard: 914.4,
    yards: 914.4,
  }),
  ...ofDimension('mass', { g: 1, kg: 1000, mg: 0.001, lb: 453.6, lbs: 453.6, oz: 28.35, t: 1e6 }),
  ...ofDimension('volume', { ml: 1, cl: 10, l: 1000, liter: 1000, litre: 1000 }),
  ...ofDimension('power', { w: 1, watt: 1, watts: 1, kw: 1000 }),
  ...ofDimension('voltage', { v: 1, volt: 1, volts: 1, kv: 1000 }),
  ...ofDimension('current', { a: 1000, amp: 1000, ma: 1 }),
  ...ofDimension('charge', { mah: 1, ah: 1000 }),
  ...ofDimension('frequency', { hz: 1, khz: 1e3, mhz: 1e6, ghz: 1e9 }),
  ...ofDimension('pixels', { mp: 1, megapixel: 1, megapixels: 1 }),
  ...ofDimension('zoom', { x: 1 }),
  ...ofDimension('pieces', {
    pk: 1,
    pack: 1,
    ct: 1,
    count: 1,
    pc: 1,
    pcs: 1,
    pieces: 1,
    sheets: 1,
    stk: 1,
    er: 1,
    pages: 1,
    page: 1,
  }),
  ...ofDimension('ports', { port: 1, ports: 1, way: 1, bay: 1, outlet: 1, outlets: 1 }),
  ...ofDimension('lines', { p: 1, i: 1 }),
};

function ofDimension(dimension: string, factors: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(factors).map(([unit, factor]) => [unit, [dimension, factor] as const]));
}

/** Dimension → sizes in its base unit. */
export const quantitiesIn = remembered((text: string): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [, number, unit] of foldText(text).matchAll(quantityPattern)) {
    const known = Object.hasOwn(units, unit!) ? units[unit!] : undefined;
    if (!known) continue;
    const [dimension, factor] = known;
    const size = Number(number!.replace(',', '.')) * factor;
    const sizes = found.get(dimension) ?? [];
    if (!sizes.includes(size)) sizes.push(size);
    found.set(dimension, sizes);
  }
  return found;
});

/** Numbers that stand alone. */
export const plainNumbersIn = remembered((text: string): readonly string[] => [
  ...new Set(foldText(text).match(plainPattern) ?? []),
]);

const TOLERANCE = 0.02;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(a, b);

/** Share of the dimensions that both texts name in which a size is the same; undefined when they share none. */
export function quantityAgreement(left: string, right: string): number | undefined {
  const a = quantitiesIn(left);
  const b = quantitiesIn(right);
  let shared = 0;
  let agreed = 0;
  for (const [dimension, sizes] of a) {
    const others = b.get(dimension);
    if (!others) continue;
    shared++;
    const hits = sizes.filter((size) => others.some((other) => near(size, other))).length;
    agreed += hits / Math.min(sizes.length, others.length) >= 1 ? 1 : hits / Math.max(sizes.length, others.length);
  }
  return shared === 0 ? undefined : agreed / shared;
}
