// How UBL binds EN 16931 (CEN/TS 16931-3-2): what may stand once only (UBL-SR-*).

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { readUblIndicator } from '../../model/read-ubl-invoice.ts';
import { type IndexedTree, parentOf, select, selectAny } from '../../tree/indexed-tree.ts';
import { all, first, has, plain, says } from '../../tree/navigate.ts';
import { type Rule, rulesFor, type Test, test } from '../rule.ts';

const source = 'CEN/TS 16931-3-2';
type TreeTest = Test<XmlElement, IndexedTree>;

function atMostOnce(id: string, what: string, ...paths: string[]): TreeTest {
  return test(id, `The ${what} stands more than once.`, (at) => count(at, paths) <= 1);
}

function count(at: XmlElement, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + all(at, path).length, 0);
}

function taxIds(root: XmlElement, party: string, vat: boolean): number {
  return all(root, `${party}/Party/PartyTaxScheme`)
    .filter((scheme) => all(scheme, 'TaxScheme/ID').some((id) => (plain(id).toUpperCase() === 'VAT') === vat))
    .reduce((sum, scheme) => sum + all(scheme, 'CompanyID').length, 0);
}

function differentTexts(tree: IndexedTree, name: string): number {
  return new Set(select(tree, name).map((element) => element.text)).size;
}

const seller = 'AccountingSupplierParty/Party';
const buyer = 'AccountingCustomerParty/Party';

const documentRules = rulesFor<XmlElement, IndexedTree>((tree) => [tree.root], source, [
  atMostOnce('UBL-SR-01', 'contract reference', 'ContractDocumentReference/ID'),
  atMostOnce('UBL-SR-02', 'receiving advice reference', 'ReceiptDocumentReference/ID'),
  atMostOnce('UBL-SR-03', 'despatch advice reference', 'DespatchDocumentReference/ID'),
  test('UBL-SR-04', 'The invoiced object stands more than once.', (root) => invoicedObjects(root).length <= 1),
  atMostOnce('UBL-SR-05', 'payment terms', 'PaymentTerms/Note'),
  atMostOnce('UBL-SR-08', 'invoicing period', 'InvoicePeriod'),
  atMostOnce('UBL-SR-09', 'seller’s name', `${seller}/PartyLegalEntity/RegistrationName`),
  atMostOnce('UBL-SR-10', 'seller’s trading name', `${seller}/PartyName/Name`),
  atMostOnce('UBL-SR-11', 'seller’s legal registration', `${seller}/PartyLegalEntity/CompanyID`),
  test(
    'UBL-SR-12',
    'The seller’s VAT identifier stands more than once.',
    (root) => taxIds(root, 'AccountingSupplierParty', true) <= 1,
  ),
  test(
    'UBL-SR-13',
    'The seller’s tax registration stands more than once.',
    (root) => taxIds(root, 'AccountingSupplierParty', false) <= 1,
  ),
  atMostOnce('UBL-SR-14', 'seller’s legal information', `${seller}/PartyLegalEntity/CompanyLegalForm`),
  atMostOnce('UBL-SR-15', 'buyer’s name', `${buyer}/PartyLegalEntity/RegistrationName`),
  atMostOnce('UBL-SR-16', 'buyer’s identifier', `${buyer}/PartyIdentification/ID`),
  atMostOnce('UBL-SR-17', 'buyer’s legal registration', `${buyer}/PartyLegalEntity/CompanyID`),
  test(
    'UBL-SR-18',
    'The buyer’s VAT identifier stands more than once.',
    (root) => taxIds(root, 'AccountingCustomerParty', true) <= 1,
  ),
  atMostOnce('UBL-SR-24', 'delivery', 'Delivery'),
  test('UBL-SR-29', 'The bank’s creditor identifier stands more than once.', (_, tree) => sepaIds(tree).length <= 1),
  atMostOnce('UBL-SR-39', 'project reference', 'ProjectReference/ID'),
  atMostOnce('UBL-SR-40', 'buyer’s trading name', `${buyer}/PartyName/Name`),
  test(
    'UBL-SR-44',
    'Payments are to be remitted under different texts (BT-83).',
    (_, tree) => differentTexts(tree, 'PaymentID') <= 1,
  ),
  atMostOnce('UBL-SR-45', 'due date of payment', 'PaymentMeans/PaymentDueDate'),
  test(
    'UBL-SR-46',
    'The text of the payment means stands more than once.',
    (root) =>
      all(root, 'PaymentMeans/PaymentMeansCode').filter((code) => code.attributes.name !== undefined).length <= 1,
  ),
  test('UBL-SR-47', 'Different payment means are named.', (_, tree) => differentTexts(tree, 'PaymentMeansCode') <= 1),
  atMostOnce('UBL-SR-49', 'VAT point code', 'InvoicePeriod/DescriptionCode'),
]);

function invoicedObjects(root: XmlElement): XmlElement[] {
  return all(root, 'AdditionalDocumentReference')
    .filter((document) => says(document, 'DocumentTypeCode', '130'))
    .flatMap((document) => all(document, 'ID'));
}

function sepaIds(tree: IndexedTree): XmlElement[] {
  return select(tree, 'PartyIdentification/ID').filter((id) => id.attributes.schemeID?.toUpperCase() === 'SEPA');
}

/** A payee by the seller's own name is no payee of its own. */
function isNotSeller(payee: XmlElement, { root }: IndexedTree): boolean {
  const sellerName = first(root, `${seller}/PartyLegalEntity/RegistrationName`);
  const name = first(payee, 'PartyName/Name');
  return name !== undefined && sellerName !== undefined && plain(name) !== plain(sellerName);
}

const groupRules = [
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'BillingReference'), source, [
    atMostOnce('UBL-SR-06', 'preceding invoice', 'InvoiceDocumentReference'),
    test('UBL-SR-07', 'The preceding invoice has no number.', (at) => has(at, 'InvoiceDocumentReference/ID')),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'PayeeParty'), source, [
    test(
      'UBL-SR-19',
      'The payee’s name stands more than once, or is the seller’s.',
      (at, tree) => all(at, 'PartyName/Name').length <= 1 && isNotSeller(at, tree),
    ),
    test(
      'UBL-SR-20',
      'The payee’s identifier stands more than once, or the payee is the seller.',
      (at, tree) =>
        all(at, 'PartyIdentification/ID').filter((id) => (id.attributes.schemeID ?? 'SEPA').toUpperCase() !== 'SEPA')
          .length <= 1 && isNotSeller(at, tree),
    ),
    test(
      'UBL-SR-21',
      'The payee’s registration stands more than once, or the payee is the seller.',
      (at, tree) => all(at, 'PartyLegalEntity/CompanyID').length <= 1 && isNotSeller(at, tree),
    ),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'TaxRepresentativeParty'), source, [
    atMostOnce('UBL-SR-22', 'tax representative’s name', 'PartyName/Name'),
    atMostOnce('UBL-SR-23', 'tax representative’s VAT identifier', 'Party/PartyTaxScheme/CompanyID'),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'Delivery'), source, [
    atMostOnce('UBL-SR-25', 'name delivered to', 'DeliveryParty/PartyName/Name'),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'PaymentMeans'), source, [
    atMostOnce('UBL-SR-26', 'remittance information', 'PaymentID'),
    atMostOnce('UBL-SR-27', 'payment means code', 'PaymentMeansCode'),
    atMostOnce('UBL-SR-28', 'mandate reference', 'PaymentMandate/ID'),
  ]),
  ...[false, true].flatMap((charge) =>
    rulesFor<XmlElement, IndexedTree>((tree) => adjustments(tree, charge), source, [
      atMostOnce(
        charge ? 'UBL-SR-31' : 'UBL-SR-30',
        `reason of the ${charge ? 'charge' : 'allowance'}`,
        'AllowanceChargeReason',
      ),
    ]),
  ),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'TaxSubtotal'), source, [
    atMostOnce('UBL-SR-32', 'reason of the exemption', 'TaxCategory/TaxExemptionReason'),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'AdditionalDocumentReference'), source, [
    atMostOnce('UBL-SR-33', 'description of the document', 'DocumentDescription'),
    test(
      'UBL-SR-43',
      'A scheme or type is given for a document that is neither invoiced object nor project.',
      isPlainDocument,
    ),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => selectAny(tree, ['InvoiceLine', 'CreditNoteLine']), source, [
    atMostOnce('UBL-SR-34', 'line’s note', 'Note'),
    atMostOnce('UBL-SR-35', 'referenced order line', 'OrderLineReference/LineID'),
    atMostOnce('UBL-SR-36', 'line’s period', 'InvoicePeriod'),
    atMostOnce('UBL-SR-37', 'discount of the price', 'Price/AllowanceCharge/Amount'),
    test(
      'UBL-SR-48',
      'The line does not have exactly one VAT category.',
      (line) => all(line, 'Item/ClassifiedTaxCategory').length === 1,
    ),
    atMostOnce('UBL-SR-50', 'item’s description', 'Item/Description'),
    atMostOnce('UBL-SR-52', 'line’s document reference', 'DocumentReference'),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, seller), source, [
    test('UBL-SR-42', 'The seller has more than two tax schemes.', (party) => all(party, 'PartyTaxScheme').length <= 2),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => selectAny(tree, ['PostalAddress', 'Address']), source, [
    atMostOnce('UBL-SR-51', 'third line of the address', 'AddressLine'),
  ]),
  ...rulesFor<XmlElement, IndexedTree>((tree) => select(tree, 'PartyTaxScheme'), source, [
    test(
      'UBL-SR-53',
      'The tax scheme lacks its identifier or the company’s.',
      (at) => has(at, 'TaxScheme/ID') && has(at, 'CompanyID'),
    ),
  ]),
];

function adjustments(tree: IndexedTree, charge: boolean): XmlElement[] {
  return select(tree, 'AllowanceCharge').filter((at) => readUblIndicator(at) === charge);
}

function isPlainDocument(document: XmlElement, { root }: IndexedTree): boolean {
  if (says(document, 'DocumentTypeCode', '130')) return true;
  if (root.name === 'CreditNote' && says(document, 'DocumentTypeCode', '50')) return true;
  return !all(document, 'ID').some((id) => id.attributes.schemeID !== undefined) && !has(document, 'DocumentTypeCode');
}

const amountRules = rulesFor<XmlElement, IndexedTree>(amounts, source, [
  test('UBL-DT-01', 'The amount has more than two decimals.', (amount) => decimals(amount.text) <= 2),
]);

function amounts(tree: IndexedTree): XmlElement[] {
  const found: XmlElement[] = [];
  for (const [name, elements] of tree.byName) {
    if (!name.endsWith('Amount') || name.endsWith('PriceAmount')) continue;
    for (const element of elements) if (!isInPriceAllowance(tree, element)) found.push(element);
  }
  return found;
}

function isInPriceAllowance(tree: IndexedTree, element: XmlElement): boolean {
  const parent = parentOf(tree, element);
  return parent?.name === 'AllowanceCharge' && parentOf(tree, parent)?.name === 'Price';
}

function decimals(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

const attachmentRules = rulesFor<XmlElement, IndexedTree>(
  (tree) => select(tree, 'EmbeddedDocumentBinaryObject'),
  source,
  [
    test('UBL-DT-06', 'The attachment names no MIME type.', (object) => object.attributes.mimeCode !== undefined),
    test('UBL-DT-07', 'The attachment names no file.', (object) => object.attributes.filename !== undefined),
  ],
);

export const structureRules: readonly Rule<IndexedTree>[] = [
  ...documentRules,
  ...groupRules,
  ...amountRules,
  ...attachmentRules,
];
