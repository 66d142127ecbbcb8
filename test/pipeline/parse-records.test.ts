import { describe, expect, it } from 'vitest';
import { parseRecords } from '../../src/pipeline/parse-records.ts';

const record = {
  type: 'invoice',
  fields: { number: { value: 'A-1' }, grossTotal: 12.5 },
  lines: [{ quantity: { value: 2 } }],
};
const valuesIn = (text: string) =>
  parseRecords(text).map(({ fields }) =>
    Object.fromEntries(Object.entries(fields).map(([path, { value }]) => [path, value])),
  );

describe('records from JSON', () => {
  it.each([
    ['a record', JSON.stringify(record)],
    ['a result', JSON.stringify({ file: 'a.pdf', documents: [record] }, null, 2)],
    ['a list', JSON.stringify([record])],
    ['a line each', `${JSON.stringify({ file: 'a.pdf', documents: [record] })}\n\n`],
  ])('reads %s', (_, text) => {
    expect(valuesIn(text)).toEqual([{ number: 'A-1', grossTotal: 12.5 }]);
    expect(parseRecords(text)[0]!.lines[0]!.quantity!.value).toBe(2);
  });

  it('reads the records of several lines', () => {
    const line = JSON.stringify({ documents: [record] });
    expect(parseRecords(`${line}\n${line}\n`)).toHaveLength(2);
  });

  it('leaves out values that are none', () => {
    const odd = {
      type: 'invoice',
      fields: { a: null, b: { value: [1] }, c: { value: {} }, d: { value: true } },
      lines: [3, null, { e: 'f' }],
    };
    expect(valuesIn(JSON.stringify(odd))).toEqual([{ d: true }]);
    expect(parseRecords(JSON.stringify(odd))[0]!.lines).toHaveLength(1);
  });

  it('does not let a record name what objects are made of', () => {
    const [read] = parseRecords('{"type":"invoice","fields":{"__proto__":{"value":1},"constructor":{"value":2}}}');
    expect(Object.getPrototypeOf(read!.fields)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });

  it.each([
    ['file.corrupt', '{"type": "invoice",'],
    ['file.unsupported', '{}'],
    ['file.unsupported', '[]'],
    ['file.unsupported', '{"type": 7, "fields": {}}'],
    ['file.too-large', JSON.stringify(Array(1001).fill(record))],
  ])('%s', (code, text) => {
    expect(() => parseRecords(text)).toThrow(expect.objectContaining({ code }));
  });

  it('names the line that is broken', () => {
    expect(() => parseRecords(`${JSON.stringify(record)}\n{"type"`)).toThrow('line 2');
  });
});
