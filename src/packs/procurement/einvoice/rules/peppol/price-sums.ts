// The sums of prices, allowances and lines that Peppol asks of invoices and orders alike.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import {
  absolute,
  add,
  compare,
  type Decimal,
  multiply,
  parseDecimal,
  percentOf,
  subtract,
  wholeNumber,
  zero,
} from '../../decimal.ts';
import { first } from '../../tree/navigate.ts';
import { amountOf, sumOf } from '../en16931/amounts.ts';

const slack: Decimal = { digits: 2n, scale: 2 };

/** Within two hundredths, as Peppol allows. */
export function isPercentage(amount: XmlElement | undefined, base: XmlElement, percent: XmlElement): boolean {
  const stated = amount ? amountOf(amount) : zero;
  const based = amountOf(base);
  const rate = amountOf(percent);
  if (!stated || !based || !rate) return false;
  return compare(absolute(subtract(stated, percentOf(based, rate))), slack) <= 0;
}

interface LineSum {
  net: XmlElement | undefined;
  quantity: XmlElement | undefined;
  price: XmlElement | undefined;
  baseQuantity: XmlElement | undefined;
  allowances: readonly (XmlElement | undefined)[];
  charges: readonly (XmlElement | undefined)[];
}

/**
 * |net × base − (quantity × price + (charges − allowances) × base)| ≤ 0.02 × |base|: exact, without dividing.
 * A quantity or base that is not stated counts as one, an amount that is not stated as nought.
 */
export function isLineSum({ net, quantity, price, baseQuantity, allowances, charges }: LineSum): boolean {
  const or = (element: XmlElement | undefined, otherwise: Decimal) =>
    element ? parseDecimal(element.text) : otherwise;
  const one = wholeNumber(1);
  const stated = or(net, zero);
  const count = or(quantity, one);
  const each = or(price, zero);
  const plus = sumOf(charges);
  const less = sumOf(allowances);
  let base = or(baseQuantity, one);
  if (!stated || !count || !each || !base || !plus || !less) return false;
  if (base.digits === 0n) base = one;
  const sum = add(multiply(count, each), multiply(subtract(plus, less), base));
  return compare(absolute(subtract(multiply(stated, base), sum)), multiply(slack, absolute(base))) <= 0;
}

/** Holds when there is no gross price to compare with. */
export function isNetPrice(allowance: XmlElement, price: XmlElement | undefined): boolean {
  const gross = first(allowance, 'BaseAmount');
  if (!gross) return true;
  const values = [gross, first(allowance, 'Amount'), first(price, 'PriceAmount')].map((element) => amountOf(element));
  const [base, discount, net] = values;
  return (
    base !== undefined && discount !== undefined && net !== undefined && compare(net, subtract(base, discount)) === 0
  );
}
