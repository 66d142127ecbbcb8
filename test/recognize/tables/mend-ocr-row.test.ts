import { expect, test } from 'vitest';
import type { ColumnRole, LineItemRow } from '../../../src/recognize/tables/line-item-table.ts';
import { mendOcrRow } from '../../../src/recognize/tables/mend-ocr-row.ts';

function rowOf(cells: Partial<Record<ColumnRole, [raw: string, value: number]>>, multiplies?: boolean): LineItemRow {
  const box = [0, 0, 10, 10] as const;
  const made = Object.entries(cells).map(([role, [raw, value]]) => [role, { raw, value, box }]);
  return { page: 1, box, cells: Object.fromEntries(made), multiplies };
}

const valuesOf = ({ cells }: LineItemRow) => [cells.quantity?.value, cells.unitPrice?.value, cells.netAmount?.value];

test.each([
  [
    'a quantity',
    { quantity: ['3725', 3725], unitPrice: ['61,80', 61.8], netAmount: ['2.302,05', 2302.05] },
    [37.25, 61.8, 2302.05],
  ],
  ['a price', { quantity: ['4,00', 4], unitPrice: ['1250', 1250], netAmount: ['50,00', 50] }, [4, 12.5, 50]],
  ['an amount', { quantity: ['171', 171], unitPrice: ['0,31', 0.31], netAmount: ['5301', 5301] }, [171, 0.31, 53.01]],
] as const)('%s that lost its decimal sign gets it back', (_, cells, expected) => {
  const row = mendOcrRow(rowOf(cells as never, false));
  expect(valuesOf(row)).toEqual(expected);
  expect(row.multiplies).toBe(true);
});

test('a lost count is computed from price and amount, and says so', () => {
  const row = mendOcrRow(rowOf({ unitPrice: ['219,17', 219.17], netAmount: ['657,51', 657.51] }));
  expect(row.cells.quantity).toMatchObject({ value: 3, computed: true });
});

test.each([
  ['with a digit too many', '117,507', 117.507],
  ['that ran into the next cell', '117502200', 117502200],
  ['of which a letter was read', undefined, undefined],
])('an amount %s is what count and price give', (_, raw, value) => {
  const read = { quantity: ['2,5', 2.5], unitPrice: ['47,00', 47] } as const;
  const row = rowOf({ ...read, ...(raw === undefined ? {} : { netAmount: [raw, value] }) } as never, false);
  const mended = mendOcrRow(raw === undefined ? { ...row, unread: { raw: 'l17/50', box: [0, 0, 10, 10] } } : row);
  expect(mended.cells.netAmount).toMatchObject({ value: 117.5, computed: true });
  expect(mended).toMatchObject({ multiplies: true });
  expect(mended.unread).toBeUndefined();
});

test.each([
  ['reads as amounts do', { quantity: ['1,5', 1.5], unitPrice: ['38,30', 38.3], netAmount: ['87,45', 87.45] }],
  ['is another number', { quantity: ['3', 3], unitPrice: ['12,00', 12], netAmount: ['9:99', 9.99] }],
])('an amount that %s is left alone', (_, cells) => {
  const row = rowOf(cells as never, false);
  expect(mendOcrRow(row)).toBe(row);
});

test.each([
  ['whose numbers agree', rowOf({ quantity: ['2', 2], unitPrice: ['5', 5], netAmount: ['10', 10] }, true)],
  [
    'that shows its decimals',
    rowOf({ quantity: ['1,25', 1.25], unitPrice: ['8,00', 8], netAmount: ['1,00', 1] }, false),
  ],
  ['that no decimal sign mends', rowOf({ quantity: ['7', 7], unitPrice: ['8', 8], netAmount: ['99', 99] }, false)],
  [
    'that two decimal signs would mend',
    rowOf({ quantity: ['4', 4], unitPrice: ['1250', 1250], netAmount: ['50,00', 50] }, false),
  ],
  ['with a discount and no quantity', rowOf({ unitPrice: ['10', 10], netAmount: ['20', 20], discount: ['5 %', 5] })],
  ['whose amount is no multiple of its price', rowOf({ unitPrice: ['10', 10], netAmount: ['25', 25] })],
])('a row %s stays as it is', (_, row) => {
  expect(mendOcrRow(row)).toBe(row);
});
