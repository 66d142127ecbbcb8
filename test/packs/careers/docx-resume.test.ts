import { expect, test } from 'vitest';
import { packs } from '../../../src/packs/index.ts';
import { readBytes } from '../../../src/pipeline/read-bytes.ts';
import { createTypeCatalogue } from '../../../src/pipeline/type-catalogue.ts';
import { makeDocx } from '../../support/make-docx.ts';

const catalogue = createTypeCatalogue(packs);

const paragraph = (text: string, { bold = false, size = 22, list = false } = {}): string =>
  `<w:p>${list ? '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' : ''}<w:r><w:rPr>${
    bold ? '<w:b/>' : ''
  }<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const heading = (text: string): string => paragraph(text, { bold: true, size: 28 });
const item = (text: string): string => paragraph(text, { list: true });
const cell = (content: string, width: number): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
const row = (left: string, right: string): string => `<w:tr>${cell(left, 2600)}${cell(right, 6400)}</w:tr>`;

const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

async function read(body: string) {
  const bytes = makeDocx({ body, parts: { numbering } });
  const { run } = await readBytes(bytes, catalogue, { parse: { name: 'cv.docx' }, clock: () => 0 }, () => undefined);
  const [record] = run.documents;
  return { record: record!, get: (path: string) => record!.fields[path]?.value };
}

test('a Word résumé in one column', async () => {
  const { record, get } = await read(
    [
      paragraph('Nora Lind', { bold: true, size: 48 }),
      paragraph('nora.lind@example.org | +46 8 123 456 78 | Stockholm, Sweden'),
      heading('Work Experience'),
      paragraph('Ship Architect, Vasa Marine AB, 2016 – present', { bold: true }),
      item('Drew the hull of two ferries'),
      item('Kept the yard on time'),
      paragraph('Draughtsman, Skeppsvarvet AB, 2012 – 2016', { bold: true }),
      item('Drew what others measured'),
      heading('Education'),
      paragraph('MSc in Naval Architecture, Chalmers University of Technology, 2012', { bold: true }),
      heading('Languages'),
      paragraph('Swedish (native), English (fluent)'),
    ].join(''),
  );
  expect(record.type).toBe('resume');
  expect(get('basics.name')).toBe('Nora Lind');
  expect(get('work[0].position')).toBe('Ship Architect');
  expect(get('work[0].name')).toBe('Vasa Marine AB');
  expect(get('work[0].highlights[1]')).toBe('Kept the yard on time');
  expect(get('work[1].endDate')).toBe('2016');
  expect(get('education[0].area')).toBe('Naval Architecture');
  expect(get('languages[1].fluency')).toBe('fluent');
  expect(record.fields['work[0].name']!.evidence[0]!.locator).toMatch(/^paragraph \d+$/);
});

test('dates in the left cells of a table', async () => {
  const { get } = await read(
    [
      paragraph('Nora Lind', { bold: true, size: 48 }),
      paragraph('nora.lind@example.org'),
      heading('Work Experience'),
      `<w:tbl>${row(paragraph('2016 – present'), paragraph('Ship Architect', { bold: true }) + paragraph('Vasa Marine AB') + item('Drew two ferries'))}${row(
        paragraph('2012 – 2016'),
        paragraph('Draughtsman', { bold: true }) + paragraph('Skeppsvarvet AB') + item('Drew what others measured'),
      )}</w:tbl>`,
      heading('Education'),
      paragraph('MSc in Naval Architecture, Chalmers University of Technology, 2012'),
    ].join(''),
  );
  expect(get('work[0].position')).toBe('Ship Architect');
  expect(get('work[0].name')).toBe('Vasa Marine AB');
  expect(get('work[0].startDate')).toBe('2016');
  expect(get('work[1].position')).toBe('Draughtsman');
  expect(get('work[1].startDate')).toBe('2012');
  expect(get('work[1].highlights[0]')).toBe('Drew what others measured');
});
