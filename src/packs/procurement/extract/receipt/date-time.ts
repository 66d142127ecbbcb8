// When it was sold: the date beside the time or its label, in the order of the country; not when it was printed or expires.

import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateAt } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { applyDateOrder, resolveDateOrder } from '../../../../recognize/date-order.ts';
import { type DateMention, type DateOrder, findDates } from '../../../../recognize/dates.ts';
import { findTimes } from '../../../../recognize/times.ts';
import { countryOfDocument } from '../country.ts';
import { type ReceiptRow, receiptRows } from './rows.ts';

const DATE_LABEL =
  /(?<!\p{L})(?:da[tl]e?|datum|belegdatum|fecha|data|tarikh|dt|dated|d[o0]cument date|inv(?:oice)? date|trans(?:action)? date|dato|p[äa]iv[äa])(?!\p{L})/iu;
const TIME_LABEL = /(?<!\p{L})(?:time|uhrzeit|zeit|heure|hora|ora|tijd|godz(?:ina)?|masa)(?!\p{L})/iu;
const OTHER_DATE =
  /print|reprint|expir|exp\b|valid|until|best before|due|promo|offer|birth|since|member|ablauf|g[üu]ltig|bis\b|valable|jusqu|v[áa]lid|hasta|scad|valido|fino al|geldig|tot en met|delivery|ver(?:sion)?\b|permit|approved|effective|w\.?e\.?f|start date|end date|return|exchange|redeem|period|from\b|next|entry time/iu;
const CLOSED = /closed|close|opened|open\b/iu;
/** `2S/12/2O17`, `25/1212017`: digits of a date that OCR took for letters, or a stroke for a one. */
const NOISY_DATE =
  /(?<![\p{L}\d])[\dOoIl|SBZ]{1,2}\s?([/.-])\s?[\dOoIl|SBZ]{1,2}\s?\1\s?[\dOoIl|SBZ]{2,4}(?![\p{L}\d])/gu;
const STROKE_AS_ONE = /(?<!\d)(\d{2})([/-])(\d{2})1(20\d{2})(?!\d)|(?<!\d)(\d{2})1(\d{2})([/-])(20\d{2})(?!\d)/;
/** `27:03/2018`: one stroke read as another sign. */
const MIXED = /(?<![\d/.:-])(\d{2})[:;.,/-](\d{2})[;.,/-](20\d{2})(?!\d)/g;
const DIGIT_OF: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '|': '1', S: '5', B: '8', Z: '2' };

export const saleDateTime: Extractor = {
  id: 'receipt/date-time',
  writes: ['date', 'time'],
  extract: (reading) => {
    const rows = receiptRows(reading);
    const order = dateOrder(reading);
    return rows.flatMap((row) => [...datesOf(reading, rows, row, order), ...timesOf(reading, rows, row)]);
  },
};

/** The order of this document's own dates, else that of its country; month first only where that is the custom. */
function dateOrder(reading: Reading): DateOrder {
  return reading.derive('receipt/date-order', () => {
    const mentions = reading.lines.flatMap((line) => [...datesIn(reading, line)]);
    const resolved = resolveDateOrder(mentions, { language: reading.doc.language });
    if (resolved.evidence === 'unambiguous' && resolved.order) return resolved.order;
    const country = countryOfDocument(reading);
    if (country === 'US' || country === 'PH' || looksAmerican(reading)) return 'mdy';
    return resolved.order && reading.doc.language !== 'en' ? resolved.order : 'dmy';
  });
}

/** Telephone numbers of the North American plan, dollars and a state's code speak for month first. */
function looksAmerican(reading: Reading): boolean {
  const text = reading.lines.map((line) => line.text).join('\n');
  if (/(?<!\p{L})(?:RM|MYR|SGD|AUD|GBP|EUR|INR|ABN|GST|VAT|S\$)(?!\p{L})|[€£₹]/u.test(text)) return false;
  const phone = /\(\d{3}\)\s?\d{3}[-. ]\d{4}|(?<!\d)\d{3}[-.]\d{3}[-.]\d{4}(?!\d)/.test(text);
  const state =
    /[ ,.](?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ .]{1,2}\d{5}(?!\d)/u.test(
      text,
    );
  const salesTax = /sales tax/i.test(text);
  return Number(phone) + Number(state) * 2 + Number(salesTax) + Number(/\$\s?\d/.test(text)) >= 2;
}

/** Dates of a line, those that need mending included. */
function datesIn(reading: Reading, line: Line): readonly DateMention[] {
  const found = reading.dates(line).filter((date) => date.value.precision === 'day');
  if (found.length > 0 || !/\d/.test(line.text)) return found;
  const mended = mendDates(line.text);
  return mended === line.text
    ? []
    : findDates(mended)
        .filter((date) => date.value.precision === 'day')
        .map((date) => ({ ...date, certainty: date.certainty * 0.7 }));
}

/** Same length, so that offsets stay. */
function mendDates(text: string): string {
  const letters = text.replace(NOISY_DATE, (run) =>
    /\d{2}/.test(run) ? run.replace(/[OoIl|SBZ]/g, (c) => DIGIT_OF[c]!) : run,
  );
  return letters
    .replace(MIXED, '$1/$2/$3')
    .replace(STROKE_AS_ONE, (run, a, s1, b, year, c, d, s2, year2) =>
      a ? `${a}${s1}${b}${s1}${year}` : c ? `${c}${s2}${d}${s2}${year2}` : run,
    );
}

function datesOf(reading: Reading, rows: readonly ReceiptRow[], row: ReceiptRow, order: DateOrder): Candidate[] {
  return row.lines.flatMap((line) =>
    datesIn(reading, line).map((date) => {
      const before = line.text.slice(0, date.start);
      const context = `${row.lines
        .slice(0, row.lines.indexOf(line))
        .map((other) => other.text)
        .join(' ')} ${before}`;
      const after = line.text.slice(date.end);
      const above = rows[row.index - 1];
      const bare = row.text.replace(/[\d\s/.:-]/g, '').length < 8;
      const labelAbove = bare && above && DATE_LABEL.test(above.text) && !OTHER_DATE.test(above.text);
      const { iso, ambiguous } = applyDateOrder(date, order);
      const year = Number(iso.slice(0, 4));
      const several = datesIn(reading, line).length;
      return candidate('date', iso, line, date, {
        base: 0.6,
        form: 2 * (date.certainty - 0.7),
        label: DATE_LABEL.test(context) ? 1.2 : labelAbove ? 0.7 : 0,
        time: findTimes(line.text.slice(date.end)).length > 0 ? 0.9 : timeNear(rows, row) ? 0.5 : 0,
        other: OTHER_DATE.test(context)
          ? -1.8
          : CLOSED.test(context)
            ? -0.6
            : /\p{L}{3}/u.test(after) && OTHER_DATE.test(after)
              ? -0.8
              : 0,
        sentence: context.split(/\s+/).filter((word) => /^\p{L}{2,}$/u.test(word)).length >= 5 ? -1 : 0,
        range: several > 1 && /^\s*(?:-|–|to|bis|until|au|al)\s*\d/iu.test(after) ? -0.8 : 0,
        year: year < 1995 || year > 2045 ? -2.5 : 0,
        order: -0.02 * Math.min(20, row.index),
        ambiguous: ambiguous ? -0.2 : 0,
      });
    }),
  );
}

function timeNear(rows: readonly ReceiptRow[], row: ReceiptRow): boolean {
  return [row, rows[row.index + 1], rows[row.index - 1]].some((other) =>
    other?.lines.some((line) => findTimes(line.text).length > 0),
  );
}

function timesOf(reading: Reading, rows: readonly ReceiptRow[], row: ReceiptRow): Candidate[] {
  return row.lines.flatMap((line) =>
    findTimes(line.text).map((time, i) => {
      const before = line.text.slice(0, time.start);
      const dated = row.lines.some((other) => datesIn(reading, other).length > 0);
      const near = [rows[row.index - 1], rows[row.index + 1]].some((other) =>
        other?.lines.some((l) => datesIn(reading, l).length > 0),
      );
      const hours =
        /hours|hrs|open|mon|sun|öffnungs|ouvert|horario|orari|[-–]\s?\d{1,2}[:.h]\d{2}/iu.test(row.text) && !dated;
      return candidate('time', time.value, line, time, {
        base: 0.2,
        form: 2 * (time.certainty - 0.8),
        date: dated ? 1.4 : near ? 0.7 : 0,
        label: TIME_LABEL.test(before) || TIME_LABEL.test(row.text) ? 0.9 : 0,
        other: OTHER_DATE.test(row.text) ? -1.5 : CLOSED.test(row.text) ? -0.7 : 0,
        hours: hours ? -1.5 : 0,
        order: -0.02 * Math.min(20, row.index) - 0.4 * i,
      });
    }),
  );
}

function candidate(
  path: string,
  value: string,
  line: Line,
  span: { start: number; end: number },
  signals: Record<string, number>,
): Candidate {
  return candidateAt({ path, value, source: saleDateTime.id, signals }, line, span.start, span.end);
}
