// The pipeline, readable as the list it is. Stages are pure: what they need comes in, what they found goes out, the trace says how long.

import { isDataFormat, type ParsedDocument } from '../document/parsed-document.ts';
import type { DocumentRecord, TypeGuess } from '../document/value.ts';
import type { ConfidenceShifts } from '../learn/confidence-shifts.ts';
import { compareWithPage, type PageReading, withPageEvidence } from './comparison/compare-with-page.ts';
import type { JudgedField } from './comparison/judged-field.ts';
import { comparisonIssues, disputeValues, overallVerdict, plainComparison } from './comparison/report-comparison.ts';
import type { DocumentType } from './pack.ts';
import type { StageTrace } from './read-result.ts';
import { createReading, type Reading } from './reading.ts';
import type { SenderLesson } from './senders/sender-lesson.ts';
import { splitBundle } from './split-bundle.ts';
import { assessRecord } from './stages/assess.ts';
import { chooseValues } from './stages/choose.ts';
import { UNKNOWN_TYPE } from './stages/classify.ts';
import { type Extraction, extractCandidates } from './stages/extract.ts';
import { inferCandidates } from './stages/infer.ts';
import { DEFAULT_POLICY, type HiddenTextPolicy, inspectDocument, reportUnread } from './stages/inspect.ts';
import { mapToRecord } from './stages/map.ts';
import { proveLines } from './stages/prove.ts';
import { validateRecord } from './stages/validate.ts';
import { findStated, type StatedContent, withoutStatedGroups } from './stated-content.ts';
import { takePaper } from './take-paper.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

/** A root element leaves no doubt but that of a file which lies. */
const STATED_TYPE = 0.999;

export interface PipelineResult {
  documents: DocumentRecord[];
  trace: StageTrace[];
}

/** Is told of each step when it is over: its name, when it began by the clock that was given, and how long it took. */
export type OnStep = (name: string, started: number, ms: number) => void;

export interface PipelineOptions {
  typeHint?: string;
  /** Reads it as this type, whatever it looks like; the record still says what it looks like. */
  asType?: string;
  hiddenText?: HiddenTextPolicy;
  /** Also return what each field was chosen among. */
  keepCandidates?: boolean;
  /** What was learnt of senders; counts for documents of theirs. */
  lessons?: readonly SenderLesson[];
  /** Confidence as the choice has it: what calibrations are fitted on. */
  uncalibrated?: boolean;
  /** What the workspace's decisions taught of confidence. */
  shifts?: ConfidenceShifts;
  /** ISO date of the day from which documents are looked at. */
  asOf?: string;
  /** Of the whole file, looked at before; of a file with several papers it is of no use. */
  prepared?: Reading;
  /** Milliseconds; passed in so that a run depends on nothing hidden. */
  clock: () => number;
  onStep?: OnStep;
}

/** Parsed document → records, one for each paper that the file holds. */
export function runPipeline(doc: ParsedDocument, catalogue: TypeCatalogue, options: PipelineOptions): PipelineResult {
  if (options.asType !== undefined || doc.pages.length < 2) return runPaper(doc, catalogue, options);
  const started = options.clock();
  const papers = splitBundle(doc, catalogue);
  const ms = options.clock() - started;
  options.onStep?.('split', started, ms);
  const trace: StageTrace[] = [{ stage: 'split', ms, notes: { papers: papers.length } }];
  const documents = papers.flatMap((pages) => {
    if (papers.length === 1) {
      const only = runPaper(doc, catalogue, options);
      trace.push(...only.trace);
      return only.documents;
    }
    const paper = takePaper(doc, pages);
    const run = runPaper(paper.doc, catalogue, options);
    trace.push(...run.trace);
    return run.documents.map(paper.restore);
  });
  return { documents, trace };
}

function runPaper(doc: ParsedDocument, catalogue: TypeCatalogue, options: PipelineOptions): PipelineResult {
  const trace: StageTrace[] = [];
  const stage = <T>(name: string, work: () => T, note: (result: T) => StageTrace['notes']): T => {
    const started = options.clock();
    const spent = (): number => {
      const ms = options.clock() - started;
      options.onStep?.(name, started, ms);
      return ms;
    };
    try {
      const result = work();
      trace.push({ stage: name, ms: spent(), notes: note(result) });
      return result;
    } catch (cause) {
      trace.push({ stage: name, ms: spent(), notes: { failed: String(cause) } });
      throw new StageError(name, trace, cause);
    }
  };

  const { prepared, asOf } = options;
  const reading = prepared?.given === doc ? prepared : createReading(doc, asOf === undefined ? {} : { asOf });
  const stated = doc.structured
    ? stage(
        'import',
        () => findStated(doc, catalogue, options.asType),
        (s): StageTrace['notes'] =>
          s ? { syntax: s.source.syntax, candidates: s.candidates.length, lines: s.lines.length } : {},
      )
    : undefined;
  const guesses = stage(
    'classify',
    () => guessType(reading, catalogue, stated, options.typeHint),
    (g) => ({ type: g[0]?.type ?? '' }),
  );
  const type: DocumentType = catalogue.get(options.asType ?? guesses[0]!.type);
  const read = stage(
    'extract',
    // The page of an XML, JSON or CSV file is laid out from the file: it says nothing that the file does not state.
    () =>
      stated && isLaidFromFile(doc) ? { candidates: [], lines: [] } : extractCandidates(reading, type, options.lessons),
    (f) => ({ candidates: f.candidates.length, lines: f.lines.length }),
  );
  const compared =
    stated && !isLaidFromFile(doc)
      ? stage(
          'verify',
          () => compareWithPage(stated, readPage(read, reading, type), reading),
          (fields) => ({ fields: fields.length, differ: fields.filter(({ verdict }) => verdict === 'differs').length }),
        )
      : undefined;
  const found = stated ? joinStated(stated, read, compared) : read;
  const inferred = stage(
    'infer',
    () => inferCandidates(found.candidates, reading, type, found.lines),
    (c) => ({ candidates: c.length }),
  );
  const choice = stage(
    'choose',
    () => chooseValues([...found.candidates, ...inferred], type, found.lines),
    (c) => ({ fields: Object.keys(c.chosen).length, broken: c.broken.join(' ') }),
  );
  const record = stage(
    'map',
    () =>
      mapToRecord({
        ...{ type, guesses, choice, lines: found.lines, pages: doc.pages.map((p) => p.number) },
        uncalibrated: options.uncalibrated ?? false,
        shifts: options.shifts,
      }),
    (r) => ({ fields: Object.keys(r.fields).length }),
  );
  stage(
    'prove',
    () => proveLines(record, type, found.seen),
    (proof) => ({ agrees: String(proof?.agrees ?? null) }),
  );
  if (stated) describeStated(record, stated, compared);
  record.issues = stage(
    'validate',
    () => [...validateRecord(record, type), ...comparisonIssues(stated?.pack ?? '', compared ?? [])],
    (issues) => ({ issues: issues.length }),
  );
  record.issues.push(
    ...stage(
      'inspect',
      () => [
        ...inspectDocument(doc, options.hiddenText ?? DEFAULT_POLICY),
        ...(stated
          ? []
          : reportUnread(
              doc,
              catalogue.syntaxes.map(({ syntax }) => syntax),
            )),
      ],
      (issues) => ({ issues: issues.length }),
    ),
  );
  record.assessment = assessRecord(record, type);
  if (options.keepCandidates) record.candidates = choice.options;
  return { documents: [record], trace };
}

const isLaidFromFile = ({ format }: ParsedDocument): boolean => isDataFormat(format) || format === 'csv';

/** The file says what it is. An XML file of no syntax that is read is nothing known, whatever words it holds. */
function guessType(
  reading: Reading,
  catalogue: TypeCatalogue,
  stated: StatedContent | undefined,
  hint: string | undefined,
): TypeGuess[] {
  if (stated) return [{ type: stated.type.id, confidence: STATED_TYPE }];
  if (isDataFormat(reading.doc.format) && hint === undefined) return [{ type: UNKNOWN_TYPE, confidence: STATED_TYPE }];
  return classifyOnce(reading, catalogue, hint);
}

/** A document that was looked at before its run is not weighed again. */
export function classifyOnce(reading: Reading, catalogue: TypeCatalogue, hint: string | undefined): TypeGuess[] {
  return reading.derive(`pipeline/types ${hint ?? ''}`, () => catalogue.classifier.classify(reading, hint));
}

/** What the page alone would give. */
function readPage(read: Extraction, reading: Reading, type: DocumentType): PageReading {
  const inferred = inferCandidates(read.candidates, reading, type, read.lines);
  const candidates = [...read.candidates, ...inferred];
  return { candidates, choice: chooseValues(candidates, type, read.lines), lines: read.lines };
}

/** What is stated goes before what is read; the page fills in what is left open. */
function joinStated(stated: StatedContent, read: Extraction, compared: readonly JudgedField[] = []): Extraction {
  const verdicts = new Map(compared.map((field) => [field.path, field]));
  const lines = stated.lines.map((line, i) =>
    Object.fromEntries(
      Object.entries(line).map(([column, value]) => [
        column,
        withPageEvidence(value, verdicts.get(`lines[${i}].${column}`)),
      ]),
    ),
  );
  return {
    candidates: [
      ...stated.candidates.map((candidate) => withPageEvidence(candidate, verdicts.get(candidate.path))),
      ...withoutStatedGroups(read.candidates, stated.candidates),
    ],
    lines: lines.length > 0 ? lines : read.lines,
    // Lines that a file states are judged by its own rules.
    seen: lines.length > 0 ? undefined : read.seen,
  };
}

function describeStated(record: DocumentRecord, { source }: StatedContent, compared?: readonly JudgedField[]): void {
  record.structured = { ...source, verdict: compared ? overallVerdict(compared) : null };
  if (!compared) return;
  record.comparison = plainComparison(compared);
  disputeValues(record, compared);
}

/** A stage threw: it is named, and the trace of what came before it is kept. */
export class StageError extends Error {
  readonly stage: string;
  readonly trace: StageTrace[];
  constructor(stage: string, trace: StageTrace[], cause: unknown) {
    super(`stage ${stage} failed`, { cause });
    this.name = 'StageError';
    this.stage = stage;
    this.trace = trace;
  }
}
