// Who it is: name, title, contact details, place and profiles, from the head of the paper and from sections about the person.

import type { Candidate } from '../../../document/value.ts';
import { countryByName, foldPlace, regionByCode, regionByName } from '../../../recognize/countries.ts';
import { findEmails } from '../../../recognize/emails.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import { personNameScore } from '../../../recognize/person-names.ts';
import { findPhones } from '../../../recognize/phones.ts';
import { findUrls } from '../../../recognize/urls.ts';
import { provinces } from '../words/cities.ts';
import { placeScore } from '../words/place-score.ts';
import type { EntityMarks } from './entity-marks.ts';
import { found, tidy } from './found.ts';
import { positionScore, schoolScore } from './judge-text.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';
import { networkOf } from './profile-networks.ts';
import type { Row } from './row.ts';
import { isPaperTitle, sectionTitleOf } from './section-title.ts';

const HEAD_ROWS = 14;
const PART = /\s*[|‖•·⋅◦▪●♦]\s*|\s+[-–—]{1,2}\s+|\s{2,}|;\s+/gu;
const LABEL =
  /^(?:e-?mail(?: id| address)?|mail|phone(?: no| number)?|mobile(?: no| number)?|mob|tel(?:ephone|efon)?|cell|contact(?: no| number)?|address|anschrift|adresse|name|full name|vor- und nachname|nom|nombre|nome|naam|imię i nazwisko|linkedin|github|website|web|portfolio|homepage|location|city|telefon|handy|mobil|téléphone|teléfono|telefono|telefone|telefoon|dirección|indirizzo|endereço|adres|wohnort|candidate name)\s*[:.–-]\s*/iu;
const NAME_LABEL =
  /^(?:name|full name|vor- und nachname|nom|nombre|nome|naam|imię i nazwisko|candidate name|resume of|curriculum vitae of|cv of)\s*[:–-]?\s+/iu;

interface Part {
  piece: Piece;
  row: Row;
  /** Place among the rows. */
  index: number;
}

/** `head`: rows before the first title; `about`: rows of sections on contact and person. */
export function readBasics(head: readonly Row[], about: readonly Row[], marks: EntityMarks): Candidate[] {
  const top = head.slice(0, HEAD_ROWS);
  const parts = partsOf(top);
  const others = partsOf([...head.slice(HEAD_ROWS), ...about]);
  const name = pickName(parts, others, marks);
  return [
    ...(name
      ? [found('basics.name', name.piece, 'name', { value: properName(name.piece.text), sure: name.sure })]
      : []),
    ...readLabel(parts, name),
    ...readContacts([...parts, ...others]),
    ...readPlace([...parts, ...others]),
    ...readProfiles([...top, ...about, ...head.slice(HEAD_ROWS)]),
  ];
}

function partsOf(rows: readonly Row[]): Part[] {
  return rows.flatMap((row, index) =>
    row.cells.flatMap((cell) => {
      const parts: Part[] = [];
      let at = 0;
      const add = (from: number, to: number): void => {
        const piece = subPiece(cell, from, to);
        if (piece.text !== '') parts.push({ piece, row, index });
      };
      for (const match of cell.text.matchAll(PART)) {
        add(at, match.index);
        at = match.index + match[0].length;
      }
      add(at, cell.text.length);
      return parts;
    }),
  );
}

interface Named {
  piece: Piece;
  sure: number;
  index: number;
}

/** By form, size and how far up it stands; an e-mail address that is made of the name settles it. */
function pickName(parts: readonly Part[], others: readonly Part[], marks: EntityMarks): Named | undefined {
  const tallest = Math.max(0, ...parts.map(({ row }) => row.height));
  const usual = parts.map(({ row }) => row.height).toSorted((a, b) => a - b)[parts.length >> 1] ?? tallest;
  const locals = [...parts, ...others].flatMap(({ piece }) =>
    findEmails(piece.text).map(({ value }) => value.split('@')[0]!.toLowerCase()),
  );
  let best: Named | undefined;
  let top = 0;
  for (const [order, { piece, row, index }] of [
    ...parts,
    ...others.filter(({ piece }) => NAME_LABEL.test(piece.text)),
  ].entries()) {
    const bare = bareName(piece);
    if (!bare || isPaperTitle(bare.text) || sectionTitleOf(bare.text)) continue;
    const labelled = NAME_LABEL.test(piece.text);
    const form = nameForm(bare.text);
    if (form === 0 && !labelled && (marks.sharesOf(bare).NAME ?? 0) < 0.9) continue;
    const large = row.height > 1.25 * usual && row.height > 0.9 * tallest ? 0.4 : 0;
    const words = foldPlace(bare.text)
      .split(' ')
      .filter((word) => word.length > 2);
    const mailed = locals.some((local) => words.some((word) => local.includes(word))) ? 0.25 : 0;
    const marked = (marks.sharesOf(bare).NAME ?? 0) > 0.6 ? 0.4 : 0;
    const title = positionScore(bare.text) > 0.5 ? 0.5 : 0;
    const place = placeScore(bare.text) > 0.7 ? 0.3 : 0;
    const score =
      form + large + mailed + marked + (labelled ? 0.6 : 0) + Math.max(0, 0.3 - 0.04 * order) - title - place;
    if (score > top) {
      top = score;
      best = { piece: bare, index, sure: Math.min(0.97, 0.35 + 0.6 * score) };
    }
  }
  return top > 0.35 ? best : undefined;
}

/** Some names are not of the form that most have: one word, or initials. */
function nameForm(text: string): number {
  const score = personNameScore(text.replace(/\s*\([^)]{1,20}\)/u, ''));
  if (score > 0) return score;
  if (
    /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|da|di|al|bin))+$/u.test(text) &&
    text.split(' ').length <= 5
  )
    return 0.3;
  return 0;
}

function bareName(piece: Piece): Piece | undefined {
  let from = /^["'“”‘’«»\s]*/u.exec(piece.text)![0].length;
  const label = NAME_LABEL.exec(piece.text.slice(from));
  if (label) from += label[0].length;
  const rest = piece.text.slice(from);
  // Degrees and contact details behind a comma are not the name.
  const end =
    /,\s*(?:ph\.?d|m\.?d|m\.?b\.?a|msc|bsc|pmp|cpa|cfa|dr|esq|rn|pe|jr|sr|m\.?s|b\.?e|mca|dipl)/iu.exec(rest)?.index ??
    rest.length;
  const bare = subPiece(piece, from, from + end);
  return bare.text.length >= 3 && bare.text.length <= 60 ? bare : undefined;
}

/** "JOHN DOE" is how it is set, not how it is written. */
export function properName(text: string): string {
  const plain = tidy(text).replace(/["“”]/gu, '');
  if (plain !== plain.toUpperCase() || !/\p{Lu}{3}/u.test(plain)) return plain;
  return plain.toLowerCase().replace(/(?<![\p{L}'’])\p{L}|(?<=\b(?:o|d)['’])\p{L}/gu, (letter) => letter.toUpperCase());
}

const PROSE_FROM = 12;

function readLabel(parts: readonly Part[], name: Named | undefined): Candidate[] {
  const near = parts.filter(
    ({ piece, index }) => (!name || (index >= name.index && index <= name.index + 4)) && piece !== name?.piece,
  );
  const label = near.find(
    ({ piece: { text } }) =>
      positionScore(text) >= 0.5 &&
      text.split(' ').length < PROSE_FROM &&
      !/[@:]|[.!?]$/.test(text) &&
      findPhones(text).length === 0,
  );
  return label ? [found('basics.label', label.piece, 'label', { sure: 0.75 })] : [];
}

function readContacts(parts: readonly Part[]): Candidate[] {
  const candidates: Candidate[] = [];
  let phones = 0;
  let emails = 0;
  for (const { piece } of parts) {
    for (const { start, end, value } of findEmails(piece.text)) {
      const sure = emails++ === 0 ? 0.97 : 0.4;
      candidates.push(found('basics.email', subPiece(piece, start, end), 'contact', { value, sure }));
    }
    // A national number without a label: alone in its part of a row of contact details, it can be nothing else.
    const called = findPhones(piece.text);
    if (called.length === 0 && phones === 0 && isNationalNumber(piece.text)) {
      candidates.push(found('basics.phone', piece, 'contact', { sure: 0.8 }));
      phones++;
    }
    for (const { start, end, value, fax } of called) {
      if (fax || findPeriods(piece.text.slice(start, end)).length > 0) continue;
      const sure = phones++ === 0 ? 0.93 : 0.4;
      candidates.push(found('basics.phone', subPiece(piece, start, end), 'contact', { value, sure }));
    }
  }
  return candidates;
}

const isNationalNumber = (text: string): boolean =>
  /^\(?0\d{1,4}\)?[ ./-]?\d[\d ./-]{4,14}\d$/.test(text) &&
  text.replace(/\D/g, '').length >= 9 &&
  findPeriods(text).every(({ certainty }) => certainty <= 0.5);

const STREET =
  /^(?:\d{1,5}[A-Za-z]?[ ,]+\p{Lu}[\p{L}.]+ .*|.*(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|plein)\s+\d+\s?[a-z]?|(?:rue|avenue|av\.|boulevard|via|viale|corso|piazza|calle|c\/|avda\.?|paseo|rua|travessa|ul\.|al\.)\s.+|\d{1,4}(?:bis)?,? (?:rue|avenue|boulevard|place|allée) .+|p\.?o\.? box .+)$/iu;
const POSTAL =
  /(?<![\p{L}\d-])(?:[A-Z]{1,2}-)?(\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} [A-Z]{2})(?![\p{L}\d])/u;
const RELOCATE = /relocat|willing|umzug|mobilité|nationalit|birth|geburt/iu;

function readPlace(parts: readonly Part[]): Candidate[] {
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
    const score = placeScore(place.piece.text) + (place.street ? 0.3 : 0) - 0.01 * i;
    if (best && best.score >= score) continue;
    best = { piece: place.piece, score };
    streets.length = 0;
    const before = parts[i - 1] && withoutLabel(parts[i - 1]!.piece);
    if (place.street) streets.push(place.street);
    else if (before && STREET.test(before.text)) streets.push(before);
  }
  if (!best || best.score < 0.55) return [];
  const street = streets[0];
  return [
    ...(street ? [found('basics.location.address', street, 'place', { sure: 0.75 })] : []),
    ...placeFields(best.piece),
  ];
}

function withoutLabel(piece: Piece): Piece {
  return subPiece(piece, LABEL.exec(piece.text)?.[0].length ?? 0);
}

/** The longest end of an address that reads as a place, and the street before it. */
function placeWithin(piece: Piece): { piece: Piece; street?: Piece } | undefined {
  if (placeScore(bareOfPostal(piece.text)) >= 0.6) return { piece };
  const commas = [...piece.text.matchAll(/,\s*/gu)].slice(0, 6);
  for (const comma of commas) {
    const rest = subPiece(piece, comma.index + comma[0].length);
    if (placeScore(bareOfPostal(rest.text)) < 0.6) continue;
    const street = subPiece(piece, 0, comma.index);
    return STREET.test(street.text) || /\d/.test(street.text) ? { piece: rest, street } : { piece: rest };
  }
  return undefined;
}

const bareOfPostal = (text: string): string =>
  text
    .replace(POSTAL, '')
    .replace(/\s*,\s*,\s*/g, ', ')
    .replace(/^[\s,]+|[\s,]+$/g, '');

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
    } else if (country)
      candidates.push(found('basics.location.countryCode', bare, 'place', { value: country, sure: 0.9 }));
  }
  return candidates;
}

function readProfiles(rows: readonly Row[]): Candidate[] {
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  let count = 0;
  let own = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      const mails = findEmails(cell.text);
      for (const { start, end, value, host } of findUrls(cell.text)) {
        if (mails.some((mail) => start < mail.end && mail.start < end) || seen.has(value)) continue;
        seen.add(value);
        const piece = subPiece(cell, start, end);
        const profile = networkOf(value, host);
        if (!profile) {
          candidates.push(found('basics.url', piece, 'contact', { value, sure: own++ === 0 ? 0.85 : 0.3 }));
          continue;
        }
        const path = `basics.profiles[${count++}]`;
        candidates.push(found(`${path}.network`, piece, 'profile', { value: profile.network }));
        candidates.push(found(`${path}.url`, piece, 'profile', { value }));
        if (profile.username) candidates.push(found(`${path}.username`, piece, 'profile', { value: profile.username }));
      }
    }
    for (const piece of userNames(row)) {
      // Behind an icon that is a drawing: the name is printed, the network is not.
      candidates.push(found(`basics.profiles[${count++}].username`, piece, 'profile', { sure: 0.6 }));
    }
  }
  return candidates;
}

/** Lone names in a row of contact details. */
function userNames(row: Row): Piece[] {
  const parts = partsOf([row]).map(({ piece }) => piece);
  const contacts = parts.filter(
    ({ text }) => findEmails(text).length + findPhones(text).length + findUrls(text).length > 0,
  );
  if (parts.length < 3 || contacts.length === 0) return [];
  return parts.filter(
    ({ text }) =>
      /^@?[a-z][a-z\d_.-]{2,30}$/u.test(text) && findUrls(text).length === 0 && findEmails(text).length === 0,
  );
}

/** Prose of the head: a summary without a title. */
export function headProse(head: readonly Row[]): Piece | undefined {
  const rows = head.filter(
    ({ text }) => text.split(/\s+/).length >= PROSE_FROM && findEmails(text).length === 0 && /\p{Ll}{3}/u.test(text),
  );
  return rows.length > 0 ? joinPieces(rows.flatMap(({ cells }) => cells)) : undefined;
}
