// The totals of an e-invoice: stated ones as they stand when they add up, the others computed. Nothing is rounded to fit.

import { add, compare, type Decimal, decimalText, subtract, total, zero } from '../decimal.ts';
import type { AdjustmentContent, TotalsContent } from './invoice-content.ts';
import type { Ledger } from './ledger.ts';

interface Parts {
  /** undefined = the profile has no lines: what they come to follows from the net total. */
  lines: Decimal | undefined;
  adjustments: readonly AdjustmentContent[];
  /** Sum of the breakdown; undefined = the profile has none. */
  tax: Decimal | undefined;
}

export function totalsContent(ledger: Ledger, { lines, adjustments, tax }: Parts): TotalsContent {
  const allowances = sumOf(adjustments, false);
  const charges = sumOf(adjustments, true);
  const adjusted = (sum: Decimal) => subtract(add(sum, charges ?? zero), allowances ?? zero);
  const net = stated(ledger, 'netTotal', lines && adjusted(lines), 'lines less discounts plus charges');
  const taxTotal = stated(ledger, 'taxTotal', tax, 'the taxes of its rates');
  const gross = stated(ledger, 'grossTotal', net && taxTotal && add(net, taxTotal), 'net total plus tax');
  const paid = nonZero(ledger.amount('paidAmount'));
  const rounding = nonZero(ledger.amount('rounding'));
  const owed = gross && add(subtract(gross, paid ?? zero), rounding ?? zero);
  const due = stated(ledger, 'amountDue', owed, 'gross total less what is paid, rounded');
  if (gross && gross.digits < 0n) {
    ledger.miss(
      'grossTotal',
      'An e-invoice states what is due; what is given back is a credit note without minus signs.',
    );
  }
  return {
    lines: lines ?? (net ? subtract(add(net, allowances ?? zero), charges ?? zero) : zero),
    allowances,
    charges,
    net: net ?? zero,
    tax: taxTotal ?? zero,
    gross: gross ?? zero,
    paid,
    rounding,
    due: due ?? zero,
  };
}

/** The stated total; a gap where the parts come to another. The receiver's program would find the same. */
function stated(ledger: Ledger, path: string, computed: Decimal | undefined, by: string): Decimal | undefined {
  const value = ledger.amount(path);
  if (!value) {
    if (computed) ledger.note(`Totals that are not stated are computed from their parts.`);
    else ledger.miss(path, 'The total is not stated, and does not follow from others.');
    return computed;
  }
  if (value.scale > 2) ledger.miss(path, 'An amount has two decimals at most.');
  if (computed && compare(value, computed) !== 0) {
    ledger.miss(path, `It does not add up: ${by} is ${decimalText(computed, 2)}.`);
  }
  return value;
}

const nonZero = (value: Decimal | undefined): Decimal | undefined => (value?.digits === 0n ? undefined : value);

function sumOf(adjustments: readonly AdjustmentContent[], charge: boolean): Decimal | undefined {
  const amounts = adjustments.filter((one) => one.charge === charge).map(({ amount }) => amount);
  return amounts.length > 0 ? total(amounts) : undefined;
}
