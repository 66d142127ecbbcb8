// What of an order was billed: the invoices that people accepted for it, those that still wait for a decision, and what is open.

import { z } from 'zod';
import { textOf } from '../../match/features/values.ts';
import type { Subject } from '../../match/match-spec.ts';
import { defineOperation, type PackRecord } from '../../pipeline/pack-operation.ts';
import { type Decimal, decimalOf, decimalText, subtract, total } from './einvoice/decimal.ts';

const amount = z.string().describe('A decimal in the order’s currency, tax included');

const MOST_INVOICES = 500;
const PLACES = 2;

export const showOrderBilling = defineOperation({
  id: 'showOrderBilling',
  path: '/procurement/order-billing',
  permission: 'matches.read',
  summary: 'What of an order was billed, and what is open',
  description:
    'By the invoices that were accepted for it. Proposed ones are listed and not summed; credit notes are not counted.',
  input: z.object({ order: z.uuid().describe('A record') }),
  output: z.object({
    order: z.uuid(),
    number: z.string().nullable(),
    currency: z.string().nullable(),
    total: amount.nullable().describe('Of the order; null = it does not say'),
    billed: amount.describe('Sum of the accepted invoices that state a total in this currency'),
    open: amount.nullable().describe('Negative: more was billed than ordered'),
    invoices: z.array(
      z.object({
        id: z.uuid(),
        number: z.string().nullable(),
        issueDate: z.string().nullable(),
        total: z.string().nullable(),
        currency: z.string().nullable(),
        match: z.uuid(),
        state: z.enum(['proposed', 'accepted']),
        counted: z.boolean(),
      }),
    ),
  }),
  async run({ order: id }, view) {
    const order = await view.getRecord(id, ['purchase_order']);
    const matches = await view.listMatches({
      spec: 'procurement/order-invoice',
      records: [order.id],
      states: ['accepted', 'proposed'],
      limit: MOST_INVOICES,
    });
    const records = new Map((await view.findRecords(matches.map(({ right }) => right))).map((one) => [one.id, one]));
    const currency = say(order, 'currency');
    const sums: Decimal[] = [];
    const invoices = matches.flatMap(({ id: match, right, state }) => {
      const invoice = records.get(right);
      if (!invoice) return [];
      const sum = decimalOf(invoice.values.grossTotal);
      const counted = state === 'accepted' && sum !== undefined && inCurrency(invoice, currency);
      if (counted) sums.push(sum);
      return {
        ...{ id: right, match, state: state as 'proposed' | 'accepted', counted },
        number: say(invoice, 'number'),
        issueDate: say(invoice, 'issueDate'),
        total: sum ? decimalText(sum, PLACES) : null,
        currency: say(invoice, 'currency'),
      };
    });
    const ordered = decimalOf(order.values.grossTotal);
    const billed = total(sums);
    return {
      ...{ order: order.id, number: say(order, 'number'), currency, invoices },
      total: ordered ? decimalText(ordered, PLACES) : null,
      billed: decimalText(billed, PLACES),
      open: ordered ? decimalText(subtract(ordered, billed), PLACES) : null,
    };
  },
});

const say = ({ subject, values }: PackRecord, path: string): string | null =>
  textOf({ ...subject, values } satisfies Subject, [path]) ?? null;

/** An invoice that names none is taken to be in the order’s. */
const inCurrency = (invoice: PackRecord, currency: string | null): boolean => {
  const own = say(invoice, 'currency');
  return own === null || currency === null || own === currency;
};
