// Who it is: name, title, contact details, place and profiles, from the head of the paper and from sections about the person.

import type { Candidate } from '../../../document/value.ts';
import { foldPlace } from '../../../recognize/countries.ts';
import { findEmails } from '../../../recognize/emails.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import { personNameScore } from '../../../recognize/person-names.ts';
import { findPhones } from '../../../recognize/phones.ts';
import { findUrls } from '../../../recognize/urls.ts';
import { placeScore } from '../words/place-score.ts';
import type { EntityMarks } from './entity-marks.ts';

import { found } from './found.ts';
import { positionScore } from './judge-text.ts';
import { isNationalNumber } from './national-number.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';
import { networkOf } from './profile-networks.ts';
import { properName } from './proper-name.ts';
import { type Part, readPlace } from './read-place.ts';
import { hadNoRoom, type Row } from './row.ts';

import { isPaperTitle, sectionTitleOf } from './section-title.ts';

const HEAD_ROWS = 14;
const PART = /\s*[|‖•·⋅◦▪●♦]\s*|\s+[-–—]{1,2}\s+|\s{2,}|;\s+/gu;
const NAME_LABEL =
  /^(?:name|full name|vor- und nachname|nom|nombre|nome|naam|imię i nazwisko|candidate name|resume of|curriculum vitae of|cv of)\s*[:–-]?\s+/iu;

/** `head`: rows before the first title; `about`: rows of sections on contact and person. */
export function readBasics(head: readonly Row[], about: readonly Row[], marks: EntityMarks): Candidate[] {
  const top = head.slice(0, HEAD_ROWS);
  const parts = partsOf(top);
  const others = partsOf(joinAddresses([...head.slice(HEAD_ROWS), ...about]));
  const name = pickName(parts, others, marks);
  return [
    ...(name
      ? [found('basics.name', name.piece, 'name', { value: properName(name.piece.text), sure: name.sure })]
      : []),
    ...readLabel(parts, name),
    ...readContacts([...parts, ...others]),
    ...readPlace(
      [...parts, ...others].filter(({ piece }) => piece !== name?.part),
      about,
    ),
    ...readProfiles([...top, ...about, ...head.slice(HEAD_ROWS)]),
  ];
}

/** An address that goes on in the next row of a narrow column. */
function joinAddresses(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  const right = Math.max(...rows.map(({ box }) => box[2]));
  for (const [i, row] of rows.entries()) {
    const before = joined.at(-1);
    const open =
      before && (/\p{L}.*,$/u.test(before.text) || (/,.*\d/.test(before.text) && hadNoRoom(rows[i - 1]!, row, right)));
    const goesOn = open && before.flow === row.flow && row.gap < 0.9 && !/[@:]/.test(row.text);
    if (!goesOn || before.cells.length > 1 || row.cells.length > 1) joined.push(row);
    else
      joined[joined.length - 1] = {
        ...before,
        text: `${before.text} ${row.text}`,
        cells: [joinPieces([...before.cells, ...row.cells])],
      };
  }
  return joined;
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
  /** That it was found in. */
  part: Piece;
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
    const large = row.height > 1.25 * usual && row.height > 0.9 * tallest ? 0.4 : 0;
    // The largest print on top of the paper is the name, whatever its form.
    const towers = large > 0 && index === 0 && row.height > 1.5 * usual && LETTERS_ALONE.test(bare.text);
    const form = nameForm(bare.text) || (towers ? 0.2 : 0);
    if (form === 0 && !labelled && (marks.sharesOf(bare).NAME ?? 0) < 0.9) continue;
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
      best = { piece: bare, part: piece, index, sure: Math.min(0.97, 0.35 + 0.6 * score) };
    }
  }
  return top > 0.35 ? best : undefined;
}

const LETTERS_ALONE = /^\p{L}[\p{L}\p{M} .'’-]{1,58}$/u;

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
  if (label) return [found('basics.label', label.piece, 'label', { sure: 0.75 })];
  const below = name && rowBelow(near, name);
  return below ? [found('basics.label', below.piece, 'label', { sure: 0.6 })] : [];
}

/** Between the name and the contact details, a row for itself in larger print: a title in words that nobody knows. */
function rowBelow(near: readonly Part[], { index }: Named): Part | undefined {
  const [own, ...rest] = near.filter((part) => part.index === index + 1);
  const after = near.filter((part) => part.index > index + 1);
  if (!own || rest.length > 0 || after.length === 0) return undefined;
  const { text } = own.piece;
  const usual = after.map(({ row }) => row.height).toSorted((a, b) => a - b)[after.length >> 1]!;
  const isTitle =
    own.row.height > 1.05 * usual &&
    !/[@:\d]|[.!?]$/.test(text) &&
    text.split(' ').length <= 8 &&
    placeScore(text) < 0.5 &&
    !isPaperTitle(text) &&
    !sectionTitleOf(text);
  return isTitle ? own : undefined;
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
