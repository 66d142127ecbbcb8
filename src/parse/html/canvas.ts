// What layout writes to, and how blocks and tables call each other.

import type { Rule, Table, Word } from '../../document/parsed-document.ts';
import type { TextStyle } from './text-style.ts';
import type { HtmlElement } from './tree.ts';

export interface Canvas {
  words: Word[];
  tables: Table[];
  rules: Rule[];
  /** No block is begun once there are so many words. */
  maxWords: number;
}

/** Where a block may lie, in points; its height is what it uses. */
export interface Area {
  x: number;
  y: number;
  width: number;
}

/** Widths in points that content wants at most and needs at least. */
export interface Needs {
  longest: number;
  least: number;
}

/** A cell is a block and a block may hold tables: tables are given this to lay their cells with. */
export interface BlockLayout {
  /** Gives the height used, in points. */
  lay(element: HtmlElement, style: TextStyle, area: Area, canvas: Canvas): number;
  measure(element: HtmlElement, style: TextStyle): Needs;
}
