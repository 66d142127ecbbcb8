// A cell's value as the spreadsheet shows it, by its number format.

import type { CellValue } from 'hucre';
import { format, getLocale } from 'numfmt';

/** Serial day 0 of the 1900 date system. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** A spreadsheet computes with fifteen digits; what stands behind them is noise of binary fractions. */
const DIGITS = 15;

export interface ShowOptions {
  /** `de` where the workbook's language writes decimals with a comma, else `en`. */
  locale: 'de' | 'en';
}

/** The sign of decimals follows the language of the workbook's texts, as it would on its readers' screens. */
export function localeOf(language: string | undefined): ShowOptions['locale'] {
  // Languages that part thousands with a space get the point: a space would part the number into words.
  return language !== undefined && getLocale(language)?.decimal === ',' ? 'de' : 'en';
}

/**
 * Empty for nothing, and for what the format hides. Days come as YYYY-MM-DD whatever their format: the file knows which
 * number is the month, and what it shows depends on whose screen it is.
 */
export function showValue(value: CellValue | undefined, numFmt: string | undefined, options: ShowOptions): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return showDate(value, numFmt ?? '', options);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (numFmt === ';;;') return '';
  if (typeof value === 'number') return showNumber(value, numFmt, options);
  return String(value);
}

function showNumber(value: number, numFmt: string | undefined, { locale }: ShowOptions): string {
  if (!Number.isFinite(value)) return '';
  if (numFmt !== undefined && !/^(?:general|standard|@)$/i.test(numFmt)) {
    try {
      return format(withoutCountry(numFmt), value, { locale }).trim();
    } catch {
      // Not a format that anybody knows: the plain number.
    }
  }
  const plain = String(Number(value.toPrecision(DIGITS)));
  return locale === 'de' ? plain.replace('.', ',') : plain;
}

/** "[$€-407]" → "[$€]": a country there would change the signs of one number and leave those of the others. */
const withoutCountry = (numFmt: string): string =>
  numFmt.replace(/\[\$([^\]-]*)-[^\]]*\]/g, (_, symbol: string) => (symbol === '' ? '' : `[$${symbol}]`));

function showDate(value: Date, numFmt: string, { locale }: ShowOptions): string {
  const time = value.getTime();
  if (Number.isNaN(time)) return '';
  const serial = (time - DAY_ZERO) / DAY_MS;
  // What stands in quotes or brackets is text, colour or country.
  const bare = numFmt.replace(/"[^"]*"|\\./g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return tryFormat(numFmt, serial, locale) ?? isoTime(value);
  const signs = bare.replace(/\[[^\]]*\]/g, '');
  const showsDay = /[dy]|mmm/i.test(signs) || signs.trim() === '';
  const showsTime = /[hs]/i.test(signs);
  if (!showsDay && showsTime) return isoTime(value);
  const day = value.toISOString().slice(0, 10);
  return showsTime && time % DAY_MS !== 0 ? `${day} ${isoTime(value)}` : day;
}

function isoTime(value: Date): string {
  const time = value.toISOString().slice(11, 19);
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}

function tryFormat(numFmt: string, value: number, locale: string): string | undefined {
  try {
    return format(numFmt, value, { locale }).trim();
  } catch {
    return undefined;
  }
}
