import { expect, test } from 'vitest';
import type { Json } from '../../src/document/value.ts';
import { compareBodies } from '../../src/write/compare-bodies.ts';

const cases: [string, Json, Json, unknown[]][] = [
  ['nothing of what is the same', { a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, []],
  [
    'a text that is another',
    { a: { b: 'x' }, c: 1 },
    { a: { b: 'y' }, c: 1 },
    [{ path: 'a.b', change: 'replaced', before: 'x', after: 'y' }],
  ],
  [
    'one insertion, not all that moved',
    { p: ['a', 'b', 'c'] },
    { p: ['a', 'new', 'b', 'c'] },
    [{ path: 'p[1]', change: 'added', before: null, after: 'new' }],
  ],
  [
    'one removal',
    { p: ['a', 'b', 'c'] },
    { p: ['b', 'c'] },
    [{ path: 'p[0]', change: 'removed', before: 'a', after: null }],
  ],
  [
    'a change within an item of a list that moved',
    { p: [{ id: 'a', t: ['x'] }, 'end'] },
    { p: ['start', { id: 'a', t: ['y'] }, 'end'] },
    [
      { path: 'p[0]', change: 'replaced', before: { id: 'a', t: ['x'] }, after: 'start' },
      { path: 'p[1]', change: 'added', before: null, after: { id: 'a', t: ['y'] } },
    ],
  ],
  [
    'fields that came and went',
    { a: 1 },
    { b: null },
    [
      { path: 'a', change: 'removed', before: 1, after: null },
      { path: 'b', change: 'added', before: null, after: null },
    ],
  ],
];

test.each(cases)('it tells %s', (_name, before, after, expected) => {
  expect(compareBodies(before, after)).toEqual(expected);
});
