import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../synth/random.ts';
import { drawSale } from '../../synth/receipt/sale.ts';
import { REGIONS } from '../../synth/regions/all.ts';
import { SYNTH_TYPES, synthesize } from '../../synth/synthesize.ts';
import { allocate, drawDeal } from '../../synth/trade/deal.ts';

const cents = (value: unknown): number => Math.round(Number(value) * 100);

test('shares of an amount sum to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 6 }),
      (amount, weights) => {
        expect(allocate(amount, weights).reduce((sum, part) => sum + part, 0)).toBe(amount);
      },
    ),
  );
});

test('a deal adds up: lines, discount, shipping, taxes, payments', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...REGIONS), (seed, region) => {
      const deal = drawDeal(createRandom(`deal${seed}`), 'invoice', region, undefined);
      const lineTotal = deal.lines.reduce((sum, line) => sum + line.net, 0);
      expect(deal.lineTotal).toBe(lineTotal);
      expect(deal.net).toBe(lineTotal - deal.discount + deal.shipping);
      expect(deal.taxes.reduce((sum, tax) => sum + tax.base, 0)).toBe(deal.net);
      expect(deal.gross).toBe(deal.net + deal.taxes.reduce((sum, tax) => sum + tax.amount, 0));
      expect(deal.due).toBe(deal.gross + deal.rounding - deal.paid);
      for (const tax of deal.taxes)
        expect(Math.abs(tax.amount - (tax.base * tax.rate) / 10_000)).toBeLessThanOrEqual(0.5);
      for (const line of deal.lines) {
        const exact = (line.quantity / 1000) * (line.unitPrice / 100) * (1 - line.discount / 100);
        expect(Math.abs(line.net - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }
      expect(deal.dueDate > deal.issueDate).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a sale adds up, with tax inside or on top of its prices', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...REGIONS), (seed, region) => {
      const sale = drawSale(createRandom(`sale${seed}`), region);
      expect(sale.sum).toBe(sale.items.reduce((sum, item) => sum + item.amount, 0));
      expect(sale.total).toBe(sale.sum + (sale.inclusive ? 0 : sale.tax) + sale.tip);
      expect(sale.taxes.reduce((sum, tax) => sum + tax.base + (sale.inclusive ? tax.amount : 0), 0)).toBe(sale.sum);
      expect(sale.given).toBeGreaterThanOrEqual(sale.total);
    }),
    { numRuns: 200 },
  );
});

describe.each(SYNTH_TYPES)('the truth of %s', (type) => {
  test('adds up wherever it states enough', async () => {
    for await (const { truth, id } of synthesize({ type, count: 40, seed: 'sums' })) {
      const { fields, lines } = truth;
      const has = (...paths: string[]): boolean => paths.every((path) => path in fields);
      if (has('netTotal', 'taxTotal', 'grossTotal'))
        expect([id, cents(fields.netTotal) + cents(fields.taxTotal)]).toEqual([id, cents(fields.grossTotal)]);
      if (has('subtotal', 'tax', 'total') && type === 'receipt' && lines[0]?.netAmount !== undefined) {
        expect([id, cents(fields.subtotal) + cents(fields.tax) + cents(fields.tip ?? 0)]).toEqual([
          id,
          cents(fields.total),
        ]);
      }
      if (has('amountDue', 'grossTotal')) {
        expect([id, cents(fields.grossTotal) + cents(fields.rounding ?? 0) - cents(fields.paidAmount ?? 0)]).toEqual([
          id,
          cents(fields.amountDue),
        ]);
      }
      if (
        (type === 'invoice' || type === 'credit_note') &&
        has('netTotal') &&
        lines.every((line) => 'netAmount' in line)
      ) {
        const sum = lines.reduce((total, line) => total + cents(line.netAmount), 0);
        expect([id, sum - cents(fields.discountTotal ?? 0) + cents(fields.shippingTotal ?? 0)]).toEqual([
          id,
          cents(fields.netTotal),
        ]);
      }
      const taxes = Object.keys(fields).filter((path) => /^taxes\[\d+\]\.amount$/.test(path));
      if (has('netTotal', 'grossTotal') && taxes.length > 0) {
        const tax = taxes.reduce((sum, path) => sum + cents(fields[path]), 0);
        expect([id, cents(fields.netTotal) + tax]).toEqual([id, cents(fields.grossTotal)]);
      }
      for (const line of lines) {
        if (!['quantity', 'unitPrice', 'netAmount'].every((key) => key in line)) continue;
        const exact = Number(line.quantity) * Number(line.unitPrice) * (1 - Number(line.discount ?? 0) / 100) * 100;
        expect(Math.abs(Math.abs(cents(line.netAmount)) - Math.abs(exact))).toBeLessThanOrEqual(0.5 + 1e-6);
      }
    }
  });
});
