import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findLineItemTables } from '../../../src/recognize/tables/find-line-items.ts';
import { pageFromText } from './page-from-text.ts';

const item = fc.record({
  name: fc.constantFrom('Steel bolt', 'Wooden crate, large', 'Cable 5 m', 'Service fee', 'Paint (white)'),
  quantity: fc.integer({ min: 2, max: 999 }),
  cents: fc.integer({ min: 1, max: 99_999 }),
});

const amount = (cents: number): string => (cents / 100).toFixed(2);

it('reads back every item of a plain table, with its sum proved', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), (items) => {
      const lines = items.map(
        (i) =>
          `   ${i.name.padEnd(30)}${String(i.quantity).padStart(8)}${amount(i.cents).padStart(12)}${amount(i.quantity * i.cents).padStart(14)}`,
      );
      const total = amount(items.reduce((sum, i) => sum + i.quantity * i.cents, 0));
      const text = [
        `   ${'Description'.padEnd(30)}${'Qty'.padStart(8)}${'Price'.padStart(12)}${'Amount'.padStart(14)}`,
        ...lines,
        `${'Total'.padStart(53)}${total.padStart(14)}`,
      ].join('\n');
      const [table] = findLineItemTables([pageFromText(text)]);
      expect(
        table?.rows.map((row) => [row.cells.description?.value, row.cells.quantity?.value, row.cells.netAmount?.value]),
      ).toEqual(items.map((i) => [i.name, i.quantity, (i.quantity * i.cents) / 100]));
      expect(table?.rowsSeen).toBe(items.length);
      expect(table?.rows.every((row) => row.multiplies)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('survives any words anywhere, and keeps cells on the page', () => {
  const word = fc.constantFrom(
    'Description',
    'Qty',
    'Price',
    'Total',
    'Amount',
    'Tax',
    'Pos',
    '1',
    '2.50',
    '1.234,50',
    '19%',
    '-',
    'x3',
    'EUR',
    'word',
    'Übertrag',
    ':',
    '-'.repeat(30),
  );
  const line = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 12 }), word), { maxLength: 8 })
    .map((parts) => parts.map(([gap, w]) => ' '.repeat(gap) + w).join(' '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const page = pageFromText(lines.join('\n'));
      for (const table of findLineItemTables([page])) {
        expect(table.rowsSeen).toBeGreaterThanOrEqual(table.rows.length);
        for (const row of table.rows) {
          for (const cell of Object.values(row.cells)) {
            expect(cell.box[2]).toBeGreaterThan(cell.box[0]);
            expect(cell.box[3]).toBeLessThanOrEqual(page.height);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('takes time in proportion to the page', () => {
  const page = (rows: number) =>
    pageFromText(
      `   Description        Qty     Price    Amount\n${Array.from({ length: rows }, (_, i) => `   Thing number ${i % 7}     2      3.00      6.00`).join('\n')}`,
    );
  const small = page(500);
  const large = page(4000);
  const time = (p: ReturnType<typeof page>): number => {
    const start = performance.now();
    expect(findLineItemTables([p])[0]?.rows.length).toBeGreaterThan(400);
    return performance.now() - start;
  };
  time(small);
  const best = (p: ReturnType<typeof page>): number => Math.min(time(p), time(p), time(p));
  // Eight times the rows: far under the 64 times of a quadratic reader, with room for a noisy machine.
  expect(best(large)).toBeLessThan(45 * best(small) + 60);
});
