// VAT of a record → categories, breakdown, and which rate the document's discounts and charges fall under.

import { add, compare, type Decimal, decimalText, percentOf, round, subtract, total, zero } from '../decimal.ts';
import type { AdjustmentContent, CategoryContent, TaxContent } from './invoice-content.ts';
import type { Ledger } from './ledger.ts';
import type { UntaxedLine } from './line-content.ts';

/** A stated group of `taxes[]`, or one that follows from the lines. */
export interface TaxGroup extends CategoryContent {
  /** Its place in `taxes[]`. */
  path: string;
  base: Decimal | undefined;
  amount: Decimal | undefined;
}

/**
 * Reasons that are the category itself (VATEX code list). An exempt supply (E) has many: which one holds stands in no field of a
 * record.
 */
const REASON_OF: Readonly<Record<string, string>> = {
  AE: 'VATEX-EU-AE',
  K: 'VATEX-EU-IC',
  G: 'VATEX-EU-G',
  O: 'VATEX-EU-O',
};
const CATEGORIES = new Set(['S', 'Z', 'AE', 'K', 'G', 'O', 'L', 'M']);

export function taxGroups(ledger: Ledger, lines: readonly UntaxedLine[]): TaxGroup[] {
  const stated: TaxGroup[] = [];
  for (let i = 0; statedAt(ledger, i); i++) stated.push(statedGroup(ledger, `taxes[${i}]`));
  return stated.length > 0 ? stated : groupsOfLines(ledger, lines);
}

const statedAt = (ledger: Ledger, i: number): boolean =>
  ['rate', 'category', 'base', 'amount'].some((part) => ledger.has(`taxes[${i}].${part}`));

function statedGroup(ledger: Ledger, path: string): TaxGroup {
  const rate = ledger.amount(`${path}.rate`);
  const code = categoryOf(ledger, path, rate);
  if (rate === undefined && code !== 'O') ledger.miss(`${path}.rate`, 'The tax has no rate.');
  return {
    path,
    code,
    rate: code === 'O' ? undefined : (rate ?? zero),
    exemption: REASON_OF[code],
    base: ledger.amount(`${path}.base`),
    amount: ledger.amount(`${path}.amount`),
  };
}

/** A rate above nought is the standard category, whatever the rate (EN 16931-1, table of BT-118). */
function categoryOf(ledger: Ledger, path: string, rate: Decimal | undefined): string {
  const stated = ledger.text(`${path}.category`)?.toUpperCase();
  if (stated !== undefined) {
    if (!CATEGORIES.has(stated)) {
      const reason = stated === 'E' ? 'An exemption needs its reason (BT-120), which no field of a record holds.' : '';
      ledger.miss(`${path}.category`, reason || 'It is no tax category that can be written.');
    }
    return stated;
  }
  if (rate && rate.digits > 0n) {
    ledger.note('A tax rate above 0 % is category S.');
    return 'S';
  }
  if (rate) ledger.miss(`${path}.category`, 'At 0 %: zero rated, reverse charge, export …? The category says which.');
  return '';
}

function groupsOfLines(ledger: Ledger, lines: readonly UntaxedLine[]): TaxGroup[] {
  if (lines.length === 0) {
    ledger.miss('taxes[0].rate', 'The record does not say which tax rates its totals consist of.');
    return [];
  }
  const groups: TaxGroup[] = [];
  for (const [i, { rate }] of lines.entries()) {
    if (rate === undefined) ledger.miss(`lines[${i}].taxRate`, 'Neither the line nor the document says its tax rate.');
    else if (!groups.some((group) => group.rate && compare(group.rate, rate) === 0)) {
      const path = `taxes[${groups.length}]`;
      groups.push({
        path,
        code: categoryOf(ledger, path, rate),
        rate,
        exemption: undefined,
        base: undefined,
        amount: undefined,
      });
    }
  }
  ledger.note('The tax breakdown is summed from the lines.');
  return groups;
}

/** By the line's rate; a line that states none has the only one there is. */
export function groupOfLine(
  ledger: Ledger,
  { groups, line, i }: { groups: readonly TaxGroup[]; line: UntaxedLine; i: number },
): TaxGroup | undefined {
  const path = `lines[${i}].taxRate`;
  const only = groups.length === 1 ? groups[0] : undefined;
  if (line.rate === undefined) {
    if (!only && groups.length > 0) ledger.miss(path, 'The document has several tax rates, and the line states none.');
    if (only) ledger.note('Lines without a tax rate have the only one of the document.');
    return only;
  }
  const rate = line.rate;
  const fitting = groups.filter((group) => compare(group.rate ?? zero, rate) === 0);
  if (fitting.length === 1) return fitting[0];
  if (groups.length > 0) {
    const none = fitting.length === 0;
    ledger.miss(path, none ? 'No tax of the document has this rate.' : 'Several taxes of the document have this rate.');
  }
  return undefined;
}

interface Grouped {
  groups: readonly TaxGroup[];
  /** Net amounts of the lines by group; absent where a profile has no lines. */
  lineSums: ReadonlyMap<TaxGroup, Decimal> | undefined;
}

/** Discounts and charges of the document, each under a rate: all under the only one, or what each base leaves of its lines. */
export function adjustmentContents(ledger: Ledger, grouped: Grouped): AdjustmentContent[] {
  const discount = sizeOf(ledger, 'discountTotal');
  const shipping = sizeOf(ledger, 'shippingTotal');
  const charges = sizeOf(ledger, 'chargeTotal') ?? shipping;
  const other = charges && subtract(charges, shipping ?? zero);
  if (other && other.digits < 0n) ledger.miss('chargeTotal', 'The charges are less than the freight among them.');
  const kinds: (Omit<AdjustmentContent, 'category'> & { path: string })[] = [
    ...(discount ? [{ ...DISCOUNT, amount: discount }] : []),
    ...(shipping ? [{ ...FREIGHT, amount: shipping }] : []),
    ...(other && other.digits > 0n ? [{ ...OTHER_CHARGES, amount: other }] : []),
  ];
  const [only, second] = grouped.groups;
  if (only && !second) return kinds.map(({ path: _path, ...kind }) => ({ ...kind, category: only }));
  if (kinds.length === 0) return [];
  const [{ path, ...kind }] = kinds as [(typeof kinds)[number]];
  const shares = kinds.length === 1 ? sharesOf(grouped, kind) : undefined;
  if (!shares) {
    ledger.miss(path, 'The document has several tax rates, and it is not known which of them this falls under.');
    return [];
  }
  ledger.note('What falls under each rate is the difference between its taxable amount and its lines.');
  return shares;
}

const DISCOUNT = { path: 'discountTotal', charge: false, reasonCode: '95', reason: 'Discount' };
const FREIGHT = { path: 'shippingTotal', charge: true, reasonCode: 'FC', reason: 'Freight service' };
const OTHER_CHARGES = { path: 'chargeTotal', charge: true, reasonCode: undefined, reason: 'Other charges' };

function sizeOf(ledger: Ledger, path: string): Decimal | undefined {
  const stated = ledger.amount(path);
  if (!stated || stated.digits === 0n) return undefined;
  if (stated.digits < 0n) ledger.miss(path, 'It is stated as a size, without a minus sign.');
  return stated;
}

function sharesOf(
  { groups, lineSums }: Grouped,
  kind: Omit<AdjustmentContent, 'category'>,
): AdjustmentContent[] | undefined {
  if (!lineSums || groups.some(({ base }) => base === undefined)) return undefined;
  const shares = groups.map((group) => {
    const difference = subtract(group.base!, lineSums.get(group) ?? zero);
    return kind.charge ? difference : subtract(zero, difference);
  });
  const adds = compare(total(shares), kind.amount) === 0;
  if (!adds || shares.some((share) => share.digits < 0n)) return undefined;
  return groups.flatMap((category, i) => (shares[i]!.digits === 0n ? [] : [{ ...kind, amount: shares[i]!, category }]));
}

/** The breakdown with its amounts; what is not stated follows from the net total or the lines. */
export function taxContents(
  ledger: Ledger,
  grouped: Grouped & { adjustments: readonly AdjustmentContent[]; net: Decimal | undefined },
): TaxContent[] {
  return grouped.groups.map((group) => {
    const base = group.base ?? baseOf(grouped, group);
    if (!base)
      ledger.miss(`${group.path}.base`, 'The taxable amount is not stated, and does not follow from the lines.');
    else if (!group.base) ledger.note('Taxable amounts that are not stated are sums of lines, discounts and charges.');
    const amount = group.amount ?? taxOf(ledger, { groups: grouped.groups, group, base });
    const { code, rate, exemption } = group;
    return { code, rate, exemption, base: base ?? zero, amount };
  });
}

function baseOf(
  {
    groups,
    lineSums,
    adjustments,
    net,
  }: Grouped & { adjustments: readonly AdjustmentContent[]; net: Decimal | undefined },
  group: TaxGroup,
): Decimal | undefined {
  if (!lineSums) return groups.length === 1 ? net : undefined;
  let base = lineSums.get(group) ?? zero;
  for (const { charge, amount, category } of adjustments) {
    if (category === group) base = charge ? add(base, amount) : subtract(base, amount);
  }
  return base;
}

function taxOf(
  ledger: Ledger,
  { groups, group, base }: { groups: readonly TaxGroup[]; group: TaxGroup; base: Decimal | undefined },
): Decimal {
  const stated = groups.length === 1 ? ledger.amount('taxTotal') : undefined;
  if (stated) return stated;
  ledger.note('Tax amounts that are not stated are taxable amount × rate, rounded to cents.');
  return base && group.rate ? round(percentOf(base, group.rate)) : zero;
}

/** `19 %` */
export const rateText = ({ rate }: CategoryContent): string | undefined => rate && decimalText(rate);
