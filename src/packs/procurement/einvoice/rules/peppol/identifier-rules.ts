// Peppol: identifiers under a scheme with a form of its own have that form (PEPPOL-COMMON-R040 … R050).

import type { Severity } from '../../../../../document/value.ts';
import type { XmlElement } from '../../../../../document/xml-element.ts';
import { type IndexedTree, select, selectAny } from '../../tree/indexed-tree.ts';
import { plain } from '../../tree/navigate.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import * as checks from './identifier-checks.ts';

interface SchemeCheck {
  id: string;
  scheme: string;
  what: string;
  /** For electronic addresses only. */
  addressOnly?: true;
  severity?: Severity;
  isRight(id: string): boolean;
}

const schemeChecks: readonly SchemeCheck[] = [
  { id: 'R040', scheme: '0088', what: 'GLN', isRight: checks.isGln },
  { id: 'R041', scheme: '0192', what: 'Norwegian organisation number', isRight: checks.isNorwegianOrganisation },
  { id: 'R042', scheme: '0184', what: 'Danish organisation number (CVR)', isRight: checks.isDanishCvr },
  { id: 'R043', scheme: '0208', what: 'Belgian enterprise number', isRight: checks.isBelgianEnterprise },
  { id: 'R044', scheme: '0201', what: 'Italian IPA code', severity: 'warning', isRight: checks.isItalianOffice },
  { id: 'R045', scheme: '0210', what: 'Italian tax code', severity: 'warning', isRight: checks.isItalianFiscalCode },
  {
    id: 'R046',
    scheme: '9907',
    what: 'Italian tax code',
    addressOnly: true,
    severity: 'warning',
    isRight: checks.isItalianFiscalCode,
  },
  { id: 'R047', scheme: '0211', what: 'Italian VAT number', severity: 'warning', isRight: checks.isItalianVat },
  {
    id: 'R048',
    scheme: '9906',
    what: 'Italian VAT number',
    addressOnly: true,
    severity: 'warning',
    isRight: checks.isItalianVat,
  },
  { id: 'R049', scheme: '0007', what: 'Swedish organisation number', isRight: checks.isSwedishOrganisation },
  { id: 'R050', scheme: '0151', what: 'Australian Business Number', isRight: checks.isAustralianBusiness },
];

function rulesOf(addresses: readonly string[], identifiers: readonly string[]): Rule<IndexedTree>[] {
  return schemeChecks.flatMap(({ id, scheme, what, addressOnly, severity, isRight }) => {
    const chains = addressOnly ? addresses : [...addresses, ...identifiers];
    const places = (tree: IndexedTree) =>
      selectAny(tree, chains).filter((element) => element.attributes.schemeID === scheme);
    return rulesFor<XmlElement, IndexedTree>(places, 'Peppol BIS 3, common rules', [
      test(`PEPPOL-COMMON-${id}`, `This is no ${what}.`, (element) => isRight(plain(element)), severity),
    ]);
  });
}

export const ublIdentifierRules = rulesOf(['EndpointID'], ['PartyIdentification/ID', 'CompanyID']);
export const ciiIdentifierRules = rulesOf(['URIID'], ['ID', 'GlobalID']);

/** Asked of orders and what follows them, not of invoices. */
export const commonDocumentRules: readonly Rule<IndexedTree>[] = [
  ...rulesFor<XmlElement, IndexedTree>((tree) => [tree.root], 'Peppol BIS 3, common rules', [
    test(
      'PEPPOL-COMMON-R003',
      'The document names the place of its schema.',
      ({ attributes }) => !namesSchema(attributes),
      'warning',
    ),
  ]),
  ...rulesFor<XmlElement, IndexedTree>(emptyElements, 'Peppol BIS 3, common rules', [
    test('PEPPOL-COMMON-R001', 'The element is empty.', () => false),
  ]),
  ...rulesFor<XmlElement, IndexedTree>(dates, 'Peppol BIS 3, common rules', [
    test('PEPPOL-COMMON-R030', 'The date is not written YYYY-MM-DD.', isIsoDate),
  ]),
];

function namesSchema(attributes: XmlElement['attributes']): boolean {
  return Object.keys(attributes).some((name) => /(?:^|:)schemaLocation$/.test(name));
}

export function emptyElements(tree: IndexedTree): XmlElement[] {
  const found: XmlElement[] = [];
  for (const elements of tree.byName.values())
    for (const element of elements) if (element.children.length === 0 && plain(element) === '') found.push(element);
  return found;
}

const dateNames = ['IssueDate', 'DueDate', 'TaxPointDate', 'StartDate', 'EndDate', 'ActualDeliveryDate'];

export function dates(tree: IndexedTree): XmlElement[] {
  return dateNames.flatMap((name) => select(tree, name));
}

/** Ten characters and a day that there is. */
export function isIsoDate({ text }: XmlElement): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
