// Incoterms® rules of 2010 and 2020 (and those of 2000 that still stand on forms), with the place they name.

const RULES = 'EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP|DAT|DAF|DES|DEQ|DDU|CNF|C&F';
/** Three capitals; in a place of their own or with a place behind. "fob" in a sentence is rarely written small by the trade. */
const RULE = new RegExp(`(?<![\\p{L}\\d])(${RULES})(?![\\p{L}\\d])`, 'u');
const EDITION = /[\s,(-]*(?:incoterms?®?\s*)?(?:(?:20[012]\d|1990|2000))\)?/iu;
const WRITTEN_OUT: readonly (readonly [string, RegExp])[] = [
  [
    'EXW',
    /\b(?:ex works?|ab werk|départ usine|en fábrica|franco fabbrica|franco fábrica|af fabriek|loco magazijn)\b/iu,
  ],
  [
    'DAP',
    /\b(?:delivered at place|frei haus|franco domicile|franco destino|franco (?:vostro )?magazzino|franco huis)\b/iu,
  ],
  ['FCA', /\bfree carrier\b/iu],
  ['FOB', /\bfree on board\b/iu],
  ['DDP', /\bdelivered duty paid\b/iu],
  ['CIF', /\bcost,? insurance (?:and|&) freight\b/iu],
  ['CPT', /\bcarriage paid to\b/iu],
];

export interface IncotermMention {
  rule: string;
  /** "DAP Hamburg": the rule and its named place as printed, without edition. */
  value: string;
  start: number;
  end: number;
}

/** In Spain "CIF" is also the tax id of a company: "CIF B12345674", "C.I.F.: ES-A08…". */
const TAX_ID = /^CIF\W{0,3}(?:ES\W?)?[A-Z]?\W?\d{5}/u;
const PLACE =
  /^[\s,:–-]*(?:\()?((?:\p{Lu}|[Ss](?:an|ão|t\.?)\s|d')[\p{L}.'’/-]*(?:[ ,]{1,2}(?:\p{Lu}[\p{L}.'’/-]*|am|an der|de|del|di|do|da|en|la|le|sur|upon|aan|den|op|of|the))*)\)?/u;
/** What follows a rule without being its place. */
const NO_PLACE =
  /^(?:Incoterms?|Payment|Zahlung|Delivery|Terms|Named|Please|Total|Paiement|Pago|Pagamento|Betaling)\b/iu;

/** The first rule that a text names; undefined for texts that name none. */
export function findIncoterms(text: string): IncotermMention | undefined {
  const coded = RULE.exec(text);
  if (coded && !TAX_ID.test(text.slice(coded.index)))
    return withPlace(text, coded[1]!, coded.index, coded.index + coded[0].length);
  for (const [rule, pattern] of WRITTEN_OUT) {
    const match = pattern.exec(text);
    if (match) return { rule, value: match[0], start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function withPlace(text: string, rule: string, start: number, codeEnd: number): IncotermMention {
  let rest = text.slice(codeEnd);
  let skipped = 0;
  const edition = EDITION.exec(rest);
  if (edition && edition.index === 0) {
    skipped = edition[0].length;
    rest = rest.slice(skipped);
  }
  const place = PLACE.exec(rest)?.[1]
    ?.replace(/[\s,]+incoterms?\b.*$/iu, '')
    .replace(/(?:[\s,]+(?:am|an der|de|del|di|do|da|en|la|le|sur|upon|aan|den|op|of|the))+$/u, '');
  if (!place || NO_PLACE.test(place)) return { rule, value: rule, start, end: codeEnd };
  const at = codeEnd + skipped + rest.indexOf(place);
  const end = at + place.length;
  return { rule, value: `${rule} ${place}`.replace(/[\s,.]+$/u, ''), start, end };
}
