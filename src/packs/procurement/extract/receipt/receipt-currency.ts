// The currency of a receipt: signs at its amounts and in its headings, settled by the country of the shop.

import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateAt, candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { countryOfDocument } from '../country.ts';
import { receiptRows } from './rows.ts';

/** Signs that tills print. Codes that are also words of receipts (`SR` standard rated, `BHD` Berhad) are left to other readers. */
const SIGN =
  /(?<![\p{L}$])(?:RM|MYR|S\$|SGD|US\$|USD|A\$|AUD|CA?\$|CAD|NZ\$|NZD|HK\$|HKD|R\$|BRL|NT\$|TWD|GBP|EUR|EUROS?|CHF|INR|Rs\.?|IDR|Rp\.?|PHP|THB|PLN|zł|CZK|Kč|SEK|DKK|NOK|AED|SAR|JPY|KRW|ZAR|MXN|kr)(?!\p{L})|[$€£₹¥₱฿₩₺]|円/gu;
const CODE_OF: Readonly<Record<string, string>> = {
  RM: 'MYR',
  S$: 'SGD',
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  R$: 'BRL',
  NT$: 'TWD',
  EURO: 'EUR',
  EUROS: 'EUR',
  RS: 'INR',
  RP: 'IDR',
  ZŁ: 'PLN',
  KČ: 'CZK',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₱': 'PHP',
  '฿': 'THB',
  '₩': 'KRW',
  '₺': 'TRY',
  円: 'JPY',
};
const OF_COUNTRY: Readonly<Record<string, string>> = {
  MY: 'MYR',
  SG: 'SGD',
  US: 'USD',
  GB: 'GBP',
  AU: 'AUD',
  CA: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  CH: 'CHF',
  IN: 'INR',
  PL: 'PLN',
  CZ: 'CZK',
  SE: 'SEK',
  DK: 'DKK',
  NO: 'NOK',
  JP: 'JPY',
  CN: 'CNY',
  ID: 'IDR',
  PH: 'PHP',
  TH: 'THB',
  AE: 'AED',
  SA: 'SAR',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
  KR: 'KRW',
  TR: 'TRY',
  GU: 'USD',
  PR: 'USD',
};
const EURO = new Set('DE AT FR BE NL ES IT PT IE LU FI GR SK SI EE LV LT MT CY HR'.split(' '));
const DOLLARS = new Set(['USD', 'SGD', 'AUD', 'CAD', 'NZD', 'HKD', 'MXN', 'TWD']);
const KRONER = new Set(['SEK', 'DKK', 'NOK']);

export const receiptCurrency: Extractor = {
  id: 'receipt/currency',
  writes: ['currency'],
  extract: (reading) => {
    const country = countryOfDocument(reading);
    const local = country === undefined ? undefined : EURO.has(country) ? 'EUR' : OF_COUNTRY[country];
    const seen = tally(reading, local);
    const total = [...seen.values()].reduce((sum, one) => sum + one.count, 0);
    const printed = [...seen].map(([code, { count, line, start, end }]) =>
      candidateAt(
        {
          path: 'currency',
          value: code,
          source: receiptCurrency.id,
          signals: { share: 0.4 + 1.6 * (count / total), local: code === local ? 0.8 : 0 },
        },
        line,
        start,
        end,
      ),
    );
    return local && !seen.has(local) ? [...printed, ofPlace(local)] : printed;
  },
};

interface Seen {
  count: number;
  line: Line;
  start: number;
  end: number;
}

function tally(reading: Reading, local: string | undefined): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const line of receiptRows(reading).flatMap((row) => row.lines)) {
    for (const match of line.text.matchAll(SIGN)) {
      if (match[0].length === 1 && !touchesAmount(line.text, match.index)) continue;
      const code = codeOf(match[0], local);
      const known = code === undefined ? undefined : seen.get(code);
      if (known) known.count++;
      else if (code) seen.set(code, { count: 1, line, start: match.index, end: match.index + match[0].length });
    }
  }
  return seen;
}

/** A lone sign far from digits is dirt that OCR took for one. */
function touchesAmount(text: string, at: number): boolean {
  return (
    /^.\s?[-−]?[\dOIl.,]/.test(text.slice(at)) || /\d\s?$/.test(text.slice(0, at)) || /^\(?.\)?$/.test(text.trim())
  );
}

/** A dollar is that of the shop's country; where the country has none, it is a sign printed by habit. */
function codeOf(sign: string, local: string | undefined): string | undefined {
  const key = sign.replace(/\.$/, '').toUpperCase();
  if (key === '$') return local ?? 'USD';
  if (key === 'KR') return local && KRONER.has(local) ? local : undefined;
  if (key === '¥') return local === 'CNY' ? 'CNY' : 'JPY';
  const code = CODE_OF[key] ?? key;
  // OCR reads other signs as dollars, hardly ever as codes.
  return DOLLARS.has(code) && key.endsWith('$') && local && DOLLARS.has(local) ? local : code;
}

function ofPlace(code: string): Candidate {
  return candidateOf(
    {
      path: 'currency',
      value: code,
      origin: 'inferred',
      source: 'infer/currency-of-place',
      signals: { place: 0.6 },
      raw: '',
    },
    [],
  );
}
