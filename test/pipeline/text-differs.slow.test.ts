// Text that says one thing where the page shows another: found by reading the picture of the places that matter.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { chooseEngine, closeEngines, type EngineChoice } from '../../src/parse/ocr/engines.ts';
import { renderPage } from '../../src/parse/render-page.ts';
import { readBytes } from '../../src/pipeline/read-bytes.ts';
import type { HiddenTextPolicy } from '../../src/pipeline/stages/inspect.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { cleanInvoicePdf, pdfWithLyingFont, scanWithLayer } from '../support/hostile-documents.ts';

const catalogue = createTypeCatalogue(packs);

async function read(bytes: Uint8Array, hiddenText: HiddenTextPolicy = 'review') {
  const options = { parse: { name: 'a.pdf' }, hiddenText, clock: () => 0 };
  const { run } = await readBytes(bytes, catalogue, options, () => {});
  const record = run.documents[0]!;
  return { record, issues: record.issues.filter(({ rule }) => rule.startsWith('document/')) };
}

describe.each<EngineChoice>(['auto', 'tesseract.js'])('with the OCR engine %s', (engine) => {
  beforeAll(() => chooseEngine(engine));
  afterAll(async () => {
    await closeEngines();
    chooseEngine('auto');
  });

  it('a font that draws other digits than it says is found out', async () => {
    const { record, issues } = await read(pdfWithLyingFont);
    expect(issues).toMatchObject([
      {
        rule: 'document/text-differs',
        severity: 'error',
        path: 'grossTotal',
        message: expect.stringMatching(/“7,790\.00”.*“1, ?190\. ?00”/),
        evidence: [{ page: 1, text: '7,790.00' }],
      },
    ]);
    expect(record.assessment?.verdict).toBe('blocked');
  });

  it('a text layer that says other than its scan is found out, and a true one is not', async () => {
    const scan = await renderPage(cleanInvoicePdf, { page: 1, dpi: 150 });
    const lying = await scanWithLayer(scan, {
      'IBAN: DE89 3704 0044 0532 0130 00': 'IBAN: GB29 NWBK 6016 1331 9268 19',
    });
    const found = (await read(lying)).issues.filter(({ rule }) => rule === 'document/text-differs');
    expect(found).toMatchObject([{ path: expect.stringMatching(/iban/i), evidence: [{ page: 1 }] }]);
    expect((await read(await scanWithLayer(scan))).issues).toEqual([]);
  });
});
