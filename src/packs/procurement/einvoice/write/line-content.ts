// The lines of a record → of an e-invoice. A line that does not add up is a gap: what a buyer's program would refuse is not
// written.

import type { LineItem } from '../../../../document/value.ts';
import { findUnit } from '../../../../recognize/units.ts';
import { unitCodes } from '../code-lists/units.ts';
import {
  add,
  type Decimal,
  decimalOf,
  divideExactly,
  isNear,
  multiply,
  percentOf,
  round,
  subtract,
  zero,
} from '../decimal.ts';
import type { CategoryContent, LineContent } from './invoice-content.ts';
import type { Ledger } from './ledger.ts';

/** What quantity × price may be off by: prices are printed rounded. */
const SLACK: Decimal = { digits: 2n, scale: 2 };
const PRICE_PLACES = 6;

/** Everything but the tax category, which the taxes of the whole document decide. */
export type UntaxedLine = Omit<LineContent, 'category'> & { rate: Decimal | undefined };

export function lineContents(ledger: Ledger, lines: readonly LineItem[]): UntaxedLine[] {
  if (lines.length === 0) ledger.miss('', 'The record has no lines.');
  return lines.map((line, i) => lineContent(ledger, line, i));
}

function lineContent(ledger: Ledger, line: LineItem, i: number): UntaxedLine {
  const at = (name: string): string => `lines[${i}].${name}`;
  const number = ledger.text(at('number'));
  if (number === undefined) ledger.note('Lines without a number are numbered by their place.');
  const amounts = lineAmounts(ledger, at);
  return {
    number: number ?? String(i + 1),
    name: ledger.need(at('description'), 'The line does not say what it is for.') ?? '',
    description: ledger.text(at('specification')),
    sku: ledger.text(at('sku')),
    buyerSku: ledger.text(at('buyerSku')),
    gtin: ledger.text(at('gtin')),
    orderLine: ledger.text(at('purchaseOrderLine')),
    unit: unitCode(ledger, line, at('unit')),
    unitText: ledger.text(at('unit')) ?? '',
    rate: ledger.amount(at('taxRate')),
    ...amounts,
  };
}

/** What an e-invoice states is a code already; what a page prints is a word, and "ST" on it pieces, not sheets. */
function unitCode(ledger: Ledger, line: LineItem, path: string): string {
  const text = ledger.need(path, 'The quantity has no unit.');
  if (text === undefined) return '';
  const code = unitCodes.has(text) ? text : undefined;
  const word = findUnit(text)?.code;
  const found = line.unit?.origin === 'xml' ? (code ?? word) : (word ?? code);
  if (found === undefined) ledger.miss(path, 'It is no unit of UN/ECE Recommendation 20 or 21.');
  else if (found !== text) ledger.note('Units are written as codes of UN/ECE Recommendation 20.');
  return found ?? '';
}

type Amounts = Pick<LineContent, 'quantity' | 'price' | 'net' | 'discount'>;

function lineAmounts(ledger: Ledger, at: (name: string) => string): Amounts {
  const quantity = ledger.amount(at('quantity'));
  const statedPrice = ledger.amount(at('unitPrice'));
  const statedNet = ledger.amount(at('netAmount'));
  const stated = ledger.amount(at('discount'));
  const discount = stated && stated.digits !== 0n ? stated : undefined;
  if (!quantity) ledger.miss(at('quantity'), 'The line has no quantity.');
  if (statedPrice && statedPrice.digits < 0n) ledger.miss(at('unitPrice'), 'A price is not negative (BR-27).');

  const price =
    statedPrice ?? (quantity && statedNet && !discount ? divideExactly(statedNet, quantity, PRICE_PLACES) : undefined);
  if (!price) ledger.miss(at('unitPrice'), 'The line has no price, and none follows exactly from amount and quantity.');
  else if (!statedPrice) ledger.note('Prices that are not stated are net amount ÷ quantity.');
  if (!quantity || !price) return { quantity: quantity ?? zero, price: price ?? zero, net: zero, discount: undefined };

  const full = multiply(quantity, price);
  if (!statedNet) ledger.note('Net amounts of lines that are not stated are quantity × price less discount.');
  const net = statedNet ?? round(discount ? subtract(full, discount) : full);
  if (net.scale > 2) ledger.miss(at('netAmount'), 'An amount has two decimals at most.');
  const taken = discount && discountTaken({ full, net, discount });
  const explained = taken ? subtract(full, taken) : full;
  if (!isNear(explained, net, SLACK)) {
    ledger.miss(at('netAmount'), 'The net amount is not quantity × price less discount.');
  }
  return { quantity, price, net, discount: taken };
}

/** The discount as an amount, whether it is stated as one or in percent; none when the price has it already. */
function discountTaken(line: { full: Decimal; net: Decimal; discount: Decimal }): Decimal | undefined {
  const inPercent = round(percentOf(line.full, line.discount));
  const bearsOut = (amount: Decimal) => isNear(subtract(line.full, amount), line.net, SLACK);
  return [line.discount, inPercent].find(bearsOut);
}

export function withCategory({ rate: _rate, ...line }: UntaxedLine, category: CategoryContent): LineContent {
  return { ...line, category };
}

export const netOf = (lines: readonly { net: Decimal }[]): Decimal =>
  lines.reduce((sum, { net }) => add(sum, net), decimalOf(0)!);
