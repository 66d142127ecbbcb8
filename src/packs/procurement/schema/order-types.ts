// Purchase order, quotation, RFQ, BOQ, delivery note: fields and labels.

import type { FieldSpec } from '../../../pipeline/pack.ts';
import { dateLabels } from '../locales/date-labels.ts';
import { referenceLabels } from '../locales/reference-labels.ts';
import { termLabels } from '../locales/term-labels.ts';
import {
  currencyField,
  deliveryDateField,
  distractors,
  field,
  incotermsField,
  orderIssueDate,
  orderTotalFields,
  partyFields,
  paymentTermsField,
  projectNameField,
  purchaseOrderNumberField,
  quotationIssueDate,
  rfqIssueDate,
  sellerDetails,
  totalFields,
} from './common-fields.ts';

const quotationNumber = field('quotationNumber', 'identifier', 'Quotation number', referenceLabels.quotationNumber);
const rfqNumber = field('rfqNumber', 'identifier', 'RFQ number', referenceLabels.rfqNumber);

export const purchaseOrderFields: FieldSpec[] = [
  field('number', 'identifier', 'Order number', referenceLabels.orderNumber, {
    notLabels: distractors,
    required: true,
  }),
  orderIssueDate,
  field('revision', 'identifier', 'Revision', termLabels.revision),
  currencyField,
  ...partyFields('buyer', 'Buyer', sellerDetails),
  ...partyFields('seller', 'Seller', sellerDetails),
  deliveryDateField,
  field('deliveryAddress', 'address', 'Delivery address'),
  incotermsField,
  paymentTermsField,
  quotationNumber,
  rfqNumber,
  projectNameField,
  ...orderTotalFields,
];

export const quotationFields: FieldSpec[] = [
  field('number', 'identifier', 'Quotation number', referenceLabels.quotationNumber, {
    notLabels: distractors,
    required: true,
  }),
  quotationIssueDate,
  field('validUntil', 'date', 'Valid until', dateLabels.validUntil),
  rfqNumber,
  currencyField,
  ...partyFields('seller', 'Seller', sellerDetails),
  ...partyFields('buyer', 'Buyer', sellerDetails),
  field('leadTime', 'text', 'Lead time', termLabels.leadTime),
  incotermsField,
  paymentTermsField,
  field('warranty', 'text', 'Warranty', termLabels.warranty),
  field('deviations', 'text', 'Deviations', termLabels.deviations),
  field('exclusions', 'text', 'Exclusions', termLabels.exclusions),
  ...orderTotalFields,
];

export const rfqFields: FieldSpec[] = [
  field('number', 'identifier', 'RFQ number', referenceLabels.rfqNumber, { notLabels: distractors, required: true }),
  rfqIssueDate,
  field('submissionDeadline', 'date', 'Submission deadline', dateLabels.submissionDeadline),
  field('validityDays', 'number', 'Validity in days', termLabels.validityDays),
  ...partyFields('buyer', 'Buyer', sellerDetails),
  projectNameField,
  field('discipline', 'text', 'Discipline', termLabels.discipline),
  field('scope', 'text', 'Scope', termLabels.scope),
  field('evaluation[].criterion', 'text', 'Evaluation criterion'),
  field('evaluation[].weight', 'percent', 'Evaluation weight'),
  deliveryDateField,
  field('currency', 'currency', 'Currency', termLabels.currency),
];

export const boqFields: FieldSpec[] = [
  field('number', 'identifier', 'BOQ number', [
    'boq no',
    'boq number',
    'bill no',
    'document no',
    'lv-nr',
    'lv nr',
    'leistungsverzeichnis nr',
    'numéro',
    'dossier n°',
    'número',
    'numero',
    'contract no',
    'tender no',
    'project no',
    'projekt-nr',
    'reference',
    'ref',
    ...referenceLabels.rfqNumber,
  ]),
  projectNameField,
  field('discipline', 'text', 'Discipline', termLabels.discipline),
  field('currency', 'currency', 'Currency', termLabels.currency),
  ...totalFields.slice(0, 1),
];

export const deliveryNoteFields: FieldSpec[] = [
  field('number', 'identifier', 'Delivery note number', referenceLabels.deliveryNoteNumber, {
    weakLabels: ['number', 'document no', 'doc no', 'reference'],
    notLabels: distractors,
    required: true,
  }),
  field('date', 'date', 'Date', [...dateLabels.deliveryNoteDate, ...dateLabels.issueDate], {
    weakLabels: dateLabels.anyDate,
    notLabels: [...dateLabels.orderDate],
    required: true,
  }),
  ...partyFields('seller', 'Seller', sellerDetails),
  ...partyFields('buyer', 'Buyer', sellerDetails),
  purchaseOrderNumberField,
  field('carrier', 'text', 'Carrier', termLabels.carrier),
];
