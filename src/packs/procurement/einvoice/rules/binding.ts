// Which rule sets a file binds itself to by the specification that it names. Finer than the name that is shown of it: a
// specification nobody knows is asked more than one that is known to be none of Peppol’s.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { textAt } from '../tree/navigate.ts';

export type Binding =
  | 'en16931'
  | 'peppol'
  | 'xrechnung'
  | 'xrechnung-extension'
  | 'xrechnung-cvd'
  | 'factur-x-minimum'
  | 'factur-x-basicwl'
  | 'factur-x-extended'
  | 'other'
  | null;

/** By what the specification identifier (BT-24, CustomizationID) contains; the first match wins. */
const bindings: readonly (readonly [RegExp, Binding])[] = [
  [/peppol\.eu:2017:poacc:(?:billing|selfbilling):/, 'peppol'],
  [/extension:xrechnung/, 'xrechnung-extension'],
  [/xrechnung.*:cvd/, 'xrechnung-cvd'],
  [/xrechnung/, 'xrechnung'],
  [/(?:factur-x|zugferd)[^#]*:minimum/, 'factur-x-minimum'],
  [/(?:factur-x|zugferd)[^#]*:basic-?wl/, 'factur-x-basicwl'],
  [/(?:factur-x|zugferd)[^#]*:extended/, 'factur-x-extended'],
  // Known to be bound by EN 16931 alone, as far as is judged here.
  [
    /factur-x|zugferd|ferd:crossindustrydocument|nlcius|cius-ro|cius-pt|cius-at|extended-ctc-fr|efff\.be|oioubl/,
    'en16931',
  ],
  [/^urn:cen\.eu:en16931:2017$/, 'en16931'],
];

/** null = no specification is named. */
export function bindingOf(root: XmlElement): Binding {
  const stated = specificationOf(root);
  if (stated === '') return null;
  return bindings.find(([form]) => form.test(stated))?.[1] ?? 'other';
}

/** Patterns would only take time on longer ones. */
const MAX_LENGTH = 500;

/** BT-24; empty when the file names none. */
export function specificationOf(root: XmlElement): string {
  const stated =
    textAt(root, 'CustomizationID') ||
    textAt(root, 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID') ||
    textAt(root, 'SpecifiedExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID');
  return stated.slice(0, MAX_LENGTH).toLowerCase();
}
