// What parsing yields for every format: words with boxes, grouped into lines and blocks. Plain data, serialisable.

import type { Box } from './box.ts';
import type { HiddenText } from './hidden-text.ts';
import type { XmlElement } from './xml-element.ts';

export interface Word {
  text: string;
  box: Box;
  /** 0–1, from OCR only; absent for text that the file itself carries. */
  confidence?: number;
  /** Font size in points. */
  size?: number;
  bold?: boolean;
  /** Where it stands in a file without pages of its own: `paragraph 12`, `Sheet!B7`, an XPath. */
  locator?: string;
}

/**
 * A run of words on one baseline without a gap wide enough to be a column gap (about 1.5 em).
 * Two columns side by side are two lines with the same `row`.
 */
export interface Line {
  /** Position in `Page.lines`. Lines are ordered by row, then left to right. */
  index: number;
  page: number;
  /** Lines that share a baseline share a row number; rows count from 0 down the page. */
  row: number;
  /** Words joined by single spaces. Offsets into this string are what recognizers return. */
  text: string;
  words: Word[];
  box: Box;
}

/** Lines stacked with a common edge and normal leading: a paragraph, an address, a column cell. */
export interface Block {
  index: number;
  page: number;
  /** Indexes into `Page.lines`, top to bottom. */
  lines: number[];
  box: Box;
}

export interface TableCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  box: Box;
  header: boolean;
}

/** A table the file states itself (HTML) or draws with ruling lines. Line items are found by recognize/tables. */
export interface Table {
  page: number;
  box: Box;
  rows: number;
  columns: number;
  cells: TableCell[];
}

/** A straight ruling line or the edge of a filled box. */
export interface Rule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface PageImage {
  box: Box;
}

export interface Page {
  /** 1-based. */
  number: number;
  /** Points, upright. */
  width: number;
  height: number;
  /** Where the words come from: the file's own text, OCR, or the page has none. */
  source: 'text' | 'ocr' | 'none';
  /** Degrees the stored page was turned clockwise to be upright. */
  rotation: 0 | 90 | 180 | 270;
  /** Small skew in degrees that was corrected before OCR. */
  skew?: number;
  /** Mean word confidence 0–1 when source is ocr. */
  confidence?: number;
  /** Its text may not be what its picture shows: an invisible layer over a scan, or a font that draws other digits. */
  doubt?: 'layer' | 'font';
  lines: Line[];
  blocks: Block[];
  tables: Table[];
  images: PageImage[];
  rules: Rule[];
}

/** How a page lies: boxes count in points of the upright, level page, which the file may hold turned or leaning. */
export type PageGeometry = Pick<Page, 'number' | 'width' | 'height' | 'rotation' | 'skew'>;

export interface Attachment {
  name: string;
  mediaType: string;
  size: number;
  /** Content in base64; left out when larger than the parse limit. */
  base64?: string;
}

export type DocumentFormat =
  | 'pdf'
  | 'image'
  | 'text'
  | 'html'
  | 'hocr'
  | 'alto'
  | 'xml'
  | 'json'
  | 'docx'
  | 'xlsx'
  | 'ods'
  | 'csv'
  | 'mail'
  | 'archive';

/** Files that state values and have no pages but those laid out from them, or none. */
export const isDataFormat = (format: DocumentFormat): boolean =>
  format === 'xml' || format === 'json' || format === 'archive';

/** A file in this one that is a document of its own: an attachment of a mail, an entry of an archive. */
export interface HeldFile {
  /** From 1, in the order of the file. */
  position: number;
  /** To show; of an entry with its folders. Never a path on this machine. */
  name: string;
  /** Bytes. */
  size: number;
}

/** A structured file (XML, JSON, a table) as a tree: the file itself, or one that it carries. */
export interface StructuredFile {
  /** Name of the attachment; null = the file itself. */
  name: string | null;
  root: XmlElement;
}

export interface ParsedDocument {
  sha256: string;
  mediaType: string;
  format: DocumentFormat;
  /** Pages in the file; `pages` may hold fewer when the page limit cut it (then a warning says so). */
  pageCount: number;
  pages: Page[];
  /** ISO 639-1, or null when there is too little text. */
  language: string | null;
  metadata: { title?: string; author?: string; producer?: string; creator?: string; created?: string };
  attachments: Attachment[];
  /** Absent = a format that holds none. */
  held?: HeldFile[];
  /** Trees that may state the document's values, the likeliest first. Absent = none. */
  structured?: StructuredFile[];
  /** Text that a reader does not see; none of it is in `pages`. Absent = none. */
  hidden?: HiddenText[];
  /** Things that went wrong without stopping the read: a page that failed, a repair, a cut. */
  warnings: ParseWarning[];
  timings: { parse: number; ocr: number };
}

export interface ParseWarning {
  code: string;
  message: string;
  page?: number;
}
