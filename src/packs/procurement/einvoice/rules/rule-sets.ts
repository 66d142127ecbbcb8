// Which rule sets bind an invoice, by the specification it names. EN 16931 binds every one; without a specification
// nothing is known to be out of the question, so that every set is asked.

import type { FiredRule } from '../../../../pipeline/structured-syntax.ts';
import type { Invoice } from '../model/invoice.ts';
import type { Binding } from './binding.ts';
import { semanticRules } from './en16931/semantic-rules.ts';
import { judgeRules } from './judge-rules.ts';
import { nationalRules } from './national/national-rules.ts';
import { notAskedOf } from './partial-profiles.ts';
import { billingCodeRules } from './peppol/billing-code-rules.ts';
import { billingRules } from './peppol/billing-rules.ts';
import { ciiIdentifierRules, ublIdentifierRules } from './peppol/identifier-rules.ts';
import type { Rule } from './rule.ts';
import { readGermanTerms } from './xrechnung/german-terms.ts';
import { peppolGermanRules } from './xrechnung/peppol-german-rules.ts';
import {
  cleanVehicleRules,
  replacedByExtension,
  replacedByVehicles,
  xrechnungExtensionRules,
  xrechnungRules,
} from './xrechnung/xrechnung-rules.ts';

const isPeppol = (binding: Binding) => binding === null || binding === 'peppol' || binding === 'other';
const isXrechnung = (binding: Binding) => binding === null || binding.startsWith('xrechnung');

/** Everything but how a syntax binds the terms. */
export function judgeInvoice(invoice: Invoice, binding: Binding): FiredRule[] {
  const fired = judgeRules(invoice, semanticRulesOf(binding));
  if (isPeppol(binding)) fired.push(...judgePeppol(invoice));
  if (isXrechnung(binding)) fired.push(...judgeXrechnung(invoice, binding));
  return fired;
}

const perBinding = new Map<Binding, readonly Rule<Invoice>[]>();

function semanticRulesOf(binding: Binding): readonly Rule<Invoice>[] {
  let rules = perBinding.get(binding);
  if (!rules) {
    rules = semanticRules.filter(({ id }) => !isLeftOut(id, binding));
    perBinding.set(binding, rules);
  }
  return rules;
}

function isLeftOut(id: string, binding: Binding): boolean {
  if (binding === 'xrechnung-extension') return replacedByExtension.has(id);
  if (binding === 'xrechnung-cvd') return replacedByVehicles.has(id);
  return notAskedOf(binding, id);
}

function judgePeppol(invoice: Invoice): FiredRule[] {
  const { tree, syntax } = invoice;
  return [
    ...judgeRules(invoice, billingRules),
    ...judgeRules(invoice, billingCodeRules),
    ...judgeRules(tree, syntax === 'ubl' ? ublIdentifierRules : ciiIdentifierRules),
    ...judgeRules(invoice, nationalRules),
    ...(syntax === 'ubl' ? judgeRules(invoice, peppolGermanRules) : []),
  ];
}

function judgeXrechnung(invoice: Invoice, binding: Binding): FiredRule[] {
  const terms = readGermanTerms(invoice);
  const fired = judgeRules(terms, xrechnungRules);
  if (binding === 'xrechnung-extension') fired.push(...judgeRules(terms, xrechnungExtensionRules));
  if (binding === 'xrechnung-cvd') fired.push(...judgeRules(terms, cleanVehicleRules));
  return fired;
}
