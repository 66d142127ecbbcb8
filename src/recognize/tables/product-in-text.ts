// "10 hours @ $80.00", "3 x 2,50": a count and a price in running text, told by the amount that they make.

import { sameAmount } from './arithmetic.ts';
import { type DecimalSign, readAmount } from './cell-values.ts';

interface ReadNumber {
  raw: string;
  value: number;
}

export interface ProductInText {
  quantity: ReadNumber;
  unitPrice: ReadNumber;
  unit: string | null;
}

const PRODUCT =
  /(?<![\p{L}\d.,])(\d{1,6}(?:[.,]\d{1,3})?)\s?(\p{L}{1,8}\.?)?\s?(?:[x×*@]|(?<=\p{L}|\s)(?:à|at|zu)(?=\s))\s?(\p{Sc}?\s?\d[\d.,]{0,12}\d|\p{Sc}?\s?\d)(?![\p{L}\d])/giu;
const MAX_CHARACTERS = 400;

/** The first product in `text` that gives `amount`; a count of one proves nothing. */
export function readProduct(text: string, amount: number, style: DecimalSign): ProductInText | undefined {
  for (const match of text.slice(0, MAX_CHARACTERS).matchAll(PRODUCT)) {
    const [, count, unit, price] = match;
    const quantity = readAmount(count!, style)?.value;
    const unitPrice = readAmount(price!, style)?.value;
    if (quantity === undefined || unitPrice === undefined || quantity === 1 || unitPrice === 1) continue;
    if (!sameAmount(quantity * unitPrice, Math.abs(amount))) continue;
    const isTimes = unit !== undefined && /^(?:x|at|zu)$/i.test(unit);
    return {
      quantity: { raw: count!, value: quantity },
      unitPrice: { raw: price!, value: unitPrice },
      unit: unit === undefined || isTimes ? null : unit,
    };
  }
  return undefined;
}
