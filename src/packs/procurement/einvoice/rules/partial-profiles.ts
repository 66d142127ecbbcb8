// Factur-X and ZUGFeRD have profiles below EN 16931 (MINIMUM, BASIC WL) and one above it (EXTENDED): what they leave out, or
// add to a sum, is not asked of them.

import type { Binding } from './binding.ts';

const withoutLines = new Set(['BR-16', 'BR-CO-10']);

/** MINIMUM names parties and totals, nothing about tax, payment or lines. */
const beyondMinimum = new Set([
  ...withoutLines,
  'BR-10',
  'BR-11',
  'BR-12',
  'BR-CO-13',
  'BR-CO-15',
  'BR-CO-18',
  'BR-CO-25',
]);

/** Families whose amounts come from lines. */
const byLines = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-(?:01|08)$/;

/** EXTENDED has charges for logistics that EN 16931 does not know and that count into these sums. */
const beyondEn16931 = /^BR-CO-12$|^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-08$/;

export function notAskedOf(binding: Binding, id: string): boolean {
  if (binding === 'factur-x-minimum') return beyondMinimum.has(id) || byLines.test(id);
  if (binding === 'factur-x-basicwl') return withoutLines.has(id) || byLines.test(id);
  if (binding === 'factur-x-extended') return beyondEn16931.test(id);
  return false;
}
