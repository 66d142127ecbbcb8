import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedLesson } from '../../src/learn/lesson.ts';
import { isHarmful, lessonConfidence } from '../../src/learn/lesson-confidence.ts';
import { createLessonKinds } from '../../src/learn/lesson-kind.ts';
import { sameText, sayTheSame } from '../../src/learn/near-duplicates.ts';
import { selectLessons } from '../../src/learn/select-lessons.ts';
import { settleLessons } from '../../src/learn/settle-lessons.ts';
import { advice, senderHint } from '../support/lesson-kinds.ts';

const now = '2026-06-01T00:00:00.000Z';

function lesson(id: string, more: Partial<CountedLesson> = {}): CountedLesson {
  const counts = { helpful: more.helpful ?? 0, harmful: more.harmful ?? 0 };
  return {
    id,
    scope: { kind: 'user', id: 'u1' },
    kind: 'advice',
    state: 'active',
    stateReason: null,
    text: `Lesson about subject ${id}`,
    effect: null,
    tags: [],
    context: {},
    expiresAt: null,
    sources: [{ kind: 'feedback', ids: [id] }],
    pinned: false,
    mergedInto: null,
    absorbed: [],
    backTest: null,
    createdAt: now,
    updatedAt: now,
    ...counts,
    applied: 0,
    confidence: lessonConfidence(counts),
    ...more,
  };
}

const settle = (lessons: CountedLesson[], more: Partial<Parameters<typeof settleLessons>[1]> = {}) =>
  settleLessons(lessons, { budget: 3, now, changed: new Set(lessons.map(({ id }) => id)), ...more });
const retired = (settled: ReturnType<typeof settle>) => settled.map(({ lessonId }) => lessonId).sort();

describe('the budget of a scope', () => {
  test('retires the weakest unpinned lessons and says why', () => {
    const lessons = [
      lesson('1', { helpful: 5 }),
      lesson('2', { harmful: 1 }),
      lesson('3', { pinned: true, harmful: 2 }),
      lesson('4', { helpful: 1 }),
    ];
    expect(settle(lessons)).toEqual([
      {
        lessonId: '2',
        delta: { op: 'state', to: 'retired', reason: 'the weakest of more than 3 active lessons' },
      },
    ]);
  });

  test('of equal ones retires the oldest, and never what a person just asked for', () => {
    const lessons = ['1', '2', '3', '4'].map((id) => lesson(id));
    expect(retired(settle(lessons))).toEqual(['1']);
    expect(retired(settle(lessons, { wanted: new Set(['1']) }))).toEqual(['2']);
  });

  test('pinned lessons stay, even when they are more than the budget', () => {
    const pinned = ['1', '2', '3', '4', '5'].map((id) => lesson(id, { pinned: true }));
    expect(retired(settle([...pinned, lesson('6')]))).toEqual(['6']);
  });

  test('whatever the order of the lessons, the settlement is the same; one by one the same remain', () => {
    const any = fc.uniqueArray(
      fc.record({ id: fc.nat(99).map(String), helpful: fc.nat(6), harmful: fc.nat(2), pinned: fc.boolean() }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        any.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const lessons = list.map(({ id, ...more }) => lesson(id, more));
          expect(retired(settle(shuffled.map(({ id, ...more }) => lesson(id, more))))).toEqual(
            retired(settle(lessons)),
          );
          let kept: CountedLesson[] = [];
          for (const { id, ...more } of shuffled) {
            kept.push(lesson(id, more));
            const gone = new Set(retired(settle(kept)));
            kept = kept.filter((one) => !gone.has(one.id));
          }
          const atOnce = new Set(retired(settle(lessons)));
          expect(kept.map(({ id }) => id).sort()).toEqual(
            lessons.flatMap(({ id }) => (atOnce.has(id) ? [] : [id])).sort(),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what must go', () => {
  test('expired lessons, pinned or not', () => {
    expect(retired(settle([lesson('1', { pinned: true, expiresAt: now })]))).toEqual(['1']);
    expect(settle([lesson('1', { expiresAt: '2026-06-02T00:00:00.000Z' })])).toEqual([]);
  });

  test('what evidently does harm, once that is observed', () => {
    const bad = lesson('1', { harmful: 5, helpful: 1 });
    expect(settle([bad], { observed: new Set(['1']) })[0]?.delta).toMatchObject({
      to: 'retired',
      reason: 'it did harm 5 times and helped 1 times',
    });
    expect(settle([bad]), 'a person may have brought it back').toEqual([]);
    expect(isHarmful({ helpful: 0, harmful: 2 }), 'two are not evidence').toBe(false);
    expect(isHarmful({ helpful: 9, harmful: 3 })).toBe(false);
  });
});

describe('doubles', () => {
  const same = { text: 'Increase weight by 2.5 kg when all sets are done' };
  test('become one: the pinned, then the active, then the better one stays', () => {
    const lessons = [
      lesson('1', { ...same, state: 'proposed', helpful: 9 }),
      lesson('2', same),
      lesson('3', { ...same, helpful: 2 }),
    ];
    expect(settle(lessons).map(({ lessonId, delta }) => [lessonId, delta.op === 'merge' && delta.into])).toEqual([
      ['2', '3'],
      ['1', '3'],
    ]);
  });

  test('what says the same as a rejected lesson goes with it, unless a person added it', () => {
    const rejected = lesson('1', { ...same, state: 'rejected' });
    const again = { ...same, state: 'proposed' as const };
    expect(settle([rejected, lesson('2', again)])[0]?.delta).toMatchObject({ op: 'merge', into: '1' });
    expect(settle([rejected, lesson('2', { ...again, sources: [{ kind: 'person', ids: [] }] })])).toEqual([]);
  });

  test('what a person took apart stays apart', () => {
    expect(settle([lesson('1', same), lesson('2', same)], { apart: () => true })).toEqual([]);
  });

  test.each([
    ['Rest 2 minutes between sets.', 'rest 2 minutes between sets', true],
    ['Bitte die Rechnungsnummer prüfen', 'bitte die rechnungsnummer PRUFEN!', true],
    ['Start with the heaviest compound lifts of the day', 'Start with the heaviest compound lift of the day', true],
    ['Rest 2 minutes between sets', 'Rest 3 minutes between sets', false],
    ['Always train legs before the back on Mondays', 'Never train legs before the back on Mondays', false],
    ['You should do this exercise on each Monday', 'You shouldn’t do this exercise on each Monday', false],
    ['Increase the weight of the bench press next week', 'Decrease the weight of the bench press next week', false],
    ['The total stands at the bottom', 'The supplier prints its VAT id in the footer', false],
  ])('%s / %s', (one, other, same) => {
    expect(sameText(one, other)).toBe(same);
    expect(sameText(other, one)).toBe(same);
  });

  test('meaning counts where it can be told, but not past a number', () => {
    const alike = () => 0.97;
    expect(sameText('Take a longer break', 'Have more time to recover', alike)).toBe(false);
    expect(sameText('Take a longer break', 'Have a pause that is long', alike)).toBe(true);
    expect(sameText('Take a break of 2 minutes', 'Pause for 120 seconds', alike)).toBe(false);
  });

  test('structured lessons are the same by what they do, in the same scope and context', () => {
    const hint = { kind: 'sender-hint', effect: { field: 'number', label: 'Ref' } };
    const one = lesson('1', { ...hint, text: 'number under Ref' });
    const reordered = { ...hint, effect: { label: 'Ref', field: 'number' }, text: 'quite another text' };
    expect(sayTheSame(one, lesson('2', reordered))).toBe(true);
    expect(sayTheSame(one, lesson('2', { ...reordered, effect: { field: 'number', label: 'No' } }))).toBe(false);
    expect(sayTheSame(one, lesson('2', { ...reordered, context: { type: 'receipt' } }))).toBe(false);
    expect(sayTheSame(one, lesson('2', { ...reordered, scope: { kind: 'user', id: 'u2' } }))).toBe(false);
  });
});

describe('selecting', () => {
  const scopes = [
    { kind: 'user', id: 'u1' },
    { kind: 'type', id: 'squat' },
  ];
  const query = { scopes, context: { exercise: 'squat', day: 2 }, budget: { lessons: 3 }, now };
  const ids = (lessons: CountedLesson[], more = {}) =>
    selectLessons(lessons, { ...query, ...more }).map((one) => one.lesson.id);

  test('ranks pinned ones first, then by confidence and fit; leaves out what the context contradicts', () => {
    const lessons = [
      lesson('1', { helpful: 9 }),
      lesson('2', { helpful: 9, context: { exercise: 'squat' } }),
      lesson('3', { helpful: 9, context: { exercise: 'bench' } }),
      lesson('4', { helpful: 9, context: { place: 'home' } }),
      lesson('5', { pinned: true }),
    ];
    expect(ids(lessons, { budget: { lessons: 9 } })).toEqual(['5', '2', '1', '4']);
  });

  test('only active, unexpired lessons of the scopes and kinds that were asked for', () => {
    const lessons = [
      lesson('1', { state: 'proposed' }),
      lesson('2', { expiresAt: now }),
      lesson('3', { scope: { kind: 'user', id: 'u2' } }),
      lesson('4', { kind: 'sender-hint' }),
      lesson('5'),
    ];
    expect(ids(lessons, { kinds: ['advice'] })).toEqual(['5']);
  });

  test('keeps to the budget of lessons and characters; a short one finds room where a long one does not', () => {
    const lessons = [
      lesson('1', { text: 'x'.repeat(50), helpful: 9 }),
      lesson('2', { text: 'y'.repeat(80), helpful: 5 }),
      lesson('3', { text: 'z'.repeat(30), helpful: 1 }),
    ];
    expect(ids(lessons, { budget: { lessons: 3, characters: 100 } })).toEqual(['1', '3']);
    expect(ids(lessons, { budget: { lessons: 1 } })).toEqual(['1']);
  });

  test('the more particular scope goes first among equals; tags and fit weigh', () => {
    const general = lesson('1', { scope: { kind: 'type', id: 'squat' } });
    expect(ids([general, lesson('0')])).toEqual(['0', '1']);
    expect(ids([lesson('1', { tags: ['form'] }), lesson('2', { helpful: 1 })], { tags: ['form'] })).toEqual(['1', '2']);
    expect(ids([lesson('1'), lesson('2')], { fits: (one: CountedLesson) => (one.id === '1' ? 0.9 : 0) })).toEqual([
      '1',
    ]);
  });

  test('the same lessons in any order are selected alike', () => {
    const list = Array.from({ length: 8 }, (_, i) => lesson(String(i), { helpful: i % 3, pinned: i === 4 }));
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: 8 }), (shuffled) => {
        expect(ids(shuffled)).toEqual(ids(list));
      }),
    );
  });
});

describe('confidence', () => {
  test('rises with what helped, falls with what harmed, and needs evidence to be high', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (helpful, harmful) => {
        const now = lessonConfidence({ helpful, harmful });
        expect(now).toBeGreaterThan(0);
        expect(now).toBeLessThan(1);
        expect(lessonConfidence({ helpful: helpful + 1, harmful })).toBeGreaterThan(now);
        expect(lessonConfidence({ helpful, harmful: harmful + 1 })).toBeLessThan(now);
      }),
    );
    expect(lessonConfidence({ helpful: 1, harmful: 0 })).toBeLessThan(0.5);
    expect(lessonConfidence({ helpful: 30, harmful: 0 })).toBeGreaterThan(0.85);
  });
});

describe('kinds of lessons', () => {
  test('what does not fit together is refused at start, all of it at once', () => {
    expect(() =>
      createLessonKinds([advice, { ...senderHint, id: 'Bad Id', scopes: ['moon'], budget: 0 }, advice]),
    ).toThrow(/Bad Id: the id[\s\S]*no scope moon[\s\S]*budget is 0[\s\S]*advice: is declared twice/);
  });

  test('the least budget that a kind of the scope declares counts, twenty otherwise', () => {
    const kinds = createLessonKinds([senderHint, advice]);
    expect([kinds.budgetOf('user'), kinds.budgetOf('sender')]).toEqual([5, 20]);
    expect(kinds.list.map(({ id }) => id)).toEqual(['note', 'sender-hint', 'advice']);
  });
});
