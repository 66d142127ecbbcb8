import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeltaEntry, LessonDelta } from '../../src/learn/lesson-delta.ts';
import { replayLessons } from '../../src/learn/replay-lessons.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const scope = { kind: 'user', id: 'u1' };
const content = { text: 'Rest two minutes', effect: null, tags: ['rest'], context: {}, expiresAt: null };

const add = (source = 's1'): LessonDelta => ({
  op: 'add',
  scope,
  kind: 'advice',
  content,
  source: { kind: 'feedback', ids: [source] },
  state: 'active',
});

let count = 0;
const entry = (
  second: number,
  lessonId: string,
  delta: LessonDelta,
  by: 'person' | 'system' = 'system',
): DeltaEntry => ({
  id: `d${String(++count).padStart(6, '0')}`,
  lessonId,
  at: at(second),
  by: { kind: by, id: null },
  delta,
});
const plain = (entries: readonly DeltaEntry[]) => Object.fromEntries([...replayLessons(entries)].sort());

describe('replaying deltas', () => {
  test('a lesson is what its deltas made of it', () => {
    const lesson = plain([
      entry(1, 'a', add()),
      entry(2, 'a', { op: 'update', set: { text: 'Rest three minutes', tags: ['b', 'a', 'a'] } }),
      entry(3, 'a', { op: 'pin', pinned: true }),
      entry(4, 'a', { op: 'state', to: 'retired', reason: 'r' }),
    ]).a;
    expect(lesson).toMatchObject({
      text: 'Rest three minutes',
      tags: ['a', 'b'],
      pinned: true,
      state: 'retired',
      stateReason: 'r',
      createdAt: at(1),
      updatedAt: at(4),
    });
  });

  test('what a person said of a field stays, whatever machines say later; other fields may change', () => {
    const lesson = plain([
      entry(1, 'a', add()),
      entry(2, 'a', { op: 'update', set: { text: 'mine' } }, 'person'),
      entry(3, 'a', { op: 'update', set: { text: 'theirs', tags: ['new'] } }),
      entry(4, 'a', { op: 'state', to: 'retired', reason: null }),
    ]).a;
    expect(lesson).toMatchObject({ text: 'mine', tags: ['new'], state: 'retired' });
  });

  test('an undone delta is as if it had never been, until the undo is undone', () => {
    const update = entry(2, 'a', { op: 'update', set: { text: 'other' } });
    const undo = entry(3, 'a', { op: 'undo', deltaId: update.id });
    const entries = [entry(1, 'a', add()), update, undo];
    expect(plain(entries).a!.text).toBe('Rest two minutes');
    expect(plain([...entries, entry(4, 'a', { op: 'undo', deltaId: undo.id })]).a!.text).toBe('other');
  });

  test('an undo of another lesson’s delta, or of a later one, counts for nothing', () => {
    const later = entry(9, 'a', { op: 'pin', pinned: true });
    const entries = [entry(1, 'a', add()), entry(1, 'b', add()), later];
    const undos = [entry(2, 'a', { op: 'undo', deltaId: later.id }), entry(10, 'b', { op: 'undo', deltaId: later.id })];
    expect(plain([...entries, ...undos]).a!.pinned).toBe(true);
  });

  test('a merged lesson gives its tags and sources, and takes them back when the merge is undone', () => {
    const merge = entry(3, 'a', { op: 'merge', into: 'b', reason: 'same' });
    const entries = [entry(1, 'a', add('s1')), entry(2, 'b', add('s2')), merge];
    const merged = plain(entries);
    expect(merged.a).toMatchObject({ state: 'retired', stateReason: 'merged', mergedInto: 'b' });
    expect(merged.b).toMatchObject({ absorbed: ['a'], sources: [{ kind: 'feedback', ids: ['s1', 's2'] }] });
    const apart = plain([...entries, entry(4, 'a', { op: 'undo', deltaId: merge.id })]);
    expect(apart.a).toMatchObject({ state: 'active', mergedInto: null });
    expect(apart.b).toMatchObject({ absorbed: [], sources: [{ kind: 'feedback', ids: ['s2'] }] });
  });

  test('merges never go round in a circle, also when one goes elsewhere later', () => {
    const merge = (second: number, from: string, into: string) =>
      entry(second, from, { op: 'merge', into, reason: '' });
    const three = ['a', 'b', 'c'].map((id, i) => entry(i, id, add()));
    const lessons = plain([...three, merge(4, 'a', 'b'), merge(5, 'b', 'a'), merge(6, 'c', 'a'), merge(7, 'a', 'c')]);
    expect([lessons.a!.mergedInto, lessons.b!.mergedInto, lessons.c!.mergedInto]).toEqual(['b', null, 'a']);
    expect(lessons.b!.absorbed).toEqual(['a', 'c']);
  });

  const ids = ['a', 'b', 'c'];
  const delta: fc.Arbitrary<LessonDelta> = fc.oneof(
    fc.constantFrom('s1', 's2').map(add),
    fc
      .record({ text: fc.string(), tags: fc.array(fc.constantFrom('x', 'y', 'z')) })
      .map((set): LessonDelta => ({ op: 'update', set })),
    fc
      .constantFrom('active', 'retired', 'rejected')
      .map((to): LessonDelta => ({ op: 'state', to: to as 'active', reason: null })),
    fc.boolean().map((pinned): LessonDelta => ({ op: 'pin', pinned })),
    fc.constantFrom(...ids).map((into): LessonDelta => ({ op: 'merge', into, reason: '' })),
    fc.constant<LessonDelta>({ op: 'delete' }),
    fc.nat(20).map((n): LessonDelta => ({ op: 'undo', deltaId: `e${n}` })),
  );
  const entries = fc
    .array(fc.record({ second: fc.nat(5), lessonId: fc.constantFrom(...ids), delta, person: fc.boolean() }), {
      maxLength: 20,
    })
    .map((list) =>
      list.map(
        ({ second, person, ...one }, i): DeltaEntry => ({
          id: `e${i}`,
          at: at(second),
          by: { kind: person ? 'person' : 'system', id: null },
          ...one,
        }),
      ),
    );

  test('the same deltas give the same lessons, in whatever order and however often they arrive', () => {
    fc.assert(
      fc.property(
        entries.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list)),
        ),
        ([list, shuffled, again]) => {
          expect(plain([...shuffled, ...again])).toEqual(plain(list));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of whatever deltas, every lesson that was merged away leads to one that counts', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const lessons = replayLessons(list);
        for (const lesson of lessons.values()) {
          const seen = new Set([lesson.id]);
          let root = lesson;
          while (root.mergedInto !== null) {
            root = lessons.get(root.mergedInto)!;
            expect(seen.has(root.id)).toBe(false);
            seen.add(root.id);
          }
          if (root !== lesson) expect(root.absorbed).toContain(lesson.id);
        }
      }),
      { numRuns: 300 },
    );
  });
});
