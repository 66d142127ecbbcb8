// The pipeline, readable as the list it is. Stages are pure: what they need comes in, what they found goes out, the trace says how long.

import type { ParsedDocument } from '../document/parsed-document.ts';
import type { DocumentRecord } from '../document/value.ts';
import type { DocumentType } from './pack.ts';
import type { StageTrace } from './read-result.ts';
import { createReading } from './reading.ts';
import { assessRecord } from './stages/assess.ts';
import { chooseValues } from './stages/choose.ts';
import { extractCandidates } from './stages/extract.ts';
import { inferCandidates } from './stages/infer.ts';
import { DEFAULT_POLICY, type HiddenTextPolicy, inspectDocument } from './stages/inspect.ts';
import { mapToRecord } from './stages/map.ts';
import { validateRecord } from './stages/validate.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

export interface PipelineResult {
  documents: DocumentRecord[];
  trace: StageTrace[];
}

/** Is told of each step when it is over: its name, when it began by the clock that was given, and how long it took. */
export type OnStep = (name: string, started: number, ms: number) => void;

/** Parsed document → records. `clock` gives milliseconds; it is passed in so that a run depends on nothing hidden. */
export function runPipeline(
  doc: ParsedDocument,
  catalogue: TypeCatalogue,
  options: {
    typeHint?: string;
    /** Reads it as this type, whatever it looks like; the record still says what it looks like. */
    asType?: string;
    hiddenText?: HiddenTextPolicy;
    /** Also return what each field was chosen among. */
    keepCandidates?: boolean;
    clock: () => number;
    onStep?: OnStep;
  },
): PipelineResult {
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

  const reading = createReading(doc);
  const guesses = stage(
    'classify',
    () => catalogue.classifier.classify(reading, options.typeHint),
    (g) => ({ type: g[0]?.type ?? '' }),
  );
  const type: DocumentType = catalogue.get(options.asType ?? guesses[0]!.type);
  const found = stage(
    'extract',
    () => extractCandidates(reading, type),
    (f) => ({ candidates: f.candidates.length, lines: f.lines.length }),
  );
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
    () => mapToRecord({ type, guesses, choice, lines: found.lines, pages: doc.pages.map((p) => p.number) }),
    (r) => ({ fields: Object.keys(r.fields).length }),
  );
  record.issues = stage(
    'validate',
    () => validateRecord(record, type),
    (issues) => ({ issues: issues.length }),
  );
  record.issues.push(
    ...stage(
      'inspect',
      () => inspectDocument(doc, options.hiddenText ?? DEFAULT_POLICY),
      (issues) => ({ issues: issues.length }),
    ),
  );
  record.assessment = assessRecord(record, type);
  if (options.keepCandidates) record.candidates = choice.options;
  return { documents: [record], trace };
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
