// The rows of a résumé in reading order: columns after each other, wrapped texts unwrapped, icons and page furniture left out.

import { type Box, boxHeight, unionBox } from '../../../document/box.ts';
import type { Line, Page, ParsedDocument, Word } from '../../../document/parsed-document.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { findEmails } from '../../../recognize/emails.ts';
import { readFlows } from '../../../recognize/layout/split-columns.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import { findPhones } from '../../../recognize/phones.ts';
import { joinSpacedLetters } from '../../../recognize/spaced-letters.ts';
import { mendRows } from './mend-rows.ts';
import { joinPieces, type Piece, pieceOfLine, wordsOf } from './piece.ts';
import { BULLET, isBullet, type Row } from './row.ts';
import { sectionTitleOf } from './section-title.ts';

const BULLET_ONLY = /^\s*[•◦○●▪■□☐☑▸►▶❖◆◇➢➤✓✔✦★·∙‣⁃*»>–—-]\s*$/u;
/** Glyphs of icon fonts, and pictures of telephones, letters, houses. */
const ICON =
  /[\p{Co}\u2190-\u21ff\u2300-\u23ff\u2600-\u2712\u2715-\u2725\u2727-\u275a\u2794-\u27a1\u{1f000}-\u{1faff}]|\ufe0f/u;
const ICONS = new RegExp(`(?:${ICON.source}|\\s)+`, 'gu');
const FURNITURE =
  /^(?:(?:page|seite|página|pagina|strona|p\.)\s*)?\d{1,3}\s*(?:\/|of|von|de|di|van|z|sur)\s*\d{1,3}$|^(?:page|seite|página|pagina|strona)\s+\d{1,3}$|^\d{1,2}$|[-–—|·]\s*(?:page\s+)?\d{1,3}\s*(?:\/|of|von|de|di|van|z|sur)\s*\d{1,3}$|^(?:last )?updated?(?: in| on)? |^stand:? |^https?:\/\/www\.indeed\.com\/r\/|\bresumé? (?:page|p\.)/iu;
/** Texts without line breaks: most of their lines are as long as those that were wrapped. */
const WRAPPED_COLUMNS = 85;

export function resumeRows(reading: Reading): Row[] {
  return reading.derive('careers/rows', () => mendRows(readRows(reading.doc)));
}

function readRows(doc: ParsedDocument): Row[] {
  const repeated = repeatedLines(doc.pages);
  const flows = readFlows(doc.pages, { isTitle, isNote, isDetail });
  const rows: Row[] = [];
  for (const [flow, lines] of flows.entries()) {
    const kept = lines.filter((line) => !isFurniture(line, doc, repeated));
    const loose = doc.format === 'text' && isWrapped(kept);
    const groups = loose ? unwrap(kept) : byRow(kept).map(cellsOfRow);
    for (const cells of groups) addRow(rows, { cells, flow, loose, doc });
  }
  return rows;
}

const isTitle = (text: string): boolean => /^[^\p{L}]*\p{Lu}/u.test(text) && sectionTitleOf(text) !== undefined;
const isDetail = (text: string): boolean => findEmails(text).length > 0 || findPhones(text).length > 0;
const DURATION = /^\(?\d{1,2}\+? (?:years?|months?|yrs?|mos?|jahre?|monate?|ans?|mois|años?|meses?|anni|mesi)\b/iu;
const isNote = (text: string): boolean =>
  DURATION.test(text) ||
  (text.length < 36 && (findPeriods(text).length > 0 || /^\p{Lu}[^,]{1,24}, ?\p{Lu}[^,]{1,20}$/u.test(text)));

/** Texts at the edge of several pages, by what they say without their numbers. */
function repeatedLines(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edge = page.lines.filter((line) => atEdge(line, page)).map(({ text }) => plain(text));
    for (const text of new Set(edge)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([text]) => text));
}

const plain = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();
const atEdge = ({ box }: Line, { height }: Page): boolean => box[3] < 0.09 * height || box[1] > 0.9 * height;

function isFurniture(line: Line, doc: ParsedDocument, repeated: ReadonlySet<string>): boolean {
  const page = doc.pages.find(({ number }) => number === line.page)!;
  if (doc.format !== 'text' && !atEdge(line, page)) return false;
  if (FURNITURE.test(line.text.trim())) return true;
  return doc.format !== 'text' && page.number > 1 && repeated.has(plain(line.text));
}

function byRow(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const last = rows.at(-1)?.[0];
    if (last && last.page === line.page && last.row === line.row) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows;
}

function cellsOfRow(lines: readonly Line[]): Piece[] {
  const spaced = joinSpacedRow(lines);
  return spaced ?? lines.flatMap((line) => piecesOf(line, 0, line.text.length));
}

/** "J O H N    D O E": the gap between two words is as wide as one between columns. */
function joinSpacedRow(lines: readonly Line[]): Piece[] | undefined {
  if (lines.length < 2 || lines.length > 6) return undefined;
  const words = lines.flatMap((line) => line.words);
  const single = words.filter(({ text }) => /^\p{L}$/u.test(text)).length;
  if (single < 5 || single < 0.8 * words.length) return undefined;
  const pieces = lines.map((line) =>
    pieceOfLine(line, 0, line.text.length, joinSpacedLetters(line, { least: 2 }) ?? line.text),
  );
  return [joinPieces(pieces)];
}

function isWrapped(lines: readonly Line[]): boolean {
  const rows = byRow(lines);
  if (rows.length < 3) return rows.some((row) => columnsOf(row) > WRAPPED_COLUMNS);
  const long = rows.filter((row) => columnsOf(row) > WRAPPED_COLUMNS).length;
  return long > 0.6 * rows.length;
}

const columnsOf = (row: readonly Line[]): number => (row.at(-1)!.box[2] - row[0]!.box[0]) / cellWidth(row[0]!);
/** Width of one character of a page that was typed on a grid. */
const cellWidth = ({ words }: Line): number =>
  (words[0]!.box[2] - words[0]!.box[0]) / Math.max(1, words[0]!.text.length);

/** A text whose lines were joined by two spaces or more is cut there again; what was wrapped goes on in the next row. */
function unwrap(lines: readonly Line[]): Piece[][] {
  const rows: Piece[][] = [];
  let row: Piece[] = [];
  const close = (): void => {
    if (row.length > 0) rows.push([joinPieces(row)]);
    row = [];
  };
  let before: { line: Line; word: Word } | undefined;
  for (const line of lines) {
    let offset = 0;
    let from = 0;
    for (const [i, word] of line.words.entries()) {
      const wide =
        before !== undefined &&
        before.line.page === line.page &&
        before.line.row === line.row &&
        word.box[0] - before.word.box[2] > 1.6 * cellWidth(line);
      if (wide) {
        if (i > 0) row.push(...piecesOf(line, from, offset - 1));
        close();
        from = offset;
      } else if (i === 0 && before && columnsOf([before.line]) < 20 && before.line.row !== line.row) close();
      offset += word.text.length + 1;
      before = { line, word };
    }
    row.push(...piecesOf(line, from, line.text.length));
  }
  close();
  return rows;
}

/** Without icons; an icon inside parts what stands beside it. */
function piecesOf(line: Line, start: number, end: number): Piece[] {
  const text = line.text.slice(start, end);
  const pieces: Piece[] = [];
  let at = 0;
  const add = (upTo: number): void => {
    const part = text.slice(at, upTo);
    const lead = part.length - part.trimStart().length;
    const trimmed = part.trim();
    if (trimmed === '') return;
    const from = start + at + lead;
    const to = from + trimmed.length;
    pieces.push(pieceOfLine(line, from, to, joinSpacedLetters(line, { start: from, end: to }) ?? trimmed));
  };
  for (const match of text.matchAll(ICONS)) {
    if (!ICON.test(match[0])) continue;
    // A bullet of an icon font is a bullet.
    if (match.index === 0 && !/\S/.test(text.slice(0, match.index)) && BULLET.test(text)) continue;
    add(match.index);
    at = match.index + match[0].length;
  }
  add(text.length);
  return pieces;
}

function addRow(
  rows: Row[],
  { cells, flow, loose, doc }: { cells: readonly Piece[]; flow: number; loose: boolean; doc: ParsedDocument },
): void {
  const kept = cells.length > 1 && BULLET_ONLY.test(cells[0]!.text) ? joinBullet(cells) : [...cells];
  if (kept.length === 0 || (kept.length === 1 && BULLET_ONLY.test(kept[0]!.text))) return;
  const lines = kept.flatMap(({ parts }) => parts.map(({ line }) => line));
  const words = kept.flatMap(wordsOf);
  const box = words.map((word) => word.box).reduce(unionBox);
  const text = kept.map((piece) => piece.text).join(' ');
  const height = Math.max(...lines.map((line) => boxHeight(line.box)));
  const page = lines[0]!.page;
  const first = wordsOf(kept[0]!);
  const last = rows.at(-1);
  const near = last && last.flow === flow && last.page === page;
  rows.push({
    cells: kept,
    text,
    page,
    box,
    height,
    bold: first.filter((word) => word.bold).length / Math.max(1, first.length),
    caps: /\p{Lu}{2}/u.test(text) && text === text.toUpperCase(),
    bullet: isBullet(kept),
    gap: near ? (box[1] - last.box[3]) / height : Number.POSITIVE_INFINITY,
    ruled: isRuled(box, height, doc.pages.find(({ number }) => number === page)!),
    loose,
    flow,
  });
}

function isRuled(box: Box, height: number, page: Page): boolean {
  return page.rules.some(
    ({ x0, x1, y0, y1 }) =>
      Math.abs(y1 - y0) < 2 && x1 - x0 > 0.2 * page.width && y0 > box[3] - 0.3 * height && y0 < box[3] + 0.7 * height,
  );
}

/** A bullet that a gap parts from its text. */
function joinBullet(cells: readonly Piece[]): Piece[] {
  const [bullet, first, ...rest] = cells as [Piece, Piece, ...Piece[]];
  return [joinPieces([bullet, first]), ...rest];
}
