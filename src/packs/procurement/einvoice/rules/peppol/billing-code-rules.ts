// Peppol BIS Billing 3: codes and formats (PEPPOL-EN16931-CL*, -P*, -F*).

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { currencyCodes, retiredCurrencyCodes } from '../../code-lists/currencies.ts';
import { peppolCreditNoteTypeCodes, peppolInvoiceTypeCodes } from '../../code-lists/document-types.ts';
import * as lists from '../../code-lists/small-lists.ts';
import type { Invoice } from '../../model/invoice.ts';
import { parentOf, select } from '../../tree/indexed-tree.ts';
import { plain, textAt } from '../../tree/navigate.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { ublAmountNames } from './billing-rules.ts';
import { dates, isIsoDate } from './identifier-rules.ts';
import { processOf } from './invoice-places.ts';

const source = 'Peppol BIS Billing 3, code lists';

function reasons(charge: boolean) {
  return ({ syntax, tree }: Invoice): XmlElement[] => {
    const chain =
      syntax === 'ubl' ? 'AllowanceCharge/AllowanceChargeReasonCode' : 'SpecifiedTradeAllowanceCharge/ReasonCode';
    const indicator = syntax === 'ubl' ? 'ChargeIndicator' : 'ChargeIndicator/Indicator';
    return select(tree, chain).filter((code) => textAt(parentOf(tree, code), indicator) === String(charge));
  };
}

function amounts({ syntax, tree }: Invoice): readonly XmlElement[] {
  if (syntax === 'cii')
    return select(tree, 'TaxTotalAmount').filter(({ attributes }) => attributes.currencyID !== undefined);
  return [...ublAmountNames, 'TaxAmount'].flatMap((name) => select(tree, name));
}

function attachments({ syntax, tree }: Invoice): XmlElement[] {
  const objects = select(tree, syntax === 'ubl' ? 'EmbeddedDocumentBinaryObject' : 'AttachmentBinaryObject');
  return objects.filter(({ attributes }) => attributes.mimeCode !== undefined);
}

function addresses({ syntax, tree }: Invoice): readonly XmlElement[] {
  if (syntax === 'ubl') return select(tree, 'EndpointID').filter(({ attributes }) => attributes.schemeID !== undefined);
  return ['BuyerTradeParty', 'SellerTradeParty'].flatMap((party) =>
    select(tree, `${party}/URIUniversalCommunication/URIID`),
  );
}

const codeRules = [
  ...rulesFor<XmlElement, Invoice>(attachments, source, [
    test('PEPPOL-EN16931-CL001', 'The MIME type of the attachment is not one that may be attached.', ({ attributes }) =>
      lists.mimeCodes.has(attributes.mimeCode ?? ''),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(reasons(false), source, [
    test('PEPPOL-EN16931-CL002', 'The reason of the allowance is not in UNTDID 5189.', (code) =>
      lists.allowanceReasonCodes.has(plain(code)),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(reasons(true), source, [
    test('PEPPOL-EN16931-CL003', 'The reason of the charge is not in UNTDID 7161.', (code) =>
      lists.chargeReasonCodes.has(plain(code)),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(
    ({ syntax, tree }) => (syntax === 'ubl' ? select(tree, 'InvoicePeriod/DescriptionCode') : []),
    source,
    [
      test('PEPPOL-EN16931-CL006', 'The VAT point code is not in UNTDID 2005.', (code) =>
        lists.vatPointCodes.has(plain(code)),
      ),
    ],
  ),
  ...rulesFor<XmlElement, Invoice>(amounts, source, [
    test('PEPPOL-EN16931-CL007', 'The currency of the amount is not in ISO 4217.', ({ attributes }) => {
      const code = attributes.currencyID ?? '';
      return currencyCodes.has(code) || retiredCurrencyCodes.has(code);
    }),
  ]),
  ...rulesFor<XmlElement, Invoice>(addresses, source, [
    test(
      'PEPPOL-EN16931-CL008',
      'The scheme of the electronic address is not one that Peppol uses.',
      ({ attributes }) => lists.peppolAddressSchemes.has(attributes.schemeID ?? ''),
    ),
  ]),
];

const ciiTypeCodes = new Set([...peppolInvoiceTypeCodes, ...peppolCreditNoteTypeCodes]);

const typeRules = [
  ...rulesFor<XmlElement, Invoice>(
    ({ syntax, tree }) => select(tree, syntax === 'ubl' ? 'InvoiceTypeCode' : 'ExchangedDocument/TypeCode'),
    source,
    [
      test(
        'PEPPOL-EN16931-P0100',
        'The type code is not one of the process.',
        (code, i) =>
          processOf(i) !== '01' || (i.syntax === 'ubl' ? peppolInvoiceTypeCodes : ciiTypeCodes).has(plain(code)),
      ),
    ],
  ),
  ...rulesFor<XmlElement, Invoice>(({ tree }) => select(tree, 'CreditNoteTypeCode'), source, [
    test(
      'PEPPOL-EN16931-P0101',
      'The type code of the credit note is not one of the process.',
      (code, i) => processOf(i) !== '01' || peppolCreditNoteTypeCodes.has(plain(code)),
    ),
  ]),
];

/** Exemption reason → the category it explains. */
const explained: readonly (readonly [string, string, string])[] = [
  ['P0104', 'VATEX-EU-G', 'G'],
  ['P0105', 'VATEX-EU-O', 'O'],
  ['P0106', 'VATEX-EU-IC', 'K'],
  ['P0107', 'VATEX-EU-AE', 'AE'],
  ['P0108', 'VATEX-EU-D', 'E'],
  ['P0109', 'VATEX-EU-F', 'E'],
  ['P0110', 'VATEX-EU-I', 'E'],
  ['P0111', 'VATEX-EU-J', 'E'],
];

const exemptionRules = explained.flatMap(([id, reason, category]) =>
  rulesFor<XmlElement, Invoice>(
    ({ syntax, tree }) =>
      syntax === 'cii'
        ? []
        : select(tree, 'TaxCategory').filter((at) => textAt(at, 'TaxExemptionReasonCode').toUpperCase() === reason),
    source,
    [
      test(
        `PEPPOL-EN16931-${id}`,
        `${reason} explains the category ${category} only.`,
        (at) => textAt(at, 'ID') === category,
      ),
    ],
  ),
);

const dateRules = rulesFor<XmlElement, Invoice>(
  ({ syntax, tree }) => (syntax === 'ubl' ? dates(tree) : select(tree, 'DateTimeString')),
  source,
  [
    test('PEPPOL-EN16931-F001', 'The date is not written as it must be (YYYY-MM-DD; YYYYMMDD in CII).', (date, i) =>
      i.syntax === 'ubl' ? isIsoDate(date) : date.attributes.format?.trim() === '102' && /^20\d{6}$/.test(date.text),
    ),
  ],
);

export const billingCodeRules: readonly Rule<Invoice>[] = [...codeRules, ...typeRules, ...exemptionRules, ...dateRules];
