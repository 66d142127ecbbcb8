import { expect, test } from 'vitest';
import type { LineItem, Value } from '../../../../src/document/value.ts';
import { receiptRules } from '../../../../src/packs/procurement/rules/receipt-rules.ts';
import type { RecordView } from '../../../../src/pipeline/pack.ts';

const line = (netAmount: number): LineItem => ({ netAmount: { value: netAmount, evidence: [] } as unknown as Value });

function fired(values: Record<string, number | string>, amounts: number[] = []): string[] {
  const view = {
    type: 'receipt',
    get: (path: string) => values[path],
    lines: amounts.map(line),
    record: {},
  } as unknown as RecordView;
  return receiptRules
    .filter((rule) => rule.check(view).length > 0)
    .map((rule) => rule.id.replace('procurement/receipt-', ''));
}

test.each([
  ['tax on top', { subtotal: 10, tax: 0.6, total: 10.6 }, [4, 6], []],
  ['tax inside', { subtotal: 10.6, tax: 0.6, total: 10.6 }, [10.6], []],
  ['rounded to five cents', { subtotal: 10, tax: 0.62, total: 10.6 }, [10], []],
  ['tip added', { subtotal: 40, tax: 3, tip: 8, total: 51 }, [], []],
  ['discount between', { subtotal: 57.39, total: 49.7 }, [], []],
  ['goods before tax', { tax: 0.6, total: 10.6 }, [4, 6], []],
  ['total misread', { subtotal: 10, tax: 0.6, total: 70.6 }, [], ['adds-up']],
  ['base read as tax', { tax: 10, total: 10.6 }, [], ['tax-plausible']],
  ['a line lost', { total: 10.6 }, [4], ['lines-add-up']],
  ['a clock never set', { total: 5, date: '1980-01-01' }, [], ['date-plausible']],
  ['nothing known', {}, [], []],
])('%s', (_, values, amounts, expected) => {
  expect(fired(values as Record<string, number | string>, amounts)).toEqual(expected);
});
