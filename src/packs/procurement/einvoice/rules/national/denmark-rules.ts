import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { AllowanceOrCharge, Invoice, InvoiceLine } from '../../model/invoice.ts';
import { parentOf, select } from '../../tree/indexed-tree.ts';
import { all, filled, first, plain, textAt } from '../../tree/navigate.ts';
import { amountOf, isAtLeast, nought } from '../en16931/amounts.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { addressCountry, isDomestic, only, partyElement } from './countries.ts';

const source = 'Peppol BIS Billing 3, Denmark';
const isDanish = ({ seller }: Invoice) => addressCountry(seller) === 'DK';
const isWithinDenmark = (invoice: Invoice) => isDomestic(invoice, 'DK');

const documentRules = [
  ...rulesFor<XmlElement, Invoice>((i) => only(i.at, isDanish(i)), source, [
    test('DK-R-002', 'The seller’s legal registration (CVR number) is missing.', (_, i) => filled(i.seller?.legalId)),
    test('DK-R-014', 'The seller’s legal registration is not under the scheme 0184.', (_, { seller }) =>
      isCvr(seller?.legalId),
    ),
    test(
      'DK-R-016',
      'A credit note has a negative total.',
      (_, i) =>
        !isCreditNote(i) ||
        !isWithinDenmark(i) ||
        i.totals.every(({ due }) => !due || isAtLeast(amountOf(due), nought)),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => only(i.buyer?.legalId, i.syntax === 'ubl' && isWithinDenmark(i)), source, [
    test('DK-R-017', 'The buyer’s legal registration is not under the scheme 0184.', isCvr, 'warning'),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => (isWithinDenmark(i) ? partyIds(i) : []), source, [
    test(
      'DK-R-013',
      'The identifier of seller or buyer names no scheme.',
      ({ attributes }) => (attributes.schemeID ?? '').trim() !== '',
    ),
  ]),
];

function isCvr(id: XmlElement | undefined): boolean {
  return id === undefined || (id.attributes.schemeID ?? '').trim() === '0184';
}

function isCreditNote({ at, typeCode }: Invoice): boolean {
  return at.name === 'CreditNote' || (at.name === 'CrossIndustryInvoice' && plain(typeCode) === '381');
}

function partyIds({ syntax, seller, buyer }: Invoice): XmlElement[] {
  const path = syntax === 'ubl' ? 'PartyIdentification/ID' : 'GlobalID';
  return [seller, buyer].flatMap((party) => all(partyElement(party), path));
}

/** What the rules of payment look at, in both syntaxes. */
interface DanishPayment {
  at: XmlElement;
  code: string;
  /** Card type and identifier: `71#123…` */
  reference: string;
  account: string;
  branch: string;
  mandate: string;
  debitedAccount: string;
}

function paymentsOf(invoice: Invoice): DanishPayment[] {
  const { syntax, payments, tree } = invoice;
  if (!isWithinDenmark(invoice) || invoice.at.name === 'CreditNote') return [];
  return payments.map(({ at, code }) => {
    if (syntax === 'ubl')
      return {
        at,
        code: plain(code),
        reference: textAt(at, 'PaymentID'),
        account: textAt(at, 'PayeeFinancialAccount/ID'),
        branch: textAt(at, 'PayeeFinancialAccount/FinancialInstitutionBranch/ID'),
        mandate: textAt(at, 'PaymentMandate/ID'),
        debitedAccount: textAt(at, 'PaymentMandate/PayerFinancialAccount/ID'),
      };
    const settlement = parentOf(tree, at);
    return {
      at,
      code: plain(code),
      reference: textAt(settlement, 'PaymentReference'),
      account: textAt(at, 'PayeePartyCreditorFinancialAccount/IBANID'),
      branch: textAt(at, 'PayeeSpecifiedCreditorFinancialInstitution/BICID'),
      mandate: textAt(at, 'SpecifiedTradePaymentTerms/DirectDebitMandateID'),
      debitedAccount: textAt(settlement, 'CreditorReferenceID'),
    };
  });
}

const allowedMeans = new Set(['1', '10', '31', '42', '48', '49', '50', '58', '59', '93', '97']);
const startsWith = (reference: string, ...cards: string[]) => cards.some((card) => reference.startsWith(card));

const paymentRules = rulesFor<DanishPayment, Invoice>(paymentsOf, source, [
  test('DK-R-005', 'The payment means is not one of 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 and 97.', ({ code }) =>
    allowedMeans.has(code),
  ),
  test(
    'DK-R-006',
    'A transfer (31, 42) lacks bank account or registration number.',
    ({ code, account, branch }) => !['31', '42'].includes(code) || (account !== '' && branch !== ''),
  ),
  test(
    'DK-R-007',
    'A direct debit (49) lacks mandate or debited account.',
    ({ code, mandate, debitedAccount }) => code !== '49' || (mandate !== '' && debitedAccount !== ''),
  ),
  test(
    'DK-R-008',
    'Giro (50) lacks a reference 01#, 04# or 15#, or an account of 7 characters.',
    ({ code, reference, account }) =>
      code !== '50' || (startsWith(reference, '01#', '04#', '15#') && account.length === 7),
  ),
  test(
    'DK-R-009',
    'A giro reference 04# or 15# (50) does not have 16 digits.',
    ({ code, reference }) => code !== '50' || !startsWith(reference, '04#', '15#') || reference.length === 19,
  ),
  test(
    'DK-R-010',
    'FIK (93) lacks a reference 71#, 73# or 75#, or an account of 8 characters.',
    ({ code, reference, account }) =>
      code !== '93' || (startsWith(reference, '71#', '73#', '75#') && account.length === 8),
  ),
  test(
    'DK-R-011',
    'A FIK reference 71# or 75# (93) does not have 15 or 16 digits.',
    ({ code, reference }) =>
      code !== '93' || !startsWith(reference, '71#', '75#') || reference.length === 18 || reference.length === 19,
  ),
]);

const unspscVersions = new Set(['19.05.01', '19.0501', '26.08.01', '26.0801']);

const lineRules = rulesFor<InvoiceLine, Invoice>((i) => (isWithinDenmark(i) ? i.lines : []), source, [
  test(
    'DK-R-003',
    'UNSPSC is not of version 19.0501 or 26.0801.',
    ({ classifications }) =>
      !classifications.some(({ attributes }) => attributes.listID === 'TST') ||
      classifications.some(({ attributes }) => unspscVersions.has(attributes.listVersionID ?? '')),
    'warning',
  ),
]);

function adjustments(invoice: Invoice): Pick<AllowanceOrCharge, 'at' | 'reason' | 'reasonCode'>[] {
  if (!isWithinDenmark(invoice)) return [];
  if (invoice.syntax === 'cii') return [...invoice.allowancesAndCharges];
  return select(invoice.tree, 'AllowanceCharge').map((at) => ({
    at,
    reason: first(at, 'AllowanceChargeReason'),
    reasonCode: first(at, 'AllowanceChargeReasonCode'),
  }));
}

function namesTax(reason: string): boolean {
  const hasTwoParts = reason.includes('#') && !reason.startsWith('#') && !reason.endsWith('#');
  return hasTwoParts || /^\d{4}$/.test(reason);
}

const taxRules = rulesFor<Pick<AllowanceOrCharge, 'at' | 'reason' | 'reasonCode'>, Invoice>(adjustments, source, [
  test(
    'DK-R-004',
    'A tax other than VAT (ZZZ) has neither four digits nor two parts with # between them as reason.',
    ({ reason, reasonCode }) => plain(reasonCode) !== 'ZZZ' || namesTax(plain(reason)),
  ),
]);

export const denmarkRules: readonly Rule<Invoice>[] = [...documentRules, ...paymentRules, ...lineRules, ...taxRules];
