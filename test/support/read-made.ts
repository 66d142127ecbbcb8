// Made-up files through parsing and pipeline, as one record.

import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import type { DocumentRecord, Json } from '../../src/document/value.ts';
import { packs } from '../../src/packs/index.ts';
import { parseXml } from '../../src/parse/xml/parse-xml.ts';
import { readBytes } from '../../src/pipeline/read-bytes.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { documentFromText } from './document-from-text.ts';

export const catalogue = createTypeCatalogue(packs);

export interface MadeReading {
  doc: ParsedDocument;
  record: DocumentRecord;
}

/** A whole file, bytes or text. */
export async function readMade(
  file: Uint8Array | string,
  options: { pagesOnly?: boolean; typeHint?: string } = {},
): Promise<MadeReading> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const { pagesOnly = false, ...rest } = options;
  const read = await readBytes(
    bytes,
    catalogue,
    { parse: { name: 'made', pagesOnly }, ...rest, clock: () => 0 },
    () => undefined,
  );
  return { doc: read.doc, record: read.run.documents[0]! };
}

/** A page typed on a grid with XML beside it, without a PDF around them. */
export function readPageWithXml(page: string, xml: string): DocumentRecord {
  const doc: ParsedDocument = {
    ...documentFromText(page, 'de'),
    structured: [{ name: 'factur-x.xml', root: parseXml(Buffer.from(xml)) }],
  };
  return runPipeline(doc, catalogue, { clock: () => 0, keepCandidates: true }).documents[0]!;
}

/** Fields and lines as plain values. */
export function plainRecord({ type, fields, lines }: DocumentRecord): Record<string, Json> {
  const plain: Record<string, Json> = { type };
  for (const [path, { value }] of Object.entries(fields)) plain[path] = value;
  for (const [i, line] of lines.entries())
    for (const [column, { value }] of Object.entries(line)) plain[`lines[${i}].${column}`] = value;
  return plain;
}
