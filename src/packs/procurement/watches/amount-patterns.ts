// Amounts that are odd together: one purchase cut into invoices below a limit, and round sums where a supplier never had any.

import { numberOf, textOf } from '../../../match/features/values.ts';
import { defineWatch, type EarlierRecord, type WatchedRecord } from '../../../match/watch-spec.ts';
import { supplierName, suppliers, vatIdOf } from './supplier-keys.ts';

const DAY_MS = 86_400_000;
const SPLIT_DAYS = 14;
/** Of the limit: what lies between this share and all of it stays below it by little. */
const NEARLY = 0.8;
/** Where nobody set a limit: sums from which firms commonly ask for a second signature. Only what lies right below one counts then. */
const COMMON_LIMITS = [1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000] as const;
const RIGHT_BELOW = 0.95;

const amountOf = (record: WatchedRecord): number | undefined => numberOf(record, ['grossTotal']);
const reads = ['seller.vatId', 'seller.name', 'grossTotal', 'currency', 'issueDate', 'number'] as const;

function ofSameSupplier(record: WatchedRecord, earlier: readonly EarlierRecord[]): EarlierRecord[] {
  const [vatId, name] = [vatIdOf(record), supplierName(record)];
  return earlier.filter((other) => {
    if (textOf(other, ['currency']) !== textOf(record, ['currency'])) return false;
    const otherVat = vatIdOf(other);
    return vatId && otherVat ? vatId === otherVat : name !== undefined && name === supplierName(other);
  });
}

const issuedAt = (record: WatchedRecord): number => Date.parse(textOf(record, ['issueDate']) ?? '');
const sayAmount = (amount: number, record: WatchedRecord): string =>
  [amount.toFixed(2), textOf(record, ['currency'])].filter(Boolean).join(' ');

export const splitBelowLimit = defineWatch({
  id: 'procurement/split-below-limit',
  title: 'Invoices that stay below a limit together',
  version: '1',
  severity: 'warning',
  types: ['invoice'],
  reads,
  keys: [suppliers],
  judge(record, earlier, { limits }) {
    const amount = amountOf(record);
    const at = issuedAt(record);
    if (amount === undefined || Number.isNaN(at)) return undefined;
    const near = ofSameSupplier(record, earlier).filter(
      (other) =>
        Math.abs(issuedAt(other) - at) <= SPLIT_DAYS * DAY_MS &&
        textOf(other, ['number']) !== textOf(record, ['number']),
    );
    const from = limits.length > 0 ? NEARLY : RIGHT_BELOW;
    for (const limit of limits.length > 0 ? limits : COMMON_LIMITS) {
      const isNearly = (sum: number | undefined): boolean => sum !== undefined && sum >= from * limit && sum < limit;
      const others = near.filter((other) => isNearly(amountOf(other)));
      if (!isNearly(amount) || others.length === 0) continue;
      const papers = [record, ...others];
      const sum = papers.reduce((total, paper) => total + Math.round(amountOf(paper)! * 100), 0) / 100;
      return {
        path: 'grossTotal',
        message: `${papers.length} invoices within ${SPLIT_DAYS} days stay right below ${sayAmount(limit, record)} each; together they are ${sayAmount(sum, record)}.`,
        reasons: others.map((other) => ({
          text: `${textOf(other, ['number']) ?? 'An invoice'} of ${textOf(other, ['issueDate'])}: ${sayAmount(amountOf(other)!, other)}.`,
          record: other.id,
        })),
        basis: `${vatIdOf(record) ?? supplierName(record)} ${limit} ${amount}`,
      };
    }
    return undefined;
  },
});

const ROUND_TO = 100;
const SMALLEST_ROUND = 1_000;
/** Of a supplier's earlier invoices: fewer say nothing about its habits. */
const HABIT_FROM = 8;
const SELDOM = 0.1;

const isRound = (amount: number | undefined): boolean =>
  amount !== undefined && amount >= SMALLEST_ROUND && Math.round(amount * 100) % (ROUND_TO * 100) === 0;

export const unusualRoundSum = defineWatch({
  id: 'procurement/unusual-round-sum',
  title: 'A round sum from a supplier that has none',
  version: '1',
  severity: 'info',
  types: ['invoice'],
  reads,
  keys: [suppliers],
  judge(record, earlier) {
    const amount = amountOf(record);
    if (!isRound(amount)) return undefined;
    const known = ofSameSupplier(record, earlier).filter((other) => amountOf(other) !== undefined);
    const round = known.filter((other) => isRound(amountOf(other)));
    if (known.length < HABIT_FROM || round.length > SELDOM * known.length) return undefined;
    return {
      path: 'grossTotal',
      message: `The total is a round ${sayAmount(amount!, record)}; of ${known.length} earlier invoices of this supplier ${round.length === 0 ? 'none was' : `${round.length} ${round.length === 1 ? 'was' : 'were'}`}.`,
      reasons: [],
      basis: `${vatIdOf(record) ?? supplierName(record)} ${amount}`,
    };
  },
});
