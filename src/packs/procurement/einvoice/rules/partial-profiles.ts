// Factur-X and ZUGFeRD have profiles below EN 16931 (MINIMUM, BASIC WL): what they leave out is not asked of them.

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

export function notAskedOf(profile: string | null, id: string): boolean {
  if (profile === 'factur-x-minimum') return beyondMinimum.has(id) || byLines.test(id);
  if (profile === 'factur-x-basicwl') return withoutLines.has(id) || byLines.test(id);
  return false;
}
