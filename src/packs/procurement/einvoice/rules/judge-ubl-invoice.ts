// A UBL invoice or credit note against the rules that bind it.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { FiredRule } from '../../../../pipeline/structured-syntax.ts';
import { readUblInvoice } from '../model/read-ubl-invoice.ts';
import { ublProfile } from '../read/profile.ts';
import { indexTree } from '../tree/indexed-tree.ts';
import { bindingOf } from './binding.ts';
import { judgeRules } from './judge-rules.ts';
import { judgeInvoice } from './rule-sets.ts';
import { restrictionRules } from './ubl/restriction-rules.ts';
import { structureRules } from './ubl/structure-rules.ts';

export function judgeUblInvoice(root: XmlElement): { profile: string | null; fired: FiredRule[] } {
  const tree = indexTree(root);
  const profile = ublProfile(root);
  const fired = judgeInvoice(readUblInvoice(tree), bindingOf(root));
  fired.push(...judgeRules(tree, structureRules), ...judgeRules(tree, restrictionRules));
  return { profile, fired };
}
