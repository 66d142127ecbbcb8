// Entry of the sandboxed child: file → parsed document → packs → result. Everything a document can influence runs here,
// its regular expressions included, so that a hostile file can only bring down a process that is meant to be killed.

import type { Page, PageGeometry } from './document/parsed-document.ts';
import { packs } from './packs/index.ts';
import { openInput } from './parse/open-input.ts';
import { parseDocument } from './parse/parse-document.ts';
import { serveChildTasks } from './parse/serve-child-tasks.ts';
import type { ReadResult, ReadTask, RenderTask } from './pipeline/read-result.ts';
import { runPipeline, StageError } from './pipeline/run.ts';
import { createTypeCatalogue, type TypeCatalogue } from './pipeline/type-catalogue.ts';
import { parseUserTypes } from './pipeline/user-types.ts';

const builtIn = createTypeCatalogue(packs);
let lastUserTypes: { key: string; catalogue: TypeCatalogue } | undefined;

/** Compiling a vocabulary costs milliseconds; a batch sends the same types with each file. */
function catalogueFor(userTypes: unknown): TypeCatalogue {
  if (userTypes === undefined) return builtIn;
  const key = JSON.stringify(userTypes);
  if (lastUserTypes?.key !== key)
    lastUserTypes = { key, catalogue: createTypeCatalogue(packs, parseUserTypes(userTypes)) };
  return lastUserTypes.catalogue;
}

function geometryOf({ number, width, height, rotation, skew }: Page): PageGeometry {
  return { number, width, height, rotation, ...(skew === undefined ? {} : { skew }) };
}

serveChildTasks({
  async read(task: ReadTask, tools): Promise<ReadResult> {
    const started = performance.now();
    const { input, options } = task;
    const catalogue = catalogueFor(options.userTypes);
    const opened = await openInput(input.path, { maxBytes: task.maxBytes });
    const doc = await parseDocument(opened.bytes, {
      name: input.name,
      sha256: opened.sha256,
      ...(options.password === undefined ? {} : { password: options.password }),
      limits: { maxBytes: task.maxBytes },
      onProgress: (stage) => tools.progress(stage),
      extendTime: (ms) => tools.extendTime(ms),
    });
    const result: ReadResult = {
      file: input.name,
      sha256: opened.sha256,
      status: 'succeeded',
      pages: doc.pageCount,
      pageGeometry: doc.pages.map(geometryOf),
      language: doc.language,
      documents: [],
      warnings: doc.warnings,
      timings: { parse: doc.timings.parse, ocr: doc.timings.ocr },
      error: null,
    };
    tools.progress('extract');
    try {
      const run = runPipeline(doc, catalogue, {
        ...(options.typeHint ? { typeHint: options.typeHint } : {}),
        clock: () => performance.now(),
      });
      result.documents = run.documents;
      result.trace = run.trace;
    } catch (error) {
      if (!(error instanceof StageError)) throw error;
      result.status = 'partial';
      result.trace = error.trace;
      result.error = { code: 'internal', message: `The stage "${error.stage}" failed; what came before it is kept.` };
    }
    if (doc.warnings.some((warning) => warning.page !== undefined)) result.status = 'partial';
    for (const { stage, ms } of result.trace ?? []) result.timings[stage] = ms;
    result.timings.total = performance.now() - started;
    for (const [stage, ms] of Object.entries(result.timings)) result.timings[stage] = Math.round(ms * 10) / 10;
    if (options.keepParsed) result.parsed = doc;
    return result;
  },

  async render(task: RenderTask): Promise<Uint8Array> {
    const { renderPage } = await import('./parse/render-page.ts');
    const { bytes } = await openInput(task.input.path, { maxBytes: task.maxBytes });
    return renderPage(bytes, task.view);
  },
});
