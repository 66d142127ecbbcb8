// A section's paper and margins, and which headers and footers it has.

import type { XmlAttributes } from '../office/walk-xml.ts';
import { isOn } from '../office/walk-xml.ts';
import { twips } from './looks.ts';
import type { Section } from './part.ts';

const between = (value: number | undefined, least: number, most: number, usual: number): number =>
  value === undefined || value < least || value > most ? usual : value;

/** Adds what an element of `sectPr` says. */
export function applyToSection(section: Section, name: string, attributes: XmlAttributes): void {
  if (name === 'pgSz') {
    section.width = between(twips(attributes.w), 150, 3000, section.width);
    section.height = between(twips(attributes.h), 150, 3000, section.height);
  } else if (name === 'pgMar') {
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      const most = (side === 'top' || side === 'bottom' ? section.height : section.width) / 3;
      section[side] = between(twips(attributes[side]), 0, most, section[side]);
    }
  } else if (name === 'type') section.continuous = attributes.val === 'continuous';
  else if (name === 'titlePg') section.ownFirst = isOn(attributes.val);
  else if (name === 'headerReference') section.headers[attributes.type ?? 'default'] = attributes['r:id'] ?? '';
  else if (name === 'footerReference') section.footers[attributes.type ?? 'default'] = attributes['r:id'] ?? '';
}
