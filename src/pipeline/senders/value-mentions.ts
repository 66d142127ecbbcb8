// Every place of a document where a field's value may stand, as far as its kind or its form tells.

import { foldText } from '../../document/fold-text.ts';
import type { Line } from '../../document/parsed-document.ts';
import type { Json } from '../../document/value.ts';
import { type KindValue, readKind } from '../kinds.ts';
import type { FieldKind, FieldSpec } from '../pack.ts';
import type { Reading } from '../reading.ts';
import { wordsOf } from './value-place.ts';

export interface ValueMention extends KindValue {
  line: Line;
}

/** Anything may be such a value: where it begins and ends must be known. */
const FREE_TEXT: ReadonlySet<FieldKind> = new Set(['text', 'party', 'person', 'address', 'list', 'table', 'enum']);

/** Longer documents say again what they said before. */
const MOST_LINES = 4_000;

/** Lines at the start and at the end: totals stand last. */
function linesToRead(reading: Reading): readonly Line[] {
  const { lines } = reading;
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES / 2), ...lines.slice(-MOST_LINES / 2)];
}

/** `starts`: words that are known to stand before such a value in its line. */
export function mentionsOfKind(
  reading: Reading,
  field: FieldSpec,
  starts: readonly (readonly string[])[],
): ValueMention[] {
  return linesToRead(reading).flatMap((line) =>
    spansOf(line, field, starts).flatMap(([start, end]) =>
      readKind(reading, line, start, end, field).map((found) => ({
        ...found,
        value: signless(field, found.value),
        line,
      })),
    ),
  );
}

const signless = (field: FieldSpec, value: Json): Json =>
  field.unsigned && typeof value === 'number' ? Math.abs(value) : value;

function spansOf(line: Line, field: FieldSpec, starts: readonly (readonly string[])[]): [number, number][] {
  const { length } = line.text;
  if (!FREE_TEXT.has(field.kind)) return [[0, length]];
  const spans: [number, number][] = [[0, length]];
  const colon = /[:：]\s+/u.exec(line.text);
  if (colon && colon.index > 0) spans.push([colon.index + colon[0].length, length]);
  for (const words of starts) {
    const from = endOfWords(line.text, words);
    if (from !== undefined && spans.every(([start]) => start !== from)) spans.push([from, length]);
  }
  return spans;
}

const NUMBERED_START = /^[^\p{L}\p{N}]*\p{L}{1,20}[^\p{L}\p{N}]{0,2}\d{1,2}[\s.:)]+/u;

/** Where the text goes on behind the last of the words; undefined when they do not stand there in this order. */
function endOfWords(text: string, words: readonly string[]): number | undefined {
  const last = words.at(-1);
  if (last === undefined) return undefined;
  if (last.includes('#')) {
    const start = NUMBERED_START.exec(text)?.[0];
    return start !== undefined && wordsOf(start)[0] === last ? start.length : undefined;
  }
  for (const match of text.matchAll(/[\p{L}\p{N}#%]+/gu)) {
    if (foldText(match[0]).replace(/\p{N}+/gu, '9') !== last) continue;
    const rest = /^[^\p{L}\p{N}([$€£+-]+/u.exec(text.slice(match.index + match[0].length));
    return match.index + match[0].length + (rest?.[0].length ?? 0);
  }
  return undefined;
}

/** Runs of characters of the given shape, whatever they mean; the shape is ours, its pattern linear. */
export function mentionsOfShape(reading: Reading, shape: string): ValueMention[] {
  const pattern = patternOf(shape);
  if (!pattern) return [];
  return linesToRead(reading).flatMap((line) =>
    [...line.text.matchAll(pattern)].map(({ 0: raw, index }) => ({
      value: raw,
      raw,
      start: index,
      end: index + raw.length,
      certainty: 0.6,
      line,
    })),
  );
}

const CLASSES: Readonly<Record<string, string>> = {
  A: '\\p{Lu}{1,30}',
  a: '[\\p{Ll}\\p{Lo}]{1,30}',
  9: '\\p{N}{1,24}',
};

function patternOf(shape: string): RegExp | undefined {
  if (!/9/.test(shape) || shape.includes('+') || shape.length > 40) return undefined;
  const body = [...shape].map((sign) => CLASSES[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('');
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'gu');
}

/** Whether two values mean the same, however they are written. */
export function meansTheSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 0.005;
  if (typeof one === 'string' && typeof other === 'string') return bare(one) === bare(other) && bare(one) !== '';
  return one !== null && one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

const bare = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
