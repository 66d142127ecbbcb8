import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice, Party } from '../../model/invoice.ts';
import { all, first, has, plain, says, textAt } from '../../tree/navigate.ts';
import { isIsoDate } from '../peppol/identifier-rules.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { addressCountry, isDomestic, only, partyElement } from './countries.ts';

const source = 'Peppol BIS Billing 3, Iceland';
const isIcelandic = (i: Invoice) => i.syntax === 'ubl' && addressCountry(i.seller) === 'IS';

function hasRegistration(party: Party | undefined): boolean {
  return all(partyElement(party), 'PartyLegalEntity/CompanyID').some(
    ({ attributes }) => attributes.schemeID === '0196',
  );
}

function hasStreetAndPostCode(party: Party | undefined): boolean {
  const at = partyElement(party);
  return has(at, 'PostalAddress/StreetName') && has(at, 'PostalAddress/PostalZone');
}

/** The account of a means of payment has twelve digits. */
function hasLongAccount({ payments }: Invoice, code: string): boolean {
  const found = payments.filter((payment) => plain(payment.code) === code);
  return found.length === 0 || found.some(({ at }) => textAt(at, 'PayeeFinancialAccount/ID').length === 12);
}

/** Last day without interest. */
function finalDueDates({ at }: Invoice): XmlElement[] {
  return all(at, 'AdditionalDocumentReference').filter((one) => says(one, 'DocumentDescription', 'EINDAGI'));
}

const documentRules = rulesFor<XmlElement, Invoice>((i) => only(i.at, isIcelandic(i)), source, [
  test(
    'IS-R-001',
    'The type of the invoice is neither 380 nor 381.',
    (_, i) => ['380', '381'].includes(plain(i.typeCode)),
    'warning',
  ),
  test('IS-R-002', 'The seller’s legal registration under the scheme 0196 is missing.', (_, i) =>
    hasRegistration(i.seller),
  ),
  test('IS-R-003', 'The seller’s address lacks street or post code.', (_, i) => hasStreetAndPostCode(i.seller)),
  test('IS-R-006', 'A claim (9) lacks an account of 12 digits.', (_, i) => hasLongAccount(i, '9')),
  test('IS-R-007', 'A transfer (42) lacks an account of 12 digits.', (_, i) => hasLongAccount(i, '42')),
  test('IS-R-008', 'The final due date (EINDAGI) is not written YYYY-MM-DD.', (_, i) =>
    finalDueDates(i).every((one) => {
      const id = first(one, 'ID');
      return id !== undefined && isIsoDate(id);
    }),
  ),
  test(
    'IS-R-009',
    'A final due date (EINDAGI) is given, but no due date.',
    (_, i) => finalDueDates(i).length === 0 || has(i.at, 'DueDate'),
  ),
  test('IS-R-010', 'The final due date (EINDAGI) is before the due date.', (_, i) => {
    const due = textAt(i.at, 'DueDate');
    return finalDueDates(i).every((one) => due !== '' && due <= textAt(one, 'ID'));
  }),
]);

const buyerRules = rulesFor<XmlElement, Invoice>(
  (i) => only(i.buyer?.at, i.syntax === 'ubl' && isDomestic(i, 'IS')),
  source,
  [
    test('IS-R-004', 'The Icelandic buyer’s legal registration under the scheme 0196 is missing.', (_, i) =>
      hasRegistration(i.buyer),
    ),
    test('IS-R-005', 'The Icelandic buyer’s address lacks street or post code.', (_, i) =>
      hasStreetAndPostCode(i.buyer),
    ),
  ],
);

export const icelandRules: readonly Rule<Invoice>[] = [...documentRules, ...buyerRules];
