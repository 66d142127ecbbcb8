// Rules of a UBL invoice or credit note: EN 16931 always, the rest as far as its specification is bound by it.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { FiredRule } from '../../../../pipeline/structured-syntax.ts';
import { readUblInvoice } from '../model/read-ubl-invoice.ts';
import { profileOf } from '../profile.ts';
import { indexTree } from '../tree/indexed-tree.ts';
import { semanticRules } from './en16931/semantic-rules.ts';
import { judgeRules } from './judge-rules.ts';
import { restrictionRules } from './ubl/restriction-rules.ts';
import { structureRules } from './ubl/structure-rules.ts';

export function judgeUblInvoice(root: XmlElement): { profile: string | null; fired: FiredRule[] } {
  const tree = indexTree(root);
  const invoice = readUblInvoice(tree);
  const profile = profileOf(root);
  return {
    profile,
    fired: [
      ...judgeRules(invoice, semanticRules),
      ...judgeRules(tree, structureRules),
      ...judgeRules(tree, restrictionRules),
    ],
  };
}
