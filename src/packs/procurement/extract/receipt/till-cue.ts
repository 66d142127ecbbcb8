// How much a document looks like a till's: money given and given back, the minute of the sale, cashier, narrow paper.

import type { TypeCue } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findTimes } from '../../../../recognize/times.ts';
import { labelledAmounts } from './labelled-amounts.ts';
import { type ReceiptRow, receiptRows } from './rows.ts';
import { GREETING } from './words.ts';

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
  const rows = receiptRows(reading);
  if (rows.length < 4 || rows.length > MOST_ROWS || reading.doc.pages.length > 2) return 0;
  const amounts = labelledAmounts(reading);
  const says = (kind: string): boolean =>
    amounts.some((one) => one.label?.kind === kind && one.amount.form === 'cents');
  if (!amounts.some((one) => one.amount.form === 'cents')) return 0;
  const text = rows.map((row) => row.text);
  const any = (pattern: RegExp): boolean => text.some((one) => pattern.test(one));
  const votes = {
    given: says('cash') || says('change') ? 1 : 0,
    change: says('change') ? 0.7 : 0,
    card: any(CARD_SLIP) || says('card') ? 0.8 : 0,
    rounding: says('rounding') ? 0.5 : 0,
    time: timed(reading, rows),
    staff: any(STAFF) ? 0.7 : 0,
    greeting: any(GREETING) ? 0.5 : 0,
    sold: says('total') && amounts.some((one) => !one.label && one.amount.form === 'cents') ? 0.6 : 0,
    narrow: narrowness(rows),
    letter: -0.9 * Math.min(2, text.filter((one) => LETTER.test(one)).length),
  };
  const sum = Object.values(votes).reduce((total, vote) => total + vote, 0);
  // On wide paper the same words are those of forms and statements.
  const paper = votes.narrow > 0 ? 1 : 0.35;
  return paper * Math.max(0, Math.min(1, (sum - 1) / 3));
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
