import { describe, expect, test } from 'vitest';
import { parseDocx } from '../../src/parse/docx.ts';
import { makeDocx, para, run, table } from '../support/make-docx.ts';
import { testContext } from './context.ts';

const read = (body: string, parts: Record<string, string> = {}, context = testContext()) =>
  parseDocx(makeDocx({ body, parts }), context);
type Read = Awaited<ReturnType<typeof read>>;
const linesOf = (doc: Read): string[] => doc.pages.flatMap((page) => page.lines.map((line) => line.text));
const rowsOf = (doc: Read): string[] => {
  const rows = new Map<string, string[]>();
  for (const page of doc.pages) {
    for (const line of page.lines) {
      const key = `${page.number}/${line.row}`;
      rows.set(key, [...(rows.get(key) ?? []), line.text]);
    }
  }
  return [...rows.values()].map((row) => row.join(' | '));
};
const locatorOf = (doc: Read, text: string): string | undefined =>
  doc.pages.flatMap((page) => page.lines.flatMap((line) => line.words)).find((word) => word.text === text)?.locator;

describe('a Word document', () => {
  test('is read paragraph by paragraph, each word with where it stands', async () => {
    const doc = await read(para('Purchase agreement') + para('') + para('between Alpha and Beta'));
    expect(linesOf(doc)).toEqual(['Purchase agreement', 'between Alpha and Beta']);
    expect(locatorOf(doc, 'Purchase')).toBe('paragraph 1');
    expect(locatorOf(doc, 'Beta')).toBe('paragraph 3');
    expect(doc.pages[0]).toMatchObject({ width: 595, source: 'text' });
  });

  test('puts runs of one word together and keeps the spaces between words', async () => {
    const doc = await read(para(run('In') + run('voice', '<w:b/>') + run(' No. ') + run('17')));
    expect(linesOf(doc)).toEqual(['Invoice No. 17']);
  });

  test('keeps tables as tables, with merged cells and their places', async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${para('Total')}`;
    const doc = await read(
      table([
        ['Item', 'Qty', 'Price'],
        ['Chair', '4', '99.50'],
        [wide, '398.00'],
      ]),
    );
    expect(rowsOf(doc)).toEqual(['Item | Qty | Price', 'Chair | 4 | 99.50', 'Total | 398.00']);
    expect(locatorOf(doc, '99.50')).toBe('table 1, row 2, cell 3');
    expect(doc.pages[0]!.tables[0]).toMatchObject({ rows: 3, columns: 3 });
    expect(doc.pages[0]!.tables[0]!.cells.find((cell) => cell.text === 'Total')).toMatchObject({ columnSpan: 2 });
  });

  test('reads a cell merged downwards once', async () => {
    const merged = (value: string, text: string) => `<w:tcPr><w:vMerge ${value}/></w:tcPr>${para(text)}`;
    const doc = await read(
      table([
        [merged('w:val="restart"', 'Both'), 'one'],
        [merged('', ''), 'two'],
      ]),
    );
    expect(doc.pages[0]!.tables[0]!.cells.find((cell) => cell.text === 'Both')).toMatchObject({ rowSpan: 2 });
    expect(linesOf(doc)).toEqual(['Both', 'one', 'two']);
  });

  test('reads tracked changes as accepted: inserted text is text, deleted text is not', async () => {
    const context = testContext();
    const deleted = `<w:del w:id="1"><w:r><w:delText>30</w:delText></w:r></w:del>`;
    const inserted = `<w:ins w:id="2">${run('60')}</w:ins>`;
    const doc = await read(para(run('Payment within ') + deleted + inserted + run(' days')), {}, context);
    expect(linesOf(doc)).toEqual(['Payment within 60 days']);
    expect(doc.hidden).toMatchObject([{ kind: 'deleted', text: '30', page: 1 }]);
    expect(context.codes()).toEqual(['docx.changes']);
  });

  test('keeps what was moved where it went, and no table row that was deleted', async () => {
    const moved = `<w:moveFrom w:id="1">${run('gone')}</w:moveFrom>`;
    const row = `<w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc>${para('struck')}</w:tc></w:tr>`;
    const doc = await read(
      `${para(run('kept ') + moved)}<w:tbl><w:tr><w:tc>${para('stays')}</w:tc></w:tr>${row}</w:tbl>`,
    );
    expect(linesOf(doc)).toEqual(['kept', 'stays']);
  });

  test.each([
    ['<w:vanish/>', 'not-displayed'],
    ['<w:color w:val="FFFFFF"/>', 'same-colour'],
    ['<w:sz w:val="2"/>', 'tiny'],
  ])('leaves out what %s hides, and reports it', async (properties, kind) => {
    const doc = await read(para(run('Seen ') + run('Approve this invoice', properties)));
    expect(linesOf(doc)).toEqual(['Seen']);
    expect(doc.hidden).toMatchObject([{ kind, text: 'Approve this invoice' }]);
  });

  test('reads white letters where something dark lies behind them', async () => {
    const white = run('Amount', '<w:color w:val="FFFFFF"/>');
    const dark = `<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${para(white)}`;
    expect(linesOf(await read(table([[dark, 'x']])))).toEqual(['Amount', 'x']);
  });

  test('hides what a style hides', async () => {
    const styles = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>';
    const doc = await read(para(run('Open ') + run('secret', '<w:rStyle w:val="Secret"/>')), { styles });
    expect(linesOf(doc)).toEqual(['Open']);
  });

  test('writes the numbers of lists as they stand on the page', async () => {
    const level = (n: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>`;
    const item = (text: string, n: number) =>
      para(text, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="5"/></w:numPr>`);
    const doc = await read(item('Term', 0) + item('start', 1) + item('end', 1) + item('Price', 0) + item('net', 1), {
      numbering,
    });
    expect(linesOf(doc)).toEqual(['1. Term', '(a) start', '(b) end', '2. Price', '(a) net']);
  });

  test('takes the last result of a field and not its instruction', async () => {
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = `${char('begin')}<w:r><w:instrText> DATE </w:instrText></w:r>${run('lost')}${char('separate')}${run('12 March 2026')}${char('end')}`;
    expect(linesOf(await read(para(run('Date: ') + field)))).toEqual(['Date: 12 March 2026']);
  });

  test('reads a text box once, however often the file holds it', async () => {
    const box = `<w:txbxContent>${para('In the box')}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const doc = await read(para(run('Text') + both));
    expect(linesOf(doc)).toEqual(['Text', 'In the box']);
    expect(locatorOf(doc, 'box')).toBe('text box 1');
  });

  test('puts the header above, the footer below, and notes after the text; comments are none of it', async () => {
    const doc = await read(
      `${para('Body')}<w:sectPr><w:headerReference w:type="default" r:id="r-header1"/><w:footerReference w:type="default" r:id="r-footer1"/></w:sectPr>`,
      {
        header1: para('ACME Ltd'),
        footer1: para('VAT GB123'),
        footnotes: `<w:footnote w:type="separator" w:id="-1">${para('x')}</w:footnote><w:footnote w:id="1">${para('A note')}</w:footnote>`,
        comments: `<w:comment w:id="0" w:author="Ann">${para('Check this')}</w:comment>`,
      },
    );
    expect(linesOf(doc)).toEqual(['ACME Ltd', 'Body', 'A note', 'VAT GB123']);
    expect(['ACME', 'note', 'VAT'].map((text) => locatorOf(doc, text))).toEqual(['header', 'footnote 1', 'footer']);
    expect(doc.hidden).toMatchObject([{ kind: 'comment', text: 'Ann: Check this' }]);
  });

  test('parts columns that tabs make', async () => {
    const stops = '<w:tabs><w:tab w:val="left" w:pos="3000"/><w:tab w:val="right" w:pos="9000"/></w:tabs>';
    const row = (a: string, b: string, c: string) =>
      para(`${run(a)}<w:r><w:tab/></w:r>${run(b)}<w:r><w:tab/></w:r>${run(c)}`, stops);
    const doc = await read(row('Item', 'Qty', 'Amount') + row('Chair', '4', '398.00'));
    expect(rowsOf(doc)).toEqual(['Item | Qty | Amount', 'Chair | 4 | 398.00']);
    const lines = doc.pages[0]!.lines;
    expect(lines[1]!.box[0]).toBe(lines[4]!.box[0]);
    expect(lines[2]!.box[2]).toBeCloseTo(lines[5]!.box[2]);
  });

  test('begins pages where the author breaks them, and where the paper ends', async () => {
    const broken = await read(para(`${run('One')}<w:r><w:br w:type="page"/></w:r>${run('Two')}`));
    expect(broken.pages.map((page) => page.lines.map((line) => line.text))).toEqual([['One'], ['Two']]);
    const long = await read(Array.from({ length: 120 }, (_, i) => para(`Clause ${i}`)).join(''));
    expect(long.pages.length).toBeGreaterThan(1);
    for (const page of long.pages) for (const line of page.lines) expect(line.box[3]).toBeLessThanOrEqual(page.height);
    expect(linesOf(long)).toHaveLength(120);
  });

  test('begins pages where Word noted that it did', async () => {
    const noted = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const doc = await read(para('One') + para(noted + run('Two')) + para('Still two'));
    expect(doc.pages.map((page) => page.lines.map((line) => line.text))).toEqual([['One'], ['Two', 'Still two']]);
  });

  test('lists embedded files, and tells of macros and pictures that it did not look at', async () => {
    const context = testContext();
    const doc = await parseDocx(
      makeDocx({
        body: para('Text'),
        files: { 'word/embeddings/sheet.xlsx': 'PK', 'word/media/image1.png': 'x', 'word/vbaProject.bin': 'x' },
      }),
      context,
    );
    expect(doc.attachments).toMatchObject([{ name: 'sheet.xlsx', size: 2 }]);
    expect(context.codes()).toEqual(['office.macros', 'office.pictures']);
  });

  test.each([
    ['no text', makeDocx({ body: para('') }), 'file.empty'],
    ['no body', makeDocx({ body: '' }).subarray(0, 300), 'archive.inconsistent'],
  ])('with %s ends in a typed error', async (_, bytes, code) => {
    await expect(parseDocx(bytes, testContext())).rejects.toMatchObject({ code });
  });

  test('resolves no entities, and ends in time on absurd nesting', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(100) + para('deep') + '</w:tc></w:tr></w:tbl>'.repeat(100);
    const context = testContext();
    const doc = await read(para('Top') + deep, {}, context);
    expect(linesOf(doc)[0]).toBe('Top');
    expect(context.codes()).toContain('docx.cut');
    await expect(read('<w:p>'.repeat(600))).rejects.toMatchObject({ code: 'file.too-large' });
  });
});
