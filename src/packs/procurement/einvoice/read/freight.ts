// Which document-level charges are freight. EN 16931 has charges with reasons (UNCL 7161) and no total of their freight.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { sumDecimals } from './convert.ts';
import type { Found } from './field-map.ts';
import { placesAt, type Steps, textAt } from './select.ts';

/** Freight service, delivery. */
const CODES: ReadonlySet<string> = new Set(['FC', 'DL']);
const WORDS =
  /\b(?:freight|shipping|delivery|carriage|postage|transport|versand|fracht|porto|lieferkosten|zustell|livraison|frais de port|port et|env[ií]o|portes|spedizione|trasporto|verzend|vracht|wysy[lł]k|dostaw)/iu;

interface ChargeSteps {
  code: Steps;
  reason: Steps;
  amount: Steps;
}

export function freightCharges(charges: readonly XmlElement[], steps: ChargeSteps): Found[] {
  const places = charges
    .filter((charge) => CODES.has(textAt(charge, steps.code) ?? '') || WORDS.test(textAt(charge, steps.reason) ?? ''))
    .flatMap((charge) => placesAt(charge, steps.amount).slice(0, 1));
  const value = places.length > 0 ? sumDecimals(places.map((place) => place.text)) : undefined;
  return value === undefined ? [] : [{ path: 'shippingTotal', value, places, computed: places.length > 1 }];
}
