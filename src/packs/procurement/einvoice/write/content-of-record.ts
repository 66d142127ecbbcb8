// A record → what an e-invoice states. What is missing is told field by field; nothing is filled in that the record does not say
// or that does not follow from it.

import type { ExportGap, ExportSource } from '../../../../pipeline/record-export.ts';
import { currencyCodes } from '../code-lists/currencies.ts';
import { add, type Decimal, total, zero } from '../decimal.ts';
import type { ContentDepth, InvoiceContent } from './invoice-content.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { lineContents, netOf, withCategory } from './line-content.ts';
import { partyContent } from './party-content.ts';
import { adjustmentContents, groupOfLine, type TaxGroup, taxContents, taxGroups } from './tax-content.ts';
import { totalsContent } from './total-content.ts';

export interface MadeContent {
  /** Only to be used when there are no gaps. */
  content: InvoiceContent;
  gaps: ExportGap[];
  notes: string[];
}

/** More would keep the server busy for seconds. */
const MAX_LINES = 5000;

export function contentOfRecord(source: ExportSource, depth: ContentDepth): MadeContent {
  const ledger = openLedger(source);
  const whole = source.lines.length <= MAX_LINES ? source : { ...source, lines: [] };
  if (whole !== source && depth === 'whole') ledger.miss('', `More than ${MAX_LINES} lines are not written.`);
  const content = { ...headContent(ledger, source, depth), ...bodyContent(ledger, whole, depth) };
  checkDue(ledger, content, depth);
  return { content, gaps: ledger.gaps, notes: [...ledger.notes] };
}

type Head = Omit<InvoiceContent, 'lines' | 'taxes' | 'adjustments' | 'totals'>;

function headContent(ledger: Ledger, { type }: ExportSource, depth: ContentDepth): Head {
  const currency = ledger.need('currency', 'The currency is not known.');
  if (currency !== undefined && !currencyCodes.has(currency)) ledger.miss('currency', 'It is no code of ISO 4217.');
  const date = (path: string): string | undefined => {
    const text = ledger.text(path);
    if (text === undefined || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
    ledger.miss(path, 'It is no whole date.');
    return undefined;
  };
  if (!ledger.has('issueDate')) ledger.miss('issueDate', 'The date of issue is not known.');
  return {
    credit: type === 'credit_note',
    number: ledger.need('number', 'The document has no number.') ?? '',
    issueDate: date('issueDate') ?? '',
    dueDate: date('dueDate'),
    currency: currency ?? '',
    orderNumber: ledger.text('purchaseOrderNumber'),
    contractNumber: ledger.text('contractNumber'),
    precedingInvoice: ledger.text('precedingInvoiceNumber'),
    deliveryDate: date('deliveryDate'),
    periodStart: date('periodStart'),
    periodEnd: date('periodEnd'),
    paymentTerms: ledger.text('paymentTerms'),
    iban: ledger.text('seller.iban'),
    bic: ledger.text('seller.bic'),
    seller: partyContent(ledger, 'seller', depth),
    buyer: partyContent(ledger, 'buyer', depth),
  };
}

type Body = Pick<InvoiceContent, 'lines' | 'taxes' | 'adjustments' | 'totals'>;

function bodyContent(ledger: Ledger, source: ExportSource, depth: ContentDepth): Body {
  if (depth === 'minimum') {
    const totals = totalsContent(ledger, { lines: undefined, adjustments: [], tax: undefined });
    return { lines: [], taxes: [], adjustments: [], totals };
  }
  const withLines = depth === 'whole';
  const untaxed = withLines ? lineContents(ledger, source.lines) : [];
  const groups = taxGroups(ledger, untaxed);
  const groupOf = untaxed.map((line, i) => groupOfLine(ledger, { groups, line, i }));
  const lineSums = new Map<TaxGroup, Decimal>();
  for (const [i, group] of groupOf.entries()) {
    if (group) lineSums.set(group, add(lineSums.get(group) ?? zero, untaxed[i]!.net));
  }
  const grouped = { groups, lineSums: withLines ? lineSums : undefined };
  const adjustments = adjustmentContents(ledger, grouped);
  const taxes = taxContents(ledger, { ...grouped, adjustments, net: ledger.amount('netTotal') });
  const totals = totalsContent(ledger, {
    lines: withLines ? netOf(untaxed) : undefined,
    adjustments,
    tax: total(taxes.map(({ amount }) => amount)),
  });
  const nowhere = { code: '', rate: undefined, exemption: undefined };
  return { lines: untaxed.map((line, i) => withCategory(line, groupOf[i] ?? nowhere)), taxes, adjustments, totals };
}

/** BR-CO-25 */
function checkDue(ledger: Ledger, content: InvoiceContent, depth: ContentDepth): void {
  const told = content.dueDate !== undefined || content.paymentTerms !== undefined;
  if (depth === 'minimum' || content.credit || told || content.totals.due.digits <= 0n) return;
  ledger.miss('dueDate', 'An amount is due, but neither a due date nor payment terms are known.');
}
