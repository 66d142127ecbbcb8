// The arithmetic of a row of line items, used as evidence of which column is which and that a row was read whole.

interface RowNumbers {
  quantity?: number | undefined;
  unitPrice?: number | undefined;
  amount?: number | undefined;
  /** The price holds for this many units. */
  basis?: number | undefined;
  /** Percent, or an amount when `discountIsPercent` is false. */
  discount?: number | undefined;
  discountIsPercent?: boolean | undefined;
  taxRate?: number | undefined;
}

/** Does quantity × price (per basis, less discount, with or without tax) give the amount? undefined when a part is missing. */
export function multiplies(n: RowNumbers): boolean | undefined {
  if (n.quantity === undefined || n.unitPrice === undefined || n.amount === undefined) return undefined;
  const products = [n.quantity * n.unitPrice];
  if (n.basis && n.basis !== 1) products.push(products[0]! / n.basis);
  if (n.discount) {
    for (const product of products.slice()) {
      products.push(product * (1 - Math.abs(n.discount) / 100));
      if (n.discountIsPercent !== true)
        products.push(product - Math.abs(n.discount), product - n.quantity * Math.abs(n.discount));
    }
  }
  if (n.taxRate && n.taxRate < 40)
    for (const p of products.slice()) products.push(p * (1 + n.taxRate / 100), p / (1 + n.taxRate / 100));
  // Printed prices are rounded: half a cent each, times the quantity.
  const slack = 0.011 + Math.min(0.005 * Math.abs(n.quantity), 0.004 * Math.abs(n.amount));
  return products.some((p) => Math.abs(Math.abs(p) - Math.abs(n.amount!)) <= slack);
}

/** Equal to the cent. */
export const sameAmount = (a: number, b: number): boolean => Math.abs(a - b) < 0.006;

/** Sum without the noise of binary fractions, in the currency's unit; amounts have at most four decimals. */
export function sumAmounts(amounts: readonly number[]): number {
  let tenThousandths = 0;
  for (const amount of amounts) tenThousandths += Math.round(amount * 10_000);
  return tenThousandths / 10_000;
}
