import { expect, test } from 'vitest';
import { wantedRange } from '../../src/api/byte-range.ts';

const file = { size: 10, etag: '"abc"' };

test.each([
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-4', { start: 2, end: 4 }],
  ['bytes=2-', { start: 2, end: 9 }],
  ['bytes=2-1000', { start: 2, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-1000', { start: 0, end: 9 }],
  ['bytes= 2-4', { start: 2, end: 4 }],
])('%s', (range, expected) => {
  expect(wantedRange({ range }, file)).toEqual(expected);
});

test.each([
  undefined,
  '',
  'bytes=',
  'bytes=-',
  'bytes=4-2',
  'bytes=a-b',
  'bytes=0-1,3-4',
  'lines=1-2',
  `bytes=${'9'.repeat(400)}-`,
])('%s asks for all of it', (range) => {
  expect(wantedRange(range === undefined ? {} : { range }, file)).toBeUndefined();
});

test.each(['bytes=10-', 'bytes=10-20', 'bytes=-0', 'bytes=999999999999999-'])('%s is not there', (range) => {
  expect(() => wantedRange({ range }, file)).toThrow(expect.objectContaining({ code: 'request.range' }));
});

test('an empty file has no range', () => {
  expect(() => wantedRange({ range: 'bytes=0-' }, { ...file, size: 0 })).toThrow();
});

test('a range of another version of the file asks for all of this one', () => {
  expect(wantedRange({ range: 'bytes=2-4', 'if-range': '"abc"' }, file)).toEqual({ start: 2, end: 4 });
  expect(wantedRange({ range: 'bytes=2-4', 'if-range': '"old"' }, file)).toBeUndefined();
  expect(wantedRange({ range: 'bytes=2-4', 'if-range': 'Fri, 20 Nov 2026 12:00:00 GMT' }, file)).toBeUndefined();
});
