// Whose national rules apply: the countries of seller and buyer, by VAT identifier or by address.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice, Party } from '../../model/invoice.ts';
import { all, first, plain, says } from '../../tree/navigate.ts';

/** `party/Party` of UBL, the trade party of CII. */
export function partyElement(party: Party | undefined): XmlElement | undefined {
  return party && (first(party.at, 'Party') ?? party.at);
}

/** Registrations for VAT; CII files write the scheme VA or VAT. */
export function vatNumbers(party: Party | undefined): string[] {
  const element = partyElement(party);
  const ubl = all(element, 'PartyTaxScheme').filter((scheme) => says(scheme, 'TaxScheme/ID', 'VAT'));
  const cii = all(element, 'SpecifiedTaxRegistration/ID').filter((id) => /^VAT?$/.test(id.attributes.schemeID ?? ''));
  return [...ubl.flatMap((scheme) => all(scheme, 'CompanyID')), ...cii].map(plain);
}

function prefixOf(party: Party | undefined): string {
  return (vatNumbers(party).find((number) => number !== '') ?? '').slice(0, 2).toUpperCase();
}

export function addressCountry(party: Party | undefined): string {
  return plain(party?.address?.country).toUpperCase();
}

/** By VAT identifier, else that of the tax representative, else the address; `XX` when nothing tells. */
export function sellerCountry({ seller, taxRepresentative }: Invoice): string {
  return prefixOf(seller) || prefixOf(taxRepresentative) || addressCountry(seller) || 'XX';
}

export function buyerCountry({ buyer }: Invoice): string {
  return prefixOf(buyer) || addressCountry(buyer) || 'XX';
}

/** Addresses of seller and buyer are both in `country`. */
export function isDomestic({ seller, buyer }: Invoice, country: string): boolean {
  return addressCountry(seller) === country && addressCountry(buyer) === country;
}

/** [x] when `condition` holds, else nothing to judge. */
export function only<T>(value: T | undefined, condition: boolean): T[] {
  return condition && value !== undefined ? [value] : [];
}
