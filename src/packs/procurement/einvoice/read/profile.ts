// The specification that a file says it follows, by a short name.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { textAt } from './select.ts';

/** The first that fits wins: a national specification names the European one that it builds on. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/xrechnung[^#]*?(?:#conformant.*extension|extension)/i, 'xrechnung-extension'],
  [/cvd/i, 'xrechnung-cvd'],
  [/xrechnung/i, 'xrechnung'],
  [/poacc:billing/i, 'peppol'],
  [/poacc:trns|peppol\.eu/i, 'peppol'],
  [/(?:factur-x|zugferd|order-x)[^#]*[:.]minimum|minimum$/i, 'factur-x-minimum'],
  [/order-x[^#]*:(basic|comfort|extended)/i, 'order-x-$1'],
  [/basicwl|basic-wl/i, 'factur-x-basic-wl'],
  [/(?:factur-x|zugferd)[^#]*[:.]basic|#compliant#.*basic|^basic$/i, 'factur-x-basic'],
  [/(?:factur-x|zugferd)[^#]*[:.]extended|#conformant#.*extended/i, 'factur-x-extended'],
  [/ferd:.*:(basic|comfort|extended)/i, 'zugferd-$1'],
  [/en16931/i, 'en16931'],
  [/oioubl/i, 'oioubl'],
  [/cenbii|biicore/i, 'cen-bii'],
];

/** The longest in use have about 150 characters. */
const MAX_LENGTH = 400;

export function profileNamed(stated: string | undefined): string | null {
  if (stated === undefined) return null;
  const named = stated.slice(0, MAX_LENGTH);
  for (const [pattern, name] of NAMES) {
    const match = pattern.exec(named);
    if (match) return name.replace('$1', match[1]?.toLowerCase() ?? '');
  }
  return null;
}

export function ublProfile(root: XmlElement): string | null {
  return profileNamed(textAt(root, 'CustomizationID'));
}

export function ciiProfile(root: XmlElement): string | null {
  return profileNamed(textAt(root, 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID'));
}
