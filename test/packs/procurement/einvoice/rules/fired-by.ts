// What fires on a text: ids, each once.

import { syntaxes } from '../../../../../src/packs/procurement/einvoice/syntaxes.ts';
import type { FiredRule } from '../../../../../src/pipeline/structured-syntax.ts';
import { treeOf } from '../../../../support/valid-invoices.ts';

export function firedOn(text: string): FiredRule[] {
  const root = treeOf(text);
  const judged = syntaxes.find((syntax) => syntax.recognises(root))?.validate?.(root);
  if (!judged) throw new Error(`nothing judges ${root.qualifiedName}`);
  return judged.fired;
}

export function firedBy(text: string): string[] {
  return [...new Set(firedOn(text).map(({ id }) => id))];
}

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';

/** A fragment of a UBL document: a root with `body` in it. */
export function ublFragment(root: string, body: string): string {
  return `<${root} xmlns="${UBL}:${root}-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">${body}</${root}>`;
}
