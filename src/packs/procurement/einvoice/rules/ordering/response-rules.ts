// Peppol responses in UBL ApplicationResponse: to a catalogue (T58), to a message (T71), to an invoice (T111).

import { parentOf, select } from '../../tree/indexed-tree.ts';
import { all, plain, textAt } from '../../tree/navigate.ts';
import { test } from '../rule.ts';
import * as shared from './shared.ts';

export const catalogueResponseRules = shared.namesSpecification(
  'PEPPOL-T58-R001',
  'urn:fdc:peppol.eu:poacc:trns:catalogue_response:3',
);
export const messageResponseRules = shared.namesSpecification('PEPPOL-T71-R001', 'urn:fdc:peppol.eu:poacc:trns:mlr:3');

/** Conditionally accepted, under query, rejected. */
const clarified = new Set(['CA', 'UQ', 'RE']);

export const invoiceResponseRules: readonly shared.TreeRule[] = [
  ...shared.rulesAt('DocumentResponse/Response', [
    test(
      'PEPPOL-T111-R001',
      'The response CA, UQ or RE gives no clarification.',
      (at) => !clarified.has(textAt(at, 'ResponseCode')) || all(at, 'Status/StatusReasonCode').length > 0,
    ),
  ]),
  ...shared.rulesAt(
    (tree) => select(tree, 'Response/Status/StatusReasonCode'),
    [
      test(
        'PEPPOL-T111-R002',
        'The clarification OTH is not explained.',
        (code, tree) => plain(code) !== 'OTH' || textAt(parentOf(tree, code), 'StatusReason') !== '',
        'warning',
      ),
    ],
  ),
];
