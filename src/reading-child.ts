// Entry of the sandboxed child: file → parsed document → packs → result. Everything a document can influence runs here,
// its regular expressions included, so that a hostile file can only bring down a process that is meant to be killed.

import { setFlagsFromString } from 'node:v8';
import { isDataFormat, type Page, type PageGeometry, type ParsedDocument } from './document/parsed-document.ts';
import { errorCatalogue } from './errors.ts';
import { keepLoaded } from './nlp/child/keep-loaded.ts';
import { bundledModel } from './nlp/model-folder.ts';
import type { TimedStep } from './observe/tracing.ts';
import { LISTS_VARIABLE, useLists } from './operator-lists.ts';
import { packs } from './packs/index.ts';
import { createHolder, opensHeld, tellTooDeep } from './parse/hold-files.ts';
import { openInput } from './parse/open-input.ts';
import { serveChildTasks } from './parse/serve-child-tasks.ts';
import { warmUpParser } from './parse/warm-up.ts';
import { judgeBytes } from './pipeline/judge-bytes.ts';
import { readBytes } from './pipeline/read-bytes.ts';
import {
  emptyRead,
  type ReadOptions,
  type ReadResult,
  type ReadTask,
  type RenderTask,
} from './pipeline/read-result.ts';
import { createReading } from './pipeline/reading.ts';
import { StageError } from './pipeline/run.ts';
import { learnFields } from './pipeline/senders/learn-fields.ts';
import { reasonsToQuarantine } from './pipeline/stages/inspect.ts';
import { createTypeCatalogue, type TypeCatalogue } from './pipeline/type-catalogue.ts';
import { parseUserTypes } from './pipeline/user-types.ts';
import type { Judged, ValidateTask } from './pipeline/validate-result.ts';
import { warmUp } from './pipeline/warm-up.ts';
import type { EntitySpan } from './recognize/entities/entity-span.ts';
import { passagesOfDocument } from './search/passages/passages-of-document.ts';

// Patterns are compiled once, not first to a form that is thrown away after one use: a third off a first document.
setFlagsFromString('--no-regexp-tier-up');

const builtIn = createTypeCatalogue(packs);
/** By what was declared, the one used last at the end. */
const withUserTypes = new Map<string, TypeCatalogue>();
const MOST_CATALOGUES = 8;

/** Compiling a vocabulary costs milliseconds; a batch, and a workspace, sends the same types with each file. */
function catalogueFor(userTypes: unknown): TypeCatalogue {
  if (userTypes === undefined) return builtIn;
  const key = JSON.stringify(userTypes);
  const catalogue = withUserTypes.get(key) ?? createTypeCatalogue(packs, parseUserTypes(userTypes));
  withUserTypes.delete(key);
  withUserTypes.set(key, catalogue);
  if (withUserTypes.size > MOST_CATALOGUES) withUserTypes.delete(withUserTypes.keys().next().value!);
  return catalogue;
}

function geometryOf({ number, width, height, rotation, skew }: Page): PageGeometry {
  return { number, width, height, rotation, ...(skew === undefined ? {} : { skew }) };
}

/** Keeps the findings and lets go of the records. */
function quarantine(result: ReadResult): void {
  const findings = reasonsToQuarantine(result.documents.flatMap((document) => document.issues));
  if (findings.length === 0) return;
  result.status = 'failed';
  result.documents = [];
  result.findings = findings;
  result.error = { code: 'file.quarantined', message: errorCatalogue['file.quarantined'].title };
}

function learnFrom(doc: ParsedDocument, catalogue: TypeCatalogue, learn: NonNullable<ReadOptions['learn']>) {
  // The values of an XML or JSON file stand where its syntax says: nothing is to be learnt of them.
  if (isDataFormat(doc.format)) return [];
  const pages = doc.pages.filter(({ number }) => learn.pages.includes(number));
  return learnFields(createReading({ ...doc, pages }), catalogue.get(learn.type), learn);
}

function describeParsed(result: ReadResult, doc: ParsedDocument): void {
  result.pages = doc.pageCount;
  result.pageGeometry = doc.pages.map(geometryOf);
  result.language = doc.language;
  result.warnings = doc.warnings;
  if (doc.held) result.held = doc.held;
  result.timings.parse = doc.timings.parse;
  result.timings.ocr = doc.timings.ocr;
  if (result.status === 'succeeded' && doc.warnings.some((warning) => warning.page !== undefined)) {
    result.status = 'partial';
  }
}

/** When the steps of a reading began and how long they took, as the parent puts them into its trace. */
function createSteps() {
  const steps: TimedStep[] = [];
  let ocrStarted: number | undefined;
  const add = (name: string, started: number, ms: number): void => {
    steps.push({ name, startedAt: performance.timeOrigin + started, ms });
  };
  return {
    add,
    ocrBegins(): void {
      ocrStarted ??= performance.now();
    },
    addOcr(ms: number): void {
      if (ms > 0) add('ocr', ocrStarted ?? performance.now() - ms, ms);
      ocrStarted = undefined;
    },
    list: () => steps,
  };
}

/** A child that was started ahead of work has time; one that was started for a file gets it within this time. */
const IDLE_BEFORE_WARM_UP_MS = 40;
let working = false;

/** Goes through what a first document would pay for, and leaves off as soon as there is one. */
async function warmUpWhileIdle(): Promise<void> {
  if (working) return;
  await warmUpParser();
  for (const _ of warmUp(builtIn)) {
    await new Promise((resolve) => setImmediate(resolve));
    if (working) return;
  }
}

const { [LISTS_VARIABLE]: listsFolder } = process.env;
if (listsFolder) await useLists(packs, listsFolder);

const entityFinder = keepLoaded(async () => {
  const { loadEntityFinder } = await import('./nlp/child/entity-finder.ts');
  return loadEntityFinder(bundledModel('entities'));
});

/** Loads the entity model with the first document that wants it; without it such documents are read by rules alone. */
async function findEntities(text: string, report: (error: unknown) => void): Promise<readonly EntitySpan[]> {
  try {
    return await (await entityFinder()).find(text, (work) => work());
  } catch (error) {
    report(error);
    return [];
  }
}

serveChildTasks({
  async read(task: ReadTask, tools): Promise<ReadResult> {
    working = true;
    const started = performance.now();
    const { input, options } = task;
    const catalogue = catalogueFor(options.userTypes);
    const opened = await openInput(input.path, { maxBytes: task.maxBytes });
    const result = emptyRead(input.name, opened.sha256);
    let parsed: ParsedDocument | undefined;
    const steps = createSteps();
    try {
      const { run } = await readBytes(
        opened.bytes,
        catalogue,
        {
          parse: {
            name: input.name,
            sha256: opened.sha256,
            ...(options.password === undefined ? {} : { password: options.password }),
            ...(options.pagesOnly ? { pagesOnly: true } : {}),
            limits: { maxBytes: task.maxBytes, ocrPageMs: task.ocrPageMs },
            onProgress: (stage) => {
              if (stage === 'ocr') steps.ocrBegins();
              tools.progress(stage);
            },
            extendTime: (ms) => tools.extendTime(ms),
            ...(opensHeld(options.hold) ? { hold: createHolder(options.hold) } : {}),
          },
          ...(options.typeHint ? { typeHint: options.typeHint } : {}),
          ...(options.asType ? { asType: options.asType } : {}),
          ...(options.hiddenText ? { hiddenText: options.hiddenText } : {}),
          ...(options.lessons ? { lessons: options.lessons } : {}),
          ...(options.shifts ? { shifts: options.shifts } : {}),
          ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
          findEntities: (text) => findEntities(text, tools.report),
          keepCandidates: options.keepCandidates ?? false,
          clock: () => performance.now(),
          onStep: steps.add,
        },
        (doc) => {
          steps.addOcr(doc.timings.ocr);
          tellTooDeep(doc, options.hold);
          parsed = doc;
          tools.progress('extract');
        },
      );
      result.documents = run.documents;
      result.trace = run.trace;
      if (options.hiddenText === 'quarantine') quarantine(result);
    } catch (error) {
      if (!(error instanceof StageError)) throw error;
      tools.report(error);
      result.status = 'partial';
      result.trace = error.trace;
      result.error = { code: 'internal', message: `The stage "${error.stage}" failed; what came before it is kept.` };
    }
    if (parsed) describeParsed(result, parsed);
    // What a quarantined file holds stays closed with it.
    if (result.findings) delete result.held;
    for (const { stage, ms } of result.trace ?? []) result.timings[stage] = ms;
    result.timings.total = performance.now() - started;
    for (const [stage, ms] of Object.entries(result.timings)) result.timings[stage] = Math.round(ms * 10) / 10;
    if (options.keepParsed && parsed) result.parsed = parsed;
    if (options.learn && parsed && !result.findings) result.learnt = learnFrom(parsed, catalogue, options.learn);
    if (options.keepPassages && parsed && !result.findings) result.passages = passagesOfDocument(parsed).passages;
    if (task.timed) result.steps = steps.list();
    return result;
  },

  async validate({ input, password, maxBytes, ocrPageMs }: ValidateTask, tools): Promise<Judged> {
    working = true;
    const { bytes, sha256 } = await openInput(input.path, { maxBytes });
    return judgeBytes(bytes, builtIn, {
      parse: {
        name: input.name,
        sha256,
        ...(password === undefined ? {} : { password }),
        limits: { maxBytes, ocrPageMs },
        extendTime: (ms) => tools.extendTime(ms),
      },
      clock: () => performance.now(),
    });
  },

  async render(task: RenderTask): Promise<Uint8Array> {
    const { renderPage } = await import('./parse/render-page.ts');
    const { bytes } = await openInput(task.input.path, { maxBytes: task.maxBytes });
    return renderPage(bytes, task.view);
  },
});

// What fails here fails again, and is told, when a file is read.
setTimeout(() => void warmUpWhileIdle().catch(() => undefined), IDLE_BEFORE_WARM_UP_MS).unref();
