// Bytes → parsed document → records. A document that lacks what its type requires is looked at twice: the second time the
// pictures on its pages (a letterhead drawn as an image, a stamp) go through OCR too.

import type { ParsedDocument } from '../document/parsed-document.ts';
import { type ParseOptions, parseDocument } from '../parse/parse-document.ts';
import { type PipelineResult, runPipeline } from './run.ts';
import type { HiddenTextPolicy } from './stages/inspect.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

export interface ReadBytesOptions {
  parse: ParseOptions;
  typeHint?: string;
  hiddenText?: HiddenTextPolicy;
  /** Milliseconds; passed in so that a run depends on nothing hidden. */
  clock: () => number;
}

export interface ReadBytesResult {
  doc: ParsedDocument;
  run: PipelineResult;
}

/** Throws SheafError for what parsing refuses, StageError when a stage of the pipeline fails (`onParsed` has run by then). */
export async function readBytes(
  bytes: Uint8Array,
  catalogue: TypeCatalogue,
  options: ReadBytesOptions,
  onParsed: (doc: ParsedDocument) => void,
): Promise<ReadBytesResult> {
  const first = await readOnce(bytes, catalogue, options, onParsed);
  if (first.doc.format !== 'pdf' || missingRequired(first.run, catalogue) === 0) return first;
  const parse = { ...options.parse, seePictures: true };
  const second = await readOnce(bytes, catalogue, { ...options, parse }, () => undefined).catch(() => undefined);
  if (!second || missingRequired(second.run, catalogue) >= missingRequired(first.run, catalogue)) return first;
  onParsed(second.doc);
  return second;
}

async function readOnce(
  bytes: Uint8Array,
  catalogue: TypeCatalogue,
  options: ReadBytesOptions,
  onParsed: (doc: ParsedDocument) => void,
): Promise<ReadBytesResult> {
  const doc = await parseDocument(bytes, options.parse);
  onParsed(doc);
  const hint = options.typeHint ? { typeHint: options.typeHint } : {};
  const policy = options.hiddenText ? { hiddenText: options.hiddenText } : {};
  return { doc, run: runPipeline(doc, catalogue, { ...hint, ...policy, clock: options.clock }) };
}

/** How many fields that their type requires the records do not have. */
function missingRequired(run: PipelineResult, catalogue: TypeCatalogue): number {
  return run.documents.reduce((sum, record) => {
    const required = catalogue.get(record.type).fields.filter((field) => field.required && !field.path.includes('[]'));
    return sum + required.filter((field) => record.fields[field.path] === undefined).length;
  }, 0);
}
