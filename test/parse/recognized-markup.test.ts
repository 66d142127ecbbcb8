import { describe, expect, test } from 'vitest';
import { parseAlto } from '../../src/parse/alto.ts';
import { parseHocr } from '../../src/parse/hocr.ts';
import { parseOcrLines } from '../../src/parse/ocr-lines.ts';
import { testContext } from './context.ts';

const hocrOf = (pages: string) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
  <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
  <html xmlns="http://www.w3.org/1999/xhtml"><head><title>scan</title><meta name='ocr-system' content='tesseract 5.3.0'/></head>
  <body>${pages}</body></html>`);
const hocrWord = (text: string, box: string, more = '') =>
  `<span class='ocrx_word' title='bbox ${box}; x_wconf 96${more}'>${text}</span>`;

describe('hOCR', () => {
  const page = hocrOf(`<div class='ocr_page' title='image "a;b.png"; bbox 0 0 2480 3508; ppageno 0; scan_res 300 300'>
    <p class='ocr_par'><span class='ocr_line' title='bbox 300 300 900 350; baseline 0 -5'>
    ${hocrWord('<strong>Invoice</strong>', '300 300 600 350')} ${hocrWord('R&amp;D', '620 300 900 350')}</span></p></div>`);

  test('gives words in points with their confidence', async () => {
    const { pages, metadata, format } = await parseHocr(page, testContext());
    expect([format, metadata]).toEqual(['hocr', { title: 'scan', producer: 'tesseract 5.3.0' }]);
    expect(pages[0]).toMatchObject({ number: 1, source: 'ocr', confidence: 0.96 });
    expect(pages[0]!.width).toBeCloseTo(595.2);
    expect(pages[0]!.lines[0]!.text).toBe('Invoice R&D');
    expect(pages[0]!.lines[0]!.words[0]).toEqual({ text: 'Invoice', box: [72, 72, 144, 84], confidence: 0.96 });
  });

  test('estimates the resolution when the file does not know it', async () => {
    const unknown = hocrOf(
      `<div class='ocr_page' title='bbox 0 0 1240 1754; scan_res 70 70'>${hocrWord('Total', '100 100 160 120')}</div>`,
    );
    const { pages } = await parseHocr(unknown, testContext());
    expect(pages[0]!.width).toBeCloseTo(595, 0);
  });

  test('cuts lines without word boxes into words', async () => {
    const lines = hocrOf(`<div class='ocr_page' title='bbox 0 0 2480 3508; scan_res 300 300'>
      <span class='ocr_line' title='bbox 300 300 900 350'>Total due now</span></div>`);
    const { pages } = await parseHocr(lines, testContext());
    const words = pages[0]!.lines[0]!.words;
    expect(words.map((word) => word.text)).toEqual(['Total', 'due', 'now']);
    expect(words[0]!.box[0]).toBeCloseTo(72);
    expect(words[2]!.box[2]).toBeCloseTo(216);
    expect(words[0]!.box[2]).toBeLessThan(words[1]!.box[0]);
  });

  test('has as many pages as the file, up to the limit', async () => {
    const many = hocrOf(
      `<div class='ocr_page' title='bbox 0 0 600 800'>${hocrWord('one', '10 10 40 20')}</div>`.repeat(3),
    );
    const context = testContext({ maxPages: 2 });
    const { pages, pageCount } = await parseHocr(many, context);
    expect([pages.length, pageCount, pages[1]!.number]).toEqual([2, 3, 2]);
    expect(context.codes()).toEqual(['pages.cut']);
  });

  test('leaves out words with impossible boxes', async () => {
    const odd =
      hocrOf(`<div class='ocr_page' title='bbox 0 0 600 800'>${hocrWord('a', '10 10 10 20')}${hocrWord('b', 'x y z w')}
      ${hocrWord('c', '-5 10 20 20')}${hocrWord('good', '10 10 40 20')}</div>`);
    const { pages } = await parseHocr(odd, testContext());
    expect(pages[0]!.lines.flatMap((line) => line.words.map((word) => word.text))).toEqual(['good']);
  });

  test('that is cut off is read with a warning; without a page it is corrupt', async () => {
    const context = testContext();
    const text = page.toString();
    const cut = Buffer.from(text.slice(0, text.indexOf('R&amp;D')));
    expect((await parseHocr(cut, context)).pages[0]!.lines[0]!.text).toBe('Invoice');
    expect(context.codes()).toEqual(['markup.cut']);
    await expect(parseHocr(hocrOf('<p>nothing</p>'), testContext())).rejects.toMatchObject({ code: 'file.corrupt' });
  });
});

const altoOf = (unit: string, pages: string, prefix = '') => {
  const p = prefix === '' ? '' : `${prefix}:`;
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return Buffer.from(`<?xml version="1.0"?><${p}alto ${xmlns}="http://www.loc.gov/standards/alto/ns-v4#"><${p}Description>
    <${p}MeasurementUnit>${unit}</${p}MeasurementUnit><${p}sourceImageInformation><${p}fileName>scan.tif</${p}fileName>
    </${p}sourceImageInformation></${p}Description><${p}Layout>${pages}</${p}Layout></${p}alto>`);
};
const altoString = (text: string, at: [number, number, number, number], p = '') =>
  `<${p}String CONTENT="${text}" HPOS="${at[0]}" VPOS="${at[1]}" WIDTH="${at[2]}" HEIGHT="${at[3]}" WC="0.9"/><${p}SP/>`;

describe('ALTO', () => {
  test.each([
    ['tenths of a millimetre', 'mm10', [254, 254, 508, 127]],
    ['twelve-hundredths of an inch', 'inch1200', [1200, 1200, 2400, 600]],
  ] as const)('gives words in points from %s', async (_, unit, at) => {
    const page = `<Page PHYSICAL_IMG_NR="1" WIDTH="${at[0] * 8}" HEIGHT="${at[0] * 11}"><PrintSpace><TextBlock><TextLine>
      ${altoString('Müller &amp; Co', [...at])}</TextLine></TextBlock></PrintSpace></Page>`;
    const { pages, metadata } = await parseAlto(altoOf(unit, page), testContext());
    expect(metadata.title).toBe('scan.tif');
    expect(pages[0]).toMatchObject({ width: 576, height: 792, source: 'ocr', confidence: 0.9 });
    const [word] = pages[0]!.lines[0]!.words;
    expect(word).toMatchObject({ text: 'Müller & Co', confidence: 0.9 });
    for (const [i, value] of [72, 72, 216, 108].entries()) expect(word!.box[i]).toBeCloseTo(value);
  });

  test('estimates the resolution of pixels, and bears any namespace prefix', async () => {
    const page = `<a:Page WIDTH="2480" HEIGHT="3508">${altoString('Total', [300, 300, 150, 40], 'a:')}</a:Page>`;
    const { pages } = await parseAlto(altoOf('pixel', page.repeat(2), 'a'), testContext());
    expect(pages.map((p) => p.number)).toEqual([1, 2]);
    expect(pages[0]!.width).toBeCloseTo(595, 0);
    expect(pages[0]!.lines[0]!.words[0]!.box[0]).toBeCloseTo(72, 0);
  });

  test('expands no entities of its own', async () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY e0 "lol">${entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>
      <alto><Layout><Page WIDTH="600" HEIGHT="800">${altoString('&e20;', [10, 10, 50, 10])}${altoString('&f;', [10, 40, 50, 10])}
      </Page></Layout></alto>`;
    const { pages } = await parseAlto(Buffer.from(bomb), testContext());
    expect(pages[0]!.lines.map((line) => line.text)).toEqual(['&e20;', '&f;']);
  });

  test('that is cut off is read with a warning; without words it is corrupt', async () => {
    const page = `<Page WIDTH="600" HEIGHT="800">${altoString('one', [10, 10, 50, 10])}${altoString('two', [80, 10, 50, 10])}</Page>`;
    const text = altoOf('pixel', page).toString();
    const context = testContext();
    const cut = await parseAlto(Buffer.from(text.slice(0, text.indexOf('two'))), context);
    expect(cut.pages[0]!.lines[0]!.text).toBe('one');
    expect(context.codes()).toEqual(['markup.cut']);
    for (const end of ['CONTENT', '<Page']) {
      const broken = Buffer.from(text.slice(0, text.indexOf(end)));
      await expect(parseAlto(broken, testContext())).rejects.toMatchObject({ code: 'file.corrupt' });
    }
  });
});

describe('lines of somebody else’s OCR', () => {
  test('become words in proportion, on one page, in points', () => {
    const lines = Array.from({ length: 12 }, (_, i) => ({
      box: [100, 100 + i * 40, 500, 128 + i * 40],
      text: `Item number ${i}`,
    }));
    const { pages } = parseOcrLines(lines);
    expect(pages).toHaveLength(1);
    expect(pages[0]!.lines.map((line) => line.text)).toEqual(lines.map((line) => line.text));
    const size = pages[0]!.lines[0]!.box[3] - pages[0]!.lines[0]!.box[1];
    expect(size).toBeGreaterThan(6);
    expect(size).toBeLessThan(16);
  });

  test('may come as four corners in any turn', () => {
    const corners = parseOcrLines([{ box: [10, 20, 110, 22, 110, 42, 10, 40], text: 'Total due' }], {
      width: 200,
      height: 300,
    });
    const bounds = parseOcrLines([{ box: [10, 20, 110, 42], text: 'Total due' }], { width: 200, height: 300 });
    expect(corners).toEqual(bounds);
  });

  test('with broken boxes or no text are left out', () => {
    const { pages } = parseOcrLines([
      { box: [10, 20, 10, 40], text: 'flat' },
      { box: [10, 20, Number.NaN, 40], text: 'nowhere' },
      { box: [1, 2, 3], text: 'short' },
      { box: [10, 20, 90, 40], text: '  ' },
    ]);
    expect(pages[0]).toMatchObject({ source: 'none', lines: [] });
  });
});
