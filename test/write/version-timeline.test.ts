import { expect, test } from 'vitest';
import { timelineOf } from '../../src/write/version-timeline.ts';

/** `null`: a change; a number: the body of that version again. */
const after = (...from: (number | null)[]) =>
  timelineOf(from.map((restoredFrom, i) => ({ version: i + 1, restoredFrom })));

test.each([
  ['the first version leads nowhere', [null], {}],
  ['after changes, back leads to the one before', [null, null, null], { undo: 2 }],
  ['after an undo, forth leads to what was undone', [null, null, null, 2], { undo: 1, redo: 3 }],
  ['two undos lead to the first, and forth again in order', [null, null, null, 2, 1], { redo: 2 }],
  ['after undo and redo it is as before', [null, null, null, 2, 3], { undo: 2 }],
  ['a version made by an undo stands for the one that it brought back', [null, null, 1, 2, 3], { redo: 2 }],
  ['a change after an undo leaves nothing to redo', [null, null, 1, null], { undo: 1 }],
  ['going far back is a change that can be undone', [null, null, null, 1], { undo: 3 }],
  ['going to where it stands changes nothing', [null, null, 2], { undo: 1 }],
])('%s', (_name, from, expected) => {
  expect(after(...from)).toEqual(expected);
});
