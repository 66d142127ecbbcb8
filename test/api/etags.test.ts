import { describe, expect, test } from 'vitest';
import { codedTag, isKnown, versionsSeen, versionTag } from '../../src/api/etags.ts';

describe('If-None-Match compares weakly', () => {
  test.each([
    ['"3"', true],
    ['W/"3"', true],
    ['"1", "3"', true],
    ['"1",W/"2" ,W/"3"', true],
    ['*', true],
    ['"3-gzip"', true],
    ['"3-br"', true],
    ['"a,b", "3"', true],
    ['"13"', false],
    ['3', false],
    ['"3', false],
    ['w/"4"', false],
    ['', false],
    [undefined, false],
  ])('%s knows "3": %s', (header, known) => {
    expect(isKnown(header, versionTag(3))).toBe(known);
  });
});

describe('If-Match compares strongly', () => {
  test.each([
    ['"3"', true],
    ['"1", "3"', true],
    ['"3-gzip"', true],
    ['*', true],
    ['W/"3"', false],
    ['"1", "2"', false],
    ['3', false],
    ['nonsense', false],
  ])('%s allows a change of version 3: %s', (header, allowed) => {
    expect(versionsSeen(header)(3)).toBe(allowed);
  });

  test.each([undefined, ''])('%j is none', (header) => {
    expect(() => versionsSeen(header)).toThrow(expect.objectContaining({ code: 'record.if-match-required' }));
  });
});

test('a compressed representation has a tag of its own that leads back to the version', () => {
  const tag = codedTag(versionTag(7), 'br');
  expect(tag).toBe('"7-br"');
  expect(versionsSeen(tag)(7)).toBe(true);
});
