// From the request to the delivery: RFQ, quotation, purchase order, delivery note, bill of quantities.

import type { DocumentType } from '../../../pipeline/pack.ts';
import { cues, signals } from '../classify.ts';
import {
  boqConstraints,
  deliveryNoteConstraints,
  purchaseOrderConstraints,
  quotationConstraints,
  rfqConstraints,
} from '../constraints.ts';
import { currencyByUse } from '../extract/currency.ts';
import { partyDetails } from '../extract/parties/party-details.ts';
import { partyNames } from '../extract/parties/party-names.ts';
import { deliveryAddress } from '../extract/terms/delivery-address.ts';
import { evaluationCriteria } from '../extract/terms/evaluation.ts';
import { labelledCells } from '../extract/terms/labelled-cells.ts';
import { spokenIncoterms, spokenPaymentTerms, spokenValidity } from '../extract/terms/spoken-terms.ts';
import { titleReader } from '../extract/title.ts';
import { totalRows } from '../extract/total-rows.ts';
import { countryFromIds } from '../infer/countries.ts';
import { validUntilFromDays } from '../infer/dates.ts';
import { deliveryFromLeadTime, paymentStages } from '../infer/order-terms.ts';
import { orderTotals } from '../infer/totals.ts';
import { boqProof, orderProof } from '../lines/proof-plans.ts';
import { lineProver } from '../lines/prove-lines.ts';
import { titles } from '../locales/titles.ts';
import { amountRules } from '../rules/amount-rules.ts';
import { requiredFields } from '../rules/common.ts';
import { deadlineAfterIssue, identityRules, validAfterIssue } from '../rules/identity-rules.ts';
import { boqRules, deliveryNoteRules, orderRules, quotationRules, rfqRules } from '../rules/order-rules.ts';
import {
  boqFields,
  deliveryNoteFields,
  purchaseOrderFields,
  quotationFields,
  rfqFields,
} from '../schema/order-types.ts';
import { buyerIssues, none, partyCountries, same, sellerIssues, withLines } from './parts.ts';

const orderTotalRows = totalRows({
  ...same('netTotal', 'taxTotal', 'grossTotal', 'discountTotal', 'shippingTotal'),
  amountDue: 'grossTotal',
});

const boqTotalRows = totalRows({ netTotal: 'netTotal', grossTotal: 'netTotal' });

export const orderTypes: DocumentType[] = [
  {
    ...withLines,
    id: 'purchase_order',
    sender: 'buyer',
    title: 'Purchase order',
    fields: purchaseOrderFields,
    signals: signals.purchase_order,
    cues: cues.purchase_order,
    extractors: [
      ...buyerIssues,
      orderTotalRows,
      titleReader(titles.purchase_order, 'issueDate'),
      labelledCells(purchaseOrderFields),
      deliveryAddress,
      spokenIncoterms,
      spokenPaymentTerms,
    ],
    proveLines: lineProver(orderProof),
    constraints: purchaseOrderConstraints,
    inferences: [
      ...orderTotals,
      paymentStages,
      countryFromIds('seller', ['vatId']),
      countryFromIds('buyer', ['vatId']),
    ],
    rules: [requiredFields(purchaseOrderFields), ...amountRules, ...identityRules, ...orderRules],
  },
  {
    ...withLines,
    id: 'quotation',
    sender: 'seller',
    title: 'Quotation',
    fields: quotationFields,
    signals: signals.quotation,
    cues: cues.quotation,
    extractors: [
      ...sellerIssues,
      orderTotalRows,
      titleReader(titles.quotation, 'issueDate'),
      labelledCells(quotationFields),
      spokenIncoterms,
      spokenPaymentTerms,
    ],
    proveLines: lineProver(orderProof),
    constraints: quotationConstraints,
    inferences: [...orderTotals, validUntilFromDays, deliveryFromLeadTime, paymentStages, ...partyCountries],
    rules: [requiredFields(quotationFields), ...amountRules, ...identityRules, validAfterIssue, ...quotationRules],
  },
  {
    ...none,
    ...withLines,
    id: 'rfq',
    sender: 'buyer',
    title: 'Request for quotation',
    fields: rfqFields,
    signals: signals.rfq,
    cues: cues.rfq,
    extractors: [
      partyNames('buyer'),
      partyDetails('buyer'),
      currencyByUse,
      titleReader(titles.rfq, 'issueDate'),
      labelledCells(rfqFields),
      evaluationCriteria,
      spokenValidity,
    ],
    constraints: rfqConstraints,
    rules: [requiredFields(rfqFields), deadlineAfterIssue, ...rfqRules],
  },
  {
    ...none,
    ...withLines,
    id: 'boq',
    title: 'Bill of quantities',
    fields: boqFields,
    signals: signals.boq,
    cues: cues.boq,
    extractors: [currencyByUse, boqTotalRows, titleReader(titles.boq), labelledCells(boqFields)],
    proveLines: lineProver(boqProof),
    constraints: boqConstraints,
    rules: [...amountRules, ...boqRules],
  },
  {
    ...none,
    ...withLines,
    id: 'delivery_note',
    sender: 'seller',
    title: 'Delivery note',
    fields: deliveryNoteFields,
    signals: signals.delivery_note,
    cues: cues.delivery_note,
    extractors: [
      partyNames('seller'),
      partyDetails('seller'),
      titleReader(titles.delivery_note, 'date'),
      labelledCells(deliveryNoteFields),
    ],
    constraints: deliveryNoteConstraints,
    rules: [requiredFields(deliveryNoteFields), ...deliveryNoteRules],
  },
];
