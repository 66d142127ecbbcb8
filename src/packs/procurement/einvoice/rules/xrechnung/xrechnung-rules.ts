// XRechnung 3.0: the German rules by their own numbers, its extension (BR-DEX-*) and the clean vehicles data (BR-DE-CVD-*).

import type { XmlElement } from '../../../../../document/xml-element.ts';
import {
  electronicAddressSchemes,
  icdCodes,
  itemClassificationLists,
  mimeCodes,
} from '../../code-lists/small-lists.ts';
import { add, compare, round, subtract, total, zero } from '../../decimal.ts';
import { isInside, select } from '../../tree/indexed-tree.ts';
import { all, filled, first, has, plain, says } from '../../tree/navigate.ts';
import { specificationOf } from '../binding.ts';
import { amountOf, hasTwoDecimals } from '../en16931/amounts.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { germanRules } from './german-rules.ts';
import type { GermanTerms } from './german-terms.ts';

const source = 'XRechnung 3.0';
type TermsRule = Rule<GermanTerms>;

const specifications = [
  'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0',
  'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9',
];

export const xrechnungRules: readonly TermsRule[] = [
  ...germanRules
    .filter(({ xrechnung }) => xrechnung !== 'BR-DE-29')
    .map(({ xrechnung, rule }) => ({ ...rule, id: xrechnung })),
  // In UBL the mandate is what makes a direct debit; its reference is asked for by BR-DE-25.
  ...germanRules
    .filter(({ xrechnung }) => xrechnung === 'BR-DE-29')
    .map(({ xrechnung, rule }) => ({
      ...rule,
      id: xrechnung,
      brokenAt: (terms: GermanTerms) => (terms.invoice.syntax === 'cii' ? rule.brokenAt(terms) : []),
    })),
  ...rulesFor<XmlElement, GermanTerms>(({ invoice }) => [invoice.at], source, [
    test('BR-DE-21', 'The specification (BT-24) is not XRechnung 3.0.', (at) => isXrechnung(at), 'warning'),
  ]),
];

function isXrechnung(at: XmlElement): boolean {
  const stated = specificationOf(at);
  return (
    specifications.includes(stated) ||
    /^urn:cen\.eu:en16931:2017#compliant#urn:xeinkauf\.de:kosit:xrechnung_3\.\d(?:$|#.*cvd)/.test(stated)
  );
}

/** Digital health applications have registers of their own in the extension. */
const extraSchemes = new Set(['XR01', 'XR02', 'XR03']);
const isIcd = ({ attributes }: XmlElement) => {
  const scheme = (attributes.schemeID ?? '').trim();
  return icdCodes.has(scheme) || extraSchemes.has(scheme);
};

function schemed(chain: string, cii?: string) {
  return ({ invoice }: GermanTerms): XmlElement[] =>
    select(invoice.tree, invoice.syntax === 'ubl' ? chain : (cii ?? chain)).filter(
      ({ attributes }) => attributes.schemeID !== undefined,
    );
}

const schemeRules = [
  ...rulesFor<XmlElement, GermanTerms>(schemed('PartyIdentification/ID', 'GlobalID'), source, [
    test('BR-DEX-04', 'The scheme of the identifier is not in ISO 6523.', (id, { invoice }) => {
      if (isIcd(id)) return true;
      if (invoice.syntax === 'cii')
        return ['SpecifiedTradeProduct', 'ShipToTradeParty'].some((name) => isInside(invoice.tree, id, name));
      const own = isInside(invoice.tree, id, 'AccountingSupplierParty') || isInside(invoice.tree, id, 'PayeeParty');
      return own && id.attributes.schemeID?.trim() === 'SEPA';
    }),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(schemed('PartyLegalEntity/CompanyID', 'SpecifiedLegalOrganization/ID'), source, [
    test('BR-DEX-05', 'The scheme of the registration is not in ISO 6523.', isIcd),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(
    schemed('StandardItemIdentification/ID', 'SpecifiedTradeProduct/GlobalID'),
    source,
    [test('BR-DEX-06', 'The scheme of the item’s identifier is not in ISO 6523.', isIcd)],
  ),
  ...rulesFor<XmlElement, GermanTerms>(schemed('EndpointID', 'URIUniversalCommunication/URIID'), source, [
    test('BR-DEX-07', 'The scheme of the electronic address is not in the EAS list.', ({ attributes }) => {
      const scheme = (attributes.schemeID ?? '').trim();
      return electronicAddressSchemes.has(scheme) || extraSchemes.has(scheme);
    }),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(schemed('DeliveryLocation/ID', 'ShipToTradeParty/GlobalID'), source, [
    test('BR-DEX-08', 'The scheme of the place delivered to is not in ISO 6523.', isIcd),
  ]),
];

const attachments = ({ invoice }: GermanTerms) =>
  select(invoice.tree, invoice.syntax === 'ubl' ? 'EmbeddedDocumentBinaryObject' : 'AttachmentBinaryObject');
const ublOnly =
  (chain: string) =>
  ({ invoice }: GermanTerms) =>
    invoice.syntax === 'ubl' ? select(invoice.tree, chain) : [];

function sumsItsLines(line: XmlElement): boolean {
  const parts = all(line, 'SubInvoiceLine').map((part) => amountOf(first(part, 'LineExtensionAmount')));
  const stated = amountOf(first(line, 'LineExtensionAmount'));
  if (parts.length === 0) return true;
  if (!stated || parts.some((part) => !part)) return false;
  return compare(stated, total(parts.map((part) => part!))) === 0;
}

const extensionUblRules = [
  ...rulesFor<XmlElement, GermanTerms>(attachments, source, [
    test('BR-DEX-01', 'The MIME type of the attachment is not one that may be attached.', ({ attributes }) => {
      const type = attributes.mimeCode ?? '';
      return mimeCodes.has(type) || type === 'application/xml';
    }),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(
    (terms) => [...ublOnly('InvoiceLine')(terms), ...ublOnly('SubInvoiceLine')(terms)],
    source,
    [test('BR-DEX-02', 'The net amount of the line is not what its sub lines add up to.', sumsItsLines, 'warning')],
  ),
  ...rulesFor<XmlElement, GermanTerms>(ublOnly('SubInvoiceLine/Item'), source, [
    test(
      'BR-DEX-03',
      'The sub line does not have exactly one VAT category.',
      (item) => all(item, 'ClassifiedTaxCategory').length === 1,
    ),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(ublOnly('LegalMonetaryTotal'), source, [
    test(
      'BR-DEX-09',
      'The amount due is not total with VAT − paid + rounding + payments of third parties.',
      isDueWithThirdParties,
    ),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(ublOnly('/PrepaidPayment'), source, [
    test('BR-DEX-10', 'The third party’s payment has no type (BT-DEX-001).', (at) => filled(first(at, 'ID'))),
    test('BR-DEX-11', 'The third party’s payment has no amount (BT-DEX-002).', (at) => filled(first(at, 'PaidAmount'))),
    test('BR-DEX-12', 'The third party’s payment has no description (BT-DEX-003).', (at) =>
      filled(first(at, 'InstructionID')),
    ),
    test('BR-DEX-13', 'The third party’s payment has more than two decimals.', (at) =>
      hasTwoDecimals(first(at, 'PaidAmount')),
    ),
    test(
      'BR-DEX-14',
      'The third party’s payment is not in the invoice’s currency.',
      (at, { invoice }) => first(at, 'PaidAmount')?.attributes.currencyID === plain(invoice.currency),
    ),
  ]),
];

function isDueWithThirdParties(totals: XmlElement, { invoice }: GermanTerms): boolean {
  const read = (name: string) => (has(totals, name) ? amountOf(first(totals, name)) : zero);
  const due = amountOf(first(totals, 'PayableAmount'));
  const withVat = amountOf(first(totals, 'TaxInclusiveAmount'));
  const rounding = read('PayableRoundingAmount');
  const paid = read('PrepaidAmount');
  const third = all(invoice.at, 'PrepaidPayment/PaidAmount').map((amount) => amountOf(amount));
  if (!due || !withVat || !rounding || !paid || third.some((amount) => !amount)) return false;
  const owed = add(subtract(withVat, paid), total(third.map((amount) => amount!)));
  return compare(round(subtract(due, rounding)), round(owed)) === 0;
}

export const xrechnungExtensionRules: readonly TermsRule[] = [
  ...schemeRules,
  ...extensionUblRules,
  ...rulesFor<XmlElement, GermanTerms>(
    ({ invoice }) => (invoice.syntax === 'cii' ? select(invoice.tree, 'ParentLineID') : []),
    source,
    [test('BR-DEX-15', 'Sub lines are not supported in CII.', () => false, 'warning')],
  ),
];

/** Rules of EN 16931 that the extension replaces by wider ones of its own. */
export const replacedByExtension: ReadonlySet<string> = new Set([
  'BR-CL-10',
  'BR-CL-11',
  'BR-CL-21',
  'BR-CL-24',
  'BR-CL-25',
  'BR-CL-26',
  'BR-CO-16',
]);

const items = ({ invoice }: GermanTerms) =>
  invoice.lines.flatMap(({ at }) => [...all(at, 'Item'), ...all(at, 'SpecifiedTradeProduct')]);
const vehicleCodes = (item: XmlElement) =>
  [
    ...all(item, 'CommodityClassification/ItemClassificationCode'),
    ...all(item, 'DesignatedProductClassification/ClassCode'),
  ].filter(({ attributes }) => attributes.listID === 'CVD');
const vehicleProperties = (item: XmlElement) => [
  ...all(item, 'AdditionalItemProperty').filter((one) => says(one, 'Name', 'cva')),
  ...all(item, 'ApplicableProductCharacteristic').filter((one) => says(one, 'Description', 'cva')),
];

/** Vehicle categories of Directive (EU) 2019/1161. */
const vehicleCategories = new Set(['M1', 'M2', 'M3', 'N1', 'N2', 'N3']);

export const cleanVehicleRules: readonly TermsRule[] = [
  ...rulesFor<XmlElement, GermanTerms>(({ invoice }) => [invoice.at], source, [
    test('BR-DE-CVD-01', 'The contract (BT-12) is missing.', (at) =>
      filled(
        first(at, 'ContractDocumentReference/ID') ??
          first(
            at,
            'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/ContractReferencedDocument/IssuerAssignedID',
          ),
      ),
    ),
    test(
      'BR-DE-CVD-02',
      'The tender or lot (BT-17) is missing.',
      (at, { invoice }) =>
        filled(first(at, 'OriginatorDocumentReference/ID')) ||
        select(invoice.tree, 'AdditionalReferencedDocument').some((one) => says(one, 'TypeCode', '50')),
    ),
    test('BR-DE-CVD-03', 'No line names a vehicle by its category (CVD) and drive (cva).', (_, terms) =>
      items(terms).some((item) => vehicleCodes(item).length > 0 && vehicleProperties(item).length > 0),
    ),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(items, source, [
    test(
      'BR-DE-CVD-06-a',
      'A vehicle has no drive (cva), or several.',
      (item) => vehicleCodes(item).length === 0 || vehicleProperties(item).length === 1,
    ),
    test(
      'BR-DE-CVD-06-b',
      'A drive (cva) has no vehicle category (CVD), or several.',
      (item) => vehicleProperties(item).length === 0 || vehicleCodes(item).length === 1,
    ),
  ]),
  ...rulesFor<XmlElement, GermanTerms>(({ invoice }) => invoice.lines.flatMap((line) => line.classifications), source, [
    test('BR-TMP-CVD-01', 'The scheme of the classification is not in UNTDID 7143.', ({ attributes }) => {
      const list = (attributes.listID ?? '').trim();
      return list === 'CVD' || itemClassificationLists.has(list);
    }),
  ]),
  ...rulesFor<XmlElement, GermanTerms>((terms) => items(terms).flatMap(vehicleCodes), source, [
    test('BR-DE-CVD-04', 'The vehicle category is none of M1 to N3.', (code) => vehicleCategories.has(plain(code))),
  ]),
  ...rulesFor<XmlElement, GermanTerms>((terms) => items(terms).flatMap(vehicleProperties), source, [
    test('BR-DE-CVD-05', 'The vehicle’s drive is not one that is listed.', (one) =>
      driveKinds.has(plain(first(one, 'Value'))),
    ),
  ]),
];

const driveKinds = new Set(['clean', 'zero-emission', 'other']);

/** Rules of EN 16931 that the clean vehicles data replace. */
export const replacedByVehicles: ReadonlySet<string> = new Set(['BR-CL-13']);
