// Purchase order, quotation, RFQ, BOQ, delivery note: fields and labels.

import type { FieldSpec } from '../../../pipeline/pack.ts';
import { dateLabels } from '../locales/date-labels.ts';
import { anyNumberLabels, type DocumentNoun, ownNumberLabels, theirNumberLabels } from '../locales/document-nouns.ts';
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
  paymentStageFields,
  paymentTermsField,
  projectNameField,
  purchaseOrderNumberField,
  quotationIssueDate,
  rfqIssueDate,
  sellerDetails,
  totalFields,
} from './common-fields.ts';

const quotationNumber = field('quotationNumber', 'identifier', 'Quotation number', [
  ...referenceLabels.quotationNumber,
  ...theirNumberLabels('quotation'),
]);
const rfqNumber = field('rfqNumber', 'identifier', 'RFQ number', [
  ...referenceLabels.rfqNumber,
  ...theirNumberLabels('rfq'),
]);
/** The paper's own number: what names the paper first, what any paper calls its number after. */
const ownNumber = (title: string, labels: readonly string[], noun: DocumentNoun): FieldSpec =>
  field('number', 'identifier', title, [...labels, ...ownNumberLabels(noun)], {
    weakLabels: [...anyNumberLabels, 'number'],
    notLabels: distractors,
    required: true,
  });

export const purchaseOrderFields: FieldSpec[] = [
  ownNumber('Order number', referenceLabels.orderNumber, 'order'),
  orderIssueDate,
  field('revision', 'text', 'Revision', termLabels.revision),
  currencyField,
  ...partyFields('buyer', 'Buyer', sellerDetails, true),
  ...partyFields('seller', 'Seller', sellerDetails),
  deliveryDateField,
  field('deliveryAddress', 'address', 'Delivery address'),
  incotermsField,
  paymentTermsField,
  ...paymentStageFields,
  quotationNumber,
  rfqNumber,
  field('purchaseOrderNumber', 'identifier', 'Order that it answers or changes', [], {
    description: 'Of an order response or an order change that came as XML.',
  }),
  projectNameField,
  ...orderTotalFields,
];

export const quotationFields: FieldSpec[] = [
  ownNumber('Quotation number', referenceLabels.quotationNumber, 'quotation'),
  quotationIssueDate,
  field('validUntil', 'date', 'Valid until', dateLabels.validUntil, {
    // On an offer a due date is that of the offer.
    weakLabels: [
      'vervaldatum',
      'scadenza',
      'vencimiento',
      'vencimento',
      'échéance',
      'fällig am',
      'due date',
      'date limite',
    ],
  }),
  rfqNumber,
  currencyField,
  ...partyFields('seller', 'Seller', sellerDetails, true),
  ...partyFields('buyer', 'Buyer', sellerDetails),
  field('leadTime', 'text', 'Lead time', termLabels.leadTime),
  incotermsField,
  paymentTermsField,
  ...paymentStageFields,
  deliveryDateField,
  field('warranty', 'text', 'Warranty', termLabels.warranty),
  field('deviations', 'text', 'Deviations', termLabels.deviations),
  field('exclusions', 'text', 'Exclusions', termLabels.exclusions),
  ...orderTotalFields,
];

export const rfqFields: FieldSpec[] = [
  ownNumber('RFQ number', [...referenceLabels.rfqNumber, 'pedido n°', 'n° do pedido', 'processo n°'], 'rfq'),
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
  field(
    'number',
    'identifier',
    'BOQ number',
    ['lv-nr', 'dossier n°', 'contract no', 'tender no', 'project no', 'projekt-nr', ...ownNumberLabels('boq')],
    { weakLabels: [...anyNumberLabels, 'number', ...referenceLabels.rfqNumber], notLabels: distractors },
  ),
  projectNameField,
  field('discipline', 'text', 'Discipline', termLabels.discipline),
  field('currency', 'currency', 'Currency', termLabels.currency),
  ...totalFields.slice(0, 1),
];

export const deliveryNoteFields: FieldSpec[] = [
  ownNumber('Delivery note number', referenceLabels.deliveryNoteNumber, 'deliveryNote'),
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
