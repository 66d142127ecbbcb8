import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sniffCsv } from '../../src/parse/csv/csv-dialect.ts';
import { parseCsv } from '../../src/parse/csv.ts';
import { testContext } from './context.ts';

const read = (content: string | Buffer, context = testContext()) => parseCsv(Buffer.from(content), context);
type Read = Awaited<ReturnType<typeof read>>;
const linesOf = (doc: Read): string[] => doc.pages.flatMap((page) => page.lines.map((line) => line.text));
const cellsOf = (doc: Read): [string | undefined, string][] =>
  doc.pages.flatMap((page) =>
    page.lines.map((line): [string | undefined, string] => [line.words[0]!.locator, line.text]),
  );

const GERMAN = `Rechnung Nr.;RE-17
Datum;12.03.2026

Pos;Artikel;Menge;Einzelpreis
1;Stuhl;4;99,50
2;"Tisch; rund";1;1.249,00
`;

describe('delimited values', () => {
  test('are read cell by cell, lines of labels before the table too, each with its row and column', async () => {
    expect(cellsOf(await read(GERMAN)).slice(0, 9)).toEqual([
      ['row 1, column 1', 'Rechnung Nr.'],
      ['row 1, column 2', 'RE-17'],
      ['row 2, column 1', 'Datum'],
      ['row 2, column 2', '12.03.2026'],
      ['row 4, column 1', 'Pos'],
      ['row 4, column 2', 'Artikel'],
      ['row 4, column 3', 'Menge'],
      ['row 4, column 4', 'Einzelpreis'],
      ['row 5, column 1', '1'],
    ]);
    expect(linesOf(await read(GERMAN))).toContain('Tisch; rund');
  });

  test.each([
    ['UTF-8', Buffer.from('Größe;Stück;Preis\nä;1;2\nö;3;4\n')],
    ['UTF-8 with mark', Buffer.from('\uFEFFGröße;Stück;Preis\nä;1;2\nö;3;4\n')],
    ['UTF-16', Buffer.from('\uFEFFGröße;Stück;Preis\nä;1;2\nö;3;4\n', 'utf16le')],
    ['ISO-8859-1', Buffer.from('Größe;Stück;Preis\nä;1;2\nö;3;4\n', 'latin1')],
  ])('in %s come out right', async (_, bytes) => {
    expect(linesOf(await read(bytes))).toEqual(['Größe', 'Stück', 'Preis', 'ä', '1', '2', 'ö', '3', '4']);
  });

  test.each([
    [',', 'a,b,c\n1,2,3\n4,5,6\n'],
    [';', '1;4,00;99,50\n2;1,00;10,50\n3;2,00;20,50\n'],
    ['\t', 'a\tb\tc\n1\t2\t3\n'],
    ['|', 'id|name|qty\n1|x|5\n2|y|6\n'],
    ['^', 'id^name^qty\n1^x^5\n2^y^6\n'],
    [';', 'sep=;\na;b\n'],
    [
      '\t',
      'Nordlicht GmbH\nHafenweg 9\nBremen\nRechnung 4711\n\nArtikel\tBetrag\nPapier\t40,00\nToner\t9,50\nSumme\t49,50\n',
    ],
    [
      ';',
      'Brannigan Ltd\n63 Mill Lane\nLimerick\nCork\n\nItem;Quantity\nHours;1.750 hr\nPaint;94.000 m²\nDoor;11.000 ea\n',
    ],
  ])('are parted by %j', (delimiter, text) => {
    expect(sniffCsv(text)?.delimiter).toBe(delimiter);
  });

  test.each([
    'We sell chairs, tables, and lamps.\nThey are good, cheap, and fast.\nCall us, please.\n',
    'Dear Ann,\nthank you.\nYours,\nBob\n',
    'Python, Java, C++, Go\nSQL, Redis, Kafka, Spark\nGit, Docker, Helm, Bash\n',
    'one line; only\n',
    'int a;\nint b;\nreturn a + b;\n',
    '',
  ])('are not what prose and lists are (%#)', (text) => {
    expect(sniffCsv(text)).toBeUndefined();
  });

  test('with quotes that are inch signs, or a quote that never ends, keep all rows', async () => {
    expect(linesOf(await read('id|name|qty\n1|pipe 2"|5\n2|"rod|6\n3|bar|7\n'))).toEqual([
      'id',
      'name',
      'qty',
      '1',
      'pipe 2"',
      '5',
      '2',
      '"rod',
      '6',
      '3',
      'bar',
      '7',
    ]);
  });

  test('of a hundred thousand rows end in time, with a warning that says what was cut', async () => {
    const context = testContext();
    const text = `sku,name,qty,price\n${Array.from({ length: 100_000 }, (_, i) => `A-${i},Bolt ${i},${i},1.50`).join('\n')}`;
    const started = performance.now();
    await read(text, context);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(context.codes()).toEqual(['rows.cut']);
  });

  test('never lose a cell, whatever it holds', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'ab1 ,;"\n€'), minLength: 1, maxLength: 6 })
      .filter((s) => /[ab1]/.test(s));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }), async (rows) => {
        const text = rows.map((row) => row.map((said) => `"${said.replaceAll('"', '""')}"`).join(';')).join('\n');
        const doc = await read(`sep=;\n${text}`);
        const seen = doc.pages
          .flatMap((page) => page.lines.flatMap((line) => line.words.map((word) => word.text)))
          .join('');
        expect(seen.length).toBe(rows.flat().join('').replace(/\s/g, '').length);
      }),
      { numRuns: 40 },
    );
  });
});
