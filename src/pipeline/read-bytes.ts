// Bytes → parsed document → records. A document that lacks what its type requires is looked at twice: the second time the
// pictures on its pages (a letterhead drawn as an image, a stamp) go through OCR too.

import type { ParsedDocument } from '../document/parsed-document.ts';
import type { ConfidenceShifts } from '../learn/confidence-shifts.ts';
import { type ParseOptions, parseDocument } from '../parse/parse-document.ts';
import { compareWithPicture } from './compare-with-picture.ts';
import { holdStatedParts } from './hold-stated-parts.ts';
import { type FindEntities, prepareReading } from './prepare-reading.ts';
import { type OnStep, type PipelineResult, runPipeline } from './run.ts';
import type { SenderLesson } from './senders/sender-lesson.ts';
import { assessRecord } from './stages/assess.ts';
import { DEFAULT_POLICY, type HiddenTextPolicy } from './stages/inspect.ts';
import { findStated } from './stated-content.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

export interface ReadBytesOptions {
  parse: ParseOptions;
  typeHint?: string;
  asType?: string;
  hiddenText?: HiddenTextPolicy;
  keepCandidates?: boolean;
  lessons?: readonly SenderLesson[];
  shifts?: ConfidenceShifts;
  /** ISO date of the day from which documents are looked at. */
  asOf?: string;
  /** Asked for documents of types that want it. */
  findEntities?: FindEntities;
  /** Milliseconds; passed in so that a run depends on nothing hidden. */
  clock: () => number;
  onStep?: OnStep;
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
  const best = await readTwice(bytes, catalogue, options, onParsed);
  await addPictureIssues(bytes, catalogue, options, best);
  return best;
}

async function readTwice(
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

async function addPictureIssues(
  bytes: Uint8Array,
  catalogue: TypeCatalogue,
  { parse, hiddenText = DEFAULT_POLICY, clock, onStep }: ReadBytesOptions,
  { doc, run }: ReadBytesResult,
): Promise<void> {
  const started = clock();
  const { password, extendTime } = parse;
  const found = await compareWithPicture(bytes, doc, run.documents, {
    policy: hiddenText,
    ...(password === undefined ? {} : { password }),
    ...(extendTime ? { extendTime } : {}),
  });
  onStep?.('compare', started, clock() - started);
  for (const [i, record] of run.documents.entries()) {
    if (found[i]!.length === 0) continue;
    record.issues.push(...found[i]!);
    record.assessment = assessRecord(record, catalogue.get(record.type));
  }
}

async function readOnce(
  bytes: Uint8Array,
  catalogue: TypeCatalogue,
  options: ReadBytesOptions,
  onParsed: (doc: ParsedDocument) => void,
): Promise<ReadBytesResult> {
  const { clock, onStep } = options;
  const started = clock();
  const doc = await parseDocument(bytes, options.parse);
  onStep?.('parse', started, clock() - started);
  const split = await holdStatedParts(doc, catalogue, options.parse);
  onParsed(doc);
  // An archive says nothing itself, unless its tables together are of a syntax that is known, nor does a feed: what they hold does.
  if (split || (doc.format === 'archive' && !findStated(doc, catalogue, options.asType)))
    return { doc, run: { documents: [], trace: [] } };
  const hint = {
    ...(options.typeHint ? { typeHint: options.typeHint } : {}),
    ...(options.asType ? { asType: options.asType } : {}),
  };
  const policy = options.hiddenText ? { hiddenText: options.hiddenText } : {};
  const keepCandidates = options.keepCandidates ?? false;
  const known = {
    ...(options.lessons ? { lessons: options.lessons } : {}),
    ...(options.shifts ? { shifts: options.shifts } : {}),
  };
  const steps = onStep ? { onStep } : {};
  const asOf = options.asOf === undefined ? {} : { asOf: options.asOf };
  const { findEntities } = options;
  const prepared = findEntities && (await prepareReading(doc, catalogue, { ...hint, ...asOf, findEntities }));
  const run = runPipeline(doc, catalogue, {
    ...hint,
    ...policy,
    ...known,
    ...asOf,
    ...(prepared ? { prepared } : {}),
    keepCandidates,
    clock,
    ...steps,
  });
  return { doc, run };
}

/** How many fields that their type requires the records do not have. */
function missingRequired(run: PipelineResult, catalogue: TypeCatalogue): number {
  return run.documents.reduce((sum, record) => {
    const required = catalogue.get(record.type).fields.filter((field) => field.required && !field.path.includes('[]'));
    return sum + required.filter((field) => record.fields[field.path] === undefined).length;
  }, 0);
}
