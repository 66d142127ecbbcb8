import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../src/parse/text.ts';
import { testContext } from './context.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const linesOf = async (input: Uint8Array, context = testContext()) =>
  (await parseText(input, context)).pages.map((page) => page.lines.map((line) => line.text));

describe('plain text', () => {
  test('stands on a grid: same column, same place; wide gaps part columns', async () => {
    const { pages } = await parseText(
      bytes('Item          Price\nHammer        18.50\nNails          2.00'),
      testContext(),
    );
    const lines = pages[0]!.lines;
    expect(lines.map((line) => [line.row, line.text])).toEqual([
      [0, 'Item'],
      [0, 'Price'],
      [1, 'Hammer'],
      [1, '18.50'],
      [2, 'Nails'],
      [2, '2.00'],
    ]);
    expect(lines[1]!.box[0]).toBe(lines[3]!.box[0]);
    expect(lines[3]!.box[2]).toBe(lines[5]!.box[2]);
    expect(lines[2]!.box[1] - lines[0]!.box[1]).toBe(12);
  });

  test('a short text stands at the top of a sheet; a long one makes the page longer', async () => {
    const pageOf = async (rows: number) =>
      (
        await parseText(
          bytes(Array.from({ length: rows }, () => 'forty columns of text on each of its rows').join('\n')),
          testContext(),
        )
      ).pages[0]!;
    const short = await pageOf(3);
    expect(short.height / short.width).toBeCloseTo(Math.SQRT2, 2);
    expect(short.lines.at(-1)!.box[3] / short.height).toBeLessThan(0.2);
    const long = await pageOf(80);
    expect(long.height).toBeGreaterThan(long.width * 1.5);
  });

  test('keeps words a space or two apart on one line, and paragraphs apart', async () => {
    const { pages } = await parseText(bytes('One sentence.  Another one.\nand on.\n\nNext paragraph'), testContext());
    expect(pages[0]!.lines.map((line) => line.text)).toEqual([
      'One sentence. Another one.',
      'and on.',
      'Next paragraph',
    ]);
    expect(pages[0]!.blocks.map((block) => block.lines)).toEqual([[0, 1], [2]]);
  });

  test('has tab stops every eight columns', async () => {
    const [{ pages }, spaces] = await Promise.all([
      parseText(bytes('Qty\tName\n12\tBolt'), testContext()),
      parseText(bytes('Qty     Name\n12      Bolt'), testContext()),
    ]);
    expect(pages[0]!.lines).toEqual(spaces.pages[0]!.lines);
  });

  test('begins a page at each form feed', async () => {
    expect(await linesOf(bytes('first\fsecond\f\n'))).toEqual([['first'], ['second']]);
  });

  test('without form feeds is cut into pages of bounded length, losing no line', async () => {
    const pages = await linesOf(bytes(Array.from({ length: 1500 }, (_, i) => `line ${i}`).join('\n')));
    expect(pages.length).toBe(3);
    expect(pages.flat()).toHaveLength(1500);
    expect(pages.flat().at(-1)).toBe('line 1499');
  });

  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes('Größe 5 €')],
    ['UTF-8 with a mark', bytes('\uFEFFGröße 5 €')],
    ['UTF-16', Buffer.from('\uFEFFGröße 5 €', 'utf16le')],
    ['Windows-1252', Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x35, 0x20, 0x80])],
  ])('is read in %s', async (_, input) => {
    expect(await linesOf(input)).toEqual([['Größe 5 €']]);
  });

  test('with a few broken bytes is read, with a warning', async () => {
    const broken = Buffer.concat([
      bytes('Zürich, Köln, Düsseldorf, Gießen, Fürth '),
      Buffer.from([0xc3, 0x28]),
      bytes(' Ende'),
    ]);
    const context = testContext();
    const lines = await linesOf(broken, context);
    expect(lines[0]![0]).toContain('Zürich, Köln');
    expect(lines[0]![0]).toContain('Ende');
    expect(context.codes()).toEqual(['text.encoding']);
  });

  test('with a paragraph in one line is wrapped between words, losing none', async () => {
    const prose = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ');
    const { pages } = await parseText(bytes(prose), testContext());
    expect(pages[0]!.lines.length).toBeGreaterThan(15);
    expect(pages[0]!.lines.map((line) => line.text).join(' ')).toBe(prose);
    expect(pages[0]!.width).toBeLessThan(800);
  });

  test('with a wide table in it is not wrapped', async () => {
    const row = Array.from({ length: 14 }, (_, i) => `column ${i}`.padEnd(15)).join('');
    const { pages } = await parseText(bytes(`${row}\n${row}`), testContext());
    expect(new Set(pages[0]!.lines.map((line) => line.row)).size).toBe(2);
  });

  test('of one endless line costs neither time nor memory beyond the limit', async () => {
    const context = testContext({ maxTextBytes: 2_000_000, maxWordsPerPage: 1_000 });
    const start = performance.now();
    const { pages } = await parseText(Buffer.alloc(5_000_000, 'x'), context);
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(pages.flatMap((page) => page.lines).every((line) => line.text.length <= 600)).toBe(true);
    expect(context.codes()).toContain('text.cut');
  });

  test('keeps no more words of a page than allowed, and says so', async () => {
    const context = testContext({ maxWordsPerPage: 10 });
    const { pages } = await parseText(bytes('a b c d e f g h\ni j k l m n o p'), context);
    expect(pages[0]!.lines.flatMap((line) => line.words)).toHaveLength(10);
    expect(context.codes()).toEqual(['words.cut']);
  });

  test('of white space alone is empty', async () => {
    await expect(parseText(bytes(' \n\t\f\n'), testContext())).rejects.toMatchObject({ code: 'file.empty' });
  });

  test('never fails on any bytes but with a code, and never loses a word of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (input) => {
        const outcome = await parseText(input, testContext()).catch((error: { code?: string }) => error.code);
        expect(outcome === 'file.empty' || typeof outcome === 'object').toBe(true);
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[A-Za-z0-9éß€]{1,12}$/), { minLength: 1, maxLength: 200 }),
        async (words) => {
          const { pages } = await parseText(bytes(words.join(' ')), testContext());
          expect(pages.flatMap((page) => page.lines.flatMap((line) => line.words.map((w) => w.text)))).toEqual(words);
        },
      ),
    );
  });
});
