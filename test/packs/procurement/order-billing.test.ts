import { expect, test } from 'vitest';
import type { Json } from '../../../src/document/value.ts';
import { showOrderBilling } from '../../../src/packs/procurement/order-billing.ts';
import type { PackMatch, PackRecord, WorkspaceView } from '../../../src/pipeline/pack-operation.ts';

const record = (id: string, type: string, values: Record<string, Json>): PackRecord => ({
  ...{ id, type, values, documentId: id, readAt: '2026-03-01T00:00:00.000Z' },
  subject: { id, type, values, lines: [] },
});

function viewOf(order: PackRecord, invoices: [PackRecord, PackMatch['state']][]): WorkspaceView {
  const unasked = () => Promise.reject(new Error('nobody asks for this'));
  return {
    today: '2026-03-01',
    getRecord: async () => order,
    findRecords: async (ids) => invoices.map(([invoice]) => invoice).filter(({ id }) => ids.includes(id)),
    listMatches: async ({ states }) =>
      invoices
        .map(([{ id }, state]) => ({ id: `match-${id}`, left: order.id, right: id, state, probability: 0.9 }))
        .filter(({ state }) => states.includes(state)),
    listRecords: unasked,
    search: unasked,
    compare: unasked,
    listFindings: unasked,
  };
}

const order = (values: Record<string, Json> = {}) =>
  record('order', 'purchase_order', { number: 'PO-1', currency: 'EUR', grossTotal: 1000.3, ...values });
const invoice = (id: string, values: Record<string, Json>) => record(id, 'invoice', values);
const ask = (view: WorkspaceView) => showOrderBilling.run({ order: 'order' }, view);

test('accepted invoices are summed to the cent, proposed ones are listed', async () => {
  const view = viewOf(order(), [
    [invoice('a', { grossTotal: 0.1, currency: 'EUR', number: 'A' }), 'accepted'],
    [invoice('b', { grossTotal: 0.2 }), 'accepted'],
    [invoice('c', { grossTotal: 500, currency: 'EUR' }), 'proposed'],
    [invoice('d', { grossTotal: 70, currency: 'EUR' }), 'dismissed'],
  ]);
  expect(await ask(view)).toMatchObject({
    ...{ number: 'PO-1', currency: 'EUR', total: '1000.30', billed: '0.30', open: '1000.00' },
    invoices: [
      { id: 'a', number: 'A', total: '0.10', state: 'accepted', counted: true },
      { id: 'b', number: null, counted: true },
      { id: 'c', state: 'proposed', counted: false },
    ],
  });
});

test('an invoice in another currency, or without a total, is not summed', async () => {
  const view = viewOf(order(), [
    [invoice('a', { grossTotal: 10, currency: 'USD' }), 'accepted'],
    [invoice('b', { currency: 'EUR' }), 'accepted'],
  ]);
  expect(await ask(view)).toMatchObject({
    billed: '0.00',
    invoices: [{ counted: false }, { total: null, counted: false }],
  });
});

test('more than was ordered leaves less than nothing; an order without a total leaves nothing to say', async () => {
  const billed = [[invoice('a', { grossTotal: 1200 }), 'accepted']] as [PackRecord, PackMatch['state']][];
  expect(await ask(viewOf(order(), billed))).toMatchObject({ open: '-199.70' });
  const { grossTotal: _, ...values } = order().values;
  expect(await ask(viewOf(record('order', 'purchase_order', values), billed))).toMatchObject({
    total: null,
    open: null,
  });
});
