import { expect, test } from 'vitest';
import { whyRescore } from '../../src/match/why-rescore.ts';

test.each([
  ['never scored as a whole', '1', undefined, 0, 'version'],
  ['a newer declaration', '2', { version: '1', decisions: 0 }, 0, 'version'],
  ['versions are numbers, not words', '10', { version: '9', decisions: 0 }, 0, 'version'],
  ['an older one, while an upgrade is under way', '1', { version: '2', decisions: 0 }, 0, undefined],
  ['too few decisions', '1', { version: '1', decisions: 0 }, 19, undefined],
  ['twenty', '1', { version: '1', decisions: 0 }, 20, 'decisions'],
  ['less than a quarter of what was learnt from', '1', { version: '1', decisions: 400 }, 99, undefined],
  ['a quarter', '1', { version: '1', decisions: 400 }, 100, 'decisions'],
] as const)('%s', (_title, version, scored, newDecisions, expected) => {
  expect(whyRescore({ version }, scored, newDecisions)).toBe(expected);
});
