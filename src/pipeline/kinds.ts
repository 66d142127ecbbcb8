// One reader per field kind: which values of that kind stand in a span of a line.

import type { Line } from '../document/parsed-document.ts';
import type { Json } from '../document/value.ts';
import { findBics } from '../recognize/bic.ts';
import { findCountries } from '../recognize/countries.ts';
import { findCurrencies } from '../recognize/currencies.ts';
import { applyDateOrder } from '../recognize/date-order.ts';
import { findDateRanges } from '../recognize/date-ranges.ts';
import { findDates } from '../recognize/dates.ts';
import { findDocumentNumbers } from '../recognize/document-numbers.ts';
import { findDurations } from '../recognize/durations.ts';
import { findEmails } from '../recognize/emails.ts';
import { findIbans } from '../recognize/iban.ts';
import { labelLikeness } from '../recognize/labels/label-words.ts';
import type { Mention } from '../recognize/mention.ts';
import { applyNumberStyle } from '../recognize/number-style.ts';
import { findPercents } from '../recognize/percents.ts';
import { findPhones } from '../recognize/phones.ts';
import { findTimes } from '../recognize/times.ts';
import { findUrls } from '../recognize/urls.ts';
import { findVatIds } from '../recognize/vat-ids.ts';
import type { FieldKind, FieldSpec } from './pack.ts';
import type { Reading } from './reading.ts';

export interface KindValue {
  value: Json;
  raw: string;
  start: number;
  end: number;
  /** 0–1 from the form alone. */
  certainty: number;
  /** Read from a printed span of dates. */
  range?: boolean;
}

type KindReader = (reading: Reading, line: Line, start: number, end: number, field: FieldSpec) => KindValue[];

/** Values of the field's kind inside [start, end) of a line, in the order of the text. */
export function readKind(reading: Reading, line: Line, start: number, end: number, field: FieldSpec): KindValue[] {
  return readers[field.kind](reading, line, start, end, field);
}

/** A reader over a recognizer whose mentions carry the value as it is. */
function fromMentions<V extends Json>(name: string, find: (text: string) => Mention<string, V>[]): KindReader {
  return (reading, line, start, end) =>
    reading
      .mentions(name, line, find)
      .filter((m) => m.start >= start && m.end <= end)
      .map((m) => ({ value: m.value, raw: m.raw, start: m.start, end: m.end, certainty: m.certainty }));
}

function mapped<V>(
  name: string,
  find: (text: string) => Mention<string, V>[],
  toJson: (value: V) => Json | undefined,
): KindReader {
  return (reading, line, start, end) =>
    reading.mentions(name, line, find).flatMap((m) => {
      const value = m.start >= start && m.end <= end ? toJson(m.value) : undefined;
      return value === undefined ? [] : [{ value, raw: m.raw, start: m.start, end: m.end, certainty: m.certainty }];
    });
}

const readDates: KindReader = (reading, line, start, end, field) => {
  if (field.part) {
    const ranges = readRanges(reading, line, start, end);
    if (ranges.length > 0)
      return ranges.map((r) => ({
        ...r,
        value: (r.value as { start: string; end: string })[field.part!],
        range: true,
      }));
  }
  const { order } = reading.dateOrder();
  const found = reading.dates(line).flatMap((m) => {
    if (m.start < start || m.end > end || m.value.precision !== 'day') return [];
    const { iso, ambiguous } = applyDateOrder(m, order);
    return [
      { value: iso, raw: m.raw, start: m.start, end: m.end, certainty: ambiguous ? m.certainty * 0.6 : m.certainty },
    ];
  });
  return found.length > 0 ? found : readWrappedDate(reading, line, start, end);
};

/** A narrow cell breaks a long date before its year: "1 de diciembre de" / "2019". */
function readWrappedDate(reading: Reading, line: Line, start: number, end: number): KindValue[] {
  const text = line.text.slice(start, end);
  if (text.length > 24 || !/\d.*\p{L}{3}|\p{L}{3}.*\d/u.test(text)) return [];
  const height = line.box[3] - line.box[1];
  const year = reading
    .pageOf(line)
    .lines.find(
      (other) =>
        other.row > line.row &&
        other.row <= line.row + 2 &&
        Math.abs(other.box[0] - line.box[0]) < height &&
        other.box[1] - line.box[3] < height &&
        /^(?:19|20)\d\d$/.test(other.text),
    );
  const date = year && findDates(`${text} ${year.text}`)[0];
  if (date?.value.precision !== 'day') return [];
  return [{ value: date.value.readings[0]!, raw: date.raw, start, end, certainty: date.certainty * 0.95 }];
}

function readRanges(reading: Reading, line: Line, start: number, end: number): KindValue[] {
  const { order } = reading.dateOrder();
  return reading.mentions('date-ranges', line, findDateRanges).flatMap((m) => {
    if (m.start < start || m.end > end) return [];
    const from = applyDateOrder({ ...m, kind: 'date', value: m.value.start }, order);
    const to = applyDateOrder({ ...m, kind: 'date', value: m.value.end }, order);
    return [
      { value: { start: from.iso, end: to.iso }, raw: m.raw, start: m.start, end: m.end, certainty: m.certainty },
    ];
  });
}

const readMoney: KindReader = (reading, line, start, end) => {
  const style = reading.numberStyle();
  const money = reading.money(line).filter((m) => m.start >= start && m.end <= end);
  const found = money.map((m) => {
    const value = applyNumberStyle(m, style);
    return { value, raw: m.raw, start: m.start, end: m.end, certainty: m.certainty };
  });
  for (const n of reading.numbers(line)) {
    if (
      n.start < start ||
      n.end > end ||
      /^\s?%/.test(line.text.slice(n.end)) ||
      found.some((m) => m.start < n.end && n.start < m.end)
    )
      continue;
    found.push({
      value: applyNumberStyle(n, style),
      raw: n.raw,
      start: n.start,
      end: n.end,
      certainty: n.value.decimals === 2 ? 0.6 : 0.35,
    });
  }
  return found.sort((a, b) => a.start - b.start);
};

const readNumbers: KindReader = (reading, line, start, end) =>
  reading
    .numbers(line)
    .filter((n) => n.start >= start && n.end <= end)
    .map((n) => ({
      value: applyNumberStyle(n, reading.numberStyle()),
      raw: n.raw,
      start: n.start,
      end: n.end,
      certainty: n.certainty,
    }));

/** "24. January 2014" holds no number of anything. */
const readIdentifiers: KindReader = (reading, line, start, end) =>
  reading
    .mentions('document-numbers', line, findDocumentNumbers)
    .filter((m) => m.start >= start && m.end <= end && !isPartOfDate(reading, line, m))
    .map((m) => ({ value: m.value, raw: m.raw, start: m.start, end: m.end, certainty: m.certainty }));

function isPartOfDate(reading: Reading, line: Line, { start, end }: { start: number; end: number }): boolean {
  return reading
    .dates(line)
    .some((date) => date.start <= start && end <= date.end && end - start < date.end - date.start);
}

const readText: KindReader = (_reading, line, start, end) => {
  const raw = line.text.slice(start, end).trim();
  return raw ? [{ value: raw, raw, start, end, certainty: 0.6 }] : [];
};

/** A name ends before a label that the page prints right behind it: "ACME FOR ALL Invoice Date". */
function withoutTrailingLabel(raw: string): string {
  const words = raw.split(' ');
  for (const count of [3, 2]) {
    if (words.length > count && labelLikeness(words.slice(-count).join(' ')) === 1)
      return words.slice(0, -count).join(' ');
  }
  return raw;
}

/** A name that breaks off at a comma or an ampersand goes on in the next line of its column. */
function continuation(reading: Reading, line: Line, raw: string): string | undefined {
  if (!/[,&]$/.test(raw)) return undefined;
  const height = line.box[3] - line.box[1];
  const start = line.words.find((word) => raw.startsWith(word.text))?.box[0] ?? line.box[0];
  const next = reading
    .pageOf(line)
    .lines.find(
      (other) =>
        other.box[1] > line.box[1] + 0.5 * height &&
        other.box[1] - line.box[3] < 0.8 * height &&
        Math.abs(other.box[0] - start) < height * 4 &&
        other.words.length <= 4,
    );
  return next && labelLikeness(next.text) < 0.5 ? next.text : undefined;
}

const readParty: KindReader = (reading, line, start, end) => {
  const printed = withoutTrailingLabel(line.text.slice(start, end).trim());
  const rest = continuation(reading, line, printed);
  const raw = (rest ? `${printed} ${rest}` : printed).replace(/[\s,;|·•-]+$/u, '').trim();
  if (raw.length < 2 || !/\p{L}{2}/u.test(raw)) return [];
  const certainty = /^\p{Lu}/u.test(raw) ? 0.7 : 0.45;
  return [
    { value: raw, raw, start, end: Math.min(end, start + raw.length), certainty: raw.length > 90 ? 0.2 : certainty },
  ];
};

const readPhones: KindReader = (reading, line, start, end) =>
  reading
    .mentions('phones', line, (text) => findPhones(text))
    .filter((m) => m.start >= start && m.end <= end && !m.fax)
    .map((m) => ({ value: m.value, raw: m.raw, start: m.start, end: m.end, certainty: m.certainty }));

const readBoolean: KindReader = (_reading, line, start, end) => {
  const match = /\b(yes|ja|oui|s[ií]|sim|true|x|no|nein|non|n[ãa]o|nee|false)\b/iu.exec(line.text.slice(start, end));
  if (!match) return [];
  const value = /^(?:yes|ja|oui|s[ií]|sim|true|x)$/iu.test(match[0]);
  const from = start + match.index;
  return [{ value, raw: match[0], start: from, end: from + match[0].length, certainty: 0.7 }];
};

const readEnum: KindReader = (_reading, line, start, end, field) => {
  const text = line.text.slice(start, end).toLowerCase();
  return (field.values ?? []).flatMap((value) => {
    const at = text.indexOf(value.toLowerCase());
    return at < 0
      ? []
      : [
          {
            value,
            raw: line.text.slice(start + at, start + at + value.length),
            start: start + at,
            end: start + at + value.length,
            certainty: 0.8,
          },
        ];
  });
};

const readList: KindReader = (_reading, line, start, end) => {
  const raw = line.text.slice(start, end).trim();
  const items = raw.split(/\s*[,;•|]\s*/u).filter(Boolean);
  return items.length > 0 ? [{ value: items, raw, start, end, certainty: 0.5 }] : [];
};

const readers: Record<FieldKind, KindReader> = {
  text: readText,
  table: readText,
  identifier: readIdentifiers,
  money: readMoney,
  number: readNumbers,
  percent: mapped('percents', findPercents, (v) => v),
  date: readDates,
  daterange: readRanges,
  duration: mapped('durations', findDurations, (v) => v.iso),
  time: fromMentions('times', findTimes),
  party: readParty,
  person: readParty,
  address: readText,
  email: fromMentions('emails', findEmails),
  phone: readPhones,
  url: fromMentions('urls', findUrls),
  iban: fromMentions('ibans', findIbans),
  bic: fromMentions('bics', findBics),
  vatId: fromMentions('vat-ids', findVatIds),
  country: fromMentions('countries', findCountries),
  currency: mapped('currencies', findCurrencies, (v) => v.currency),
  boolean: readBoolean,
  enum: readEnum,
  list: readList,
};
