// Restrictions of UBL by EN 16931 (CEN/TS 16931-3-2): parts and attributes that should be left out. Warnings all of them.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { type IndexedTree, parentOf, select } from '../../tree/indexed-tree.ts';
import { all, plain, says } from '../../tree/navigate.ts';
import type { Rule } from '../rule.ts';
import { unusedParts } from './unused-parts.ts';

const source = 'CEN/TS 16931-3-2';

function warning(id: string, what: string, brokenAt: Rule<IndexedTree>['brokenAt']): Rule<IndexedTree> {
  return { id, severity: 'warning', source, message: `${what} should not be used.`, brokenAt };
}

const lineNames = ['InvoiceLine', 'CreditNoteLine'];

/** `name` below `below`; a name that ends in `/@x` is an attribute. */
function finder(below: string, name: string): (tree: IndexedTree) => readonly XmlElement[] {
  const [path, attribute] = name.split('/@') as [string, string | undefined];
  const whole = below === '' ? path : `${below}/${path}`;
  const paths = whole.startsWith('*/') ? lineNames.map((line) => line + whole.slice(1)) : [whole];
  const leaf = whole.slice(whole.lastIndexOf('/') + 1);
  return (tree) => {
    if (!tree.byName.has(leaf)) return nowhere;
    const found = paths.flatMap((one) => all(tree.root, one));
    return attribute === undefined ? found : found.filter((element) => element.attributes[attribute] !== undefined);
  };
}

const nowhere: readonly XmlElement[] = [];
const number = (value: number) => `UBL-CR-${String(value).padStart(3, '0')}`;

const partRules = unusedParts.flatMap(([firstNumber, below, names]) =>
  names.split(' ').map((name, i) => {
    const shown = `${below === '' ? '' : `${below}/`}${name}`.replace(/^\*/, 'Line');
    return warning(number(firstNumber + i), shown, finder(below, name));
  }),
);

const anywhere = (chain: string, attribute?: string) => (tree: IndexedTree) => {
  const found = select(tree, chain);
  return attribute === undefined ? found : found.filter((element) => element.attributes[attribute] !== undefined);
};

function documents(tree: IndexedTree, invoicedObject: boolean, chain: string) {
  return select(tree, chain).filter((part) => says(parentOf(tree, part), 'DocumentTypeCode', '130') === invoicedObject);
}

const otherRules: readonly Rule<IndexedTree>[] = [
  warning('UBL-CR-002', 'A UBL version other than 2.1', ({ root }) =>
    all(root, 'UBLVersionID').filter((v) => plain(v) !== '2.1'),
  ),
  warning('UBL-CR-412', 'The due date of the payment means', ({ root }) =>
    root.name === 'CreditNote' ? nowhere : all(root, 'PaymentMeans/PaymentDueDate'),
  ),
  warning('UBL-CR-652', 'The scheme of a VAT identifier', anywhere('PartyTaxScheme/CompanyID', 'schemeID')),
  warning('UBL-CR-660', 'The list of a country', anywhere('Country/IdentificationCode', 'listID')),
  warning('UBL-CR-662', 'The list of a reason', anywhere('AllowanceChargeReasonCode', 'listID')),
  warning('UBL-CR-664', 'The financial institution', anywhere('FinancialInstitution')),
  warning('UBL-CR-665', 'The scheme of a document that is no invoiced object', (tree) =>
    documents(tree, false, 'AdditionalDocumentReference/ID').filter((id) => id.attributes.schemeID !== undefined),
  ),
  warning('UBL-CR-666', 'The attachment of an invoiced object', (tree) =>
    documents(tree, true, 'AdditionalDocumentReference/Attachment'),
  ),
  warning(
    'UBL-CR-667',
    'The scheme of the buyer’s item identifier',
    anywhere('BuyersItemIdentification/ID', 'schemeID'),
  ),
  warning(
    'UBL-CR-668',
    'The scheme of the seller’s item identifier',
    anywhere('SellersItemIdentification/ID', 'schemeID'),
  ),
  warning(
    'UBL-CR-669',
    'The reason code of a price allowance',
    anywhere('Price/AllowanceCharge/AllowanceChargeReasonCode'),
  ),
  warning('UBL-CR-670', 'The reason of a price allowance', anywhere('Price/AllowanceCharge/AllowanceChargeReason')),
  warning(
    'UBL-CR-671',
    'The percentage of a price allowance',
    anywhere('Price/AllowanceCharge/MultiplierFactorNumeric'),
  ),
  warning('UBL-CR-673', 'The description of an invoiced object', (tree) =>
    documents(tree, true, 'AdditionalDocumentReference/DocumentDescription'),
  ),
  warning('UBL-CR-674', 'The scheme of a card number', anywhere('PrimaryAccountNumber', 'schemeID')),
  warning('UBL-CR-675', 'The scheme of a card network', anywhere('CardAccount/NetworkID', 'schemeID')),
  warning('UBL-CR-676', 'The scheme of a mandate', anywhere('PaymentMandate/ID', 'schemeID')),
  warning(
    'UBL-CR-677',
    'The scheme of the debited account',
    anywhere('PaymentMandate/PayerFinancialAccount/ID', 'schemeID'),
  ),
  warning('UBL-CR-678', 'The scheme of a tax category', anywhere('TaxCategory/ID', 'schemeID')),
  warning('UBL-CR-679', 'The scheme of an item’s tax category', anywhere('ClassifiedTaxCategory/ID', 'schemeID')),
  warning('UBL-CR-680', 'The payer’s account of a payment means', anywhere('PaymentMeans/PayerFinancialAccount')),
];

/** UBL-DT-08 … UBL-DT-28 and UBL-CR-663, in the standard's order; DT-18 excepts the text of a payment means. */
const unusedAttributes: readonly (readonly [id: string, name: string])[] = [
  'schemeName',
  'schemeAgencyName',
  'schemeDataURI',
  'schemeURI',
  'format',
  'unitCodeListIdentifier',
  'unitCodeListAgencyIdentifier',
  'unitCodeListAgencyName',
  'listAgencyName',
  'listName',
  'name',
  'languageID',
  'listURI',
  'listSchemeURI',
  'languageLocaleID',
  'uri',
  'currencyCodeListVersionID',
  'characterSetCode',
  'encodingCode',
  'schemeAgencyID',
  'listAgencyID',
].map((name, i) => [`UBL-DT-${String(8 + i).padStart(2, '0')}`, name] as const);

const attributeRules = [...unusedAttributes, ['UBL-CR-663', 'unitCodeListID'] as const].map(([id, name]) =>
  warning(id, `The attribute ${name}`, (tree) => {
    const found: XmlElement[] = [];
    for (const element of attributed(tree)) {
      if (element.attributes[name] === undefined) continue;
      if (name === 'name' && element.name === 'PaymentMeansCode') continue;
      found.push(element);
    }
    return found;
  }),
);

const attributedElements = new WeakMap<IndexedTree, XmlElement[]>();

/** Elements with attributes other than the few that EN 16931 uses; hardly ever any, asked for by twenty rules. */
function attributed(tree: IndexedTree): readonly XmlElement[] {
  let found = attributedElements.get(tree);
  if (!found) {
    found = [];
    for (const elements of tree.byName.values())
      for (const element of elements) if (hasUnusual(element)) found.push(element);
    attributedElements.set(tree, found);
  }
  return found;
}

const usual = new Set(['currencyID', 'unitCode', 'schemeID', 'listID', 'listVersionID', 'mimeCode', 'filename']);

function hasUnusual({ attributes }: XmlElement): boolean {
  for (const name in attributes) if (!usual.has(name)) return true;
  return false;
}

export const restrictionRules: readonly Rule<IndexedTree>[] = [...partRules, ...otherRules, ...attributeRules];
