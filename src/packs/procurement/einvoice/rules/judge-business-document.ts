// Orders and what goes with them, by the transaction of Peppol that they name. One that names none is asked by all that it
// can be; one that follows another specification is asked by none.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { FiredRule, StructuredSyntax } from '../../../../pipeline/structured-syntax.ts';
import { ublProfile } from '../read/profile.ts';
import { indexTree } from '../tree/indexed-tree.ts';
import { specificationOf } from './binding.ts';
import { judgeRules } from './judge-rules.ts';
import { catalogueRules, shoppingCartRules } from './ordering/catalogue-rules.ts';
import { despatchAdviceRules } from './ordering/despatch-advice-rules.ts';
import { orderAgreementRules } from './ordering/order-agreement-rules.ts';
import { advancedOrderResponseRules, orderResponseRules } from './ordering/order-response-rules.ts';
import { orderCancellationRules, orderChangeRules, orderRules } from './ordering/order-rules.ts';
import { catalogueResponseRules, invoiceResponseRules, messageResponseRules } from './ordering/response-rules.ts';
import type { TreeRule } from './ordering/shared.ts';
import { commonDocumentRules, ublIdentifierRules } from './peppol/identifier-rules.ts';

interface Transaction {
  /** As in `urn:fdc:peppol.eu:poacc:trns:order:3`. */
  name: string;
  rules: readonly TreeRule[];
}

const transactions: Readonly<Record<string, readonly Transaction[]>> = {
  Order: [{ name: 'order', rules: orderRules }],
  OrderChange: [{ name: 'order_change', rules: orderChangeRules }],
  OrderCancellation: [{ name: 'order_cancellation', rules: orderCancellationRules }],
  OrderResponse: [
    { name: 'order_response', rules: orderResponseRules },
    { name: 'order_agreement', rules: orderAgreementRules },
    { name: 'order_response_advanced', rules: advancedOrderResponseRules },
  ],
  DespatchAdvice: [{ name: 'despatch_advice', rules: despatchAdviceRules }],
  Catalogue: [
    { name: 'catalogue', rules: catalogueRules },
    { name: 'punch_out', rules: shoppingCartRules },
  ],
  ApplicationResponse: [
    { name: 'catalogue_response', rules: catalogueResponseRules },
    { name: 'mlr', rules: messageResponseRules },
    { name: 'invoice_response', rules: invoiceResponseRules },
  ],
};

export const judgeBusinessDocument: NonNullable<StructuredSyntax['validate']> = (root) => {
  const stated = specificationOf(root);
  const profile = ublProfile(root);
  if (stated !== '' && !stated.includes('peppol')) return { profile, fired: [] };
  const tree = indexTree(root);
  const fired: FiredRule[] = [...judgeRules(tree, commonDocumentRules), ...judgeRules(tree, ublIdentifierRules)];
  for (const { rules } of bindingOf(root, stated)) fired.push(...judgeRules(tree, rules));
  return { profile, fired };
};

function bindingOf(root: XmlElement, stated: string): readonly Transaction[] {
  const possible = transactions[root.name] ?? [];
  const named = possible.filter(({ name }) => stated.startsWith(`urn:fdc:peppol.eu:poacc:trns:${name}:3`));
  return named.length > 0 ? named : possible;
}
