// Bytes of any readable format → ParsedDocument. Runs in a child process: what it calls may crash or never return.

import { createHash } from 'node:crypto';
import { MAX_HIDDEN_TEXTS } from '../document/hidden-text.ts';
import { isDataFormat, type ParsedDocument, type ParseWarning } from '../document/parsed-document.ts';
import { guardArchive, looksLikeZip } from './archive-guard.ts';
import { stripCharacters } from './hidden/strip-characters.ts';
import { detectLanguage } from './language.ts';
import { type ParseLimits, withLimits } from './limits.ts';
import type { ParseContext } from './parse-context.ts';
import { parsers } from './registry.ts';
import { type Sniffed, sniff } from './sniff.ts';

export interface ParseOptions {
  /** The name to show; its extension decides nothing. */
  name: string;
  password?: string;
  limits?: Partial<ParseLimits>;
  /** ISO 639-1 codes that OCR should expect, most likely first. */
  languages?: string[];
  /** Also read pictures on pages that have text of their own; costs an OCR pass a page. */
  seePictures?: boolean;
  /** Leaves out XML that a file carries beside its pages. */
  pagesOnly?: boolean;
  /** Hash of the bytes, when it is known already. */
  sha256?: string;
  /** Takes each file that this one holds. */
  hold?: NonNullable<ParseContext['hold']>;
  onProgress?: (stage: string, done: number, total: number) => void;
  extendTime?: (ms: number) => void;
}

const MAX_WARNINGS = 100;

/** A bomb is named as such, not as a kind of file that is not read yet. */
async function sniffSafely(bytes: Uint8Array): Promise<Sniffed> {
  try {
    return sniff(bytes);
  } catch (error) {
    if (looksLikeZip(bytes)) await guardArchive(bytes);
    throw error;
  }
}

/** Throws SheafError: `file.empty`, `file.unsupported`, `file.encrypted`, `file.corrupt`, `file.too-large`. */
export async function parseDocument(bytes: Uint8Array, options: ParseOptions): Promise<ParsedDocument> {
  const start = performance.now();
  const { format, mediaType } = await sniffSafely(bytes);
  const warnings: ParseWarning[] = [];
  let ocr = 0;
  const parse = await parsers[format]();
  const parts = await parse(bytes, {
    limits: withLimits(options.limits),
    name: options.name,
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.languages ? { languages: options.languages } : {}),
    ...(options.seePictures ? { seePictures: true } : {}),
    warn: (warning) => {
      if (warnings.length < MAX_WARNINGS) warnings.push(warning);
    },
    addOcrMs: (ms) => {
      ocr += ms;
    },
    ...(options.hold ? { hold: options.hold } : {}),
    ...(options.onProgress ? { progress: options.onProgress } : {}),
    ...(options.extendTime ? { extendTime: options.extendTime } : {}),
  });
  const hidden = [...(parts.hidden ?? []), ...stripCharacters(parts.pages)].slice(0, MAX_HIDDEN_TEXTS);
  const language = await detectLanguage(parts.pages);
  const sha256 = options.sha256 ?? createHash('sha256').update(bytes).digest('hex');
  const total = performance.now() - start;
  if (options.pagesOnly && !isDataFormat(format)) delete parts.structured;
  return { ...parts, hidden, sha256, mediaType, language, warnings, timings: { parse: total - ocr, ocr } };
}
