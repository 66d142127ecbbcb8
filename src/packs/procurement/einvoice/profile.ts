// Which specification a file says it follows, by a short name, and what its name tells about the rules that bind it.

import type { XmlElement } from '../../../document/xml-element.ts';
import { textAt } from './tree/navigate.ts';

/** By what the specification identifier (BT-24, CustomizationID) contains; the first match wins. */
const invoiceProfiles: readonly (readonly [RegExp, string])[] = [
  [/peppol\.eu:2017:poacc:(?:billing|selfbilling):/, 'peppol'],
  [/extension:xrechnung/, 'xrechnung-extension'],
  [/xrechnung.*:cvd/, 'xrechnung-cvd'],
  [/xrechnung/, 'xrechnung'],
  [/(?:factur-x\.eu|zugferd\.de)[:.\w]*:minimum/, 'factur-x-minimum'],
  [/(?:factur-x\.eu|zugferd\.de)[:.\w]*:basicwl/, 'factur-x-basicwl'],
  [/(?:factur-x\.eu|zugferd\.de)[:.\w]*:basic/, 'factur-x-basic'],
  [/(?:factur-x\.eu|zugferd\.de)[:.\w]*:extended/, 'factur-x-extended'],
  [/^urn:ferd:crossindustrydocument:invoice:1p0:/, 'zugferd-1'],
  [/nen\.nl:.*nlcius|:nlcius/, 'nlcius'],
  [/mfinante\.ro|cius-ro/, 'cius-ro'],
  [/^urn:cen\.eu:en16931:2017$/, 'en16931'],
];

const peppolTransactions = /^urn:fdc:peppol\.eu:poacc:trns:([a-z_]+):3/;

/** null = no specification is named. An unknown one is `other`. */
export function profileOf(root: XmlElement): string | null {
  const stated = specificationOf(root);
  if (stated === '') return null;
  const transaction = peppolTransactions.exec(stated);
  if (transaction) return `peppol-${transaction[1]!.replaceAll('_', '-')}`;
  return invoiceProfiles.find(([form]) => form.test(stated))?.[1] ?? 'other';
}

/** BT-24; empty when the file names none. */
export function specificationOf(root: XmlElement): string {
  const stated =
    textAt(root, 'CustomizationID') ||
    textAt(root, 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID') ||
    textAt(root, 'SpecifiedExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID');
  return stated.toLowerCase();
}
