// Who sold: the first prominent name at the top, the registered one (with its legal form) before the brand.

import { overlapX } from '../../../../document/box.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findCompanyNames } from '../../../../recognize/company-names.ts';
import { foldPlace } from '../../../../recognize/countries.ts';
import { organisationWords } from '../../../../recognize/data/organisation-words.ts';
import { footRows } from './address.ts';
import { FORM_END, type HeadRow, headRows, nameText, textOf } from './head.ts';
import { evidenceOfRow, textHeight, usualHeight } from './rows.ts';

/** Short forms of legal forms and words of small firms that registers do not list. */
const FORM_ALONE =
  /^\W*(?:sdn\.? ?bhd|s\/b|bhd|berhad|gmbh(?: ?& ?co\.? ?kg)?|ltd|limited|inc|llc|plc|pte\.? ?ltd|pvt\.? ?ltd|s\.?a\.?s?|s\.?r\.?l\.?s?|s\.?l\.?u?|b\.?v|n\.?v|e\.?k|ohg|kg|ag|& co\b.*|enterprise|trading)[\W]*$/iu;
export const merchantName: Extractor = {
  id: 'receipt/merchant-name',
  writes: ['merchant.name'],
  extract: (reading) => {
    const head = headRows(reading);
    const names = head.filter((one) => one.kind === 'name' && nameText(textOf(one.row)).length >= 2);
    const top = names.slice(0, 8).flatMap((one, rank) => {
      const next = head[head.indexOf(one) + 1];
      const candidates = [nameCandidate(reading, head, one, rank)];
      if (next?.kind === 'name' && goesOn(one, next)) candidates.push(joined(reading, head, one, next, rank));
      return candidates;
    });
    return [...top, ...footNames(reading, head)];
  },
};

/** On receipts from a book the shop stands below, over its address. */
function footNames(reading: Reading, head: readonly HeadRow[]): Candidate[] {
  const foot = footRows(reading, head);
  return foot.flatMap((one, i) => {
    if (one.kind !== 'name' || foot[i + 1]?.kind !== 'address') return [];
    const value = nameText(textOf(one.row));
    return [toCandidate(value, [one], { ...nameSignals(reading, foot, one, value, 0), rank: 0, foot: -0.5 })];
  });
}

function nameCandidate(reading: Reading, head: readonly HeadRow[], one: HeadRow, rank: number): Candidate {
  const value = nameText(textOf(one.row));
  return toCandidate(value, [one], nameSignals(reading, head, one, value, rank));
}

function nameSignals(
  reading: Reading,
  head: readonly HeadRow[],
  one: HeadRow,
  value: string,
  rank: number,
): Record<string, number> {
  const at = head.indexOf(one);
  const next = head[at + 1]?.kind;
  const before = head.slice(0, at);
  const form =
    findCompanyNames(value).some((m) => m.end >= value.length - 3 && m.certainty > 0.8) || FORM_END.test(value);
  const ratio = textHeight(one.row) / Math.max(1, usualHeight(reading));
  const words = value.split(/\s+/);
  const wordlike = words.filter((word) => /^\p{Lu}?[\p{L}'’&.]{2,}$/u.test(word)).length / words.length;
  return {
    base: 0.4,
    rank: rank === 0 ? 1.1 : Math.max(-1.6, 0.3 - 0.5 * rank),
    form: form ? 1.7 : 0,
    name: 1.2 * (one.name - 0.45),
    // A name stands over the address, the numbers of the firm or its phone.
    next: next === 'registration' || next === 'address' ? 0.6 : next === 'tax' || next === 'contact' ? 0.4 : 0,
    size: Math.max(-0.3, Math.min(1, ratio - 1)),
    // Behind the address or the till's data, it is a branch, a customer or goods.
    late: before.some((other) => other.kind === 'customer')
      ? -2.5
      : before.some((other) => other.kind === 'address' || other.kind === 'till')
        ? -1.3
        : 0,
    text: wordlike < 0.5 ? -0.8 : 0,
    // A form without a name, torn from it by a skewed page.
    bare: FORM_ALONE.test(value) ? -3 : 0,
    short: value.replace(/\P{L}/gu, '').length < 4 ? -0.7 : 0,
    long: words.length > 9 ? -0.6 : 0,
    confidence: one.row.confidence < 0.6 ? -1.2 : one.row.confidence < 0.75 ? -0.5 : 0,
    place: one.address >= 0.3 ? -0.5 : 0,
  };
}

/** "ACE BOOKSHOPS" / "SDN BHD": a name broken before its legal form, or a full row that goes on. */
function goesOn(first: HeadRow, second: HeadRow): boolean {
  const [a, b] = [nameText(textOf(first.row)), nameText(textOf(second.row))];
  if (FORM_END.test(a) || overlapX(first.row.box, second.row.box) <= 0) return false;
  const ratio = textHeight(first.row) / Math.max(1, textHeight(second.row));
  if (ratio > 1.5 || ratio < 0.6) return false;
  if (FORM_ALONE.test(b) || /[&,-]$/.test(a) || /^(?:&|and\b|und\b|et\b|y\b)/iu.test(b)) return true;
  if (!FORM_END.test(b) || a.length < 16 || a.includes('@')) return false;
  // A name wraps where the paper ends: the first row is the full one, or the second opens with the trade.
  return a.length >= 1.25 * b.length || (a.length >= b.length && organisationWords.has(foldPlace(b.split(' ')[0]!)));
}

function joined(reading: Reading, head: readonly HeadRow[], first: HeadRow, second: HeadRow, rank: number): Candidate {
  const value = `${nameText(textOf(first.row))} ${nameText(textOf(second.row))}`;
  const alone = nameSignals(reading, head, first, nameText(textOf(first.row)), rank);
  const whole = nameSignals(reading, head, second, value, rank);
  return toCandidate(value, [first, second], { ...whole, rank: alone.rank!, late: alone.late!, joined: 0.5 });
}

function toCandidate(value: string, rows: readonly HeadRow[], signals: Record<string, number>): Candidate {
  return candidateOf(
    {
      path: 'merchant.name',
      value,
      raw: rows.map((one) => one.row.text).join(' '),

      source: merchantName.id,
      signals,
    },
    rows.map((one) => evidenceOfRow(one.row)),
  );
}
