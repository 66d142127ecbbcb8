// How much of a file is read before it counts as hostile. The size is a setting; callers of the parser may set the others.

export interface ParseLimits {
  /** Size of the file on disk. */
  maxBytes: number;
  /** Pages read of one file; the rest is left out with a warning. */
  maxPages: number;
  /** Pixels of one image, decoded or rendered. */
  maxPixels: number;
  /** Pages of one file that go through OCR; the rest come out empty with a warning. */
  maxOcrPages: number;
  /** Time that each page which goes through OCR adds to the file's own. */
  ocrPageMs: number;
  /** Bytes of text taken from text, HTML, hOCR and ALTO files. */
  maxTextBytes: number;
  /** Words kept of one page: beyond it the page is a decompression bomb, not a document. */
  maxWordsPerPage: number;
  /** Attachments larger than this are listed without their content. */
  maxAttachmentBytes: number;
  /** Attachments listed of one file. */
  maxAttachments: number;
  /** Files taken out of one mail or archive; one that holds more is refused whole. */
  maxHeldFiles: number;
}

export const defaultLimits: ParseLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxPages: 500,
  maxPixels: 120_000_000,
  maxOcrPages: 60,
  ocrPageMs: 25_000,
  maxTextBytes: 8 * 1024 * 1024,
  maxWordsPerPage: 20_000,
  maxAttachmentBytes: 5 * 1024 * 1024,
  maxAttachments: 50,
  maxHeldFiles: 2000,
};

/** Defaults with `overrides` on top. */
export function withLimits(overrides: Partial<ParseLimits> = {}): ParseLimits {
  return { ...defaultLimits, ...overrides };
}
