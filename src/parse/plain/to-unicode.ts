// A font's map from codes to text. Refused where one code is given two texts, or in a form that is not the usual one.

import { undecided } from './pdf-value.ts';

const MAX_BYTES = 200_000;
const MAX_CODES = 65_536;

export function readToUnicode(data: Buffer): Map<number, string> {
  if (data.length > MAX_BYTES) undecided('map to Unicode');
  const text = data.toString('latin1');
  if (text.includes('%') || /usecmap/.test(text)) undecided('map to Unicode');
  const map = new Map<number, string>();
  let sections = 0;
  for (const [, kind, body] of text.matchAll(/\bbeginbf(char|range)\b([\s\S]*?)\bendbf\1\b/g)) {
    sections++;
    if (kind === 'char') readChars(body!, map);
    else readRanges(body!, map);
  }
  if (sections !== (text.match(/beginbf/g)?.length ?? 0)) undecided('map to Unicode');
  return map;
}

function readChars(body: string, map: Map<number, string>): void {
  const rest = body.replace(/\s*<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f\s]{1,64})>/g, (_, code: string, text: string) => {
    set(map, Number.parseInt(code, 16), decode(text));
    return '';
  });
  if (rest.trim() !== '') undecided('map to Unicode');
}

function readRanges(body: string, map: Map<number, string>): void {
  const line = /\s*<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*(?:<([0-9A-Fa-f\s]{1,64})>|\[([^\]]*)\])/g;
  const rest = body.replace(
    line,
    (_, from: string, to: string, start: string | undefined, list: string | undefined) => {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      if (last < first || last - first > 65_535) undecided('range');
      const texts = list?.match(/<[^>]*>/g)?.map((each) => decode(each.slice(1, -1)));
      for (let code = first; code <= last; code++) {
        const text = texts ? texts[code - first] : next(decode(start ?? ''), code - first);
        if (text === undefined) undecided('range');
        else set(map, code, text);
      }
      return '';
    },
  );
  if (rest.trim() !== '') undecided('map to Unicode');
}

const next = (text: string, by: number): string =>
  by === 0 ? text : text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);

function decode(hex: string): string {
  const digits = hex.replace(/\s/g, '');
  if (digits.length % 4 !== 0)
    return digits.length === 2 ? String.fromCharCode(Number.parseInt(digits, 16)) : undecided('text');
  return digits.replace(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
}

function set(map: Map<number, string>, code: number, text: string): void {
  const known = map.get(code);
  if ((known !== undefined && known !== text) || map.size > MAX_CODES) undecided('code with two texts');
  map.set(code, text);
}
