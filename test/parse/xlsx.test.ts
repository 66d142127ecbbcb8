import { type WriteSheet, writeOds, writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { columnName, sheetName } from '../../src/parse/xlsx/cell-name.ts';
import { showValue } from '../../src/parse/xlsx/show-value.ts';
import { parseOds, parseXlsx } from '../../src/parse/xlsx.ts';
import { makeZip } from '../support/make-zip.ts';
import { testContext } from './context.ts';

const read = async (sheets: WriteSheet[], context = testContext()) => parseXlsx(await writeXlsx({ sheets }), context);
type Read = Awaited<ReturnType<typeof read>>;
const linesOf = (doc: Read): string[] => doc.pages.flatMap((page) => page.lines.map((line) => line.text));
const locatorOf = (doc: Read, text: string): string | undefined =>
  doc.pages.flatMap((page) => page.lines.flatMap((line) => line.words)).find((word) => word.text === text)?.locator;

const ITEMS = [
  ['Item', 'Qty', 'Price'],
  ['Chair', 4, 99.5],
  ['Table', 1, 1249],
];

/** The least that makes a workbook, so that its one sheet may be anything. */
function bareWorkbook(sheet: string, doctype = ''): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"`;
  const rels = (id: string, type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels('r1', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels('r1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${doctype}<worksheet ${main}>${sheet}</worksheet>`,
  };
  return makeZip(
    Object.entries(parts).map(([name, xml]) => ({ name, content: Buffer.from(`<?xml version="1.0"?>${xml}`) })),
  );
}

describe('a workbook', () => {
  test('is read sheet by sheet, each word with its cell', async () => {
    const doc = await read([
      { name: 'Offer', rows: ITEMS },
      { name: 'Terms 2', rows: [['Payment', '30 days']] },
    ]);
    expect(doc.pages.map((page) => page.number)).toEqual([1, 2]);
    expect(linesOf(doc)).toEqual(
      ['Item', 'Qty', 'Price', 'Chair', '4', '99.5', 'Table', '1', '1249'].concat(['Payment', '30 days']),
    );
    expect(locatorOf(doc, '99.5')).toBe('Offer!C2');
    expect(locatorOf(doc, 'days')).toBe("'Terms 2'!B1");
    expect(doc.pages[0]!.tables[0]).toMatchObject({ rows: 3, columns: 3 });
  });

  test('shows values by their number formats', async () => {
    const style = (numFmt: string) => ({ style: { numFmt } });
    const doc = await read([
      {
        name: 'A',
        rows: [['Net', 1234.5, 0.19, new Date(Date.UTC(2026, 2, 9)), true]],
        cells: new Map(
          Object.entries({
            '0,1': { value: 1234.5, ...style('"$"#,##0.00') },
            '0,2': { value: 0.19, ...style('0%') },
            '0,3': { value: new Date(Date.UTC(2026, 2, 9)), ...style('m/d/yy') },
          }),
        ),
      },
    ]);
    expect(linesOf(doc)).toEqual(['Net', '$1,234.50', '19%', '2026-03-09', 'TRUE']);
  });

  test('writes decimals as the language of its texts does', async () => {
    const german = ['Rechnung für die Lieferung der Ware', 'Menge', 'und Preis der Artikel', 1234.5];
    const doc = await read([
      { name: 'A', rows: [german], cells: new Map([['0,3', { value: 1234.5, style: { numFmt: '#,##0.00' } }]]) },
    ]);
    expect(linesOf(doc).at(-1)).toBe('1.234,50');
  });

  test('reads the last value of a formula, and tells when the file holds none', async () => {
    const context = testContext();
    const cells = new Map([
      ['1,0', { formula: 'SUM(A1)', value: 7, formulaResult: 7 }],
      ['2,0', { formula: 'SUM(A9)', value: null }],
    ]);
    const doc = await read([{ name: 'A', rows: [[7], [7], [null]], cells }], context);
    expect(linesOf(doc)).toEqual(['7', '7']);
    expect(context.codes()).toEqual(['xlsx.formulas']);
  });

  test('keeps hidden rows, columns, sheets and white text out of the pages, and reports them', async () => {
    const doc = await read([
      {
        name: 'A',
        rows: [
          ['Seen', 'hidden column'],
          ['hidden row', null],
          ['white text', null],
        ],
        columns: [{}, { hidden: true }],
        rowDefs: new Map([[1, { hidden: true }]]),
        cells: new Map([['2,0', { value: 'white text', style: { font: { color: { rgb: 'FFFFFF' } } } }]]),
      },
      { name: 'B', rows: [['hidden sheet']], hidden: true },
    ]);
    expect(linesOf(doc)).toEqual(['Seen']);
    expect(doc.hidden?.map(({ kind, text }) => [kind, text])).toEqual([
      ['not-displayed', 'hidden column'],
      ['not-displayed', 'hidden row'],
      ['same-colour', 'white text'],
      ['not-displayed', 'hidden sheet'],
    ]);
  });

  test('lets merged and long texts run over empty cells, and keeps columns in line', async () => {
    const title = 'Quotation for the supply of office furniture and accessories';
    const doc = await read([
      {
        name: 'A',
        rows: [[title], ['Supplier', 'ACME'], ...ITEMS],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
      },
    ]);
    const lines = doc.pages[0]!.lines;
    expect(lines[0]!.text).toBe(title);
    const leftOf = (text: string) => lines.find((line) => line.text === text)!.box[0];
    expect(leftOf('Qty')).toBe(leftOf('ACME'));
    expect(leftOf('4')).toBe(leftOf('Qty'));
    expect(leftOf('Qty')).toBeLessThan(200);
  });

  test('says what it left out of a sheet that is too large', async () => {
    const context = testContext();
    const rows = Array.from({ length: 30_000 }, (_, i) => [`Item ${i}`, i, i * 1.5]);
    const doc = await read([{ name: 'Big', rows }], context);
    expect(context.codes()).toEqual(['rows.cut']);
    expect(context.warnings[0]!.message).toMatch(/Only the first \d+ rows of the sheet "Big"/);
    expect(doc.pages.length).toBeGreaterThan(1);
    for (const page of doc.pages) {
      expect(page.lines.reduce((sum, line) => sum + line.words.length, 0)).toBeLessThanOrEqual(
        context.limits.maxWordsPerPage,
      );
    }
  });

  test.each([
    ['no cell', async () => writeXlsx({ sheets: [{ name: 'A', rows: [] }] }), 'file.empty'],
    [
      'a broken archive',
      async () => (await writeXlsx({ sheets: [{ name: 'A', rows: ITEMS }] })).subarray(0, 900),
      'archive.inconsistent',
    ],
    ['no workbook', async () => makeZip([{ name: 'xl/workbook.xml', content: Buffer.from('<x>') }]), 'file.corrupt'],
  ])('with %s ends in a typed error', async (_, make, code) => {
    await expect(parseXlsx(await make(), testContext())).rejects.toMatchObject({ code });
  });

  test('with cells in opposite corners is no sheet of billions', async () => {
    const cell = (at: string) => `<c r="${at}"><v>1</v></c>`;
    const rows = `<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`;
    const doc = await parseXlsx(
      bareWorkbook(`<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
      testContext(),
    );
    expect(linesOf(doc)).toEqual(['1']);
  });

  test('resolves no entities', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a&x;b</t></is></c></row></sheetData>';
    const outcome = await parseXlsx(
      bareWorkbook(sheet, '<!DOCTYPE worksheet [<!ENTITY x "lol">]>'),
      testContext(),
    ).then(
      (doc) => linesOf(doc).join(' '),
      (error: unknown) => (error as { code?: string }).code,
    );
    expect(['file.corrupt', 'a&x;b', 'ab']).toContain(outcome);
  });

  test('of LibreOffice is read the same', async () => {
    const doc = await parseOds(await writeOds({ sheets: [{ name: 'Offer', rows: ITEMS }] }), testContext());
    expect(doc.format).toBe('ods');
    expect(locatorOf(doc, 'Chair')).toBe('Offer!A2');
  });
});

describe('a value', () => {
  const en = { locale: 'en' } as const;
  const noon = new Date(Date.UTC(2026, 4, 3, 12, 30));
  test.each([
    [0.1 + 0.2, 'General', '0.3'],
    [4006381333931, 'General', '4006381333931'],
    [1234567.891, '_-* #,##0.00_-;-* #,##0.00_-', '1,234,567.89'],
    [-12.5, '#,##0.00;[Red](#,##0.00)', '(12.50)'],
    [1234.5, '#,##0.00 [$€-407]', '1,234.50 €'],
    [3, 'no [format', '3'],
    [noon, 'dd/mm/yyyy', '2026-05-03'],
    [noon, 'dd/mm/yyyy hh:mm', '2026-05-03 12:30'],
    [noon, 'h:mm', '12:30'],
    [noon, '"due" d. mmmm yyyy', '2026-05-03'],
    ['text', '@', 'text'],
    [null, 'General', ''],
  ])('%s in the format %s is shown as %s', (value, numFmt, shown) => {
    expect(showValue(value, numFmt, en)).toBe(shown);
  });

  test('has a place as formulas write it', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(['Sheet1', 'Übersicht', "Ann's sheet"].map(sheetName)).toEqual(['Sheet1', 'Übersicht', "'Ann''s sheet'"]);
  });
});
