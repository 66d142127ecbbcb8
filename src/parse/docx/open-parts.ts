// What is open while a part of a Word file is read.

import type { HtmlElement } from '../html/tree.ts';
import type { ParagraphLook, RunLook } from './looks.ts';
import type { PartBlock } from './part.ts';
import type { DocxRow } from './table-grid.ts';

/** What holds paragraphs and tables: the body, a cell, a text box, a note. */
export interface Container {
  place: string;
  blocks: PartBlock[];
  paragraphs: number;
  tables: number;
  kind: 'body' | 'cell' | 'box' | 'note';
}

export interface Paragraph {
  children: (HtmlElement | string)[];
  look: ParagraphLook;
  /** Look of its style; runs add to it. */
  base: RunLook;
  boxes: PartBlock[];
  newPage: PartBlock['newPage'];
  /** It was cut at a page break, and this is not its first part. */
  goesOn: boolean;
  locator: string;
}

export interface Table {
  rows: DocxRow[];
  place: string;
  /** Its style may colour what lies behind its text. */
  styled: boolean;
  shaded: boolean;
  rowDeleted: boolean;
}
