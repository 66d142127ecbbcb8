// The procurement pack: RFQ to invoice.

import { type DocumentType, definePack } from '../../pipeline/pack.ts';
import { cues, otherSignals, signals } from './classify.ts';
import {
  deliveryNoteConstraints,
  invoiceConstraints,
  purchaseOrderConstraints,
  quotationConstraints,
  receiptConstraints,
  rfqConstraints,
} from './constraints.ts';
import { contractConstraints } from './extract/contract/contract-constraints.ts';
import { contractExtractors } from './extract/contract/contract-extractors.ts';
import { currencyByUse } from './extract/currency.ts';
import { lineItemReader } from './extract/line-items.ts';
import { partyDetails } from './extract/parties/party-details.ts';
import { partyNames } from './extract/parties/party-names.ts';
import { titleReader } from './extract/title.ts';
import { totalRows } from './extract/total-rows.ts';
import { taxRows, totalsByArithmetic } from './extract/totals.ts';
import { expirationFromTerm } from './infer/contract.ts';
import { countryFromIds } from './infer/countries.ts';
import { dueDateFromTerms, validUntilFromDays } from './infer/dates.ts';
import { invoiceTotals, orderTotals } from './infer/totals.ts';
import { titles } from './locales/titles.ts';
import { amountRules } from './rules/amount-rules.ts';
import { requiredFields } from './rules/common.ts';
import { contractRules } from './rules/contract-rules.ts';
import {
  deadlineAfterIssue,
  dueAfterIssue,
  identityRules,
  periodInOrder,
  validAfterIssue,
} from './rules/identity-rules.ts';
import { lineFields } from './schema/common-fields.ts';
import { contractFields } from './schema/contract-types.ts';
import { creditNoteFields, invoiceFields, receiptFields } from './schema/invoice-types.ts';
import {
  boqFields,
  deliveryNoteFields,
  purchaseOrderFields,
  quotationFields,
  rfqFields,
} from './schema/order-types.ts';
import { itemListFields, technicalSpecificationFields } from './schema/other-types.ts';

const none = {
  lineFields: [],
  extractors: [],
  constraints: [],
  inferences: [],
  rules: [],
} satisfies Partial<DocumentType>;
const withLines = { lineFields, lineItems: lineItemReader } satisfies Partial<DocumentType>;
const partyCountries = [countryFromIds('seller', ['vatId', 'iban']), countryFromIds('buyer', ['vatId'])];
const same = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));
const invoiceTotalRows = totalRows(
  same('netTotal', 'taxTotal', 'grossTotal', 'amountDue', 'paidAmount', 'discountTotal', 'shippingTotal', 'rounding'),
);
const orderTotalRows = totalRows({
  ...same('netTotal', 'taxTotal', 'grossTotal', 'discountTotal', 'shippingTotal'),
  amountDue: 'grossTotal',
});
const receiptTotalRows = totalRows({ netTotal: 'subtotal', taxTotal: 'tax', grossTotal: 'total', amountDue: 'total' });
const billTitles = titleReader([...titles.invoice, ...titles.credit_note, ...titles.receipt], 'issueDate');
const sellerIssues = [partyNames('seller'), partyDetails('seller'), currencyByUse, totalsByArithmetic];
const buyerIssues = [partyNames('buyer'), partyDetails('buyer'), currencyByUse, totalsByArithmetic];

const invoiceLike = {
  ...withLines,
  constraints: invoiceConstraints,
  inferences: [...invoiceTotals, dueDateFromTerms, ...partyCountries],
} satisfies Partial<DocumentType>;

const contractLike = {
  ...none,
  extractors: contractExtractors,
  constraints: contractConstraints,
  inferences: [expirationFromTerm],
  rules: contractRules,
} satisfies Partial<DocumentType>;

const types: DocumentType[] = [
  {
    ...invoiceLike,
    id: 'invoice',
    title: 'Invoice',
    extractors: [...sellerIssues, taxRows, invoiceTotalRows, billTitles],
    fields: invoiceFields,
    signals: signals.invoice,
    cues: cues.invoice,
    rules: [requiredFields(invoiceFields), ...amountRules, ...identityRules, dueAfterIssue, periodInOrder],
  },
  {
    ...invoiceLike,
    id: 'credit_note',
    title: 'Credit note',
    extractors: [...sellerIssues, taxRows, invoiceTotalRows, billTitles],
    fields: creditNoteFields,
    signals: signals.credit_note,
    cues: cues.credit_note,
    rules: [requiredFields(creditNoteFields), ...amountRules, ...identityRules, periodInOrder],
  },
  {
    ...none,
    ...withLines,
    id: 'receipt',
    title: 'Receipt',
    fields: receiptFields,
    signals: signals.receipt,
    cues: cues.receipt,
    extractors: [currencyByUse, receiptTotalRows, titleReader(titles.receipt, 'date')],
    constraints: receiptConstraints,
    rules: [requiredFields(receiptFields)],
  },
  {
    ...withLines,
    id: 'purchase_order',
    title: 'Purchase order',
    fields: purchaseOrderFields,
    signals: signals.purchase_order,
    cues: cues.purchase_order,
    extractors: [...buyerIssues, orderTotalRows, titleReader(titles.purchase_order, 'issueDate')],
    constraints: purchaseOrderConstraints,
    inferences: [...orderTotals, countryFromIds('seller', ['vatId']), countryFromIds('buyer', ['vatId'])],
    rules: [requiredFields(purchaseOrderFields), ...amountRules, ...identityRules],
  },
  {
    ...withLines,
    id: 'quotation',
    title: 'Quotation',
    fields: quotationFields,
    signals: signals.quotation,
    cues: cues.quotation,
    extractors: [...sellerIssues, orderTotalRows, titleReader(titles.quotation, 'issueDate')],
    constraints: quotationConstraints,
    inferences: [...orderTotals, validUntilFromDays, ...partyCountries],
    rules: [requiredFields(quotationFields), ...amountRules, ...identityRules, validAfterIssue],
  },
  {
    ...none,
    ...withLines,
    id: 'rfq',
    title: 'Request for quotation',
    fields: rfqFields,
    signals: signals.rfq,
    cues: cues.rfq,
    extractors: [partyNames('buyer'), partyDetails('buyer'), currencyByUse, titleReader(titles.rfq, 'issueDate')],
    constraints: rfqConstraints,
    rules: [requiredFields(rfqFields), deadlineAfterIssue],
  },
  {
    ...none,
    ...withLines,
    id: 'boq',
    title: 'Bill of quantities',
    fields: boqFields,
    signals: signals.boq,
    cues: cues.boq,
    extractors: [currencyByUse],
    rules: [...amountRules],
  },
  {
    ...none,
    ...withLines,
    id: 'delivery_note',
    title: 'Delivery note',
    fields: deliveryNoteFields,
    signals: signals.delivery_note,
    cues: cues.delivery_note,
    extractors: [partyNames('seller'), partyDetails('seller'), titleReader(titles.delivery_note, 'date')],
    constraints: deliveryNoteConstraints,
    rules: [requiredFields(deliveryNoteFields)],
  },
  {
    ...contractLike,
    id: 'contract',
    title: 'Contract',
    fields: contractFields,
    signals: signals.contract,
    cues: cues.contract,
  },
  {
    ...contractLike,
    id: 'addendum',
    title: 'Addendum',
    fields: contractFields,
    signals: signals.addendum,
    cues: cues.addendum,
  },
  {
    ...contractLike,
    id: 'sow',
    title: 'Statement of work',
    fields: contractFields,
    signals: signals.sow,
  },
  {
    ...none,
    ...withLines,
    id: 'item_list',
    title: 'Item list',
    fields: itemListFields,
    signals: signals.item_list,
    extractors: [currencyByUse],
  },
  {
    ...none,
    id: 'technical_specification',
    title: 'Technical specification',
    fields: technicalSpecificationFields,
    signals: signals.technical_specification,
  },
];

export const procurement = definePack({ id: 'procurement', title: 'Procurement', version: '1', types, otherSignals });
