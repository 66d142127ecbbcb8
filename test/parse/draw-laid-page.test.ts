import { describe, expect, it } from 'vitest';
import { drawLaidPage } from '../../src/parse/draw-laid-page.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { renderPage } from '../../src/parse/render-page.ts';

const parse = (bytes: Uint8Array) => parseDocument(bytes, { name: 'made' });

describe('a page that was laid out', () => {
  it.each([
    [
      'text',
      'Invoice 17\n\nPos  Description   Amount\n1    Drill bits    12,50 €\n     Gesamtbetrag  12,50 € (Größe ½)',
      'Courier' as const,
    ],
    ['XML', '<order><no>17</no><buyer><name>Müller &amp; Söhne (Kiel) \\ 3</name></buyer></order>', 'Courier' as const],
    [
      'HTML',
      '<html><body><h1>Invoice 17</h1><table><tr><td>Drill</td><td><b>12.50</b></td></tr></table></body></html>',
      'Helvetica' as const,
    ],
  ])('is drawn so that reading the drawing gives its words where they stood: %s', async (_, text, typeface) => {
    const page = (await parse(Buffer.from(text))).pages[0]!;
    const again = (await parse(drawLaidPage(page, typeface))).pages[0]!;
    expect([again.width, again.height].map(Math.round)).toEqual([page.width, page.height].map(Math.round));
    const words = page.lines.flatMap((line) => line.words);
    const drawn = again.lines.flatMap((line) => line.words);
    expect(drawn.map((word) => word.text).join(' ')).toBe(words.map((word) => word.text).join(' '));
    for (const word of words) {
      const there = drawn.some(
        ({ text: said, box }) =>
          said === word.text && Math.abs(box[0] - word.box[0]) < 3 && Math.abs(box[3] - word.box[3]) < 5,
      );
      expect(there, word.text).toBe(true);
    }
  });

  it('has letters without accents where the typeface lacks them, and question marks for the rest', async () => {
    const page = (await parse(Buffer.from('Łódź Dvořák 東京'))).pages[0]!;
    const again = (await parse(drawLaidPage(page, 'Courier'))).pages[0]!;
    expect(again.lines[0]!.text).toBe('?ódz Dvorák ??');
  });

  it('becomes a picture of the size that its boxes count in', async () => {
    const bytes = Buffer.from('<a><b>one</b></a>');
    const { width, height } = (await parse(bytes)).pages[0]!;
    const png = Buffer.from(await renderPage(bytes, { page: 1, dpi: 72 }));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(Math.abs(png.readUInt32BE(16) - width)).toBeLessThanOrEqual(1);
    expect(Math.abs(png.readUInt32BE(20) - height)).toBeLessThanOrEqual(1);
  });
});
