// Postal addresses: how much a line looks like part of one, a block of lines read into its parts, and addresses on one line.

import { isBritishCounty, streetSigns } from './addresses-streets.ts';
import { isContactLine } from './contact.ts';
import { countryByName, findCountries, regionByName } from './countries.ts';
import { splitLegalForm } from './legal-forms.ts';
import type { Mention } from './mention.ts';
import { findPostalCity, type PostalCity } from './postal-codes.ts';
import { remember, rememberWithHint } from './remember.ts';

export interface AddressParts {
  street?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  /** Alpha-2, only when the address states it (name or prefix "D-"). */
  country?: string;
  /** Alpha-2 that the form of the postal code implies. */
  impliedCountry?: string;
}

export interface AddressBlock extends AddressParts {
  name?: string;
  attention?: string;
  /** The address lines joined by ", ", without name and attention. */
  text: string;
  /** Indexes into the lines given. */
  nameLines: number[];
  addressLines: number[];
}

export interface AddressValue extends AddressParts {
  name?: string;
  text: string;
}

export type AddressMention = Mention<'address', AddressValue>;

export interface AddressHints {
  /** Alpha-2 of where the document seems to come from. */
  country?: string;
}

/** "Bill to:", "Rechnungsadresse" … in front of or above an address. */
const BLOCK_LABEL =
  /^\W{0,2}(?:(?:bill(?:ed|ing)?|ship(?:ped|ping)?|sold|deliver(?:ed|y)?|invoice[d]?|remit|mail|send|charge)[ -]?(?:to|from|address(?:ee)?)|(?:registered|head|main|mailing|postal|business|company|customer|client|vendor|supplier|billing|shipping|delivery|our)? ?(?:office )?address(?:ee)?|(?:registered|head|corporate|main|regd\.?) office|customer|client|buyer|seller|vendor|supplier|consignee|consignor|sender|recipient|from|to|ship|site|payee|(?:rechnungs|liefer|kunden|post|firmen)?(?:adresse|anschrift)|rechnungsempf[äa]nger|kunde|lieferant|verk[äa]ufer|k[äa]ufer|empf[äa]nger|absender|adresse(?: de (?:facturation|livraison))?|factur[ée]r? [àa]|livr[ée]r? [àa]|client|fournisseur|destinataire|exp[ée]diteur|vendeur|acheteur|si[èe]ge(?: social)?|direcci[óo]n|domicilio(?: social)?|cliente|proveedor|vendedor|comprador|facturar a|enviar a|destinatario|destinat[áa]rio|indirizzo|fornitore|spett\.?(?:le|li)?|sede(?: legale)?|intestatario|endere[çc]o|morada|fornecedor|adres|(?:factuur|aflever|bezoek|post)adres|klant|leverancier|koper|verkoper|nabywca|sprzedawca|odbiorca|kupujący|alamat)\s*(?:[:：]\s*|\s-\s|$)/iu;
const ATTENTION =
  /^\W{0,2}(?:att(?:n|ention|ent?ie)?\.?(?: of)?|f\.?a\.?o\.?|for the attention of|c\/o|care of|z\.? ?h(?:d|d\.|änden|ä?nden)\.?(?: von)?|zu h[äa]nden(?: von)?|(?:[àa] l[’']attention de)|t\.?a\.?v\.?|ter attentie van|a\/a|a la atenci[óo]n de|alla c(?:ortese|\.)? ?(?:attenzione|a\.?)(?: di| del)?|c\.a\.|ao cuidado de|a\/c|do rąk|contact(?: person)?|ansprechpartner|kind attn\.?)(?:\s*[:.]\s*|\s+)(?=\p{L})/iu;
const ID_LINE =
  /(?<!\p{L})(?:contribuinte|nipc|nif|cif|nie|rfc|cnpj|cpf|c\.?f|cod(?:ice)?\.? ?fisc(?:ale)?|p\.? ?iva|partita iva|steuernummer|steuer-?nr|ust-?id(?:nr)?|kundennummer|kundennr|inscri[çc][ãa]o|siret|siren|r\.?e\.?a)[ .:°º-]{1,4}\p{L}{0,4} ?\d|(?<!\p{L})(?:vat|gst(?:in)?|tax|ust|uid|btw|tva|iva|nip|cif|nif|siret|siren|rcs|kvk|hrb|hra|abn|acn|pan|cin|iban|bic|swift|reg(?:istration|n)?\.?|company|co\.?|licen[cs]e|permit|customer|kunden|account|steuer)(?: |-)?(?:no|nr|number|nummer|id|reg|num|n°|in|:|#)/iu;
const MONEY = /[€$£₹]|(?<!\p{L})(?:EUR|USD|GBP|CHF|INR|PLN|MYR|RM)(?!\p{L}) ?\d|\d[.,]\d\d(?!\d)|\d ?%/u;
const DATE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d|(?<!\d)\d{1,2}:\d\d(?!\d)/;
const MAX_LINE = 300;

/** 0–1: does this line look like part of a postal address (street, box, unit, postal code and city, country)? */
export function addressLineScore(text: string, hints: AddressHints = {}): number {
  return scoreLine(text, hints.country);
}

const scoreLine = rememberWithHint((text: string, country?: string): number => {
  const line = text.trim();
  if (line.length < 2 || line.length > MAX_LINE) return 0;
  const body = line.replace(BLOCK_LABEL, '');
  // Prices and sentences are no addresses; leaving early here spares most lines of a document the rest.
  if (body === '' || MONEY.test(body) || isSentence(body)) return 0;
  const signs = streetSigns(body);
  const postal = findPostalCity(body, country);
  let score = Math.max(signs.street, signs.unit, postal?.score ?? 0, namedPlaceScore(body));
  if (postal && signs.street >= 0.4) {
    // The number of a postal code must not count a second time as a house number.
    const before = streetSigns(body.slice(0, postal.start)).street;
    score = before >= 0.4 ? 1 - (1 - before) * (1 - postal.score) : postal.score;
  }
  if (score === 0) return 0;
  if (DATE.test(body)) score -= 0.4;
  if (ID_LINE.test(body) || isContactLine(body)) score -= postal && signs.street >= 0.6 ? 0.2 : 0.5;
  return Math.max(0, Math.min(1, score));
});

/** A line that is only a country or a region. */
const namedPlaceScore = remember((body: string): number => {
  if (body.length > 50) return 0;
  const bare = body.replace(/[.,;]+$/, '');
  if (bare.length > 2 && countryByName(bare)) return 0.6;
  if (regionByName(bare)) return 0.5;
  const parts = bare.split(/\s*,\s*/);
  const last = parts.at(-1)!;
  if (parts.length < 2 || last.length < 4 || !(countryByName(last) || regionByName(last))) return 0;
  if (parts.every((part) => countryByName(part) || regionByName(part))) return 0.6;
  // "Cheras, Selangor": a town before its state.
  return parts.every((part) => /^\p{Lu}[^\d:]*$/u.test(part)) ? 0.45 : 0;
});

function isSentence(body: string): boolean {
  if (body.length < 40) return false;
  const words = body.split(/\s+/);
  if (words.length < 8) return false;
  const small = words.filter((word) => /^\p{Ll}{3,}/u.test(word)).length;
  return small >= words.length * 0.5;
}

/**
 * Reads up to about ten stacked lines (name, attention, street, postal code and city, country) into their parts.
 * Labels ("Bill to:") and contact or tax lines among them are skipped. undefined when nothing in them is an address.
 */
export function readAddressBlock(lines: readonly string[], hints: AddressHints = {}): AddressBlock | undefined {
  const bodies = lines.map((line) => line.replace(BLOCK_LABEL, '').trim());
  const scores = bodies.map((body) => addressLineScore(body, hints));
  raisePairs(bodies, scores, hints);
  const kinds = bodies.map((body, i) => lineKind(body, scores[i]!));
  const anchor = kinds.findIndex(
    (kind, i) => kind === 'address' && scores[i]! >= 0.55 && namedPlaceScore(bodies[i]!) === 0,
  );
  if (anchor < 0) return undefined;
  const addressLines = spanAround(anchor, kinds, scores, bodies);
  const block: AddressBlock = { text: '', nameLines: [], addressLines };
  const first = addressLines[0]!;
  for (let i = 0; i < first; i++) if (kinds[i] === 'other' && bodies[i] !== '') block.nameLines.push(i);
  for (const [i, kind] of kinds.entries()) {
    if (kind === 'attention' && block.attention === undefined)
      block.attention = bodies[i]!.replace(ATTENTION, '').trim();
  }
  let texts = addressLines.map((i) => bodies[i]!);
  if (block.nameLines.length === 0) {
    const split = splitNameFromAddress(texts[0]!);
    if (split) {
      block.name = split.name;
      block.nameLines = [first];
      texts = [split.rest, ...texts.slice(1)];
    }
  } else block.name = nameFrom(block.nameLines.map((i) => bodies[i]!));
  block.text = joinLines(texts);
  return Object.assign(block, readParts(texts, hints));
}

/** A weak street over a weak postal code ("Steenweg op Aalst 38" / "2000 Antwerpen") prove each other. */
function raisePairs(bodies: readonly string[], scores: number[], hints: AddressHints): void {
  for (let i = 0; i + 1 < bodies.length; i++) {
    const [street, code] = [scores[i]!, scores[i + 1]!];
    if (street < 0.35 || code < 0.2 || code >= 0.55) continue;
    if (streetSigns(bodies[i]!).street < 0.4 || !findPostalCity(bodies[i + 1]!, hints.country)) continue;
    scores[i] = Math.max(street, 0.55);
    scores[i + 1] = Math.max(code, 0.55);
  }
}

type LineKind = 'address' | 'attention' | 'contact' | 'other';

function lineKind(body: string, score: number): LineKind {
  if (ATTENTION.test(body) && score < 0.6) return 'attention';
  if (score >= 0.35) return 'address';
  return isContactLine(body) || ID_LINE.test(body) ? 'contact' : 'other';
}

/** The run of address lines around the anchor, over single lines in between (a building, a district). */
function spanAround(
  anchor: number,
  kinds: readonly LineKind[],
  scores: readonly number[],
  bodies: readonly string[],
): number[] {
  const picked = [anchor];
  const hasCode = (i: number) => (findPostalCity(bodies[i]!)?.score ?? 0) >= 0.5;
  let complete = hasCode(anchor);
  for (let i = anchor + 1; i < kinds.length; i++) {
    if (kinds[i] === 'address' && (!complete || namedPlaceScore(bodies[i]!) > 0)) {
      picked.push(i);
      complete ||= hasCode(i);
    } else if (!complete && leadsToPostalCode(i, kinds, bodies)) picked.push(i);
    else if (kinds[i] === 'attention' || (kinds[i] === 'contact' && !complete)) continue;
    else break;
  }
  // "12 Tower House" above the street is taken in; a company name ("Acme Towers Ltd") scores too low to reach here.
  for (let i = anchor - 1; i > 0 && kinds[i] === 'address' && scores[i]! >= 0.4; i--) picked.unshift(i);
  return picked;
}

/** A district, town or county on its own line, with the postal code at most three lines below. */
function leadsToPostalCode(i: number, kinds: readonly LineKind[], bodies: readonly string[]): boolean {
  for (let next = i; next <= i + 3 && next < kinds.length; next++) {
    if (kinds[next] === 'address') return next > i && findPostalCity(bodies[next]!) !== undefined;
    const directlyAbove = next === i && kinds[i + 1] === 'address';
    const place = directlyAbove ? /^\p{Lu}[^:]{1,60}$/u : /^\p{Lu}[^\d:]{1,40}$/u;
    if (kinds[next] !== 'other' || !place.test(bodies[next]!)) return false;
  }
  return false;
}

function nameFrom(bodies: readonly string[]): string {
  const [first, second] = bodies;
  // A name broken before its legal form: "Muster Handels" / "GmbH & Co. KG".
  const goesOn =
    second !== undefined &&
    /^(?:&|und |and |GmbH|mbH|AG\b|KG\b|Ltd|Limited|Inc|LLC|S\.?[AL]\b|Sdn|Pvt|B\.?V|S\.?r\.?l|Co\b)/.test(second);
  return (goesOn ? `${first} ${second}` : first!).replace(/[,;]+$/, '').trim();
}

function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/^[\s,;·•|–—-]+|[\s,;·•|–—-]+$/g, ''))
    .filter((line) => line !== '')
    .join(', ');
}

/** Finds street, postal code, city, region and country in address lines. */
function readParts(lines: readonly string[], hints: AddressHints): AddressParts {
  const parts: AddressParts = {};
  let at = -1;
  let postal: PostalCity | undefined;
  for (const [i, line] of lines.entries()) {
    const found = findPostalCity(line, hints.country);
    if (found && found.score > (postal?.score ?? 0.3)) [at, postal] = [i, found];
  }
  if (!postal || postal.score < 0.5) {
    const joined = joinBrokenCode(lines);
    if (joined) return readParts(joined, hints);
  }
  const streets: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (postal && i === at) streets.push(line.slice(0, postal.start));
    else if (!postal || i < at) streets.push(line);
  }
  let city = postal?.city;
  if (postal && (city === undefined || isBritishCounty(city))) {
    if (city !== undefined) parts.region = city;
    city = takeCityBefore(streets, parts) ?? city;
  }
  const street = joinLines(streets.filter((line) => namedPlaceScore(line.trim()) === 0));
  if (street !== '') parts.street = street;
  if (postal) parts.postalCode = postal.postalCode;
  if (city) parts.city = tidyCity(city);
  if (postal?.region) parts.region = postal.region;
  const tail = postal ? [lines[at]!.slice(postal.end), ...lines.slice(at + 1)] : lines.slice(-1);
  for (const piece of tail.flatMap((line) => line.split(/[,;()]|\s[-–]\s/)))
    readTailPiece(piece.replace(/[.\s]+$/, '').trim(), parts, postal);
  if (postal?.country) parts.country ??= postal.country;
  if (postal?.impliedCountry) parts.impliedCountry = postal.impliedCountry;
  if (parts.country === undefined && postal === undefined) {
    const named = findCountries(lines.at(-1)!).at(-1);
    if (named && named.certainty >= 0.75) parts.country = named.value;
  }
  return parts;
}

/** A line that ends in the code, with its city on the next: "… Taman Sea, 47400" / "Petaling Jaya". */
function joinBrokenCode(lines: readonly string[]): string[] | undefined {
  const at = lines.findIndex(
    (line, i) =>
      i + 1 < lines.length && /(?<![\p{L}\p{N}-])\d{4,6},?\s*$/u.test(line) && /^\p{Lu}/u.test(lines[i + 1]!),
  );
  if (at < 0) return undefined;
  const joined = `${lines[at]!.replace(/,?\s*$/, '')} ${lines[at + 1]!}`;
  return findPostalCity(joined) ? [...lines.slice(0, at), joined, ...lines.slice(at + 2)] : undefined;
}

/** A British or Irish code may stand alone; the town is then the piece before it, over a county. */
function takeCityBefore(streets: string[], parts: AddressParts): string | undefined {
  for (let i = streets.length - 1; i >= 0; i--) {
    const pieces = piecesOf(streets[i]!);
    while (pieces.length > 0) {
      const last = pieces.at(-1)!;
      if (/\d/.test(last) || streetSigns(last).street >= 0.4 || last.length > 40) return undefined;
      pieces.pop();
      streets[i] = pieces.join(', ');
      if (!isBritishCounty(last)) return last;
      parts.region = last;
    }
  }
  return undefined;
}

function piecesOf(line: string): string[] {
  return line
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function readTailPiece(piece: string, parts: AddressParts, postal: PostalCity | undefined): void {
  if (piece.length < 2) return;
  const country = countryByName(piece);
  if (country && (piece.length > 2 || postal)) parts.country ??= country;
  else {
    const region = regionByName(piece, parts.country ?? postal?.impliedCountry) ?? regionByName(piece);
    if (region) parts.region ??= piece;
  }
}

function tidyCity(city: string): string {
  return city.replace(/[,.\s]+$/, '').replace(/\s+/g, ' ');
}

/** What parts a one-line address; the dash of "D - 12345" does not. */
const PARTED = /\s*[·•|∙●▪■◆]\s*|(?<!(?<!\p{L})\p{Lu}{1,3})\s+[–—-]\s+/u;
/** A house number cut off by a comma: "12, Jalan …", "No. 5A, …". */
const NUMBER_ONLY = /^(?:(?:no|nr|lot|unit|plot)\.? ?)?#?[A-Z]{0,2}-?\d{1,5}[A-Z]?(?:[-–/&]\d{1,5}[A-Z]?)?$/i;
const SEPARATOR = /\s*[·•|∙●▪■◆]\s*|\s+[–—-]\s+|\s*[,;]\s+|,(?=\p{L})|\s{3,}/gu;

interface Segment {
  start: number;
  end: number;
  text: string;
  /** The separator before it is a comma. */
  comma: boolean;
}

function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let comma = false;
  for (const match of text.matchAll(SEPARATOR)) {
    segments.push({ start, end: match.index, text: text.slice(start, match.index), comma });
    start = match.index + match[0].length;
    comma = match[0].includes(',');
  }
  segments.push({ start, end: text.length, text: text.slice(start), comma });
  return segments.filter((segment) => segment.text !== '');
}

/** "Acme GmbH · Musterstr. 1 · 12345 Berlin": what stands before the first address part is the name. */
function splitNameFromAddress(line: string): { name: string; rest: string } | undefined {
  const segments = segmentsOf(line);
  const first = segments.findIndex((segment) => isAddressPart(segment.text));
  if (first <= 0) return undefined;
  const name = line.slice(0, segments[first - 1]!.end).trim();
  return /\p{L}{2}/u.test(name) && !BLOCK_LABEL.test(name)
    ? { name, rest: line.slice(segments[first]!.start) }
    : undefined;
}

function isAddressPart(text: string): boolean {
  const signs = streetSigns(text);
  return (
    signs.street >= 0.4 || signs.unit >= 0.5 || NUMBER_ONLY.test(text) || (findPostalCity(text)?.score ?? 0) >= 0.5
  );
}

/**
 * Addresses that stand on one line: "Kade 128, 3012 CN Rotterdam", the sender line above a window
 * ("Acme GmbH · Musterstr. 1 · 12345 Berlin"). The span covers street to country; a name before it is in the value.
 */
export function findAddresses(text: string, hints: AddressHints = {}): AddressMention[] {
  if (text.length < 12 || text.length > 2 * MAX_LINE || !/\d/.test(text) || MONEY.test(text)) return [];
  const label = BLOCK_LABEL.exec(text)?.[0].length ?? 0;
  const postal = findPostalCity(text.slice(label), hints.country);
  if (!postal || postal.score < 0.5) return [];
  const postalStart = postal.start + label;
  const postalEnd = postal.end + label;
  const segments = segmentsOf(text.slice(label)).map((s) => ({ ...s, start: s.start + label, end: s.end + label }));
  const home = segments.findIndex((segment) => segment.end > postalStart);
  if (home < 0) return [];
  let first = home;
  let streetFound = streetSigns(text.slice(segments[home]!.start, postalStart)).street >= 0.4;
  for (let i = home - 1; i >= 0 && home - i <= 6; i--) {
    const signs = streetSigns(segments[i]!.text);
    // "Keller Building Supplies Co. - 4710 Cedar Bluff Drive": a firm's name may hold words of places.
    if (splitLegalForm(segments[i]!.text).form && signs.street < 0.8) break;
    if (signs.street >= 0.4) streetFound = true;
    else if (
      signs.unit < 0.4 &&
      !NUMBER_ONLY.test(segments[i]!.text) &&
      (!segments[i + 1]!.comma || streetFound || i === 0)
    )
      break;
    first = i;
  }
  if (!streetFound) return [];
  const end = endOfAddress(segments, postalEnd);
  const start = segments[first]!.start;
  const raw = text.slice(start, end);
  const value: AddressValue = { ...readParts([raw], hints), text: joinLines(raw.split(PARTED)) };
  const name = first > 0 ? text.slice(label, segments[first - 1]!.end).trim() : '';
  if (name.length >= 2 && name.length <= 100 && !isSentence(name) && !isContactLine(name)) value.name = name;
  return [{ kind: 'address', start, end, raw, value, certainty: Math.min(0.95, 0.3 + 0.65 * postal.score) }];
}

/** Takes in the region and country that follow the city. */
function endOfAddress(segments: readonly Segment[], postalEnd: number): number {
  let end = postalEnd;
  for (const segment of segments) {
    if (segment.start < end) continue;
    const piece = segment.text.replace(/[.\s]+$/, '');
    if (!countryByName(piece) && !regionByName(piece)) break;
    end = segment.start + piece.length;
  }
  return end;
}
