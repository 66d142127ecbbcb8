// A document being read: the parsed pages plus what recognizers saw on them, each computed once and on demand.

import type { Line, Page, ParsedDocument } from '../document/parsed-document.ts';
import { resolveDateOrder } from '../recognize/date-order.ts';
import { type DateMention, findDates } from '../recognize/dates.ts';
import type { EntitySpan } from '../recognize/entities/entity-span.ts';
import { findMoney, type MoneyMention } from '../recognize/money.ts';
import { resolveNumberStyle } from '../recognize/number-style.ts';
import { findNumbers, type NumberMention } from '../recognize/numbers.ts';
import { withPlainDigits } from './plain-digits.ts';

export interface Reading {
  /** The document with digits of other scripts as 0–9; see plain-digits. */
  doc: ParsedDocument;
  /** The document as it was given. */
  given: ParsedDocument;
  /** ISO date of the day that the document is looked at from; nothing that is read may ask a clock. */
  asOf: string | undefined;
  /** What the entity model found in the text that the document's type gives it (`entityText`); empty where none was asked. */
  entities: readonly EntitySpan[];
  /** All lines of all pages, in reading order. */
  lines: readonly Line[];
  pageOf(line: Line): Page;
  /** Lines of the page that share the line's row, left to right. */
  rowOf(line: Line): Line[];
  dates(line: Line): readonly DateMention[];
  numbers(line: Line): readonly NumberMention[];
  money(line: Line): readonly MoneyMention[];
  /** Order of day and month in this document, and how it is known. */
  dateOrder(): ReturnType<typeof resolveDateOrder>;
  /** Decimal separator used in this document, null when nothing tells. */
  numberStyle(): 'dot' | 'comma' | null;
  /** Any further recognizer over a line, cached under its name. */
  mentions<T>(name: string, line: Line, find: (text: string) => T[]): readonly T[];
  /** Anything derived from the whole document, computed once under its name. */
  derive<T>(name: string, compute: () => T): T;
}

export interface ReadingHints {
  /** ISO 3166-1 alpha-2 of the document's origin, when something tells. */
  country?: string;
  /** ISO date: years of two digits lie before it or shortly after. */
  asOf?: string;
  entities?: readonly EntitySpan[];
}

export function createReading(given: ParsedDocument, hints: ReadingHints = {}): Reading {
  const doc = withPlainDigits(given);
  const lines = doc.pages.flatMap((page) => page.lines);
  const pages = new Map(doc.pages.map((page) => [page.number, page]));
  const firstLineOf = new Map<number, number>();
  let lineCount = 0;
  for (const page of doc.pages) {
    firstLineOf.set(page.number, lineCount);
    lineCount += page.lines.length;
  }
  const mentionCache = new Map<string, unknown[][]>();
  const derived = new Map<string, unknown>();
  const mentions = <T>(name: string, line: Line, find: (text: string) => T[]): readonly T[] => {
    const at = (firstLineOf.get(line.page) ?? 0) + line.index;
    // A line made up by an extractor (a label joined to its value) is asked about once.
    if (lines[at] !== line) return find(line.text);
    let byLine = mentionCache.get(name);
    if (!byLine) {
      byLine = new Array(lineCount);
      mentionCache.set(name, byLine);
    }
    let found = byLine[at] as T[] | undefined;
    if (!found) {
      found = find(line.text);
      byLine[at] = found;
    }
    return found;
  };
  const derive = <T>(name: string, compute: () => T): T => {
    if (!derived.has(name)) derived.set(name, compute());
    return derived.get(name) as T;
  };
  const reading: Reading = {
    doc,
    given,
    asOf: hints.asOf,
    entities: hints.entities ?? [],
    lines,
    pageOf: (line) => pages.get(line.page)!,
    rowOf: (line) => {
      const { lines: all } = pages.get(line.page)!;
      const row: Line[] = [];
      let i = line.index;
      while (i > 0 && all[i - 1]!.row === line.row) i--;
      for (; i < all.length && all[i]!.row === line.row; i++) row.push(all[i]!);
      return row;
    },
    dates: (line) => mentions('dates', line, findDates),
    numbers: (line) => mentions('numbers', line, findNumbers),
    money: (line) => mentions('money', line, findMoney),
    dateOrder: () =>
      derive('date-order', () => {
        const all = lines.flatMap((line) => [...reading.dates(line)]);
        return resolveDateOrder(all, { language: doc.language, country: hints.country ?? guessCountry(lines) });
      }),
    numberStyle: () =>
      derive('number-style', () => {
        const all = lines.flatMap((line) => [...reading.numbers(line)]);
        return resolveNumberStyle(all, { language: doc.language });
      }),
    mentions,
    derive,
  };
  return reading;
}

const US_STATES =
  'AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY';
/** "Scranton PA 18503": a place, a state, five digits. A bare "DE 80333" is a European code. */
const US_ADDRESS = new RegExp(`\\p{L}{3,},? (?:${US_STATES.split(' ').join('|')}),? \\d{5}(?:-\\d{4})?\\b`, 'u');

/** The one country whose date order differs from its language's neighbours; found by its postal form. */
function guessCountry(lines: readonly Line[]): string | undefined {
  return lines.some((line) => /[A-Z]{2},? \d{5}/.test(line.text) && US_ADDRESS.test(line.text)) ? 'US' : undefined;
}
