// Where the two syntaxes keep what Peppol's rules look at.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice } from '../../model/invoice.ts';
import { selectAny } from '../../tree/indexed-tree.ts';
import { textAt } from '../../tree/navigate.ts';

/** Places by syntax; none where a syntax has no such thing. */
export function places(chains: { ubl?: readonly string[]; cii?: readonly string[] }) {
  return ({ syntax, tree }: Invoice): readonly XmlElement[] => selectAny(tree, chains[syntax] ?? []);
}

const processPath = {
  ubl: 'ProfileID',
  cii: 'ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID',
} as const;

/** `01` of `urn:fdc:peppol.eu:2017:poacc:billing:01:1.0`; undefined when the process is not of that form. */
export function processOf({ at, syntax }: Invoice): string | undefined {
  const stated = textAt(at, processPath[syntax]);
  return /urn:fdc:peppol\.eu:2017:poacc:billing:(\d{2}):1.0/.exec(stated)?.[1];
}
