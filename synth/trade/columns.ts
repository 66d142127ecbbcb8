// Columns of the line table: what each prints and what it tells.
import type { Random } from '../random.ts';
import type { Ledger } from '../truth.ts';
import type { ColumnKey } from '../words/words.ts';
import type { Deal, DealLine } from './deal.ts';
import type { Manner } from './manner.ts';

export interface Column {
  key: ColumnKey;
  label: string;
  align: 'left' | 'right' | 'center';
  /** May be left out when the page is too narrow. */
  optional: boolean;
  /** Text of the cell, '' when the line has none. */
  text(line: DealLine, index: number): string;
  /** Writes down what the cell says. */
  state(ledger: Ledger, line: DealLine, index: number): void;
}

const PRICED = [
  'unitPrice',
  'discount',
  'taxRate',
  'taxAmount',
  'netAmount',
  'grossAmount',
] as const satisfies readonly ColumnKey[];
const isPriced = (key: ColumnKey): boolean => (PRICED as readonly ColumnKey[]).includes(key);

const ORDERS: readonly (readonly ColumnKey[])[] = [
  ['number', 'sku', 'description', 'quantity', 'unit', 'unitPrice', 'discount', 'taxRate', 'netAmount'],
  ['number', 'quantity', 'unit', 'sku', 'description', 'unitPrice', 'discount', 'netAmount'],
  ['sku', 'description', 'unitPrice', 'quantity', 'discount', 'netAmount', 'taxRate'],
  ['description', 'quantity', 'unitPrice', 'discount', 'taxRate', 'netAmount'],
  ['quantity', 'description', 'unitPrice', 'discount', 'netAmount'],
  ['number', 'description', 'quantity', 'unit', 'unitPrice', 'discount', 'taxRate', 'taxAmount', 'netAmount'],
  ['number', 'sku', 'description', 'unit', 'quantity', 'unitPrice', 'discount', 'netAmount', 'taxRate', 'grossAmount'],
  ['sku', 'gtin', 'description', 'brand', 'quantity', 'unit', 'unitPrice', 'discount', 'netAmount'],
  ['number', 'sku', 'buyerSku', 'description', 'taxRate', 'quantity', 'unit', 'unitPrice', 'discount', 'netAmount'],
  ['description', 'netAmount'],
];

function grossOf(line: DealLine): number {
  return line.net + line.tax;
}

/** Unit as part of the quantity (`12 Stk.`) when the order has no unit column and the manner wants it. */
function createColumn(key: ColumnKey, manner: Manner, unitInQuantity: boolean, sign: number, label: string): Column {
  const unit = (line: DealLine) => manner.word(manner.words.units[line.unit]);
  const number = (value: number) => value;
  const column = (
    align: Column['align'],
    optional: boolean,
    text: Column['text'],
    value: (line: DealLine, index: number) => string | number | undefined,
    exact = true,
  ): Column => ({
    key,
    label,
    align,
    optional,
    text,
    state: (ledger, line, index) => {
      const stated = value(line, index);
      if (stated !== undefined) ledger.stateLine(index, key, stated, text(line, index), exact);
    },
  });
  switch (key) {
    case 'number':
      return column(
        'left',
        true,
        (_, i) => String(i + 1),
        (_, i) => String(i + 1),
      );
    case 'sku':
      return column(
        'left',
        true,
        (line) => line.sku,
        (line) => line.sku,
      );
    case 'buyerSku':
      return column(
        'left',
        true,
        (line) => line.buyerSku,
        (line) => line.buyerSku,
      );
    case 'gtin':
      return column(
        'left',
        true,
        (line) => line.gtin,
        (line) => line.gtin,
      );
    case 'brand':
      return column(
        'left',
        true,
        (line) => line.brand,
        (line) => line.brand,
      );
    case 'unit':
      return column('left', true, unit, unit);
    case 'deliveryDate':
      return column(
        'left',
        true,
        (line) => manner.date(line.deliveryDate),
        (line) => line.deliveryDate,
      );
    case 'description':
      return column(
        'left',
        false,
        (line) => line.description,
        (line) => line.description,
        false,
      );
    case 'quantity': {
      const base = column(
        'right',
        false,
        (line) => `${manner.quantity(line.quantity * sign)}${unitInQuantity ? ` ${unit(line)}` : ''}`,
        (line) => number((line.quantity * sign) / 1000),
      );
      if (!unitInQuantity) return base;
      return {
        ...base,
        state: (ledger, line, index) => {
          base.state(ledger, line, index);
          ledger.stateLine(index, 'unit', unit(line), unit(line));
        },
      };
    }
    case 'unitPrice':
      return column(
        'right',
        false,
        (line) => manner.price(line.unitPrice),
        (line) => line.unitPrice / 10_000,
      );
    case 'discount':
      return column(
        'right',
        false,
        (line) => (line.discount === 0 ? '' : `${line.discount}${label.includes('%') ? '' : ' %'}`),
        (line) => (line.discount === 0 ? undefined : line.discount),
      );
    case 'taxRate':
      return column(
        'right',
        true,
        (line) => `${manner.rate(line.rate)}${label.includes('%') ? '' : '%'}`,
        (line) => line.rate / 100,
      );
    case 'taxAmount':
      return column(
        'right',
        true,
        (line) => manner.money(line.tax * sign, 'plain'),
        (line) => (line.tax * sign) / 100,
      );
    case 'grossAmount':
      return column(
        'right',
        true,
        (line) => manner.money(grossOf(line) * sign, 'line'),
        (line) => (grossOf(line) * sign) / 100,
      );
    default:
      return column(
        'right',
        false,
        (line) => manner.money(line.net * sign, 'line'),
        (line) => (line.net * sign) / 100,
      );
  }
}

/** The columns of one document in an order drawn for it; `order` forces one. */
export function chooseColumns(
  random: Random,
  deal: Deal,
  manner: Manner,
  sign: number,
  order?: readonly ColumnKey[],
): Column[] {
  const priced = deal.type !== 'rfq' && deal.type !== 'delivery_note';
  const needsQuantity = !priced || deal.type === 'boq' || deal.type === 'purchase_order';
  const usable = ORDERS.filter((candidate) => !needsQuantity || candidate.includes('quantity'));
  const noTax = deal.taxMode !== 'normal' || deal.seller.region.country === 'US';
  const keys = [...(order ?? random.pick(usable))].filter((key) => {
    if (!priced && isPriced(key)) return false;
    if (key === 'discount') return deal.lines.some((line) => line.discount > 0);
    if (key === 'taxRate' || key === 'taxAmount' || key === 'grossAmount') return !noTax && deal.type !== 'boq';
    if (key === 'sku' || key === 'gtin' || key === 'buyerSku' || key === 'brand') {
      return deal.type !== 'boq' && deal.sector !== 'consulting' && deal.sector !== 'service';
    }
    return true;
  });
  // A discounted line without its discount would not add up on the page.
  if (
    deal.lines.some((line) => line.discount > 0) &&
    priced &&
    !keys.includes('discount') &&
    keys.includes('unitPrice')
  ) {
    keys.splice(keys.indexOf('netAmount'), 0, 'discount');
  }
  if (!priced && (deal.type === 'rfq' ? random.chance(0.35) : random.chance(0.1))) keys.push('deliveryDate');
  if (!priced && !keys.includes('unit') && random.chance(0.6)) keys.push('unit');
  const unitInQuantity = !keys.includes('unit') && (needsQuantity || random.chance(0.35));
  const currency = manner.region.currency;
  const taken = new Set<string>();
  return keys.map((key) => {
    let label = manner.word(manner.words.columns[key]);
    // Two columns of one name would leave the reader without a chance.
    if (taken.has(label)) label = manner.words.columns[key].find((variant) => !taken.has(variant)) ?? label;
    taken.add(label);
    if (key === 'netAmount' && manner.currencyPlace === 'column-header') label = `${label} (${currency})`;
    return createColumn(key, manner, unitInQuantity, sign, label);
  });
}
