import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows, neutralise } from '../../src/actions/record-csv.ts';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\u0000=1',
  '\t',
  '\rx',
  '\u000b\t',
  '\u000b\rx',
  ' \n',
])('a cell %j does not begin as a formula', (cell) => expect(neutralise(cell)).toBe(`'${cell}`));

test.each([-12.5, 0, 1e21])('the number %s stays a number', (number) => expect(neutralise(number)).toBe(number));
test.each(['plain', '', '12-05-2026', 'a=b', "'quoted"])('%j stays as it is', (text) =>
  expect(neutralise(text)).toBe(text),
);

const textOfAnyKind = fc.oneof(
  fc.string({ unit: 'binary' }),
  // What readers trim, what begins a formula, and nothing else: few random texts hold two of them in a row.
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\v\f \u00a0\u2028\ufeff\0"\',;a') }),
);

test('no text of any kind yields a field that begins as a formula', () => {
  fc.assert(
    fc.property(textOfAnyKind, (text) => {
      const given = { value: text, origin: 'read', confidence: 1 };
      const row = csvRows({ id: 'r', document_id: 'd', type: 't', fields: { path: given }, lines: [] });
      const cell = row.slice('r,d,t,path,'.length).replace(/^"/, '');
      expect(/^\s*[=+\-@\t\r]/.test(cell)).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test('every value of fields and lines is a row', () => {
  const value = (value: unknown) => ({ value, origin: 'read', confidence: 0.5 }) as never;
  const rows = csvRows({
    ...{ id: 'r', document_id: 'd', type: 'invoice' },
    fields: { number: value('a,"b"'), net: value(-3.5), tags: value(['=x']) },
    lines: [{ quantity: value(2) }],
  });
  expect(rows.split('\r\n')).toEqual([
    'r,d,invoice,number,"a,""b""",read,0.5',
    'r,d,invoice,net,-3.5,read,0.5',
    'r,d,invoice,tags,"[""=x""]",read,0.5',
    'r,d,invoice,lines[0].quantity,2,read,0.5',
    '',
  ]);
});
