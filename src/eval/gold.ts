// A gold set: documents with known answers, one JSON object a line.

import type { Json } from '../document/value.ts';

/** A line of text with its place, from someone's OCR: four corners in pixels. */
export interface GoldOcrLine {
  box: number[];
  text: string;
}

export interface GoldDocument {
  id: string;
  /** Relative to the folder of the set; or the text itself; or the lines of someone's OCR. */
  file?: string;
  text?: string;
  ocrLines?: GoldOcrLine[];
  type?: string;
  /** Flat path → the values it states. [] = the document states none, and any answer is wrong. */
  fields: Record<string, Json[]>;
  lines?: Record<string, Json>[];
}

export interface GoldSet {
  documents: GoldDocument[];
  /** Lines that are no gold document, with their number. */
  problems: string[];
}

/** Parses gold.jsonl. Never throws: what cannot be used is listed in `problems`. */
export function parseGold(text: string): GoldSet {
  const set: GoldSet = { documents: [], problems: [] };
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      set.documents.push(parseDocument(JSON.parse(line) as unknown, i + 1));
    } catch (error) {
      set.problems.push(`line ${i + 1}: ${(error as Error).message}`);
    }
  }
  return set;
}

function parseDocument(entry: unknown, lineNumber: number): GoldDocument {
  if (!isObject(entry)) throw new Error('not a JSON object');
  const { file, text, ocr_lines: ocrLines, type, fields = {}, lines } = entry;
  const document: GoldDocument = { id: String(entry.id ?? file ?? `line ${lineNumber}`), fields: {} };
  if (typeof file === 'string') document.file = file;
  if (typeof text === 'string') document.text = text;
  if (Array.isArray(ocrLines)) document.ocrLines = ocrLines.map(parseOcrLine);
  if (document.file === undefined && document.text === undefined && document.ocrLines === undefined) {
    throw new Error('names no file, no text and no ocr_lines');
  }
  if (typeof type === 'string') document.type = type;
  if (!isObject(fields)) throw new Error('fields is not an object');
  for (const [path, value] of Object.entries(fields)) {
    document.fields[path] = Array.isArray(value) ? (value as Json[]) : value === null ? [] : [value as Json];
  }
  if (Array.isArray(lines)) document.lines = lines.filter(isObject) as Record<string, Json>[];
  return document;
}

function parseOcrLine(line: unknown): GoldOcrLine {
  if (!isObject(line) || typeof line.text !== 'string' || !Array.isArray(line.box))
    throw new Error('an OCR line lacks text or box');
  const box = line.box.map(Number);
  if ((box.length !== 8 && box.length !== 4) || box.some(Number.isNaN))
    throw new Error('a box has neither 4 nor 8 numbers');
  return { text: line.text, box };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
