// What every format's parser is given and returns; the dispatcher adds hash, media type, language, warnings and timings.

import type { ParsedDocument, ParseWarning } from '../document/parsed-document.ts';
import type { ParseLimits } from './limits.ts';

export interface ParseContext {
  limits: ParseLimits;
  password?: string;
  /** The name to show; never used as a path, and its extension decides nothing. */
  name: string;
  /** ISO 639-1 codes that OCR should expect, most likely first. */
  languages?: string[];
  /** Pages with text go through OCR too when they show pictures. */
  seePictures?: boolean;
  /** Reports something that went wrong without stopping the read. */
  warn(warning: ParseWarning): void;
  /** Adds time spent in OCR, in milliseconds, to the document's timings. */
  addOcrMs(ms: number): void;
  /** Asks for `ms` more time than a file gets by itself: one call for each page that goes through OCR. */
  extendTime?(ms: number): void;
  /** Takes each file that this one holds, one after the other; absent, they are only listed. */
  hold?(file: { position: number; name: string; bytes: Uint8Array }): Promise<void>;
  /** Tells whoever waits how far the read is. */
  progress?(stage: string, done: number, total: number): void;
}

export type ParsedParts = Omit<ParsedDocument, 'sha256' | 'mediaType' | 'language' | 'warnings' | 'timings'>;

/** Bytes of one format to pages. Throws SheafError (`file.corrupt`, `file.encrypted`, …). */
export type FormatParser = (bytes: Uint8Array, context: ParseContext) => Promise<ParsedParts>;
