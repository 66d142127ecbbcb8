// Rules of a cross-industry invoice: EN 16931 always, the rest as far as its specification is bound by it.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { FiredRule } from '../../../../pipeline/structured-syntax.ts';
import { readCiiInvoice } from '../model/read-cii-invoice.ts';
import { profileOf } from '../profile.ts';
import { indexTree } from '../tree/indexed-tree.ts';
import { semanticRules } from './en16931/semantic-rules.ts';
import { judgeRules } from './judge-rules.ts';

export function judgeCiiInvoice(root: XmlElement): { profile: string | null; fired: FiredRule[] } {
  const tree = indexTree(root);
  const invoice = readCiiInvoice(tree);
  return { profile: profileOf(root), fired: judgeRules(invoice, semanticRules) };
}
