// The goods of a receipt: one row each, or a name with its quantity and price in the row below or above it.

import { wordsOfSpan } from '../../../../document/line-span.ts';
import type { Evidence, LineItem, Value } from '../../../../document/value.ts';
import type { LineItemReader } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { lineItemReader } from '../line-items.ts';
import { sameAmount } from '../rows.ts';
import { headRows } from './head.ts';
import { labelledAmounts } from './labelled-amounts.ts';
import { readAmountLabel } from './labels.ts';
import { evidenceOfAmount, evidenceOfRow, type ReceiptRow, type RowAmount, receiptRows } from './rows.ts';
import { COLUMN_TITLES, GREETING, TILL, TITLE } from './words.ts';

/** `2 x 4.50`, `3X 12.50`, `0,345 kg @ 2,99`, `7.90*3`. */
const TIMES =
  /(?<quantity>\d{1,4}(?:[.,]\d{1,3})?)\s?(?:(?<unit>kg|g|l|pcs|pc|ea|stk?)\b)?\s?[x×X*@]\s?(?:RM|[$€£])?\s?(?<price>\d{1,6}[.,]\d{2,4})(?!\d)/u;
const PRICE_TIMES = /(?<price>\d{1,6}[.,]\d{2})\s?[x×X*]\s?(?<quantity>\d{1,4})(?![\d.,])/u;
const LEADING_QUANTITY = /^\W{0,2}(?<quantity>\d{1,3})(?:\s?[xX×])?\s+(?=\p{L}{2})/u;
const CODE = /(?<![\p{L}\d])(?:\d{6,14}|[A-Z]{1,3}\d{5,}[A-Z\d]*)(?![\p{L}\d])/gu;
const MOST_ITEMS = 300;

export const receiptLines: LineItemReader = {
  id: 'receipt/goods',
  read: (reading, type) => {
    const table = lineItemReader.read(reading, type);
    const rows = readGoods(reading);
    const totals = labelledAmounts(reading)
      .filter((one) => one.label?.kind === 'total' || one.label?.kind === 'subtotal')
      .map((one) => one.amount.value);
    const fits = (items: readonly LineItem[]): boolean => {
      const sum = sumOf(items);
      return sum !== undefined && totals.some((total) => sameAmount(total, sum, 5));
    };
    if (table.length > 0 && fits(table)) return table;
    if (rows.length > 0 && fits(rows)) return rows;
    return rows.length > 0 ? rows : table;
  },
  seen: (reading, lines) => {
    const own = lines.length > 0 && lines.every((line) => line.netAmount?.source === receiptLines.id);
    if (!own) return lineItemReader.seen(reading, lines);
    const priced = goodsRows(reading).map(toPiece).filter(isPriced);
    return { rowsSeen: Math.max(lines.length, priced.length), excluded: [], printedSum: null };
  },
};

/** Goods with an amount, however they were put together. */
const isPriced = (piece: Piece): boolean => hasName(piece) && piece.amounts.length > 0;

function sumOf(items: readonly LineItem[]): number | undefined {
  let cents = 0;
  for (const item of items) {
    const value = (item.netAmount ?? item.grossAmount)?.value;
    if (typeof value !== 'number') return undefined;
    cents += Math.round(value * 100);
  }
  return items.length > 0 ? cents / 100 : undefined;
}

interface Piece {
  row: ReceiptRow;
  name: string;
  amounts: RowAmount[];
}

function readGoods(reading: Reading): LineItem[] {
  const pieces = goodsRows(reading).map(toPiece);
  const amountFirst =
    pieces[0] !== undefined &&
    pieces[0].amounts.length > 0 &&
    !hasName(pieces[0]) &&
    pieces.some((piece) => hasName(piece) && piece.amounts.length === 0);
  const items: LineItem[] = [];
  let names: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (items.length >= MOST_ITEMS) break;
    if (piece.amounts.length === 0) {
      if (hasName(piece)) names.push(piece);
      continue;
    }
    // `2 x 1,21` over the name and amount of the same goods.
    const next = pieces[i + 1];
    if (
      !hasName(piece) &&
      names.length === 0 &&
      next &&
      hasName(next) &&
      next.amounts.length > 0 &&
      TIMES.test(piece.row.text) &&
      piece.amounts.length === 1
    ) {
      names.push(piece);
      continue;
    }
    const own = hasName(piece) ? [piece] : amountFirst && next && next.amounts.length === 0 ? [next] : names.slice(-2);
    items.push(
      toItem(
        piece,
        own,
        names.find((one) => TIMES.test(one.row.text)),
      ),
    );
    names = [];
  }
  return items;
}

/** Rows between the head and the first total. */
function goodsRows(reading: Reading): ReceiptRow[] {
  const rows = receiptRows(reading);
  const end = labelledAmounts(reading).find(
    (one) =>
      one.label &&
      ['total', 'subtotal', 'cash', 'change'].includes(one.label.kind) &&
      (one.amount.form === 'cents' || one.label.kind !== 'total'),
  )?.row.index;
  const titles = rows.findLastIndex((row) => row.index < (end ?? rows.length) && COLUMN_TITLES.test(row.text));
  const head = headRows(reading);
  const lastOfHead =
    head.findLast((one) =>
      ['address', 'contact', 'tax', 'registration', 'title', 'till', 'customer'].includes(one.kind),
    )?.row.index ?? -1;
  const start = titles >= 0 ? titles + 1 : lastOfHead + 1;
  return rows.slice(start, end ?? rows.length).filter((row) => !isTalk(reading, row));
}

function isTalk(reading: Reading, row: ReceiptRow): boolean {
  const { text } = row;
  const priced = row.amounts.some((amount) => amount.form === 'cents');
  if (GREETING.test(text) || TITLE.test(text)) return true;
  const kind = readAmountLabel(text)?.kind;
  if (kind !== undefined && kind !== 'service' && kind !== 'card') return true;
  return !priced && (TILL.test(text) || row.lines.some((line) => reading.dates(line).length > 0));
}

function toPiece(row: ReceiptRow): Piece {
  const amounts = row.amounts.filter((amount) => amount.form === 'cents' && !isFactor(amount));
  let text = row.lines
    .map((line) =>
      blank(
        line.text,
        row.amounts.filter((one) => one.line === line && one.form === 'cents'),
      ),
    )
    .join(' ');
  text = text.replace(TIMES, ' ').replace(CODE, ' ').replace(LEADING_QUANTITY, '');
  const name = text
    .replace(/(?<!\p{L})(?:RM|SR|ZRL?|OS|[A-Z*])(?!\p{L})(?=\s*$)/u, ' ')
    .replace(/\s[\d.,]+(?=\s|$)|^[\d.,]+\s/gu, ' ')
    .replace(/^[\s\W_]+|[\s*=_~#.,:;'"|<>{}\\/@-]+$/gu, '')
    .replace(/\s+/g, ' ');
  return { row, name, amounts };
}

/** A price that is multiplied in print is not the amount of the row. */
function isFactor(amount: RowAmount): boolean {
  const { text } = amount.line;
  return (
    /[x×X*@]\s?$/.test(text.slice(0, amount.start)) && /\S/.test(text.slice(amount.end).replace(/^[\s\p{L}]+/u, ''))
  );
}

function blank(text: string, amounts: readonly RowAmount[]): string {
  let result = text;
  for (const { start, end } of amounts) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}

const hasName = (piece: Piece): boolean => (piece.name.match(/\p{L}/gu)?.length ?? 0) >= 3;

function toItem(piece: Piece, names: readonly Piece[], factor: Piece | undefined): LineItem {
  const amount = piece.amounts.at(-1)!;
  const item: LineItem = {};
  const description = names
    .map((one) => one.name)
    .join(' ')
    .trim();
  if (description)
    item.description = makeValue(
      description,
      description,
      names.map((one) => evidenceOfRow(one.row)),
      0.75,
    );
  const known = quantityOf(piece, amount.value) ?? (factor ? quantityOf(factor, amount.value) : undefined);
  if (known) {
    const evidence = [evidenceOfRow(known.row)];
    const checks = sameAmount(known.quantity * known.price, amount.value, 2);
    item.quantity = makeValue(known.quantity, String(known.quantity), evidence, checks ? 0.95 : 0.6);
    item.unitPrice = makeValue(known.price, String(known.price), evidence, checks ? 0.95 : 0.6);
  } else {
    const lead = LEADING_QUANTITY.exec(piece.row.text)?.groups?.quantity;
    if (lead) item.quantity = makeValue(Number(lead), lead, [evidenceOfRow(piece.row)], 0.7);
  }
  const sure = Math.min(1, ...wordsOfSpan(amount.line, amount.start, amount.end).map((word) => word.confidence ?? 1));
  item.netAmount = makeValue(amount.value, amount.raw, [evidenceOfAmount(amount)], 0.6 + 0.3 * sure);
  return item;
}

const numberOf = (text: string): number => Number(text.replace(',', '.'));

/** Quantity and unit price printed in a row, or two amounts of which one is a whole multiple of the other. */
function quantityOf(piece: Piece, amount: number): { quantity: number; price: number; row: ReceiptRow } | undefined {
  const { row } = piece;
  const match = TIMES.exec(row.text) ?? PRICE_TIMES.exec(row.text);
  if (match) return { quantity: numberOf(match.groups!.quantity!), price: numberOf(match.groups!.price!), row };
  const prices = row.amounts.filter((one) => one.form === 'cents').map((one) => one.value);
  for (const price of prices.slice(0, -1)) {
    const quantity = amount / price;
    const printed = new RegExp(`(?<![\\d.,])${Math.round(quantity)}(?![\\d.,])`).test(row.text);
    if (price > 0 && quantity < 1000 && sameAmount(Math.round(quantity) * price, amount) && printed)
      return { quantity: Math.round(quantity), price, row };
  }
  return undefined;
}

function makeValue(value: string | number, raw: string, evidence: Evidence[], confidence: number): Value {
  return { value, raw, origin: 'read', confidence, evidence, source: receiptLines.id, signals: {} };
}
