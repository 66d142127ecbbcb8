import type { XmlElement } from '../../../../../document/xml-element.ts';
import { type Decimal, wholeNumber } from '../../decimal.ts';
import type { Invoice, PaymentInstruction } from '../../model/invoice.ts';
import { selectAny } from '../../tree/indexed-tree.ts';
import { all, first, plain, says, textAt } from '../../tree/navigate.ts';
import { amountOf, equals } from '../en16931/amounts.ts';
import { isSwedishOrganisation } from '../peppol/identifier-checks.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { addressCountry, isDomestic, only, partyElement, vatNumbers } from './countries.ts';

const source = 'Peppol BIS Billing 3, Sweden';
const isSwedish = ({ seller }: Invoice) => addressCountry(seller) === 'SE';
const vatNumber = ({ seller }: Invoice) => vatNumbers(seller).find((number) => number.startsWith('SE'));
const isNumber = (text: string) => text !== '' && !Number.isNaN(Number(text));

const vatRules = rulesFor<XmlElement, Invoice>((i) => only(i.at, isSwedish(i) && vatNumber(i) !== undefined), source, [
  test('SE-R-001', 'The Swedish VAT number does not have 14 characters.', (_, i) => vatNumber(i)?.length === 14),
  test('SE-R-002', 'The Swedish VAT number is not SE and digits.', (_, i) => isNumber(vatNumber(i)!.slice(2, 14))),
]);

/** A warning in UBL, an error in CII: so Peppol has it. */
const digitRules = (['ubl', 'cii'] as const).flatMap((syntax) =>
  rulesFor<XmlElement, Invoice>((i) => only(i.seller?.legalId, i.syntax === syntax && isSwedish(i)), source, [
    test(
      'SE-R-003',
      'The organisation number is not made of digits.',
      (id) => isNumber(plain(id)),
      syntax === 'ubl' ? 'warning' : 'error',
    ),
  ]),
);

const registrationRules = rulesFor<XmlElement, Invoice>((i) => only(i.seller?.legalId, isSwedish(i)), source, [
  test('SE-R-004', 'The organisation number does not have 10 digits.', (id) => plain(id).length === 10, 'warning'),
  test(
    'SE-R-013',
    'The last digit of the organisation number is wrong.',
    (id) => isSwedishOrganisation(plain(id)),
    'warning',
  ),
]);

function taxRegistrations(invoice: Invoice): XmlElement[] {
  if (!isSwedish(invoice) || !invoice.seller?.legalId) return [];
  const party = partyElement(invoice.seller);
  const ubl = all(party, 'PartyTaxScheme').filter((scheme) => textAt(scheme, 'TaxScheme/ID').toUpperCase() !== 'VAT');
  const cii = all(party, 'SpecifiedTaxRegistration/ID').filter(({ attributes }) => attributes.schemeID === 'FC');
  return [...ubl.flatMap((scheme) => all(scheme, 'CompanyID')), ...cii];
}

const taxRules = [
  ...rulesFor<XmlElement, Invoice>(taxRegistrations, source, [
    test(
      'SE-R-005',
      'The seller’s tax registration is not “Godkänd för F-skatt”.',
      (id) => plain(id).toUpperCase() === 'GODKÄND FÖR F-SKATT',
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(standardRates, source, [
    test('SE-R-006', 'The VAT rate is not 6, 12 or 25.', (category) => {
      const rate = amountOf(first(category, 'Percent') ?? first(category, 'RateApplicablePercent'));
      return rates.some((one) => equals(rate, one));
    }),
  ]),
];

const rates: readonly Decimal[] = [6, 12, 25].map(wholeNumber);

function standardRates(invoice: Invoice): XmlElement[] {
  if (!isSwedish(invoice) || vatNumber(invoice) === undefined) return [];
  const { syntax, tree } = invoice;
  if (syntax === 'ubl')
    return selectAny(tree, ['TaxCategory', 'ClassifiedTaxCategory']).filter((at) => says(at, 'ID', 'S'));
  return selectAny(tree, ['ApplicableTradeTax', 'CategoryTradeTax']);
}

/** Accounts paid to by code 30 under the name of a Swedish clearing. */
function giroAccounts(invoice: Invoice, clearing: string): XmlElement[] {
  if (!isSwedish(invoice)) return [];
  return invoice.payments
    .filter(({ at, code }) => plain(code) === '30' && clearingOf(at) === clearing)
    .flatMap(({ at }) => [
      ...all(at, 'PayeeFinancialAccount/ID'),
      ...all(at, 'PayeePartyCreditorFinancialAccount/ProprietaryID'),
    ]);
}

function clearingOf(payment: XmlElement): string {
  return (
    textAt(payment, 'PayeeFinancialAccount/FinancialInstitutionBranch/ID') ||
    textAt(payment, 'PayeeSpecifiedCreditorFinancialInstitution/BICID')
  );
}

const paymentRules = [
  ...rulesFor<XmlElement, Invoice>((i) => giroAccounts(i, 'SE:PLUSGIRO'), source, [
    test('SE-R-007', 'The Plusgiro account is not made of digits.', (id) => isNumber(plain(id)), 'warning'),
    test(
      'SE-R-010',
      'The Plusgiro account does not have 2 to 8 characters.',
      (id) => /^.{2,8}$/.test(plain(id)),
      'warning',
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => giroAccounts(i, 'SE:BANKGIRO'), source, [
    test('SE-R-008', 'The Bankgiro account is not made of digits.', (id) => isNumber(plain(id)), 'warning'),
    test(
      'SE-R-009',
      'The Bankgiro account does not have 7 or 8 characters.',
      (id) => /^.{7,8}$/.test(plain(id)),
      'warning',
    ),
  ]),
  ...rulesFor<PaymentInstruction, Invoice>((i) => (isSwedish(i) ? i.payments : []), source, [
    test(
      'SE-R-011',
      'Bankgiro and Plusgiro are named by code 30 and the clearing, not by 50 or 56.',
      ({ code }) => !['50', '56'].includes(plain(code)),
      'warning',
    ),
  ]),
  ...rulesFor<PaymentInstruction, Invoice>((i) => (isDomestic(i, 'SE') ? i.payments : []), source, [
    test(
      'SE-R-012',
      'A transfer within Sweden is named by code 30, not 31.',
      ({ code }) => plain(code) !== '31',
      'warning',
    ),
  ]),
];

export const swedenRules: readonly Rule<Invoice>[] = [
  ...vatRules,
  ...digitRules,
  ...registrationRules,
  ...taxRules,
  ...paymentRules,
];
