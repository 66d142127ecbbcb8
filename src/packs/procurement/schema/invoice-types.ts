// Invoice, credit note, receipt: fields and labels.

import type { FieldSpec } from '../../../pipeline/pack.ts';
import { dateLabels } from '../locales/date-labels.ts';
import {
  anyNumberLabels,
  ownNumberLabels,
  referredNumberLabels,
  theirNumberLabels,
} from '../locales/document-nouns.ts';
import { referenceLabels } from '../locales/reference-labels.ts';
import { termLabels } from '../locales/term-labels.ts';
import {
  buyerDetails,
  currencyField,
  deliveryDateField,
  distractors,
  field,
  invoiceIssueDate,
  invoiceTotalFields,
  partyFields,
  paymentTermsField,
  purchaseOrderNumberField,
  sellerDetails,
  taxFields,
} from './common-fields.ts';

const invoiceBody = (precedingInvoice: readonly string[]): FieldSpec[] => [
  invoiceIssueDate,
  field('dueDate', 'date', 'Due date', dateLabels.dueDate, { notLabels: dateLabels.discountUntil }),
  currencyField,
  purchaseOrderNumberField,
  field('contractNumber', 'identifier', 'Contract number', referenceLabels.contractNumber),
  field(
    'customerNumber',
    'identifier',
    'Customer number',
    [...referenceLabels.customerNumber, ...ownNumberLabels('customer')],
    {
      notLabels: dateLabels.orderDate,
    },
  ),
  deliveryDateField,
  field('periodStart', 'date', 'Period start', dateLabels.period, { part: 'start' }),
  field('periodEnd', 'date', 'Period end', dateLabels.period, { part: 'end' }),
  paymentTermsField,
  ...partyFields('seller', 'Seller', sellerDetails, true),
  ...partyFields('buyer', 'Buyer', buyerDetails),
  ...invoiceTotalFields,
  ...taxFields,
  field('precedingInvoiceNumber', 'identifier', 'Preceding invoice number', [
    ...referenceLabels.precedingInvoice,
    ...precedingInvoice,
  ]),
];

export const invoiceFields: FieldSpec[] = [
  field('number', 'identifier', 'Invoice number', [...referenceLabels.invoiceNumber, ...ownNumberLabels('invoice')], {
    weakLabels: [...referenceLabels.invoiceTitle, ...anyNumberLabels],
    notLabels: distractors,
    required: true,
  }),
  ...invoiceBody(referredNumberLabels('invoice')),
];

export const creditNoteFields: FieldSpec[] = [
  field(
    'number',
    'identifier',
    'Credit note number',
    [...referenceLabels.creditNoteNumber, ...ownNumberLabels('creditNote')],
    {
      weakLabels: [
        'gutschrift',
        'avoir',
        'abono',
        'nota de crédito',
        'nota di credito',
        'creditnota',
        'stornorechnung',
        'rechnungskorrektur',
        ...referenceLabels.invoiceNumber,
        ...anyNumberLabels,
      ],
      notLabels: distractors,
      required: true,
    },
  ),
  // On a credit note even "Invoice No." is the invoice it corrects.
  ...invoiceBody(theirNumberLabels('invoice')),
];

export const receiptFields: FieldSpec[] = [
  field('merchant.name', 'party', 'Merchant name', [], { required: true }),
  field('merchant.address', 'address', 'Merchant address'),
  field('merchant.phone', 'phone', 'Merchant phone'),
  field('merchant.taxId', 'identifier', 'Merchant tax id'),
  field('number', 'identifier', 'Receipt number', referenceLabels.receiptNumber, { notLabels: distractors }),
  field('date', 'date', 'Date', [], { required: true }),
  field('time', 'time', 'Time'),
  field('currency', 'currency', 'Currency', termLabels.currency),
  field('subtotal', 'money', 'Subtotal'),
  field('tax', 'money', 'Tax'),
  field('tip', 'money', 'Tip'),
  field('total', 'money', 'Total', [], { required: true }),
  field('paymentMethod', 'text', 'Payment method'),
];
