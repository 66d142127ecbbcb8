// The rows under the line table: what was added, taken off, taxed, paid and is still owed.
import type { Random } from '../random.ts';
import type { Ledger } from '../truth.ts';
import type { Deal } from './deal.ts';
import type { Manner } from './manner.ts';

export interface TotalRow {
  key: string;
  label: string;
  text: string;
  strong: boolean;
}

export interface TaxRow {
  rate: string;
  base: string;
  amount: string;
}

const percent = (manner: Manner, rate: number, spaced: boolean): string => `${manner.rate(rate)}${spaced ? ' %' : '%'}`;

/** A tax row's label: name and rate in the orders that are printed, with or without the base. */
function taxLabel(random: Random, manner: Manner, rate: number, base: string | undefined): string {
  const name = manner.word(manner.region.taxNames);
  const share = percent(manner, rate, manner.region.language === 'de' || manner.region.language === 'fr');
  const plain = random.chance(0.5)
    ? `${name} ${share}`
    : manner.region.language === 'de'
      ? `zzgl. ${share} ${name}`
      : `${name} (${share})`;
  if (base === undefined) return plain;
  const joint = { en: 'on', de: 'auf', fr: 'sur', es: 's/', it: 'su', pt: 's/', nl: 'over' }[manner.region.language];
  return `${name} ${share} ${joint} ${base}`;
}

/** Builds the rows and writes them down; the document's own choice of which ones to print is drawn here. */
export function listTotals(random: Random, deal: Deal, manner: Manner, ledger: Ledger, sign: number): TotalRow[] {
  const { words } = manner;
  const rows: TotalRow[] = [];
  const add = (
    key: string,
    path: string | undefined,
    label: string,
    minor: number,
    strong = false,
    shownSign = sign,
  ): void => {
    const text = manner.money(minor * shownSign, 'total');
    rows.push({ key, label, text, strong });
    if (path) ledger.state(path, (minor * sign) / 100, text);
  };
  const extras = deal.discount > 0 || deal.shipping > 0;
  const taxed = deal.taxMode === 'normal' && deal.type !== 'boq';
  const singleNet = !extras && !taxed && (deal.type === 'boq' || random.chance(0.5));
  if (extras) {
    add('subtotal', undefined, manner.word(words.totals.subtotal), deal.lineTotal);
    if (deal.discount > 0) {
      const share = deal.discountPercent === undefined ? '' : ` ${percent(manner, deal.discountPercent * 100, false)}`;
      const label = manner.word(words.totals.discount) + share;
      const text = manner.money(-deal.discount * sign, 'total');
      rows.push({ key: 'discount', label, text, strong: false });
      ledger.state('discountTotal', (deal.discount * sign) / 100, text);
    }
    if (deal.shipping > 0) add('shipping', 'shippingTotal', manner.word(words.totals.shipping), deal.shipping);
  }
  if (singleNet && deal.type === 'boq') {
    add('netTotal', 'netTotal', manner.word(words.totals.netTotal), deal.net, true);
    return rows;
  }
  if (!extras || random.chance(0.65)) {
    const label =
      extras || random.chance(0.7) ? manner.word(words.totals.netTotal) : manner.word(words.totals.subtotal);
    if (taxed || extras || !singleNet) add('netTotal', 'netTotal', label, deal.net);
  }
  if (taxed) {
    const withBase = deal.taxes.length > 1 && random.chance(0.5);
    deal.taxes.forEach((tax, i) => {
      const base = withBase ? manner.money(tax.base * sign, 'plain') : undefined;
      add('tax', `taxes[${i}].amount`, taxLabel(random, manner, tax.rate, base), tax.amount);
      ledger.state(`taxes[${i}].rate`, tax.rate / 100, manner.rate(tax.rate));
      if (base !== undefined) ledger.state(`taxes[${i}].base`, (tax.base * sign) / 100, base);
    });
    if (deal.taxes.length > 1 && random.chance(0.4))
      add('taxTotal', 'taxTotal', manner.word(words.totals.taxTotal), deal.tax);
    // One tax row is the tax total as well.
    else if (deal.taxes.length === 1) ledger.state('taxTotal', (deal.tax * sign) / 100, rows.at(-1)!.text);
  } else if (deal.taxMode === 'reverse' && random.chance(0.5)) {
    const text = manner.money(0, 'total');
    rows.push({ key: 'tax', label: taxLabel(random, manner, 0, undefined), text, strong: false });
    ledger.state('taxTotal', 0, text);
    ledger.state('taxes[0].rate', 0, manner.rate(0));
    ledger.state('taxes[0].amount', 0, text);
  }
  add('grossTotal', 'grossTotal', manner.word(words.totals.grossTotal), deal.gross, true);
  if (deal.rounding !== 0) {
    const text = manner.money(deal.rounding * sign, 'total');
    rows.push({ key: 'rounding', label: manner.word(words.totals.rounding), text, strong: false });
    ledger.state('rounding', (deal.rounding * sign) / 100, text);
  }
  if (deal.paid > 0) {
    const text = manner.money(-deal.paid * sign, 'total');
    rows.push({ key: 'paid', label: manner.word(words.totals.paid), text, strong: false });
    ledger.state('paidAmount', (deal.paid * sign) / 100, text);
  }
  if (deal.paid > 0 || deal.rounding !== 0 || (deal.type === 'invoice' && random.chance(0.12))) {
    add('amountDue', 'amountDue', manner.word(words.totals.amountDue), deal.due, true);
  }
  return rows;
}

/** One row per rate for a summary table; writes rate, base and amount down. */
export function tabulateTaxes(deal: Deal, manner: Manner, ledger: Ledger, sign: number): TaxRow[] {
  // A single sales tax is not summed up by rates.
  if (deal.taxMode !== 'normal' || deal.type === 'boq' || manner.region.country === 'US') return [];
  return deal.taxes.map((tax, i) => {
    const row = {
      rate: percent(manner, tax.rate, false),
      base: manner.money(tax.base * sign, 'plain'),
      amount: manner.money(tax.amount * sign, 'plain'),
    };
    ledger.state(`taxes[${i}].rate`, tax.rate / 100, manner.rate(tax.rate));
    ledger.state(`taxes[${i}].base`, (tax.base * sign) / 100, row.base);
    ledger.state(`taxes[${i}].amount`, (tax.amount * sign) / 100, row.amount);
    return row;
  });
}
