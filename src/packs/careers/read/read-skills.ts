// Skills: lists, lists below a label, tables with a label in their first column, and how well each is known.

import { unionBox } from '../../../document/box.ts';
import type { Candidate } from '../../../document/value.ts';
import { SKILL_LEVEL } from '../locales/languages.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { findSkills } from '../skills/find-skills.ts';
import { found } from './found.ts';
import { type Piece, subPiece, wordsOf } from './piece.ts';
import { LABELLED, listItems, splitItems } from './read-lists.ts';
import { isBullet, type Row, withoutBullet } from './row.ts';

interface Group {
  label?: Piece;
  items: Piece[];
}

export function readSkills(rows: readonly Row[], from: number): { candidates: Candidate[]; count: number } {
  const candidates: Candidate[] = [];
  let count = from;
  for (const { label, items } of groupsOf(rows)) {
    const words = items.flatMap((item) => splitItems(item)).filter(({ text }) => isSkill(text));
    if (label) {
      candidates.push(found(`skills[${count}].name`, label, 'skills', { sure: 0.85 }));
      for (const [i, word] of words.entries())
        candidates.push(found(`skills[${count}].keywords[${i}]`, cutLevel(word).skill, 'skills'));
      count++;
      continue;
    }
    for (const word of words) {
      const { skill, level } = cutLevel(word);
      candidates.push(found(`skills[${count}].name`, skill, 'skills', { sure: 0.8 }));
      if (level) candidates.push(found(`skills[${count}].level`, level, 'skills', { sure: 0.7 }));
      count++;
    }
  }
  return { candidates, count };
}

function groupsOf(rows: readonly Row[]): Group[] {
  if (isTable(rows)) return groupsOfTable(rows);
  const single = rows.flatMap((row) => (row.cells.length > 1 ? rowsOfCells(row) : [row]));
  const labels = new Set(single.filter((row, i) => isLabelRow(row, single[i + 1], single)));
  if (labels.size === 0 || !labels.has(single[0]!)) return groupsOfItems(single);
  const groups: Group[] = [];
  let below: Row[] = [];
  const close = (): void => {
    if (groups.length > 0) groups.at(-1)!.items.push(...listItems(joinFull(below)));
    below = [];
  };
  for (const row of single) {
    if (!labels.has(row)) {
      below.push(row);
      continue;
    }
    close();
    groups.push({ label: withoutColon(row.cells[0]!), items: [] });
  }
  close();
  return groups;
}

/** A short bold row above others that are not, or one without a bullet above bullets. */
function isLabelRow(row: Row, next: Row | undefined, rows: readonly Row[]): boolean {
  if (!next || row.bullet || row.text.split(' ').length > 5 || /[,;()]/.test(row.text) || LABELLED.test(row.text))
    return false;
  if (row.bold > 0.6) return next.bold <= 0.6;
  return next.bullet && rows.every((one) => one.bullet || one.bold <= 0.6);
}

/** Label and list in two cells of a row; what is wrapped stands below the list. */
function isTable(rows: readonly Row[]): boolean {
  const pairs = rows.filter(({ cells }) => cells.length === 2);
  if (pairs.length === 0 || rows[0]!.cells.length !== 2) return false;
  const lists = pairs.filter(
    ({ cells, bold }) =>
      !/[,;(]/.test(cells[0]!.text) &&
      cells[0]!.text.split(' ').length <= 5 &&
      (/[,;|·•]/.test(cells[1]!.text) || bold > 0.6 || /:$/.test(cells[0]!.text)),
  );
  if (lists.length <= 0.5 * pairs.length) return false;
  const wrapped = rows.filter(
    ({ cells, box }) => cells.length === 1 && pairs.every((pair) => box[0] > pair.box[0] + 20),
  );
  return pairs.length + wrapped.length > 0.6 * rows.length;
}

function groupsOfTable(rows: readonly Row[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const [label, ...items] = row.bullet ? [withoutBullet(row.cells[0]!), ...row.cells.slice(1)] : row.cells;
    if (items.length > 0) groups.push({ label: withoutColon(label!), items });
    else if (groups.length > 0) groups.at(-1)!.items.push(label!);
  }
  return groups;
}

/** "Languages: Python, C++" is a group; anything else a list without a name. */
function groupsOfItems(rows: readonly Row[]): Group[] {
  const groups: Group[] = [];
  for (const item of listItems(joinFull(rows))) {
    const match = LABELLED.exec(item.text);
    if (match && match[1]!.split(' ').length <= 5 && cutLevel(item).level === undefined) {
      groups.push({ label: subPiece(item, 0, match[1]!.length), items: [subPiece(item, match[0].length)] });
    } else if (/:$/.test(item.text)) groups.push({ label: withoutColon(item), items: [] });
    else if (groups.at(-1)?.label && groups.at(-1)!.items.length === 0) groups.at(-1)!.items.push(item);
    else groups.push({ items: [item] });
  }
  return groups;
}

function rowsOfCells(row: Row): Row[] {
  return row.cells.map((cell) => ({
    ...{ ...row, cells: [cell], text: cell.text, bullet: isBullet([cell]) },
    box: wordsOf(cell)
      .map((word) => word.box)
      .reduce(unionBox, wordsOf(cell)[0]?.box ?? row.box),
  }));
}

/** From this width on a row of a list is as wide as its column. */
const WIDE = 250;

/** A list with commas goes on in the next row, wherever the row was full. */
function joinFull(rows: readonly Row[]): Row[] {
  const right = Math.max(...rows.map(({ box }) => box[2]));
  const joined: Row[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const isList = before !== undefined && (before.text.match(/,\s/gu)?.length ?? 0) >= 2;
    const full = before !== undefined && before.box[2] > right - 40 && before.box[2] - before.box[0] > WIDE;
    if (!before || !isList || !full || row.bullet || row.loose || LABELLED.test(row.text) || row.cells.length > 1) {
      joined.push(row);
      continue;
    }
    const cells = [...before.cells, ...row.cells];
    joined[joined.length - 1] = { ...before, cells, text: `${before.text} ${row.text}`, box: row.box };
  }
  return joined;
}

const withoutColon = (piece: Piece): Piece => subPiece(piece, 0, piece.text.replace(/\s*:$/, '').length);
const isSkill = (text: string): boolean => text.length <= 90 && /[\p{L}]/u.test(text);

const isOneSkill = (text: string): boolean =>
  findSkills(text, currentTaxonomy(), { listed: true }).some(({ start, end }) => start === 0 && end === text.length);

const YEARS = /\s*\(([^)]*(?:year|month|jahr|monat|ans?\b|años?|anni|anos|jaar|lat)[^)]*)\)\s*\.?$/iu;

/** "Excel (advanced)", "Excel: advanced", "Excel advanced". */
function cutLevel(piece: Piece): { skill: Piece; level?: Piece } {
  const start = /^(?:and|und|et|y|e|en|i)\s+/iu.exec(piece.text)?.[0].length ?? 0;
  const end = piece.text.replace(/[.,;]+$/, '').length;
  const text = piece.text.slice(start, end);
  const match = SKILL_LEVEL.exec(text) ?? YEARS.exec(text);
  // "Visual Basic" is one skill, whatever its last word may say elsewhere.
  const named = match && /^\s+\p{L}/u.test(match[0]) && isOneSkill(text);
  if (!match || match.index < 2 || named) return { skill: subPiece(piece, start, end) };
  const at = start + match.index + match[0].indexOf(match[1]!);
  return { skill: subPiece(piece, start, start + match.index), level: subPiece(piece, at, at + match[1]!.length) };
}
