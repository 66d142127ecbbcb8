// Which rule sets bind an invoice, by the specification it names. EN 16931 binds every one; without a specification
// nothing is known to be out of the question, so that every set is asked.

import type { FiredRule } from '../../../../pipeline/structured-syntax.ts';
import type { Invoice } from '../model/invoice.ts';
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

const isPeppol = (profile: string | null) => profile === null || profile === 'peppol' || profile === 'other';
const isXrechnung = (profile: string | null) => profile === null || profile.startsWith('xrechnung');

/** Everything but how a syntax binds the terms. */
export function judgeInvoice(invoice: Invoice, profile: string | null): FiredRule[] {
  const fired = judgeRules(invoice, semanticRulesOf(profile));
  if (isPeppol(profile)) fired.push(...judgePeppol(invoice));
  if (isXrechnung(profile)) fired.push(...judgeXrechnung(invoice, profile));
  return fired;
}

const perProfile = new Map<string | null, readonly Rule<Invoice>[]>();

function semanticRulesOf(profile: string | null): readonly Rule<Invoice>[] {
  let rules = perProfile.get(profile);
  if (!rules) {
    rules = semanticRules.filter(({ id }) => !isLeftOut(id, profile));
    perProfile.set(profile, rules);
  }
  return rules;
}

function isLeftOut(id: string, profile: string | null): boolean {
  if (profile === 'xrechnung-extension') return replacedByExtension.has(id);
  if (profile === 'xrechnung-cvd') return replacedByVehicles.has(id);
  return notAskedOf(profile, id);
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

function judgeXrechnung(invoice: Invoice, profile: string | null): FiredRule[] {
  const terms = readGermanTerms(invoice);
  const fired = judgeRules(terms, xrechnungRules);
  if (profile === 'xrechnung-extension') fired.push(...judgeRules(terms, xrechnungExtensionRules));
  if (profile === 'xrechnung-cvd') fired.push(...judgeRules(terms, cleanVehicleRules));
  return fired;
}
