// Files that hold several papers: real documents of several pages or one, put behind each other three at a time. Where does the reader
// begin a new paper, and where does it tear one apart?

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page, ParsedDocument } from '../../src/document/parsed-document.ts';
import { packs } from '../../src/packs/index.ts';
import { splitBundle } from '../../src/pipeline/split-bundle.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import type { Measure, MeasureContext } from './measure.ts';

const FOLDERS = ['e-invoices/hybrid-pdf', 'invoices-mixed', 'ad-orders', 'other-types'];
const PAPERS_EACH = 3;
const SINGLES_LIMIT = 150;

export const bundlesMeasure: Measure = {
  name: 'bundles',
  async run(context) {
    const papers = await readPapers(context);
    if (papers.length < PAPERS_EACH) return undefined;
    const catalogue = createTypeCatalogue(packs);
    let [found, right, wanted, exact, bundles] = [0, 0, 0, 0, 0];
    for (let i = 0; i + PAPERS_EACH <= papers.length; i++) {
      const { doc, begins } = joinPapers(papers.slice(i, i + PAPERS_EACH));
      const told = splitBundle(doc, catalogue)
        .slice(1)
        .map((pages) => pages[0]!);
      const hits = told.filter((page) => begins.includes(page)).length;
      found += told.length;
      right += hits;
      wanted += begins.length;
      bundles += 1;
      if (hits === begins.length && told.length === hits) exact += 1;
    }
    const torn = papers.filter((doc) => splitBundle(doc, catalogue).length > 1);
    if (context.errors) for (const doc of torn) console.log(`torn apart: ${doc.sha256}`);
    const row = (what: string, measured: number, documents: number) => ({
      set: 'bundles of real papers',
      what,
      target: null,
      measured,
      documents,
    });
    return {
      rows: [
        row('beginnings told that are', found === 0 ? 1 : right / found, bundles),
        row('beginnings found', right / wanted, bundles),
        row('split exactly', exact / bundles, bundles),
        row('single papers left whole', 1 - torn.length / papers.length, papers.length),
      ],
      details: { bundles, found, right, wanted, exact, torn: torn.map(({ sha256 }) => sha256) },
    };
  },
};

/** In an order that mixes the sets, the same each time. */
async function readPapers({ data, reader, limit }: MeasureContext): Promise<ParsedDocument[]> {
  const files: string[] = [];
  for (const folder of FOLDERS) {
    const dir = path.join(data, folder);
    const names = await readdir(dir, { recursive: true }).catch(() => []);
    files.push(...names.filter((name) => /\.pdf$/i.test(name)).map((name) => path.join(dir, name)));
  }
  const papers: ParsedDocument[] = [];
  for (const file of files.sort().slice(0, limit)) {
    const { parsed } = await reader.read(
      { path: file, name: path.basename(file) },
      { keepParsed: true, pagesOnly: true },
    );
    if (!parsed?.pages.every((page) => page.source === 'text')) continue;
    if (papers.length < SINGLES_LIMIT && !papers.some(({ sha256 }) => sha256 === parsed.sha256)) papers.push(parsed);
  }
  return papers.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** `begins`: indexes of the pages on which a further paper begins. */
function joinPapers(papers: readonly ParsedDocument[]): { doc: ParsedDocument; begins: number[] } {
  const pages: Page[] = [];
  const begins: number[] = [];
  for (const paper of papers) {
    if (pages.length > 0) begins.push(pages.length);
    for (const page of paper.pages) {
      const number = pages.length + 1;
      pages.push({ ...page, number, lines: page.lines.map((line) => ({ ...line, page: number })) });
    }
  }
  return { doc: { ...papers[0]!, pages, pageCount: pages.length }, begins };
}
