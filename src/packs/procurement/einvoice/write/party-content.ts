// A party of a record → of an e-invoice.

import { vatPrefixes } from '../code-lists/countries.ts';
import type { AddressContent, ContentDepth, PartyContent } from './invoice-content.ts';
import type { Ledger } from './ledger.ts';

export function partyContent(ledger: Ledger, role: 'seller' | 'buyer', depth: ContentDepth): PartyContent {
  const name = ledger.need(`${role}.name`, `The ${role} has no name.`);
  const asksCountry = role === 'seller' || depth !== 'minimum';
  const country = asksCountry
    ? ledger.need(`${role}.country`, `The country of the ${role}'s address is not known.`)
    : ledger.text(`${role}.country`);
  const vatId = ledger.text(`${role}.vatId`);
  if (vatId !== undefined && !vatPrefixes.has(vatId.slice(0, 2).toUpperCase())) {
    ledger.miss(`${role}.vatId`, 'A VAT id begins with the code of its country.');
  }
  const registrationId = ledger.text(`${role}.registrationId`);
  if (role === 'seller' && vatId === undefined && registrationId === undefined) {
    ledger.miss('seller.vatId', 'The seller has neither a VAT id nor a registration id.');
  }
  return {
    name: name ?? '',
    vatId: vatId?.toUpperCase(),
    taxId: ledger.text(`${role}.taxId`),
    registrationId,
    identifier: role === 'buyer' ? ledger.text('customerNumber') : undefined,
    address: splitAddress(ledger.text(`${role}.address`), country?.toUpperCase()),
    phone: ledger.text(`${role}.phone`),
    email: ledger.text(`${role}.email`),
  };
}

/** Postal codes that stand before the city, in the forms of the countries that write them so. */
const CODE_AND_CITY =
  /^((?:[A-Z]{1,2}-)?\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} [A-Z]{2}) (\p{L}[\p{L}\s.'’()/-]*)$/u;
const CODE_LAST = new Set(['GB', 'US', 'IE', 'CA', 'AU', 'NZ', 'ZA', 'IN', 'SG', 'MY', 'HK', 'MT']);

/** Code and city apart where the last part has their form; else the address stands in one line, as the record has it. */
export function splitAddress(text: string | undefined, country: string | undefined): AddressContent {
  const whole = { line: text, postalCode: undefined, city: undefined, country };
  if (text === undefined || country === undefined || CODE_LAST.has(country)) return whole;
  const at = text.lastIndexOf(', ');
  const match = at > 0 ? CODE_AND_CITY.exec(text.slice(at + 2)) : null;
  return match ? { line: text.slice(0, at), postalCode: match[1], city: match[2], country } : whole;
}
