// The currency of a document: what its amounts carry, what it says in words, where its parties sit.

import { evidenceOfSpan } from '../../../document/line-span.ts';
import type { Line } from '../../../document/parsed-document.ts';
import type { Candidate, Evidence } from '../../../document/value.ts';
import { candidateOf } from '../../../pipeline/candidate.ts';
import type { Extractor } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { findCurrencies, resolveCurrency } from '../../../recognize/currencies.ts';
import { COUNTRY_CURRENCY } from '../../../recognize/currencies-table.ts';
import { findIbans } from '../../../recognize/iban.ts';
import { findVatIds } from '../../../recognize/vat-ids.ts';
import { countryOfDocument } from './country.ts';

interface Tally {
  count: number;
  evidence: Evidence;
  raw: string;
  possible: readonly string[];
  /** A code printed without a space before the digits. */
  touching: boolean;
}

/** So many amounts in a currency are no accident. */
const OFTEN = 5;

export const currencyByUse: Extractor = {
  id: 'procurement/currency-by-use',
  writes: ['currency'],
  extract: (reading) => {
    const seen = tallyAmounts(reading);
    const words = tallyWords(reading);
    const country = countryOfDocument(reading);
    const certain = [...seen, ...words].filter(([, t]) => t.possible.length <= 1).map(([code]) => code);
    const candidates: Candidate[] = [];
    const total = [...seen.values()].reduce((sum, t) => sum + t.count, 0);
    for (const [code, tally] of seen) {
      const { currency } = resolveCurrency(tally.possible, { country, seen: certain });
      candidates.push(
        toCandidate(currency ?? code, tally, {
          share: 0.6 + 1.6 * (tally.count / total),
          certain: tally.possible.length > 1 ? -0.2 : 0.3,
          // "TZS144.89" may be an article number: letters that touch their digits are believed where such money is used, or often.
          touching: tally.touching && tally.count < OFTEN && currencyOf(country) !== code ? -2 : 0,
        }),
      );
    }
    for (const [code, tally] of words)
      candidates.push(
        toCandidate(resolveCurrency(tally.possible, { country, seen: certain }).currency ?? code, tally, {
          named: 0.4 + Math.min(0.8, 0.3 * tally.count),
        }),
      );
    if (candidates.length === 0) candidates.push(...inferFromPlace(reading, country));
    return candidates;
  },
};

function tallyAmounts(reading: Reading): Map<string, Tally> {
  const seen = new Map<string, Tally>();
  for (const line of reading.lines) {
    for (const mention of reading.money(line)) {
      const { currency, possible } = mention.value;
      if (currency) count(seen, currency, line, mention.start, mention.end, possible);
    }
  }
  return seen;
}

function tallyWords(reading: Reading): Map<string, Tally> {
  const seen = new Map<string, Tally>();
  for (const line of reading.lines) {
    for (const mention of reading.mentions('currencies', line, findCurrencies)) {
      // Letters of an article number; an amount has been seen above.
      if (/^\d/.test(line.text.slice(mention.end, mention.end + 1))) continue;
      count(seen, mention.value.currency, line, mention.start, mention.end, mention.value.possible);
    }
  }
  return seen;
}

function count(
  seen: Map<string, Tally>,
  code: string,
  line: Line,
  start: number,
  end: number,
  possible: readonly string[],
): void {
  const known = seen.get(code);
  if (known) known.count++;
  else
    seen.set(code, {
      count: 1,
      evidence: evidenceOfSpan(line, start, end),
      raw: line.text.slice(start, end),
      possible,
      touching: /^\p{Lu}{3}\d/u.test(line.text.slice(start, end)),
    });
}

function toCandidate(code: string, tally: Tally, signals: Record<string, number>): Candidate {
  return candidateOf(
    {
      path: 'currency',
      value: code,
      raw: tally.raw,

      source: currencyByUse.id,
      signals,
    },
    [tally.evidence],
  );
}

/** No sign and no word: the seat of the seller tells, and the value says that it is inferred. */
function inferFromPlace(reading: Reading, country: string | undefined): Candidate[] {
  for (const line of reading.lines) {
    const iban = reading.mentions('ibans', line, findIbans)[0]?.value.slice(0, 2);
    const vat = reading.mentions('vat-ids', line, findVatIds)[0]?.value.slice(0, 2);
    const code = currencyOf(iban ?? vat);
    if (code) return [inferred(code, evidenceOfSpan(line), 1)];
  }
  const code = currencyOf(country);
  return code ? [inferred(code, undefined, 0.5)] : [];
}

function currencyOf(country: string | undefined): string | undefined {
  if (!country) return undefined;
  return COUNTRY_CURRENCY[country];
}

function inferred(code: string, evidence: Evidence | undefined, score: number): Candidate {
  return {
    path: 'currency',
    value: code,
    raw: '',
    origin: 'inferred',
    evidence: evidence ? [evidence] : [],
    score,
    source: 'infer/currency-of-place',
    signals: { place: score },
  };
}
