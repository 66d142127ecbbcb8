// Made-up documents for tests: text typed on a grid becomes a parsed document, as if a PDF had been read.

import { groupBlocks } from '../../src/document/layout/group-lines.ts';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import { packs } from '../../src/packs/index.ts';
import type { PipelineResult } from '../../src/pipeline/run.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { parseUserTypes } from '../../src/pipeline/user-types.ts';
import { pageFromText } from '../recognize/tables/page-from-text.ts';

/** One page per text; columns are parted by two or more spaces, as typed. */
export function documentFromText(texts: string | readonly string[], language: string | null = 'en'): ParsedDocument {
  const pages = [texts].flat().map((text, i) => {
    const page = pageFromText(text, i + 1);
    return { ...page, blocks: groupBlocks(page.lines, page.number) };
  });
  return {
    sha256: '0'.repeat(64),
    mediaType: 'application/pdf',
    format: 'pdf',
    pageCount: pages.length,
    pages,
    language,
    metadata: {},
    attachments: [],
    warnings: [],
    timings: { parse: 0, ocr: 0 },
  };
}

const builtIn = createTypeCatalogue(packs);

/** Reads a made-up page through the whole pipeline. */
export function readText(
  texts: string | readonly string[],
  options: { language?: string; typeHint?: string; userTypes?: unknown } = {},
): PipelineResult {
  const catalogue =
    options.userTypes === undefined ? builtIn : createTypeCatalogue(packs, parseUserTypes(options.userTypes));
  let now = 0;
  return runPipeline(documentFromText(texts, options.language ?? 'en'), catalogue, {
    ...(options.typeHint ? { typeHint: options.typeHint } : {}),
    clock: () => now++,
  });
}
