import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/parse/html.ts';
import { testContext } from './context.ts';

const read = (html: string | Uint8Array, context = testContext()) =>
  parseHtml(typeof html === 'string' ? Buffer.from(html) : html, context);
const pageOf = async (html: string) => (await read(html)).pages[0]!;
const textOf = async (html: string) => (await pageOf(html)).lines.map((line) => line.text);

describe('HTML', () => {
  test('is blocks below each other, with inline text run together', async () => {
    expect(await textOf('<h1>Order</h1><p>for <b>ten</b> bolts,<br>M<i>4</i></p><div>Thanks</div>')).toEqual([
      'Order',
      'for ten bolts,',
      'M4',
      'Thanks',
    ]);
  });

  test('keeps sizes and weight of words', async () => {
    const [heading, word] = (await pageOf('<h1>Order</h1><p>plain</p>')).lines.map((line) => line.words[0]!);
    expect(heading).toMatchObject({ bold: true, size: 20 });
    expect(word!.size).toBe(10);
    expect(word!.bold).toBeUndefined();
  });

  test.each([
    ['script', '<script>alert(1)</script>'],
    ['style', '<style>p{color:red}</style>'],
    ['template', '<template>secret</template>'],
    ['an element without display', '<p style="color:red; display : none">secret <b>more</b></p>'],
    ['an invisible element', '<span style="visibility:hidden">secret</span>'],
    ['a transparent element', '<span style="opacity:0">secret</span>'],
    ['letters of no size', '<span style="font-size:0px">secret</span>'],
    ['an element marked hidden', '<div hidden>secret<div>more</div></div>'],
    ['a hidden field', '<input type="hidden" value="secret">'],
    ['a comment', '<!-- secret -->'],
    ['the title', '<title>secret</title>'],
  ])('leaves out %s', async (_, html) => {
    expect(await textOf(`<p>seen</p>${html}<p>too</p>`)).toEqual(['seen', 'too']);
  });

  test('shows what nearly looks hidden', async () => {
    expect(await textOf('<p style="font-size:0.9em">a</p><p style="opacity:0.5">b</p>')).toEqual(['a', 'b']);
  });

  test('decodes entities, and knows none beyond HTML', async () => {
    expect(await textOf('<p>5&nbsp;&euro; &lt;b&gt; &#x41; &bomb;</p>')).toEqual(['5 € <b> A &bomb;']);
    const bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>';
    expect((await textOf(bomb)).join(' ')).toContain('&b;');
  });

  test.each([
    ['a no-break space', 'Total&nbsp;price'],
    ['a narrow one', '104&#x202f;867,00'],
    ['a plain space between thousands', '1 104 867,00'],
    ['a space before the currency', '104867,00 €'],
  ])('ends no line at %s', async (_, held) => {
    const filler = 'word '.repeat(60);
    for (let letters = 0; letters < 40; letters++) {
      const lines = await textOf(`<p>${'x'.repeat(letters)} ${filler}${held} ${filler}</p>`);
      const text = held.replace(/&[^;]+;/g, ' ');
      expect(lines.some((line) => line.includes(text))).toBe(true);
    }
  });

  test('breaks what is held together where it is wider than the page', async () => {
    const lines = await textOf(`<p>${'word&nbsp;'.repeat(100)}</p>`);
    expect(lines.length).toBeGreaterThan(2);
  });

  test('lays a table in columns, as geometry and as cells', async () => {
    const page = await pageOf(`<table>
      <tr><th>Item<th>Qty<th>Price</tr>
      <tr><td>Hammer<td align="right">2<td align="right">18.50</tr>
      <tr><td>Nails, galvanised<td align="right">100<td align="right">2.00</tr>
      <tr><td colspan="2">Total<td align="right">39.00</tr></table>`);
    const rows = Map.groupBy(page.lines, (line) => line.row);
    expect([...rows.values()].map((row) => row.map((line) => line.text))).toEqual([
      ['Item', 'Qty', 'Price'],
      ['Hammer', '2', '18.50'],
      ['Nails, galvanised', '100', '2.00'],
      ['Total', '39.00'],
    ]);
    const prices = page.lines.filter((line) => /\d\.\d/.test(line.text)).map((line) => line.box[2]);
    expect(Math.max(...prices) - Math.min(...prices)).toBeLessThan(0.01);
    expect(page.tables).toHaveLength(1);
    expect(page.tables[0]).toMatchObject({ rows: 4, columns: 3 });
    expect(page.tables[0]!.cells[0]).toMatchObject({ row: 0, column: 0, text: 'Item', header: true });
    expect(page.tables[0]!.cells.at(-2)).toMatchObject({ row: 3, column: 0, columnSpan: 2, text: 'Total' });
    expect(page.tables[0]!.cells.at(-1)).toMatchObject({ row: 3, column: 2, text: '39.00' });
  });

  test('puts a cell that spans rows beside all of them', async () => {
    const page = await pageOf(
      '<table><tr><td rowspan=2>Tall<td>one</tr><tr><td>two</tr><tr><td>low<td>three</tr></table>',
    );
    const at = (text: string) => page.lines.find((line) => line.text === text)!.box;
    expect(at('two')[0]).toBe(at('one')[0]);
    expect(at('three')[0]).toBe(at('one')[0]);
    expect(page.tables[0]!.cells.map(({ row, column, rowSpan }) => [row, column, rowSpan])).toEqual([
      [0, 0, 2],
      [0, 1, 1],
      [1, 1, 1],
      [2, 0, 1],
      [2, 1, 1],
    ]);
  });

  test('sets tables that only arrange the page side by side, without calling them tables', async () => {
    const page = await pageOf(`<table><tr><td>Seller Ltd<br>12 High Street</td><td><table><tr><td>Number<td>17</tr>
      <tr><td>Date<td>1 May</tr></table></td></tr><tr><td colspan=2>Hello</td></tr></table>`);
    const at = (text: string) => page.lines.find((line) => line.text === text)!;
    expect(at('Number').row).toBe(at('Seller Ltd').row);
    expect(at('Date').row).toBe(at('12 High Street').row);
    expect(page.tables.map((table) => table.rows)).toEqual([2]);
  });

  test('numbers ordered lists and shows what forms hold', async () => {
    const html =
      '<ol start=3><li>first<li>second</ol><p>Name: <input value="Smith"> <select><option>a<option selected>b</select></p>';
    expect(await textOf(html)).toEqual(['3. first', '4. second', 'Name: Smith b']);
  });

  test('keeps the columns of preformatted text', async () => {
    const page = await pageOf('<pre>Item      Price\nHammer    18.50</pre>');
    expect(page.lines.map((line) => line.text)).toEqual(['Item', 'Price', 'Hammer', '18.50']);
    expect(page.lines[1]!.box[0]).toBe(page.lines[3]!.box[0]);
  });

  test('gives its title and author', async () => {
    const { metadata } = await read(
      '<head><title> An\n order </title><meta name="Author" content="A &amp; B"></head>x',
    );
    expect(metadata).toEqual({ title: 'An order', author: 'A & B' });
  });

  test('is read in the encoding it declares', async () => {
    const html = Buffer.concat([
      Buffer.from('<meta charset="iso-8859-2"><p>'),
      Buffer.from([0xb1, 0xea, 0xb3]),
      Buffer.from('</p>'),
    ]);
    expect((await read(html)).pages[0]!.lines[0]!.text).toBe('ąęł');
  });

  test('that is badly nested or cut off loses no text', async () => {
    expect(await textOf('<div><b>one<p>two</b></div>three<table><tr><td>four')).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
  });

  test.each([
    ['deep nesting', '<div>'.repeat(100_000)],
    ['deep tables', '<table><tr><td>'.repeat(20_000)],
    ['greedy spans', `<table>${'<tr><td rowspan=9999999 colspan=9999999>x'.repeat(2_000)}</table>`],
    ['many cells', `<table>${'<tr><td>x<td>y'.repeat(20_000)}</table>`],
    ['unclosed everything', '<p><b><i><span>'.repeat(20_000)],
  ])(
    'with %s ends in time',
    async (_, html) => {
      // What this thread worked, not what it waited for others on a busy machine.
      const before = process.threadCpuUsage();
      await read(`<p>begin</p>${html}end`);
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(8_000);
    },
    120_000,
  );

  test('says when it is cut at its limits', async () => {
    const context = testContext({ maxWordsPerPage: 50 });
    const { pages } = await read('<p>word</p>'.repeat(100), context);
    expect(pages[0]!.lines).toHaveLength(50);
    expect(context.codes()).toEqual(['words.cut']);
    await expect(read('x'.repeat(100), testContext({ maxTextBytes: 99 }))).rejects.toMatchObject({
      code: 'file.too-large',
    });
  });

  test('without text is a page without words', async () => {
    expect(await pageOf('<img src="http://example.invalid/x.png">')).toMatchObject({ source: 'none', lines: [] });
  });
});
