// Lines whose printed amounts hold the tax: what is printed is the line's gross amount, and its net amount follows from the rate.

import type { LineItem, Value } from '../../../document/value.ts';
import type { RecordView } from '../../../pipeline/pack.ts';
import { lineNumber, numberAt } from '../rules/common.ts';
import { slackCents } from './compare-sum.ts';

const cents = (amount: number): number => Math.round(amount * 100);

/** Sales taxes and VAT lie below this. */
const HIGHEST_RATE = 30;

/**
 * The lines with gross and net amount where their amounts sum to the gross total and, with the tax taken off, to the net total;
 * else undefined, and where the page calls the amounts net. What a person or a file itself gave stays.
 */
export function findGrossLines(view: RecordView): LineItem[] | undefined {
  const net = numberAt(view, 'netTotal');
  const tax = numberAt(view, 'taxTotal');
  const gross = numberAt(view, 'grossTotal');
  if (net === undefined || tax === undefined || gross === undefined || tax * net <= 0) return undefined;
  if (Math.abs(cents(net) + cents(tax) - cents(gross)) > 1) return undefined;
  const { lines } = view;
  const column = lines.some((line) => line.grossAmount) ? 'grossAmount' : 'netAmount';
  const other = column === 'netAmount' ? 'grossAmount' : 'netAmount';
  if (lines.some((line) => line.netAmount?.signals.titledNet === 1)) return undefined;
  if (lines.length === 0 || lines.some((line) => !isRead(line[column]) || line[other])) return undefined;
  const slack = slackCents(lines.length);
  const amounts = lines.map((line) => lineNumber(line, column)!);
  const sum = amounts.reduce((total, amount) => total + cents(amount), 0);
  // Tax within the slack would make net and gross the same.
  if (Math.abs(sum - cents(gross)) > slack || Math.abs(cents(tax)) <= 2 * slack) return undefined;
  const usual = usualRate(net, tax);
  const nets = lines.map((line, i) => {
    const rate = lineNumber(line, 'taxRate') ?? usual;
    return rate < 0 || rate > HIGHEST_RATE ? undefined : Math.round(cents(amounts[i]!) / (1 + rate / 100));
  });
  if (nets.some((one) => one === undefined)) return undefined;
  if (Math.abs(nets.reduce<number>((total, one) => total + one!, 0) - cents(net)) > slack) return undefined;
  return lines.map((line, i) => withNet(line, line[column]!, nets[i]! / 100));
}

/** Rates have one decimal at most; what follows from amounts is off by their rounding. */
function usualRate(net: number, tax: number): number {
  const rate = (100 * tax) / net;
  const printed = Math.round(10 * rate) / 10;
  return Math.abs(cents((net * printed) / 100) - cents(tax)) <= 1 ? printed : rate;
}

function isRead(value: Value | undefined): boolean {
  return value?.origin === 'read' && typeof value.value === 'number';
}

function withNet(line: LineItem, grossAmount: Value, net: number): LineItem {
  const netAmount: Value = { ...grossAmount, value: net, origin: 'computed', source: 'lines/net-of-gross' };
  return { ...line, netAmount, grossAmount };
}
