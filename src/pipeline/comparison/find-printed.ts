// Is a stated value printed anywhere on the pages? It may stand where nobody would look for this field, or be read as another.

import { evidenceOfSpan } from '../../document/line-span.ts';
import type { Line } from '../../document/parsed-document.ts';
import type { Evidence, Json } from '../../document/value.ts';
import type { FieldKind } from '../pack.ts';
import type { Reading } from '../reading.ts';
import { bareCode, wordsOf } from './same-value.ts';

/** Shorter codes stand on any page by chance. */
const MIN_CODE = 4;
const MAX_CODE = 80;
/** Of the words of a text, how many must stand on the pages. */
const MOST_WORDS = 0.85;

/** Where `value` is printed; undefined = nowhere that could be found. */
export function findPrinted(reading: Reading, kind: FieldKind, value: Json): Evidence | undefined {
  if (typeof value === 'number') return findNumber(reading, value);
  if (typeof value !== 'string') return undefined;
  if (kind === 'date') return findDate(reading, value);
  if (kind === 'country' || kind === 'currency') return undefined;
  return (
    findCode(reading, value) ??
    (kind === 'party' || kind === 'address' || kind === 'text' ? findWords(reading, kind, value) : undefined)
  );
}

const IBAN_FORM = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

/** Something printed in the form of an IBAN that is not `value`, even if its check digits are wrong. */
export function findOtherIban(reading: Reading, value: Json): Evidence | undefined {
  for (const line of reading.lines) {
    for (const match of line.text.matchAll(IBAN_FORM)) {
      if (bareCode(match[0]) !== bareCode(String(value)))
        return evidenceOfSpan(line, match.index, match.index + match[0].length);
    }
  }
  return undefined;
}

/** Every reading of an ambiguous number or date counts: what was stated tells which was meant. */
function findNumber(reading: Reading, value: number): Evidence | undefined {
  const printed = reading.derive('comparison/numbers', () => {
    const places = new Map<number, Evidence>();
    for (const line of reading.lines) {
      for (const { value: number, start, end } of reading.numbers(line)) {
        for (const one of number.readings) {
          const key = hundredths(one);
          if (!places.has(key)) places.set(key, evidenceOfSpan(line, start, end));
        }
      }
    }
    return places;
  });
  return printed.get(hundredths(value));
}

const hundredths = (value: number): number => Math.round(Math.abs(value) * 100);

function findDate(reading: Reading, value: string): Evidence | undefined {
  const printed = reading.derive('comparison/dates', () => {
    const places = new Map<string, Evidence>();
    for (const line of reading.lines) {
      for (const { value: date, start, end } of reading.dates(line)) {
        for (const one of date.readings) if (!places.has(one)) places.set(one, evidenceOfSpan(line, start, end));
      }
    }
    return places;
  });
  return printed.get(value);
}

/** Its characters in order, with nothing but spaces and punctuation between them, and no more letters or digits around. */
function findCode(reading: Reading, value: string): Evidence | undefined {
  const bare = bareCode(value);
  if (bare.length < MIN_CODE || bare.length > MAX_CODE) return undefined;
  for (const { line, bare: text, offsets } of bareLines(reading)) {
    for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
      const start = offsets[at]!;
      const end = offsets[at + bare.length - 1]! + 1;
      if (!isPart(line.text, start, end)) return evidenceOfSpan(line, start, end);
    }
  }
  return undefined;
}

function isPart(text: string, start: number, end: number): boolean {
  const joined = /[\p{L}\p{N}]/u;
  return joined.test(text[start - 1] ?? ' ') || joined.test(text[end] ?? ' ');
}

interface BareLine {
  line: Line;
  /** Letters and digits alone, folded. */
  bare: string;
  /** Where each of them stands in the line's text. */
  offsets: number[];
}

function bareLines(reading: Reading): readonly BareLine[] {
  return reading.derive('comparison/bare-lines', () =>
    reading.lines.map((line) => {
      let bare = '';
      const offsets: number[] = [];
      for (let i = 0; i < line.text.length; i++) {
        const folded = bareCode(line.text[i]!);
        bare += folded;
        for (let k = 0; k < folded.length; k++) offsets.push(i);
      }
      return { line, bare, offsets };
    }),
  );
}

/** Broken over lines, with words between: most of its words stand on the pages, and the line with the most of them is shown. */
function findWords(reading: Reading, kind: FieldKind, value: string): Evidence | undefined {
  const words = [...new Set(wordsOf(value))].filter((word) => word.length > 1 || kind === 'address');
  if (words.length < 2) return undefined;
  const lines = reading.derive('comparison/words', () => reading.lines.map((line) => new Set(wordsOf(line.text))));
  const seen = new Set<string>();
  let best: { line: Line; count: number } | undefined;
  for (const [i, there] of lines.entries()) {
    const hits = words.filter((word) => there.has(word));
    for (const hit of hits) seen.add(hit);
    if (hits.length > (best?.count ?? 0)) best = { line: reading.lines[i]!, count: hits.length };
  }
  // The words of a name stand together; those of an address or a paragraph may stand on lines of their own.
  const found = kind === 'party' ? (best?.count ?? 0) : seen.size;
  return best && found >= MOST_WORDS * words.length ? evidenceOfSpan(best.line) : undefined;
}
