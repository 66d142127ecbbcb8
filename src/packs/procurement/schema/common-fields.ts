// Field groups that several commercial types share.

import type { FieldKind, FieldSpec } from '../../../pipeline/pack.ts';
import { amountLabels } from '../locales/amount-labels.ts';
import { dateLabels, otherDateLabels } from '../locales/date-labels.ts';
import { ownDateLabels, theirNumberLabels } from '../locales/document-nouns.ts';
import { otherNumberLabels, referenceLabels } from '../locales/reference-labels.ts';
import { termLabels } from '../locales/term-labels.ts';

type Extra = Omit<Partial<FieldSpec>, 'path' | 'kind' | 'title' | 'labels'>;

export function field(
  path: string,
  kind: FieldKind,
  title: string,
  labels: readonly string[] = [],
  extra: Extra = {},
): FieldSpec {
  return { path, kind, title, labels, ...extra };
}

/** Details of one party. They are read from its address block and footer, not by label alone. */
export function partyFields(
  role: 'seller' | 'buyer',
  title: string,
  details: readonly string[],
  required = false,
): FieldSpec[] {
  const kinds: Record<string, FieldKind> = {
    name: 'party',
    vatId: 'vatId',
    taxId: 'identifier',
    registrationId: 'identifier',
    address: 'address',
    country: 'country',
    email: 'email',
    phone: 'phone',
    website: 'url',
    iban: 'iban',
    bic: 'bic',
  };
  const titles: Record<string, string> = {
    name: 'name',
    vatId: 'VAT id',
    taxId: 'tax id',
    registrationId: 'registration id',
    address: 'address',
    country: 'country',
    email: 'e-mail',
    phone: 'phone',
    website: 'website',
    iban: 'IBAN',
    bic: 'BIC',
  };
  return details.map((detail) => {
    const extra = detail === 'name' && required ? { required: true } : {};
    return field(`${role}.${detail}`, kinds[detail]!, `${title} ${titles[detail]!}`, [], extra);
  });
}

export const sellerDetails = [
  'name',
  'vatId',
  'taxId',
  'registrationId',
  'address',
  'country',
  'email',
  'phone',
  'website',
  'iban',
  'bic',
];
export const buyerDetails = ['name', 'vatId', 'address', 'country', 'email'];

export const currencyField = field('currency', 'currency', 'Currency', termLabels.currency, { required: true });

/** Labels of values no field holds: they keep "order date" from passing for "date". */
export const distractors: readonly string[] = [...otherNumberLabels, ...otherDateLabels];

export const totalFields: FieldSpec[] = [
  field('netTotal', 'money', 'Net total', amountLabels.netTotal, {
    description: 'Sum of lines less discounts plus charges, without tax (BT-109).',
  }),
  field('taxTotal', 'money', 'Tax total', amountLabels.taxTotal, { description: 'Total VAT or sales tax (BT-110).' }),
  field('grossTotal', 'money', 'Gross total', amountLabels.grossTotal, {
    weakLabels: amountLabels.anyTotal,
    required: true,
    description: 'Total with tax (BT-112).',
  }),
];

const adjustmentFields: FieldSpec[] = [
  field('discountTotal', 'money', 'Discount total', amountLabels.discountTotal, {
    unsigned: true,
    description: 'Document-level allowances (BT-107).',
  }),
  field('shippingTotal', 'money', 'Shipping total', amountLabels.shippingTotal, {
    description: 'Freight and delivery charges.',
  }),
  field('chargeTotal', 'money', 'Charge total', [], {
    description: 'Document-level charges of all kinds, freight among them (BT-108). Only e-invoices state it.',
  }),
];

export const orderTotalFields: FieldSpec[] = [...totalFields, ...adjustmentFields];

export const invoiceTotalFields: FieldSpec[] = [
  ...orderTotalFields,
  field('amountDue', 'money', 'Amount due', amountLabels.amountDue, {
    description: 'What remains to be paid (BT-115).',
  }),
  field('paidAmount', 'money', 'Paid amount', amountLabels.paidAmount, {
    unsigned: true,
    description: 'What has been paid before (BT-113).',
  }),
  field('rounding', 'money', 'Rounding', amountLabels.rounding, {
    description: 'Rounding of the amount due (BT-114).',
  }),
];

export const taxFields: FieldSpec[] = [
  field('taxes[].rate', 'percent', 'Tax rate'),
  field('taxes[].category', 'text', 'Tax category', [], { description: 'UNCL5305 code, when the document states it.' }),
  field('taxes[].base', 'money', 'Taxable amount'),
  field('taxes[].amount', 'money', 'Tax amount'),
];

export const paymentTermsField = field('paymentTerms', 'text', 'Payment terms', termLabels.paymentTerms);
/** Derived from the payment terms: what is paid first, and every stage when there are several. */
export const paymentStageFields: FieldSpec[] = [
  field('advancePercent', 'percent', 'Advance', [], { description: 'Share paid with the order, in percent.' }),
  field('milestones[].percent', 'percent', 'Share due at a milestone'),
  field('milestones[].event', 'text', 'Milestone'),
];
export const incotermsField = field('incoterms', 'text', 'Incoterms', termLabels.incoterms);
export const projectNameField = field('projectName', 'text', 'Project', termLabels.projectName, {
  weakLabels: termLabels.projectSubject,
});

const issueDate = (labels: readonly string[]): FieldSpec =>
  field('issueDate', 'date', 'Issue date', labels, {
    weakLabels: dateLabels.anyDate,
    notLabels: distractors,
    required: true,
  });

export const invoiceIssueDate = issueDate(dateLabels.issueDate);
export const orderIssueDate = issueDate([...dateLabels.orderDate, ...dateLabels.issueDate, ...ownDateLabels('order')]);
export const quotationIssueDate = issueDate([
  ...dateLabels.quotationDate,
  ...dateLabels.issueDate,
  ...ownDateLabels('quotation'),
]);
export const rfqIssueDate = issueDate([...dateLabels.rfqDate, ...dateLabels.issueDate, ...ownDateLabels('rfq')]);

export const deliveryDateField = field('deliveryDate', 'date', 'Delivery date', dateLabels.deliveryDate);
export const purchaseOrderNumberField = field('purchaseOrderNumber', 'identifier', 'Purchase order number', [
  ...referenceLabels.purchaseOrderNumber,
  ...theirNumberLabels('order'),
]);

/** Columns line items may have, in every commercial type. */
export const lineFields: FieldSpec[] = [
  field('number', 'identifier', 'Line number'),
  field('sku', 'identifier', 'Seller item number'),
  field('buyerSku', 'identifier', 'Buyer item number'),
  field('gtin', 'identifier', 'GTIN'),
  field('description', 'text', 'Description'),
  field('specification', 'text', 'Specification'),
  field('brand', 'text', 'Brand'),
  field('quantity', 'number', 'Quantity'),
  field('unit', 'text', 'Unit'),
  field('unitPrice', 'money', 'Unit price'),
  field('netAmount', 'money', 'Net amount'),
  field('grossAmount', 'money', 'Gross amount'),
  field('taxRate', 'percent', 'Tax rate'),
  field('taxAmount', 'money', 'Tax amount'),
  field('discount', 'number', 'Discount'),
  field('deliveryDate', 'date', 'Delivery date'),
  field('purchaseOrderLine', 'identifier', 'Purchase order line'),
  field('alternative', 'boolean', 'Alternative'),
];
