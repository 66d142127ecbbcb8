// A cross-industry invoice against the rules that bind it.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { FiredRule } from '../../../../pipeline/structured-syntax.ts';
import { readCiiInvoice } from '../model/read-cii-invoice.ts';
import { ciiProfile } from '../read/profile.ts';
import { indexTree } from '../tree/indexed-tree.ts';
import { bindingOf } from './binding.ts';
import { judgeInvoice } from './rule-sets.ts';

export function judgeCiiInvoice(root: XmlElement): { profile: string | null; fired: FiredRule[] } {
  const profile = ciiProfile(root);
  return { profile, fired: judgeInvoice(readCiiInvoice(indexTree(root)), bindingOf(root)) };
}
