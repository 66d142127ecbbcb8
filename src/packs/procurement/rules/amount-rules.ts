// Arithmetic: lines, taxes, totals, outliers. Tolerance is one cent per summed value.

import type { ValidationRule } from '../../../pipeline/pack.ts';
import { multiplies } from '../../../recognize/tables/arithmetic.ts';
import { sumOfLines } from '../constraints.ts';
import { sameAmount } from '../extract/rows.ts';
import { invoiceProof } from '../lines/proof-plans.ts';
import { proveSum } from '../lines/prove-lines.ts';
import { type Finding, lineNumber, money, numberAt } from './common.ts';
import { linesMissing, sumMessage } from './line-rules.ts';

export const totalsAddUp: ValidationRule = {
  id: 'procurement/totals-add-up',
  severity: 'error',
  source: 'EN 16931 BR-CO-15: total with VAT = total without VAT + total VAT.',
  check: (view) => {
    const net = numberAt(view, 'netTotal');
    const tax = numberAt(view, 'taxTotal');
    const gross = numberAt(view, 'grossTotal');
    if (net === undefined || tax === undefined || gross === undefined) return [];
    const shipping = numberAt(view, 'shippingTotal') ?? 0;
    const discount = Math.abs(numberAt(view, 'discountTotal') ?? 0);
    const rounding = numberAt(view, 'rounding') ?? 0;
    const sums = [0, shipping].flatMap((s) =>
      [0, discount].flatMap((d) => [0, rounding].map((r) => net + tax + s - d + r)),
    );
    if (sums.some((sum) => sameAmount(sum, gross, 2))) return [];
    return [
      {
        path: 'grossTotal',
        message: `Net ${money(net)} + tax ${money(tax)} is ${money(net + tax)}, but the document states ${money(gross)}.`,
      },
    ];
  },
};

export const linesAddUp: ValidationRule = {
  id: 'procurement/lines-add-up',
  severity: 'warning',
  source: 'EN 16931 BR-CO-10: sum of line net amounts.',
  check: (view) => {
    const proof = view.record.lineProof ?? proveSum(view, invoiceProof, NOTHING_SEEN);
    return proof.agrees === false ? [{ path: 'lines', message: sumMessage(proof, 'document') }] : [];
  },
};

const NOTHING_SEEN = { rowsSeen: 0, excluded: [], printedSum: null };

export const lineArithmetic: ValidationRule = {
  id: 'procurement/line-arithmetic',
  severity: 'warning',
  source: 'Quantity × unit price less discount = line amount.',
  check: (view) =>
    view.lines.flatMap((line, i): Finding[] => {
      const quantity = lineNumber(line, 'quantity');
      const price = lineNumber(line, 'unitPrice');
      const net = lineNumber(line, 'netAmount');
      if (quantity === undefined || price === undefined || net === undefined) return [];
      const full = quantity * price;
      // The row as it is printed: with a price for a hundred, or with amounts that hold the tax.
      if ((line.netAmount?.signals?.arithmetic ?? 0) > 0) return [];
      const discount = lineNumber(line, 'discount');
      const taxRate = lineNumber(line, 'taxRate');
      const amounts = [net, lineNumber(line, 'grossAmount')].filter((amount) => amount !== undefined);
      if (amounts.some((amount) => multiplies({ quantity, unitPrice: price, amount, discount, taxRate }))) return [];
      return [
        {
          path: `lines[${i}].netAmount`,
          message: `${quantity} × ${price} is ${money(full)}, but the line states ${money(net)}.`,
        },
      ];
    }),
};

export const taxFitsRate: ValidationRule = {
  id: 'procurement/tax-fits-rate',
  severity: 'warning',
  source: 'EN 16931 BR-CO-17: VAT amount = taxable amount × rate.',
  check: (view) => {
    const findings: Finding[] = [];
    for (let i = 0; i < 20; i++) {
      const rate = numberAt(view, `taxes[${i}].rate`);
      if (rate === undefined) break;
      const base = numberAt(view, `taxes[${i}].base`);
      const amount = numberAt(view, `taxes[${i}].amount`);
      if (base === undefined || amount === undefined || sameAmount((base * rate) / 100, amount, 3)) continue;
      findings.push({
        path: `taxes[${i}].amount`,
        message: `${rate} % of ${money(base)} is ${money((base * rate) / 100)}, but the document states ${money(amount)}.`,
      });
    }
    return findings;
  },
};

export const positiveQuantities: ValidationRule = {
  id: 'procurement/positive-quantity-and-price',
  severity: 'warning',
  source: 'Quantities and prices of ordinary lines are above zero; returns are negative as a whole.',
  check: (view) =>
    view.lines.flatMap((line, i): Finding[] => {
      const quantity = lineNumber(line, 'quantity');
      const price = lineNumber(line, 'unitPrice');
      const findings: Finding[] = [];
      if (quantity === 0) findings.push({ path: `lines[${i}].quantity`, message: 'The quantity is zero.' });
      if (price !== undefined && price < 0 && view.type !== 'credit_note')
        findings.push({
          path: `lines[${i}].unitPrice`,
          message: 'The unit price is negative; a discount belongs in its own field.',
        });
      return findings;
    }),
};

export const largeDiscount: ValidationRule = {
  id: 'procurement/large-discount',
  severity: 'warning',
  source: 'A discount above half of the goods is worth a look.',
  check: (view) => {
    const discount = Math.abs(numberAt(view, 'discountTotal') ?? 0);
    const base = sumOfLines(view.lines) ?? numberAt(view, 'netTotal');
    if (base === undefined || base <= 0 || discount <= base / 2) return [];
    return [
      { path: 'discountTotal', message: `The discount of ${money(discount)} is more than half of ${money(base)}.` },
    ];
  },
};

export const outlierLine: ValidationRule = {
  id: 'procurement/outlier-line',
  severity: 'info',
  source: 'A unit price above ten times the average of the other lines is often a misread separator.',
  check: (view) => {
    const prices = view.lines.map((line) => lineNumber(line, 'unitPrice'));
    const known = prices.filter((price): price is number => price !== undefined && price > 0);
    if (known.length < 4) return [];
    const total = known.reduce((sum, price) => sum + price, 0);
    return prices.flatMap((price, i): Finding[] => {
      if (price === undefined || price <= 0) return [];
      const others = (total - price) / (known.length - 1);
      return price > 10 * others && others > 0
        ? [
            {
              path: `lines[${i}].unitPrice`,
              message: `The price ${price} is more than ten times the average of the other lines.`,
            },
          ]
        : [];
    });
  },
};

export const duplicateLine: ValidationRule = {
  id: 'procurement/duplicate-line',
  severity: 'info',
  source: 'The same item, quantity and amount twice may be billed twice.',
  check: (view) => {
    const seen = new Map<string, number>();
    return view.lines.flatMap((line, i): Finding[] => {
      const description = line.description?.value;
      if (typeof description !== 'string' || line.netAmount === undefined) return [];
      const key = JSON.stringify([
        description.toLowerCase(),
        line.sku?.value,
        line.quantity?.value,
        line.netAmount.value,
        line.deliveryDate?.value,
      ]);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, i);
        return [];
      }
      return [{ path: `lines[${i}]`, message: `Line ${i + 1} repeats line ${first + 1}.` }];
    });
  },
};

export const amountRules: readonly ValidationRule[] = [
  totalsAddUp,
  linesAddUp,
  linesMissing,
  lineArithmetic,
  taxFitsRate,
  positiveQuantities,
  largeDiscount,
  outlierLine,
  duplicateLine,
];
