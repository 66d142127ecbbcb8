// Where the sections of a résumé begin: titles by their words, and by how the titles that were known by their words are set.

import { findPeriods } from '../../../recognize/periods.ts';
import type { SectionKind } from '../locales/section-titles.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';
import { hadNoRoom, isBullet, type Row } from './row.ts';
import { bareTitle, isPaperTitle, sectionTitleOf } from './section-title.ts';

export interface Section {
  /** `head` is what stands before the first title. */
  kind: SectionKind | 'head';
  /** Absent for the head. */
  title?: Piece;
  rows: Row[];
}

interface Look {
  /** Usual height of rows that are no titles. */
  body: number;
  /** What the titles that are known by their words have in common. */
  titles: {
    kind: SectionKind;
    height: number;
    bold: boolean;
    caps: boolean;
    ruled: boolean;
    x0: number;
    center: number;
  }[];
}

/** A title is so much higher than the text, or told by its words alone. */
const HIGHER = 1.12;

export function findSections(printed: readonly Row[]): Section[] {
  const rows = joinWrappedTitles(printed);
  const body = median(rows.map(({ height }) => height));
  const rights = new Map<number, number>();
  for (const { flow, box } of rows) rights.set(flow, Math.max(rights.get(flow) ?? 0, box[2]));
  const known = rows.map((row, i) =>
    goesOnFrom(rows[i - 1], row, rights) ? undefined : knownTitle(row, rows[i - 1], rows[i + 1], body),
  );
  const titled = rows.flatMap((row, i) => (known[i] ? [{ row, kind: known[i].kind }] : []));
  const sure = titled.map(({ row }) => row);
  const look: Look = {
    body,
    titles: titled.map(({ row, kind }) => ({
      kind,
      height: row.height,
      bold: row.bold > 0.6,
      caps: row.caps,
      ruled: row.ruled,
      x0: row.box[0],
      center: (row.box[0] + row.box[2]) / 2,
    })),
  };
  // Where titles are set apart, a word of the lexicon that is set like text is a label.
  const apart = look.titles.filter((title) => title.height > HIGHER * body).length > 0.6 * look.titles.length;
  // "Achievements:" below "WORK EXPERIENCE" is a label of an entry.
  const inCapitals = sure.length >= 3 && sure.filter(({ caps }) => caps).length >= 0.6 * sure.length;
  const sections: Section[] = [{ kind: 'head', rows: [] }];
  for (const [i, row] of rows.entries()) {
    const words = known[i];
    const isSet =
      words &&
      !(inCapitals && !row.caps && row.height <= 1.05 * body) &&
      (!apart || row.height > 1.05 * body || row.caps || row.bold > 0.6);
    const kind = isSet ? words.kind : i > 0 && isSetAsTitle(row, rows[i + 1], look) ? 'other' : undefined;
    const last = sections.at(-1)!;
    if (kind !== undefined && kind === last.kind && isGroupLabel(row, kind, look)) last.rows.push(row);
    else if (kind !== undefined) {
      sections.push({ kind, title: row.cells[0]!, rows: [] });
      const rest = row.cells.slice(1);
      if (rest.length > 0) sections.at(-1)!.rows.push({ ...row, cells: rest, text: textOf(rest) });
    } else if (inlineTitle(row, last)) openInline(row, sections);
    else if (gluedTitle(row) > 0) openAt(row, gluedTitle(row), sections);
    else if (
      last.rows.length > 0 &&
      last.rows.at(-1)!.flow !== row.flow &&
      last.kind !== 'head' &&
      last.rows.length > 0
    )
      sections.push({ kind: 'head', rows: [row] });
    else last.rows.push(row);
  }
  return sections.filter((section) => section.title || section.rows.length > 0);
}

/** "Tools" among skills, set lower than the titles of the paper are: what a group of them is called. */
function isGroupLabel(row: Row, kind: Section['kind'], { titles }: Look): boolean {
  const others = titles.filter((title) => title.kind !== kind);
  const share = (is: (title: Look['titles'][number]) => boolean): number =>
    others.filter(is).length / Math.max(1, others.length);
  if (share(({ height }) => height > 1.06 * row.height) > 0.6) return true;
  if (!row.caps && share(({ caps }) => caps) > 0.6) return true;
  return !row.ruled && share(({ ruled }) => ruled) > 0.6;
}

/** A title that goes on in the next row, alone or in the margin beside its section. */
function joinWrappedTitles(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const title = before && wrappedTitle(before, row);
    if (!title) {
      joined.push(row);
      continue;
    }
    const cells = [title, ...before.cells.slice(1)];
    joined[joined.length - 1] = { ...before, cells, text: textOf(cells), ruled: before.ruled || row.ruled };
    const rest = row.cells.slice(1);
    if (rest.length > 0) joined.push({ ...row, cells: rest, text: textOf(rest), bold: 0, bullet: isBullet(rest) });
  }
  return joined;
}

function wrappedTitle(row: Row, next: Row): Piece | undefined {
  const set = (one: Row): boolean => one.bold > 0.6 || one.caps;
  const alike =
    row.flow === next.flow &&
    row.page === next.page &&
    set(row) &&
    set(next) &&
    row.bold > 0.6 === next.bold > 0.6 &&
    Math.abs(row.height - next.height) < 0.12 * row.height;
  const left = Math.abs(row.box[0] - next.box[0]) < 3 || Math.abs(centerOf(row) - centerOf(next)) < 4;
  if (!alike || !left || next.gap > 0.6 || row.bullet || next.bullet) return undefined;
  const title = joinPieces([row.cells[0]!, next.cells[0]!]);
  return (sectionTitleOf(title.text)?.certainty ?? 0) >= 1 ? title : undefined;
}

const centerOf = ({ box }: Row): number => (box[0] + box[2]) / 2;

const textOf = (cells: readonly Piece[]): string => cells.map(({ text }) => text).join(' ');

/** "Google Ads Search / Certification": the end of a bold line that had no room is no title. */
const goesOnFrom = (before: Row | undefined, row: Row, rights: ReadonlyMap<number, number>): boolean =>
  before !== undefined &&
  before.page === row.page &&
  row.gap < 0.45 &&
  before.bold > 0.6 &&
  Math.abs(before.height - row.height) < 0.05 * row.height &&
  hadNoRoom(before, row, rights.get(row.flow)!);

function knownTitle(row: Row, before: Row | undefined, after: Row | undefined, body: number) {
  const text = row.cells[0]!.text;
  if (isPaperTitle(text) || !/^[^\p{L}]*\p{Lu}/u.test(text)) return undefined;
  const title = sectionTitleOf(text);
  if (!title) return undefined;
  const large = row.height > HIGHER * body;
  const marked = row.caps || row.bold > 0.6 || /:\s*$/.test(text);
  // In the margin beside its section: in capitals, bold or larger.
  if (row.cells.length > 1 && !large && !marked) return undefined;
  if (row.bullet && !marked && !large) return undefined;
  // An item of a list of like short lines is none.
  const lonely = !before || row.gap > 0.5 || large || marked || before.flow !== row.flow;
  if (!lonely && title.certainty < 1) return undefined;
  if (!after && !large && !marked) return undefined;
  return title;
}

/** A row that none of the words tell, set like those that are known. */
function isSetAsTitle(row: Row, after: Row | undefined, { body, titles }: Look): boolean {
  if (titles.length < 2 || row.cells.length !== 1 || row.bullet) return false;
  const ruled = row.ruled && titles.every((title) => title.ruled);
  if (row.height < HIGHER * body && !ruled) return false;
  if (!after || isPaperTitle(row.text)) return false;
  const text = bareTitle(row.text);
  if (text.split(' ').length > 6 || text.length < 3 || /[.!?@]$|@/.test(text) || findPeriods(text).length > 0)
    return false;
  const center = (row.box[0] + row.box[2]) / 2;
  return titles.some(
    (title) =>
      Math.abs(title.height - row.height) < 0.07 * title.height &&
      title.bold === row.bold > 0.6 &&
      (!title.caps || row.caps) &&
      (Math.abs(title.x0 - row.box[0]) < 3 || Math.abs(title.center - center) < 4),
  );
}

const INLINE = /^([\p{L}&/ '’-]{3,40}?)\s*(?::|[-–—]\s)\s*(?=\S)/u;

/** "SKILLS: Java, C++": a title and its section in one row. */
function inlineTitle(row: Row, within: Section): boolean {
  const match = INLINE.exec(row.cells[0]!.text);
  if (!match || row.bullet) return false;
  const title = sectionTitleOf(match[1]!);
  if (!title || title.certainty < 1 || title.kind === 'other' || title.kind === 'contact') return false;
  // In a list of skills "Languages:" and "Tools:" are groups of them.
  if (within.kind === 'skills' || within.kind === title.kind) return false;
  const caps = match[1] === match[1]!.toUpperCase();
  return caps || (row.gap > 0.5 && ['summary', 'education', 'skills'].includes(title.kind) && within.kind !== 'work');
}

function openInline(row: Row, sections: Section[]): void {
  const end = INLINE.exec(row.cells[0]!.text)![0].length;
  openAt(row, end, sections);
}

/** The first `end` characters of the row are a title. */
function openAt(row: Row, end: number, sections: Section[]): void {
  const first = row.cells[0]!;
  const title = subPiece(first, 0, end);
  const { kind } = sectionTitleOf(title.text.replace(/\s*[:–—-]\s*$/u, ''))!;
  const cells = [subPiece(first, end, first.text.length), ...row.cells.slice(1)];
  sections.push({ kind, title, rows: [{ ...row, cells, text: textOf(cells), bullet: false }] });
}

const GLUED_WORDS = 3;

/** "EDUCATION Ph.D. in …" in a text that lost its line breaks: how long the title at its begin is, 0 for none. */
function gluedTitle({ loose, cells }: Row): number {
  const { text } = cells[0]!;
  const words = loose ? [...text.matchAll(/\S+/g)].slice(0, GLUED_WORDS + 1) : [];
  for (let count = Math.min(GLUED_WORDS, words.length - 1); count > 0; count--) {
    const end = words[count - 1]!.index + words[count - 1]![0].length;
    const start = text.slice(0, end);
    if (!/^\p{Lu}/u.test(start) || !/^[\p{Lu}\d]/u.test(words[count]![0])) continue;
    const title = sectionTitleOf(start);
    if (!title || title.certainty < 1 || title.kind === 'other' || title.kind === 'contact') continue;
    const caps = start.length > 4 && start === start.toUpperCase() && text !== text.toUpperCase();
    if (caps || (count > 1 && title.kind !== 'skills') || title.kind === 'education' || title.kind === 'work')
      return end;
  }
  return 0;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 10;
}
