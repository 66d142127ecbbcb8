// Where the shop is: the rows under its name up to phone, numbers and title, joined as printed.

import type { Candidate } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { countryByName, regionByName } from '../../../../recognize/countries.ts';
import { findPostalCity } from '../../../../recognize/postal-codes.ts';
import { classifyHeadRow, type HeadRow, headRows } from './head.ts';
import { readAmountLabel } from './labels.ts';
import { evidenceOfRow, receiptRows } from './rows.ts';

const MOST_ROWS = 7;
const CODE_AND_TOWN = /^\W*(?:[A-Z]{1,2}-)?\d{4,5}\s+\p{Lu}[\p{L} .'’-]{2,40}$/u;
/** "SELANGOR DE", "DARUL EHSAN": parts of a region's name that no gazetteer lists alone. */
const REGION_TAIL = /^(?:darul \w+|\w+ d(?:\.?e\.?|arul \w+)|w\.? ?p\.?(?: kuala lumpur)?|wilayah \w+)\W*$/iu;

export const merchantAddress: Extractor = {
  id: 'receipt/merchant-address',
  writes: ['merchant.address'],
  extract: (reading) => {
    const head = headRows(reading);
    const runs = [...addressRuns(head, 0), ...footRuns(reading, head)];
    return runs.map(({ run, foot, order }) => {
      const best = Math.max(...run.map((one) => one.address));
      const coded = run.some((one) => (findPostalCity(one.row.text)?.score ?? 0) >= 0.5);
      const customer = head.slice(0, head.indexOf(run[0]!)).some((one) => one.kind === 'customer');
      return toCandidate(run, {
        base: 0.3,
        address: 2 * (best - 0.5),
        code: coded ? 0.9 : 0,
        rows: Math.min(0.5, 0.25 * (run.length - 1)),
        order: order === 0 ? 0.6 : -0.4,
        // An address stands under a name, not over all of them.
        top: !foot && !head.slice(0, head.indexOf(run[0]!)).some((one) => one.kind === 'name') ? -0.9 : 0,
        foot: foot ? -1.2 : 0,
        customer: customer ? -2.5 : 0,
      });
    });
  },
};

interface Run {
  run: HeadRow[];
  order: number;
  foot: boolean;
}

function addressRuns(head: readonly HeadRow[], from: number): Run[] {
  const runs: Run[] = [];
  for (let i = from; i < head.length; i++) {
    if (head[i]!.kind !== 'address') continue;
    const run = takeRun(head, i);
    runs.push({ run, order: runs.length, foot: false });
    i = head.indexOf(run.at(-1)!);
  }
  return runs;
}

function takeRun(head: readonly HeadRow[], start: number): HeadRow[] {
  const run = [head[start]!];
  for (let i = start + 1; i < head.length && run.length < MOST_ROWS; i++) {
    const one = head[i]!;
    if (one.kind === 'address') run.push(one);
    else if (one.kind === 'noise' && head[i + 1]?.kind === 'address') {
      // Specks are passed over, a faint row with words belongs.
      if (/\p{L}{4}/u.test(one.row.text)) run.push(one);
    } else if (one.kind === 'name' && (belongs(head, i) || isPlace(run, one))) run.push(one);
    else break;
  }
  return run;
}

/** Between two rows of an address stands a part of it: "TUMPAT" over "16200 PALEKBANG". */
function belongs(head: readonly HeadRow[], at: number): boolean {
  return head[at + 1]?.kind === 'address' || (head[at + 1]?.kind === 'name' && head[at + 2]?.kind === 'address');
}

/** The town behind a code that ended its row, a region, a country. */
function isPlace(run: readonly HeadRow[], one: HeadRow): boolean {
  const text = one.row.text.trim();
  const bare = text.replace(/[.,;\s]+$/, '');
  const words = bare.split(/\s+/);
  const coded = run.some((other) => (findPostalCity(other.row.text)?.score ?? 0) >= 0.5);
  // A code that alone could be a year: "2000 Antwerpen" under its street.
  if (!coded && CODE_AND_TOWN.test(text)) return true;
  if (text.length > 40 || /\d/.test(text)) return false;
  if (regionByName(bare) || countryByName(bare) || REGION_TAIL.test(text)) return true;
  if (words.length <= 3 && words[0]!.length > 3 && regionByName(words[0]!)) return true;
  const last = run.at(-1)!.row.text;
  if (/(?<!\d)\d{4,6}[,.]?\s*$/.test(last)) return true;
  return !coded && /,\s*$/.test(last);
}

/** Rows of the foot as rows of a head; weak signs of a place are not believed there. */
export function footRows(reading: Reading, head: readonly HeadRow[]): HeadRow[] {
  return receiptRows(reading)
    .slice(Math.max(head.length, 6))
    .slice(-8)
    .map((row) => classifyHeadRow(reading, row))
    .map((one) => (one.kind === 'name' && readAmountLabel(one.row.text) ? { ...one, kind: 'noise' as const } : one))
    .map((one) => (one.address < 0.6 && one.kind === 'address' ? { ...one, kind: 'noise' as const } : one));
}

/** Some tills print the address at the end. */
function footRuns(reading: Reading, head: readonly HeadRow[]): Run[] {
  return addressRuns(footRows(reading, head), 0).map((run) => ({ ...run, foot: true }));
}

function toCandidate(run: readonly HeadRow[], signals: Record<string, number>): Candidate {
  const value = run
    .map((one) => one.row.text.replace(/\s+/g, ' ').trim())
    .join(' ')
    .replace(/\s+,/g, ',');
  return candidateOf(
    {
      path: 'merchant.address',
      value,
      raw: run.map((one) => one.row.text).join('\n'),
      source: merchantAddress.id,
      signals,
    },
    run.map((one) => evidenceOfRow(one.row)),
  );
}
