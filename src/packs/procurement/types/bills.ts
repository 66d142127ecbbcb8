// Invoice, credit note, receipt.

import type { DocumentType } from '../../../pipeline/pack.ts';
import { cues, signals } from '../classify.ts';
import { invoiceConstraints, receiptConstraints } from '../constraints.ts';
import { columnFoots } from '../extract/column-foots.ts';
import { receiptLines } from '../extract/receipt/goods.ts';
import { receiptExtractors } from '../extract/receipt/receipt-extractors.ts';
import { tillCue } from '../extract/receipt/till-cue.ts';
import { labelledCells } from '../extract/terms/labelled-cells.ts';
import { spokenDueDate } from '../extract/terms/spoken-due-date.ts';
import { spokenPaymentTerms } from '../extract/terms/spoken-terms.ts';
import { titleReader } from '../extract/title.ts';
import { totalRows } from '../extract/total-rows.ts';
import { taxRows } from '../extract/totals.ts';
import { dueDateFromTerms } from '../infer/dates.ts';
import { invoiceTotals } from '../infer/totals.ts';
import { invoiceProof, receiptProof } from '../lines/proof-plans.ts';
import { lineProver } from '../lines/prove-lines.ts';
import { titles } from '../locales/titles.ts';
import { amountRules } from '../rules/amount-rules.ts';
import { requiredFields } from '../rules/common.ts';
import { dueAfterIssue, identityRules, periodInOrder } from '../rules/identity-rules.ts';
import { receiptRules } from '../rules/receipt-rules.ts';
import { creditNoteFields, invoiceFields, receiptFields } from '../schema/invoice-types.ts';
import { none, partyCountries, same, sellerIssues, withLines } from './parts.ts';

const invoiceTotalRows = totalRows(
  same('netTotal', 'taxTotal', 'grossTotal', 'amountDue', 'paidAmount', 'discountTotal', 'shippingTotal', 'rounding'),
);
const billTitles = titleReader([...titles.invoice, ...titles.credit_note, ...titles.receipt], 'issueDate');

const invoiceLike = {
  ...withLines,
  proveLines: lineProver(invoiceProof),
  constraints: invoiceConstraints,
  inferences: [...invoiceTotals, dueDateFromTerms, ...partyCountries],
} satisfies Partial<DocumentType>;

export const billTypes: DocumentType[] = [
  {
    ...invoiceLike,
    id: 'invoice',
    sender: 'seller',
    title: 'Invoice',
    extractors: [
      ...sellerIssues,
      taxRows,
      invoiceTotalRows,
      columnFoots,
      billTitles,
      labelledCells(invoiceFields),
      spokenPaymentTerms,
      spokenDueDate,
    ],
    fields: invoiceFields,
    signals: signals.invoice,
    cues: cues.invoice,
    rules: [requiredFields(invoiceFields), ...amountRules, ...identityRules, dueAfterIssue, periodInOrder],
  },
  {
    ...invoiceLike,
    id: 'credit_note',
    sender: 'seller',
    title: 'Credit note',
    extractors: [...sellerIssues, taxRows, invoiceTotalRows, columnFoots, billTitles, labelledCells(creditNoteFields)],
    fields: creditNoteFields,
    signals: signals.credit_note,
    cues: cues.credit_note,
    rules: [requiredFields(creditNoteFields), ...amountRules, ...identityRules, periodInOrder],
  },
  {
    ...none,
    ...withLines,
    id: 'receipt',
    sender: 'merchant',
    title: 'Receipt',
    fields: receiptFields,
    signals: signals.receipt,
    cues: [...(cues.receipt ?? []), tillCue],
    lineItems: receiptLines,
    proveLines: lineProver(receiptProof),
    extractors: [titleReader(titles.receipt, 'date'), ...receiptExtractors],
    constraints: receiptConstraints,
    rules: [requiredFields(receiptFields), ...receiptRules],
  },
];
