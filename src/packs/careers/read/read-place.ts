// Where somebody lives, from the parts of the head of the paper and of sections about the person.

import type { Candidate } from '../../../document/value.ts';
import { countryByName, foldPlace, regionByCode, regionByName } from '../../../recognize/countries.ts';
import { findEmails } from '../../../recognize/emails.ts';
import { findPhones } from '../../../recognize/phones.ts';
import { findUrls } from '../../../recognize/urls.ts';
import { provinces } from '../words/cities.ts';
import { placeScore } from '../words/place-score.ts';
import { found } from './found.ts';
import { positionScore, schoolScore } from './judge-text.ts';
import { type Piece, subPiece } from './piece.ts';
import type { Row } from './row.ts';
import { isPaperTitle } from './section-title.ts';

/** What stands between separators of a row. */
export interface Part {
  piece: Piece;
  row: Row;
  /** Place among the rows. */
  index: number;
}

const LABEL =
  /^(?:e-?mail(?: id| address)?|mail|phone(?: no| number)?|mobile(?: no| number)?|mob|tel(?:ephone|efon)?|cell|contact(?: no| number)?|address|anschrift|adresse|name|full name|vor- und nachname|nom|nombre|nome|naam|imię i nazwisko|linkedin|github|website|web|portfolio|homepage|location|city|telefon|handy|mobil|téléphone|teléfono|telefono|telefone|telefoon|dirección|indirizzo|endereço|adres|wohnort|candidate name)\s*[:.–-]\s*/iu;
const STREET =
  /^(?:\d{1,5}[A-Za-z]?[ ,]+\p{Lu}[\p{L}.]+ .*|.*(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|plein)\s+\d+\s?[a-z]?|(?:rue|avenue|av\.|boulevard|via|viale|corso|piazza|calle|c\/|avda\.?|paseo|rua|travessa|ul\.|al\.)\s.+|\d{1,4}(?:bis)?,? (?:rue|avenue|boulevard|place|allée) .+|p\.?o\.? box .+)$/iu;
const POSTAL =
  /(?<![\p{L}\d-])(?:[A-Z]{1,2}-)?(\d{4} [A-Z]{2}(?![\p{L}\d])|\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4})(?![\p{L}\d])/u;
const RELOCATE = /relocat|willing|umzug|mobilité|nationalit|birth|geburt/iu;

/** Street, postal code, town, region and country. */
export function readPlace(parts: readonly Part[], about: readonly Row[]): Candidate[] {
  let best: { piece: Piece; score: number } | undefined;
  const streets: Piece[] = [];
  for (const [i, { piece }] of parts.entries()) {
    const bare = withoutLabel(piece);
    if (
      RELOCATE.test(piece.text) ||
      bare.text.length > 120 ||
      /@|https?:/.test(bare.text) ||
      schoolScore(bare.text) > 0.9
    )
      continue;
    const place = placeWithin(bare);
    if (!place) continue;
    const score = townScore(place.piece.text) + (place.street ? 0.3 : 0) - 0.01 * i;
    if (best && best.score >= score) continue;
    best = { piece: place.piece, score };
    streets.length = 0;
    const before = parts[i - 1] && withoutLabel(parts[i - 1]!.piece);
    if (place.street) streets.push(place.street);
    else if (before && STREET.test(before.text)) streets.push(before);
  }
  if (!best || best.score < 0.55) return placeAmongContacts(parts, about);
  const street = streets[0];
  return [
    ...(street ? [found('basics.location.address', street, 'place', { sure: 0.75 })] : []),
    ...placeFields(best.piece),
  ];
}

/** A town that no list knows, between the ways to reach somebody. */
function placeAmongContacts(parts: readonly Part[], about: readonly Row[]): Candidate[] {
  const isContact = ({ piece: { text } }: Part): boolean =>
    findEmails(text).length + findPhones(text).length + findUrls(text).length > 0;
  const near = (part: Part): boolean =>
    parts.some((other) => other !== part && Math.abs(other.index - part.index) <= 1 && isContact(other));
  const town = parts.find(
    (part) =>
      !isContact(part) &&
      near(part) &&
      TOWN.test(part.piece.text) &&
      positionScore(part.piece.text) < 0.5 &&
      !isPaperTitle(part.piece.text) &&
      (about.includes(part.row) || parts.filter(({ index }) => index === part.index).length > 1),
  );
  return town ? [found('basics.location.city', town.piece, 'place', { sure: 0.55 })] : [];
}

const TOWN =
  /^(?:A |La |El |Le )?\p{Lu}\p{Ll}[\p{L}'’-]{1,24}(?: (?:\p{Lu}[\p{L}'’-]{2,24}|am|an der|sur|de|del|aan den)){0,2}$/u;

function withoutLabel(piece: Piece): Piece {
  return subPiece(piece, LABEL.exec(piece.text)?.[0].length ?? 0);
}

/** The longest end of an address that reads as a place, and the street before it. */
function placeWithin(piece: Piece): { piece: Piece; street?: Piece } | undefined {
  const commas = [...piece.text.matchAll(/,\s*/gu)].slice(0, 6);
  const [first] = commas;
  // "4599 Depot Street, Phoenix, AZ 85004": a number before a street is no postal code.
  const opensWithStreet =
    first && STREET.test(piece.text.slice(0, first.index)) && POSTAL.test(piece.text.slice(first.index));
  if (!opensWithStreet && townScore(piece.text) >= 0.6) return { piece };
  for (const comma of commas) {
    const rest = subPiece(piece, comma.index + comma[0].length);
    if (townScore(rest.text) < 0.6) continue;
    const street = subPiece(piece, 0, comma.index);
    return STREET.test(street.text) || /\d/.test(street.text) ? { piece: rest, street } : { piece: rest };
  }
  return undefined;
}

/** With its postal code, and without it. */
function townScore(text: string): number {
  const bare = bareOfPostal(text);
  const coded = bare !== text && TOWN.test(bare) ? 0.65 : 0;
  return Math.max(placeScore(text), placeScore(bare), coded);
}

const bareOfPostal = (text: string): string =>
  text
    .replace(POSTAL, '')
    .replace(/\s*,\s*,\s*/g, ', ')
    .replace(/^[\s,]+|[\s,]+$/g, '');

/** "PD", "N.L.", "Qro.": a province that only its own country knows. */
const SHORT_REGION = /^(?:[A-Z]{2,3}|(?:\p{Lu}\.){2,3}|\p{Lu}\p{Ll}{1,3}\.)$/u;

function placeFields(piece: Piece): Candidate[] {
  const candidates: Candidate[] = [];
  const postal = POSTAL.exec(piece.text);
  if (postal) {
    const at = postal.index + postal[0].indexOf(postal[1]!);
    candidates.push(found('basics.location.postalCode', subPiece(piece, at, at + postal[1]!.length), 'place'));
  }
  let named = false;
  for (const part of piece.text.matchAll(/[^,]+/gu)) {
    const whole = subPiece(piece, part.index, part.index + part[0].length);
    const own = POSTAL.exec(whole.text);
    const text = whole.text.replace(POSTAL, '').trim();
    if (text === '') continue;
    const at = own && own.index < 2 ? whole.text.indexOf(text) : 0;
    const bare = subPiece(whole, at, at + text.length);
    const region =
      regionByName(text) ?? regionByCode(text, 'US') ?? regionByCode(text, 'CA') ?? regionByCode(text, 'IN');
    const country = countryByName(text);
    const province = provinces.some((name) => foldPlace(name) === foldPlace(text));
    if (!named && !(country && text.length > 2 && piece.text.indexOf(',') < 0)) {
      candidates.push(found('basics.location.city', bare, 'place', { sure: 0.88 }));
      named = true;
    } else if ((region && (!country || region.country === 'US' || region.country === 'CA')) || province) {
      candidates.push(found('basics.location.region', bare, 'place', { sure: 0.85 }));
    } else if (named && !country && SHORT_REGION.test(text)) {
      candidates.push(found('basics.location.region', bare, 'place', { sure: 0.7 }));
    } else if (country)
      candidates.push(found('basics.location.countryCode', bare, 'place', { value: country, sure: 0.9 }));
  }
  return candidates;
}
