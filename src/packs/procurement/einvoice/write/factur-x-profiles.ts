// The profiles of Factur-X that are written. BASIC has no place among them: a record with lines that suffice for it suffices for
// EN 16931.

import type { ContentDepth } from './invoice-content.ts';

export interface FacturXProfile {
  name: string;
  depth: ContentDepth;
  /** As XMP names it (Factur-X 1.0, table of `fx:ConformanceLevel`). */
  level: 'EN 16931' | 'BASIC WL' | 'MINIMUM';
  /** Data: what follows from the page; Alternative: the page once more (Factur-X 1.0, 6.2.2). */
  relationship: 'Data' | 'Alternative';
}

/** The richest first. */
export const facturXProfiles: readonly FacturXProfile[] = [
  { name: 'en16931', depth: 'whole', level: 'EN 16931', relationship: 'Alternative' },
  { name: 'factur-x-basic-wl', depth: 'without lines', level: 'BASIC WL', relationship: 'Data' },
  { name: 'factur-x-minimum', depth: 'minimum', level: 'MINIMUM', relationship: 'Data' },
];
