// Values of facets as terms of the index whose order as bytes is the order of the values, so that ranges are ranges of terms.

const LONGEST_VALUE = 200;

export const facetField = (name: string): string => `f:${name.slice(0, LONGEST_VALUE)}`;

export function facetTerm(value: string | number): string {
  return typeof value === 'number' ? `#${sortable(value)}` : `"${value.slice(0, LONGEST_VALUE)}`;
}

/** The value as people see it. */
export function facetValue(term: string): string {
  return term.startsWith('#') ? String(unsortable(term.slice(1))) : term.slice(1);
}

/** IEEE 754 bits whose unsigned order is the numeric order: negatives inverted, others with the sign bit set. */
function sortable(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 || Number.isNaN(value) ? 0 : value);
  const bits = view.getBigUint64(0);
  const ordered = bits >> 63n ? ~bits & 0xffff_ffff_ffff_ffffn : bits | (1n << 63n);
  return ordered.toString(16).padStart(16, '0');
}

function unsortable(hex: string): number {
  const ordered = BigInt(`0x${hex}`);
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, ordered >> 63n ? ordered & ~(1n << 63n) : ~ordered & 0xffff_ffff_ffff_ffffn);
  return view.getFloat64(0);
}
