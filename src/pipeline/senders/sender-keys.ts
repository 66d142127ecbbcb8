// The marks by which whoever wrote a document can be told: numbers that are theirs alone, their addresses on the net, their name.

import { foldText } from '../../document/fold-text.ts';
import type { Line } from '../../document/parsed-document.ts';
import { isFreeHost, normalizeCompanyName } from '../../recognize/company-names-compare.ts';
import { findEmails } from '../../recognize/emails.ts';
import { findIbans } from '../../recognize/iban.ts';
import { findPhones } from '../../recognize/phones.ts';
import { findUrls } from '../../recognize/urls.ts';
import { findVatIds } from '../../recognize/vat-ids.ts';
import type { Reading } from '../reading.ts';

/** Long documents name others on their later pages. */
const PAGES_READ = 3;
const MOST_KEYS = 16;

export const kindOfKey = (key: string): string => key.slice(0, key.indexOf(':'));

/** All keys but names that are printed in the lines. */
export function keysOfLines(reading: Reading, lines: readonly Line[]): string[] {
  const keys = new Set<string>();
  for (const line of lines) {
    for (const { value } of reading.mentions('vat-ids', line, findVatIds)) keys.add(`vat:${value}`);
    for (const { value } of reading.mentions('ibans', line, findIbans)) keys.add(`iban:${value}`);
    for (const { value } of reading.mentions('emails', line, findEmails)) addDomain(keys, value);
    for (const { value } of reading.mentions('urls', line, findUrls)) addDomain(keys, value);
    for (const { value, fax } of reading.mentions('phones', line, (text) => findPhones(text)))
      if (!fax) keys.add(`phone:${phoneDigits(value)}`);
  }
  return [...keys].slice(0, MOST_KEYS);
}

/** The last nine digits: with or without the country's prefix. */
const phoneDigits = (value: string): string => value.replace(/\D/g, '').slice(-9);

function addDomain(keys: Set<string>, address: string): void {
  const host = hostOf(address);
  if (host && !isFreeHost(host)) keys.add(`domain:${host}`);
}

function hostOf(address: string): string | undefined {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .split(/[/?#:]/, 1)[0]!
    .replace(/^www\d?\./, '');
  return /^[\p{L}\p{N}.-]{3,100}$/u.test(host) && host.includes('.') ? host : undefined;
}

/** Keys of a value that a record holds: a number, an address, a name. undefined for what tells nobody. */
export function keyOfValue(kind: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length === 0 || value.length > 180) return undefined;
  if (kind === 'vatId') return `vat:${value}`;
  if (kind === 'iban') return `iban:${value}`;
  if (kind === 'email' || kind === 'url') {
    const host = hostOf(value);
    return host && !isFreeHost(host) ? `domain:${host}` : undefined;
  }
  if (kind === 'phone') return `phone:${phoneDigits(value)}`;
  return undefined;
}

/** undefined for names that are too short to be anybody's. */
export function nameKey(name: string): string | undefined {
  const normal = normalizeCompanyName(name);
  return normal.replace(/\s/g, '').length >= 3 ? `name:${normal}` : undefined;
}

export interface PageMarks {
  /** Everything that is printed: the sender's and others'. */
  keys: ReadonlySet<string>;
  /** Whether a name stands on the first page. */
  shows(normalName: string): boolean;
  firstPage: readonly Line[];
}

/** The keys of a document, whoever they belong to; computed once. */
export function marksOf(reading: Reading): PageMarks {
  return reading.derive('sender-marks', () => {
    const pages = reading.doc.pages.slice(0, PAGES_READ);
    const firstPage = pages[0]?.lines ?? [];
    const text = ` ${firstPage.map((line) => normalizeCompanyName(line.text)).join(' | ')} `;
    const plain = ` ${foldText(firstPage.map((line) => line.text).join(' | ')).replace(/[^\p{L}\p{N}|]+/gu, ' ')} `;
    return {
      keys: new Set(
        keysOfLines(
          reading,
          pages.flatMap((page) => page.lines),
        ),
      ),
      shows: (name) => text.includes(` ${name} `) || plain.includes(` ${name} `),
      firstPage,
    };
  });
}
