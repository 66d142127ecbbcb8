// How much a document looks like a till's: money given and given back, the minute of the sale, cashier, narrow paper.

import type { Line } from '../../../../document/parsed-document.ts';
import type { TypeCue } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findTimes } from '../../../../recognize/times.ts';
import { MAY_HOLD } from './amounts.ts';
import { labelledAmounts } from './labelled-amounts.ts';
import { partsSaidIn } from './labels.ts';
import { type ReceiptRow, type RowAmount, receiptRows } from './rows.ts';
import { GREETING } from './words.ts';

const FEWEST_ROWS = 4;
const MOST_ROWS = 140;
/** Rows longer than this are set on paper wider than a till's. */
const TILL_COLUMNS = 62;
const STAFF =
  /(?<!\p{L})(?:cashier|kassierer|bediener|caissi[eè]re?|cajer[oa]|cassiere|operador|kassier|server|waiter|kellner|serveur|table|tisch|mesa|tavolo|tafel|till|counter|ctr|pos|term(?:inal)?|kasse|caisse|caja|cassa|caixa|kassa|salesperson|pax|guests?|covers?|chk|pump|operator)\s*(?:no|nr|#|:|\.|\d|$)/iu;
const LETTER =
  /(?<!\p{L})(?:yours sincerely|dear (?:sir|mr|ms)|iban|bic|swift|bank transfer|wire|payment terms|due date|net \d+ days|[üu]berweis|zahlungsziel|f[äa]llig|virement|[ée]ch[ée]ance|transferencia|vencimiento|bonifico|scadenza|purchase order|p\.?o\.? (?:no|number)|remit)(?!\p{L})/iu;
const CARD_SLIP =
  /approval code|auth(?:orisation|orization)? ?(?:code|no)|card ?(?:no|number|num)|contactless|aid\s*:|merchant id|terminal id|x{4,}\d{4}|\*{4,}\d{4}/iu;

export const tillCue: TypeCue = {
  id: 'till',
  weight: 6.5,
  measure: (reading) => reading.derive('receipt/till', () => tillness(reading)),
};

/** 0–1. */
function tillness(reading: Reading): number {
  if (reading.doc.pages.length > 2 || !rowsFit(reading.lines)) return 0;
  const rows = receiptRows(reading);
  const cents = (one: { amount: RowAmount }): boolean => one.amount.form === 'cents';
  const text = rows.map((row) => row.text);
  const any = (pattern: RegExp): boolean => text.some((one) => pattern.test(one));
  if (!any(MAY_HOLD.cents)) return 0;
  const slip = any(CARD_SLIP);
  const plain = {
    time: timed(reading, rows),
    staff: any(STAFF) ? 0.7 : 0,
    greeting: any(GREETING) ? 0.5 : 0,
    narrow: narrowness(rows),
    letter: -0.9 * Math.min(2, text.filter((one) => LETTER.test(one)).length),
  };
  // Amounts with their labels are dear to read: first what they could say at best.
  if (sumOf(plain) + mostOfAmounts(text, slip) <= ENOUGH - ROUNDING) return 0;
  const amounts = labelledAmounts(reading);
  const says = (kind: string): boolean => amounts.some((one) => one.label?.kind === kind && cents(one));
  if (!amounts.some(cents)) return 0;
  const votes = {
    given: says('cash') || says('change') ? VOTE.given : 0,
    change: says('change') ? VOTE.change : 0,
    card: slip || says('card') ? VOTE.card : 0,
    rounding: says('rounding') ? VOTE.rounding : 0,
    time: plain.time,
    staff: plain.staff,
    greeting: plain.greeting,
    sold: says('total') && amounts.some((one) => !one.label && cents(one)) ? VOTE.sold : 0,
    narrow: plain.narrow,
    letter: plain.letter,
  };
  // On wide paper the same words are those of forms and statements.
  const paper = votes.narrow > 0 ? 1 : 0.35;
  return paper * Math.max(0, Math.min(1, (sumOf(votes) - ENOUGH) / 3));
}

const VOTE = { given: 1, change: 0.7, card: 0.8, rounding: 0.5, sold: 0.6 };
/** Votes up to here are those of any paper with amounts. */
const ENOUGH = 1;
/** Sums of tenths differ in their last bits. */
const ROUNDING = 1e-9;

const sumOf = (votes: Readonly<Record<string, number>>): number =>
  Object.values(votes).reduce((total, vote) => total + vote, 0);

/** Votes that labelled amounts could bring, were every word of the document the label of one. */
function mostOfAmounts(rows: readonly string[], slip: boolean): number {
  const said = new Set(rows.flatMap(partsSaidIn));
  const change = said.has('change');
  return (
    VOTE.sold +
    (change || said.has('cash') || said.has('paid') ? VOTE.given : 0) +
    (change ? VOTE.change : 0) +
    (slip || said.has('card') ? VOTE.card : 0) +
    (said.has('rounding') ? VOTE.rounding : 0)
  );
}

/** Between 4 and 140 rows. */
function rowsFit(lines: readonly Line[]): boolean {
  let rows = 0;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before?.page !== line.page || before.row !== line.row) rows++;
    if (rows > MOST_ROWS) return false;
  }
  return rows >= FEWEST_ROWS;
}

/** A sale has a minute; an invoice has a day. */
function timed(reading: Reading, rows: readonly ReceiptRow[]): number {
  const times = rows.flatMap((row) => row.lines.flatMap((line) => findTimes(line.text).map((time) => ({ time, row }))));
  if (times.length === 0) return 0;
  const dated = times.some(({ row }) =>
    [rows[row.index - 1], row, rows[row.index + 1]].some((near) =>
      near?.lines.some((line) => reading.dates(line).length > 0),
    ),
  );
  return dated ? 1 : 0.5;
}

function narrowness(rows: readonly ReceiptRow[]): number {
  const lengths = rows.map((row) => row.text.length).sort((a, b) => a - b);
  const longest = lengths[Math.floor(lengths.length * 0.96)] ?? 0;
  return longest <= 48 ? 1 : longest <= TILL_COLUMNS ? 0.6 : longest <= 80 ? 0 : -0.6;
}
