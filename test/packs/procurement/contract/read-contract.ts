// A contract typed as text, read through the pack's contract type as the pipeline does after classifying.

import type { Line, Page, ParsedDocument, Word } from '../../../../src/document/parsed-document.ts';
import type { DocumentRecord } from '../../../../src/document/value.ts';
import { procurement } from '../../../../src/packs/procurement/index.ts';
import { createReading, type Reading } from '../../../../src/pipeline/reading.ts';
import { chooseValues } from '../../../../src/pipeline/stages/choose.ts';
import { extractCandidates } from '../../../../src/pipeline/stages/extract.ts';
import { inferCandidates } from '../../../../src/pipeline/stages/infer.ts';
import { mapToRecord } from '../../../../src/pipeline/stages/map.ts';
import { validateRecord } from '../../../../src/pipeline/stages/validate.ts';

const EM = 6;
const LEADING = 13;

/** Pages are parted by form feeds, columns by two or more spaces, paragraphs by blank lines. */
export function documentOf(text: string, language: string | null = 'en'): ParsedDocument {
  const pages = text.split('\f').map((body, i): Page => {
    const lines: Line[] = [];
    for (const [row, printed] of body.split('\n').entries()) {
      for (const match of printed.matchAll(/\S+(?: \S+)*/g))
        lines.push(lineOf(match[0], match.index, row, lines.length, i + 1));
    }
    return {
      number: i + 1,
      width: 612,
      height: Math.max(792, body.split('\n').length * LEADING + 120),
      source: 'text',
      rotation: 0,
      lines,
      blocks: [],
      tables: [],
      images: [],
      rules: [],
    };
  });
  return {
    sha256: '',
    mediaType: 'text/plain',
    format: 'text',
    pageCount: pages.length,
    pages,
    language,
    metadata: {},
    attachments: [],
    warnings: [],
    timings: { parse: 0, ocr: 0 },
  };
}

function lineOf(text: string, column: number, row: number, index: number, page: number): Line {
  const y = 60 + row * LEADING;
  let x = 40 + column * EM;
  const words = text.split(' ').map((word): Word => {
    const box = [x, y, x + word.length * EM, y + 10] as const;
    x += (word.length + 1) * EM;
    return { text: word, box, size: 10 };
  });
  return { index, page, row, text, words, box: [40 + column * EM, y, x - EM, y + 10] };
}

export function readingOf(text: string, language?: string | null): Reading {
  return createReading(documentOf(text, language));
}

export function readContract(text: string, language?: string | null): DocumentRecord {
  const type = procurement.types.find((candidate) => candidate.id === 'contract')!;
  const reading = readingOf(text, language);
  const { candidates, lines } = extractCandidates(reading, type);
  const inferred = inferCandidates(candidates, reading, type, lines);
  const choice = chooseValues([...candidates, ...inferred], type, lines);
  const record = mapToRecord({ type, guesses: [], choice, lines, pages: [1] });
  record.issues = validateRecord(record, type);
  return record;
}

export function valuesOf(record: DocumentRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record.fields).map(([path, value]) => [path, value.value]));
}

export function partiesOf(record: DocumentRecord): string[] {
  return Object.entries(record.fields)
    .filter(([path]) => /^parties\[\d+\]\.name$/.test(path))
    .map(([, value]) => String(value.value));
}
