// Peppol BIS Billing 3: what it asks beyond EN 16931 (PEPPOL-EN16931-R*), for both syntaxes.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { compare, zero } from '../../decimal.ts';
import type { Invoice } from '../../model/invoice.ts';
import { select } from '../../tree/indexed-tree.ts';
import { all, filled, first, has, plain, says, textAt } from '../../tree/navigate.ts';
import { amountOf } from '../en16931/amounts.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { billingLineRules } from './billing-line-rules.ts';
import { emptyElements } from './identifier-rules.ts';
import { places, processOf } from './invoice-places.ts';
import { isPercentage } from './price-sums.ts';

const source = 'Peppol BIS Billing 3';
const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';

const contextPlaces = ({ syntax, at, tree }: Invoice) =>
  syntax === 'ubl' ? [at] : select(tree, 'ExchangedDocumentContext');
const agreementPlaces = ({ syntax, at, tree }: Invoice) =>
  syntax === 'ubl' ? [at] : select(tree, 'ApplicableHeaderTradeAgreement');
const settlementPlaces = ({ syntax, at, tree }: Invoice) =>
  syntax === 'ubl' ? [at] : select(tree, 'ApplicableHeaderTradeSettlement');

const contextRules = rulesFor<XmlElement, Invoice>(contextPlaces, source, [
  test(
    'PEPPOL-EN16931-R001',
    'The business process (BT-23) is missing.',
    (at) => has(at, 'ProfileID') || has(at, 'BusinessProcessSpecifiedDocumentContextParameter/ID'),
  ),
  test(
    'PEPPOL-EN16931-R007',
    'The business process (BT-23) is none of Peppol’s.',
    (_, i) => processOf(i) !== undefined,
  ),
  test('PEPPOL-EN16931-R004', 'The specification (BT-24) is not Peppol BIS Billing 3.', (_, i) =>
    plain(i.specification).startsWith(specification),
  ),
]);

const documentRules = [
  ...rulesFor<XmlElement, Invoice>(agreementPlaces, source, [
    test(
      'PEPPOL-EN16931-R003',
      'Neither buyer reference (BT-10) nor order reference (BT-13) is given.',
      (at) =>
        has(at, 'BuyerReference') ||
        has(at, 'OrderReference/ID') ||
        has(at, 'BuyerOrderReferencedDocument/IssuerAssignedID'),
    ),
    test(
      'PEPPOL-EN16931-R006',
      'More than one invoiced object (BT-18) is named.',
      (at, i) => documentsOfType(at, i, '130') <= 1,
    ),
    test(
      'PEPPOL-EN16931-R080',
      'More than one project (BT-11) is named.',
      (at, i) => (i.syntax === 'ubl' && at.name !== 'CreditNote') || documentsOfType(at, i, '50') <= 1,
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(places({ ubl: ['TaxCurrencyCode'], cii: ['TaxCurrencyCode'] }), source, [
    test(
      'PEPPOL-EN16931-R005',
      'The accounting currency (BT-6) is the invoice’s own.',
      (code, i) => plain(code) !== plain(i.currency),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(
    ({ syntax, at, tree }) => (syntax === 'ubl' ? [at] : select(tree, 'ExchangedDocument')),
    source,
    [
      test(
        'PEPPOL-EN16931-R002',
        'There is more than one note (BT-22).',
        (at) =>
          all(at, 'Note').length <= 1 && all(at, 'IncludedNote').length <= 1 && !has(at, 'IncludedNote/SubjectCode'),
      ),
    ],
  ),
];

function documentsOfType(at: XmlElement, { syntax }: Invoice, type: string): number {
  const [documents, code] =
    syntax === 'ubl'
      ? ['AdditionalDocumentReference', 'DocumentTypeCode']
      : ['AdditionalReferencedDocument', 'TypeCode'];
  return all(at, documents).filter((document) => says(document, code, type)).length;
}

const taxRules = rulesFor<XmlElement, Invoice>(settlementPlaces, source, [
  test('PEPPOL-EN16931-R053', 'There is not exactly one VAT total with a breakdown.', (at, i) => {
    if (i.syntax === 'ubl') return all(at, 'TaxTotal').filter((total) => has(total, 'TaxSubtotal')).length === 1;
    return totalAmounts(at).filter((amount) => amount.attributes.currencyID === plain(i.currency)).length === 1;
  }),
  test(
    'PEPPOL-EN16931-R054',
    'The VAT total without breakdown does not match the accounting currency (BT-6).',
    (at, i) => {
      const others =
        i.syntax === 'ubl'
          ? all(at, 'TaxTotal').filter((total) => !has(total, 'TaxSubtotal'))
          : totalAmounts(at).filter(
              ({ attributes }) => attributes.currencyID !== undefined && attributes.currencyID !== plain(i.currency),
            );
      return others.length === (i.taxCurrency ? 1 : 0);
    },
  ),
  test('PEPPOL-EN16931-R055', 'The two VAT totals (BT-110, BT-111) have different signs.', (_, i) => {
    if (!i.taxCurrency) return true;
    const signs = [signsOf(i, plain(i.taxCurrency)), signsOf(i, plain(i.currency))] as const;
    const both = (fits: (sign: number) => boolean) => signs[0].some(fits) && signs[1].some(fits);
    return both((sign) => sign <= 0) || both((sign) => sign >= 0);
  }),
]);

function totalAmounts(settlement: XmlElement): readonly XmlElement[] {
  return all(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount');
}

function signsOf({ taxTotals }: Invoice, currency: string): number[] {
  return taxTotals.flatMap(({ amount }) => {
    const value = amount?.attributes.currencyID === currency ? amountOf(amount) : undefined;
    return value ? [compare(value, zero)] : [];
  });
}

const partyRules = [
  ...rulesFor<XmlElement, Invoice>(
    places({ ubl: ['AccountingCustomerParty/Party'], cii: ['BuyerTradeParty'] }),
    source,
    [test('PEPPOL-EN16931-R010', 'The buyer has no electronic address (BT-49).', hasElectronicAddress)],
  ),
  ...rulesFor<XmlElement, Invoice>(
    places({ ubl: ['AccountingSupplierParty/Party'], cii: ['SellerTradeParty'] }),
    source,
    [test('PEPPOL-EN16931-R020', 'The seller has no electronic address (BT-34).', hasElectronicAddress)],
  ),
];

function hasElectronicAddress(party: XmlElement): boolean {
  return has(party, 'EndpointID') || has(party, 'URIUniversalCommunication/URIID');
}

/** Allowances and charges of document and lines, without those of prices. */
const adjustmentPlaces = (i: Invoice) =>
  [...i.allowancesAndCharges, ...i.lines.flatMap((line) => line.allowancesAndCharges)].map(({ at }) => at);
const anyAdjustmentPlaces = (i: Invoice) =>
  i.syntax === 'ubl' ? adjustmentPlaces(i) : select(i.tree, 'SpecifiedTradeAllowanceCharge');

function partsOf(at: XmlElement) {
  return {
    percent: first(at, 'MultiplierFactorNumeric') ?? first(at, 'CalculationPercent'),
    base: first(at, 'BaseAmount') ?? first(at, 'BasisAmount'),
    amount: first(at, 'Amount') ?? first(at, 'ActualAmount'),
    indicator: textAt(at, 'ChargeIndicator/Indicator') || textAt(at, 'ChargeIndicator'),
  };
}

const allowanceRules = [
  ...rulesFor<XmlElement, Invoice>(anyAdjustmentPlaces, source, [
    test('PEPPOL-EN16931-R041', 'A percentage is given without the base it is of.', (at) => {
      const { percent, base } = partsOf(at);
      return !percent || base !== undefined;
    }),
    test('PEPPOL-EN16931-R042', 'A base is given without its percentage.', (at) => {
      const { percent, base } = partsOf(at);
      return !base || percent !== undefined;
    }),
    test('PEPPOL-EN16931-R040', 'The amount is not base × percentage.', (at) => {
      const { percent, base, amount } = partsOf(at);
      return !percent || !base || isPercentage(amount, base, percent);
    }),
  ]),
  ...rulesFor<XmlElement, Invoice>(
    (i) =>
      i.syntax === 'ubl'
        ? adjustmentPlaces(i)
        : [...anyAdjustmentPlaces(i), ...select(i.tree, 'AppliedTradeAllowanceCharge')],
    source,
    [
      test('PEPPOL-EN16931-R043', 'The charge indicator is neither “true” nor “false”.', (at) =>
        ['true', 'false'].includes(partsOf(at).indicator),
      ),
    ],
  ),
];

const paymentRules = rulesFor<XmlElement, Invoice>(
  (i) => i.payments.filter(({ code }) => ['49', '59'].includes(plain(code))).map(({ at }) => at),
  source,
  [
    test(
      'PEPPOL-EN16931-R061',
      'A direct debit names no mandate (BT-89).',
      (at, i) =>
        has(at, 'PaymentMandate/ID') || select(i.tree, 'SpecifiedTradePaymentTerms/DirectDebitMandateID').length > 0,
    ),
  ],
);

const currencyPlaces = (i: Invoice) =>
  i.syntax === 'cii'
    ? []
    : [
        ...ublAmountNames.flatMap((name) => select(i.tree, name)),
        ...select(i.tree, 'TaxTotal/TaxAmount').filter((amount) => has(i.tree.parents.get(amount), 'TaxSubtotal')),
      ];

export const ublAmountNames = [
  'Amount',
  'BaseAmount',
  'PriceAmount',
  'TaxableAmount',
  'LineExtensionAmount',
  'TaxExclusiveAmount',
  'TaxInclusiveAmount',
  'AllowanceTotalAmount',
  'ChargeTotalAmount',
  'PrepaidAmount',
  'PayableRoundingAmount',
  'PayableAmount',
];

const currencyRules = rulesFor<XmlElement, Invoice>(currencyPlaces, source, [
  test(
    'PEPPOL-EN16931-R051',
    'The amount is not in the invoice’s currency (BT-5).',
    (amount, i) => amount.attributes.currencyID !== undefined && amount.attributes.currencyID === i.currency?.text,
  ),
]);

const periodRules = [
  ...rulesFor<XmlElement, Invoice>((i) => linePeriodLimits(i, 'start'), source, [
    test(
      'PEPPOL-EN16931-R110',
      'The line’s period starts before the invoice’s.',
      (start, i) => plain(start) >= plain(i.periods[0]?.start),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => linePeriodLimits(i, 'end'), source, [
    test(
      'PEPPOL-EN16931-R111',
      'The line’s period ends after the invoice’s.',
      (end, i) => plain(end) <= plain(i.periods[0]?.end),
    ),
  ]),
];

function linePeriodLimits({ periods, lines }: Invoice, limit: 'start' | 'end'): XmlElement[] {
  if (!filled(periods[0]?.[limit])) return [];
  return lines.flatMap((line) => line.periods.flatMap((period) => period[limit] ?? []));
}

const emptinessRules = rulesFor<XmlElement, Invoice>((i) => (i.syntax === 'ubl' ? emptyElements(i.tree) : []), source, [
  test('PEPPOL-EN16931-R008', 'The element is empty.', () => false),
]);

export const billingRules: readonly Rule<Invoice>[] = [
  ...contextRules,
  ...documentRules,
  ...taxRules,
  ...partyRules,
  ...allowanceRules,
  ...paymentRules,
  ...currencyRules,
  ...periodRules,
  ...billingLineRules,
  ...emptinessRules,
];
