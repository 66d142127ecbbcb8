// A row of a résumé.

import type { Box } from '../../../document/box.ts';
import { type Piece, subPiece, wordsOf } from './piece.ts';

export interface Row {
  /** Left to right, parted by gaps. */
  cells: Piece[];
  text: string;
  page: number;
  box: Box;
  /** Of the print, in points. */
  height: number;
  /** Share of the words in its first cell. */
  bold: number;
  /** Written in capitals alone. */
  caps: boolean;
  /** Begins with a bullet, a dash or a tick. */
  bullet: boolean;
  /** White space above, in heights of the row; infinite where a column or page begins. */
  gap: number;
  /** A ruling line runs right below it. */
  ruled: boolean;
  /** Cut out of a text that had lost its line breaks: where it ends is no more than likely. */
  loose: boolean;
  /** Rows of one column, over pages, share it. */
  flow: number;
}

export const BULLET = /^\s*(?:[•◦○●▪■□☐☑▸►▶❖◆◇➢➤✓✔✦★·∙‣⁃*»>–—-]|o(?= [A-Z]))\s*(?=\S)/u;

/** Whether what stands in these cells begins with a bullet. */
export function isBullet(cells: readonly Piece[]): boolean {
  const { text } = cells[0]!;
  return BULLET.test(text) && !/^-?\d/.test(text);
}

/** The text of a row behind its bullet. */
export function withoutBullet(piece: Piece): Piece {
  return subPiece(piece, BULLET.exec(piece.text)?.[0].length ?? 0);
}

/** Of a word space, in heights of a row. */
const SPACE = 0.25;

/** Whether the row before had no room for the first word of this one, in a column that ends at `right`. */
export function hadNoRoom(before: Row, row: Row, right: number): boolean {
  if (row.flow !== before.flow || before.cells.length > 1) return false;
  const [x0, , x1] = wordsOf(row.cells[0]!)[0]!.box;
  return before.box[2] + (x1 - x0) + SPACE * row.height > right;
}

/** Where the text of a column ends; dates at its edge may stand further out. */
export const textRight = (rows: readonly Row[]): number =>
  Math.max(...rows.map(({ box, cells }) => (cells.length === 1 ? box[2] : 0)));
