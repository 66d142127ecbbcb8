// Text that says one thing where the page shows another: found by reading the picture of the places that matter.

import { expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { readBytes } from '../../src/pipeline/read-bytes.ts';
import type { HiddenTextPolicy } from '../../src/pipeline/stages/inspect.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { cleanInvoicePdf, pdfWithLyingFont } from '../support/hostile-documents.ts';

const catalogue = createTypeCatalogue(packs);

async function read(bytes: Uint8Array, hiddenText: HiddenTextPolicy = 'review') {
  const options = { parse: { name: 'a.pdf' }, hiddenText, clock: () => 0 };
  const { run } = await readBytes(bytes, catalogue, options, () => {});
  const record = run.documents[0]!;
  return { record, issues: record.issues.filter(({ rule }) => rule.startsWith('document/')) };
}

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

it('a clean page is not compared unless the policy is strict, and then agrees', async () => {
  expect((await read(cleanInvoicePdf, 'quarantine')).issues).toEqual([]);
  expect((await read(pdfWithLyingFont, 'note')).issues).toMatchObject([{ severity: 'info' }]);
});
