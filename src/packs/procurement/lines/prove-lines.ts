// Proves the lines of a document: as many as the layout shows, and summing to what the document says they cost.

import type { ExcludedLine, LineProof, LinesSeen } from '../../../document/line-proof.ts';
import type { LineItem } from '../../../document/value.ts';
import type { LineProver, RecordView } from '../../../pipeline/pack.ts';
import { namesDeduction } from '../../../recognize/tables/row-labels.ts';
import { money, numberAt } from '../rules/common.ts';
import { type Adjustment, type ComparedTotal, compareSum, slackCents } from './compare-sum.ts';
import { findGrossLines } from './gross-lines.ts';
import { weighLine } from './line-confidence.ts';

export interface ProofPlan {
  /** Totals that lines may sum to, the likeliest first: path → what it is called in a sentence. */
  totals: Readonly<Record<string, string>>;
  /** Fields that stand between lines and totals, with their sign. */
  adjustments: Readonly<Record<string, 1 | -1>>;
  /** Fields that stand only between lines and the total with tax. */
  taxes?: { total: string; of: string };
  /** Totals are rounded to coins of this many cents. */
  coinCents?: number;
}

/** Name of a printed sum that is no field of the record. */
const PRINTED_SUM = 'sum';

export function lineProver(plan: ProofPlan): LineProver {
  return (view, seen) => {
    const settled = findGrossLines(view) ?? [...view.lines];
    const proof = proveSum({ ...view, lines: settled }, plan, seen);
    const rowsMissing = proof.rowsReturned < proof.rowsSeen;
    return { lines: settled.map((line) => weighLine(line, { agrees: proof.agrees, rowsMissing })), proof };
  };
}

/** The proof alone. */
export function proveSum(view: RecordView, plan: ProofPlan, seen: LinesSeen): LineProof {
  const { lines } = view;
  const { rowsSeen, excluded, printedSum } = seen;
  const counted = { rowsSeen, rowsReturned: lines.length, excluded, printedSum };
  const column = amountColumn(lines);
  const sum = sumCents(lines, column);
  const none = { adjustments: [], comparedWith: null, total: null, difference: null, agrees: null };
  if (sum === undefined) return withSummary({ ...counted, sumOfLines: null, ...none }, plan);
  const slack = Math.max(slackCents(lines.length), plan.coinCents ?? 0);
  const comparison = compareSum(sum, totalsOf(view, plan, seen.excluded, column), slack);
  const stated = comparison?.agrees ? undefined : findPrintedSum(seen, { sum, slack });
  const compared = stated ?? comparison;
  if (!compared) return withSummary({ ...counted, sumOfLines: sum / 100, ...none }, plan);
  const proof = {
    ...counted,
    sumOfLines: sum / 100,
    adjustments: compared.adjustments.map(({ name, cents }) => ({ name, amount: cents / 100 })),
    comparedWith: compared.path,
    total: compared.totalCents / 100,
    difference: compared.differenceCents / 100,
    agrees: compared.agrees,
  };
  return withSummary(proof, plan);
}

const centsOf = (amount: number): number => Math.round(amount * 100);

/** Gross amounts count where no line has a net one. */
function amountColumn(lines: readonly LineItem[]): 'netAmount' | 'grossAmount' {
  return lines.some((line) => typeof line.netAmount?.value === 'number') ? 'netAmount' : 'grossAmount';
}

/** Of the lines that state an amount; an alternative is offered, not summed. */
function sumCents(lines: readonly LineItem[], column: string): number | undefined {
  const offered = lines.filter((line) => line.alternative?.value !== true);
  const amounts = offered.flatMap((line) => (typeof line[column]?.value === 'number' ? [line[column].value] : []));
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + centsOf(amount), 0);
}

function totalsOf(
  view: RecordView,
  plan: ProofPlan,
  excluded: readonly ExcludedLine[],
  column: string,
): ComparedTotal[] {
  const between: Adjustment[] = Object.entries(plan.adjustments).flatMap(([path, sign]) => {
    const amount = numberAt(view, path);
    if (amount === undefined) return [];
    return [{ name: path, cents: centsOf(sign < 0 ? -Math.abs(amount) : amount) }];
  });
  const charges = chargesOf(excluded);
  if (charges !== 0 && !between.some(({ cents }) => cents === charges))
    between.push({ name: 'charge rows', cents: charges });
  const tax = plan.taxes && numberAt(view, plan.taxes.total);
  const paths = Object.keys(plan.totals);
  // Amounts with tax are held against the total with tax first.
  if (column === 'grossAmount') paths.reverse();
  return paths.flatMap((path) => {
    const amount = numberAt(view, path);
    if (amount === undefined) return [];
    const taxed = plan.taxes?.of === path && tax !== undefined ? [{ name: plan.taxes.total, cents: centsOf(tax) }] : [];
    return [{ path, cents: centsOf(amount), adjustments: [...taxed, ...between] }];
  });
}

/** Rows of freight, packing and discounts that stand in the table without being items. */
function chargesOf(excluded: readonly ExcludedLine[]): number {
  let cents = 0;
  for (const { reason, amount, text } of excluded)
    if (reason === 'charge' && amount !== null)
      cents += namesDeduction(text) ? -Math.abs(centsOf(amount)) : centsOf(amount);
  return cents;
}

/** A sum that the page states apart from its totals ("value of goods"), before allowances that are no fields of ours. */
function findPrintedSum(
  seen: LinesSeen,
  { sum, slack }: { sum: number; slack: number },
): ReturnType<typeof compareSum> {
  const rows = seen.excluded.filter(({ reason }) => reason === 'subtotal' || reason === 'total');
  const totals = [seen.printedSum, ...rows.map(({ amount }) => amount)]
    .filter((amount) => amount !== null)
    .map((amount) => ({ path: PRINTED_SUM, cents: centsOf(amount), adjustments: [] }));
  const compared = compareSum(sum, totals, slack);
  return compared?.agrees ? compared : undefined;
}

function withSummary(proof: Omit<LineProof, 'summary'>, plan: ProofPlan): LineProof {
  const rows = proof.rowsSeen === 1 ? '1 row on the page' : `${proof.rowsSeen} rows on the page`;
  return { ...proof, summary: `${rows}, ${proof.rowsReturned} read; ${sayCompared(proof, plan)}.` };
}

function sayCompared(proof: Omit<LineProof, 'summary'>, plan: ProofPlan): string {
  const { sumOfLines, comparedWith, total, difference, agrees, adjustments } = proof;
  if (sumOfLines === null) return 'none states an amount to compare';
  if (comparedWith === null || total === null || difference === null)
    return `they sum to ${money(sumOfLines)}, and there is no total to compare with`;
  const name = comparedWith === PRINTED_SUM ? 'a printed sum' : `the ${plan.totals[comparedWith] ?? comparedWith}`;
  if (!agrees) {
    const off = `${money(Math.abs(difference))} too ${difference < 0 ? 'little' : 'much'}`;
    return `they sum to ${money(sumOfLines)}, ${name} is ${money(total)} (${off})`;
  }
  const between = adjustments.map((one) => `${wordsOf(one.name)} of ${money(one.amount)}`).join(' and ');
  return `${between ? `with ${between} ` : ''}they sum to ${name}`;
}

/** `shippingTotal` → `shipping total`. */
const wordsOf = (path: string): string => path.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
