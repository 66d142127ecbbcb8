// A document being read: the parsed pages plus what recognizers saw on them, each computed once and on demand.

import type { Line, Page, ParsedDocument } from '../document/parsed-document.ts';

export interface Reading {
  doc: ParsedDocument;
  /** All lines of all pages, in reading order. */
  lines: readonly Line[];
  pageOf(line: Line): Page;
}
