import { describe, expect, it, test } from 'vitest';
import { applyOperations } from '../../src/write/apply-operations.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import { parsePath } from '../../src/write/artifact-path.ts';
import { checkOperations, checkOperationsInTurns } from '../../src/write/check-operations.ts';
import type { Operation } from '../../src/write/operation.ts';
import {
  letterBody,
  letterDeclaration,
  letterSources,
  profileBody,
  profileDeclaration,
  profileSources,
} from '../support/written-artifacts.ts';

const change = (more: Partial<Operation>): Operation => ({
  path: 'jobs[0].bullets[0]',
  action: 'replace',
  original: profileBody.jobs[0]!.bullets[0]!,
  value: 'Built 14 kitchens.',
  reason: 'Shorter.',
  sources: ['oak-1'],
  ...more,
});
const judge = (...operations: Operation[]) =>
  checkOperations({ declaration: profileDeclaration, body: profileBody, operations, sources: profileSources }).map(
    (verdict) => (verdict.accepted ? 'accepted' : verdict.refusal.code),
  );

describe('an operation', () => {
  test.each<[string, Partial<Operation>, string]>([
    ['that says what its source says is accepted', {}, 'accepted'],
    [
      'on a place that is not declared is refused',
      { path: 'name', original: 'Ida Holm', value: 'Dr. Ida Holm' },
      'path-not-allowed',
    ],
    ['on the prototype is refused', { path: '__proto__.name' }, 'path-not-allowed'],
    [
      'that removes what may only be replaced is refused',
      { path: 'summary', action: 'remove', original: 'Carpenter.', value: null },
      'action-not-allowed',
    ],
    ['on a text that changed meanwhile is refused', { original: 'Built kitchens.' }, 'original-differs'],
    ['of a number where a text belongs is refused', { value: 14 }, 'invalid'],
    ['without a source is refused', { sources: [] }, 'no-source'],
    ['with a source that nobody gave is refused', { sources: ['oak-9'] }, 'unknown-source'],
    [
      'with a source of the other employment is refused',
      { value: 'Repaired stairs.', sources: ['elm-1'] },
      'other-subject',
    ],
    ['that says more than its source is refused', { value: 'Built 40 kitchens.' }, 'unsupported'],
    ['that leans on what a person told is accepted', { value: 'Speaks Danish.', sources: ['told'] }, 'accepted'],
    ['that empties an item is refused by the shape', { value: '' }, 'invalid'],
    ['that removes needs no source', { action: 'remove', value: null, sources: [] }, 'accepted'],
    [
      'that inserts is judged as any',
      { action: 'insert', path: 'jobs[0].bullets[2]', original: null, value: 'Managed 3 people.' },
      'unsupported',
    ],
    [
      'that inserts beyond the end is refused',
      { action: 'insert', path: 'jobs[0].bullets[7]', original: null },
      'original-differs',
    ],
    [
      'that reorders may not add',
      {
        action: 'reorder',
        path: 'jobs[0].bullets',
        original: profileBody.jobs[0]!.bullets,
        value: ['Built 14 kitchens.', 'x'],
      },
      'invalid',
    ],
    [
      'that reorders the same items needs no source',
      {
        action: 'reorder',
        path: 'jobs[0].bullets',
        original: profileBody.jobs[0]!.bullets,
        value: [...profileBody.jobs[0]!.bullets].reverse(),
        sources: [],
      },
      'accepted',
    ],
  ])('%s', (_name, more, expected) => {
    expect(judge(change(more))).toEqual([expected]);
  });

  it('is refused when another of the proposal changes the same place; the others stand', () => {
    const other = change({ path: 'jobs[1].bullets[0]', original: 'Repaired stairs.', action: 'remove', value: null });
    expect(judge(change({}), change({ value: 'Built kitchens.' }), other)).toEqual([
      'accepted',
      'conflict',
      'accepted',
    ]);
  });

  it('names the part that nothing says, with its place and the nearest that is said', () => {
    const [verdict] = checkOperations({
      declaration: profileDeclaration,
      body: profileBody,
      operations: [change({ value: 'Built 40 kitchens.' })],
      sources: profileSources,
    });
    expect(verdict).toMatchObject({
      accepted: false,
      refusal: {
        unsupported: [{ kind: 'number', start: 6, end: 8, text: '40', nearest: { source: 'oak-1', text: '14' } }],
      },
    });
  });

  it('of another kind of artifact is judged by the same rules', () => {
    const operation = (value: string): Operation => ({
      path: 'paragraphs[0]',
      action: 'replace',
      original: letterBody.paragraphs[0]!,
      value,
      reason: '',
      sources: ['note'],
    });
    const codes = [
      'Kent Freight delivered the 20 chairs on 4 May 2025.',
      'Kent Freight delivered the 20 chairs on 5 May 2025.',
      'All chairs were broken.',
    ].map((value) =>
      checkOperations({
        declaration: letterDeclaration,
        body: letterBody,
        operations: [operation(value)],
        sources: letterSources,
      }).map((one) => one.accepted),
    );
    expect(codes).toEqual([[true], [false], [false]]);
  });

  it('all together may not leave a shape that is not allowed', () => {
    const remove: Operation = {
      path: 'paragraphs[0]',
      action: 'remove',
      original: letterBody.paragraphs[0]!,
      value: null,
      reason: '',
      sources: [],
    };
    expect(
      checkOperations({ declaration: letterDeclaration, body: letterBody, operations: [remove], sources: [] })[0],
    ).toMatchObject({ refusal: { code: 'invalid' } });
  });
});

it('applies accepted operations as one change, by the places of the body that was seen', () => {
  const bullets = 'jobs[0].bullets';
  const body = applyOperations(profileBody, [
    change({ action: 'remove', value: null }),
    change({ action: 'insert', path: `${bullets}[0]`, original: null, value: 'first' }),
    change({ action: 'insert', path: `${bullets}[0]`, original: null, value: 'second' }),
    change({ path: `${bullets}[1]`, value: 'last' }),
  ]) as typeof profileBody;
  expect(body.jobs[0]!.bullets).toEqual(['first', 'second', 'last']);
  expect(profileBody.jobs[0]!.bullets).toHaveLength(2);
});

test.each(['', 'a..b', 'a[', '[x]', 'constructor', 'a.__proto__', 'a[1]b'])('"%s" is no path', (path) => {
  expect(parsePath(path)).toBeUndefined();
});

test.each([
  ['a kind without its pack', { kind: 'letter' }],
  ['a path that is none', { changeable: [{ path: 'a..b', actions: ['replace'] as const }] }],
  ['an insertion into what is no list', { changeable: [{ path: 'to', actions: ['insert'] as const }] }],
])('a declaration with %s fails at start', (_name, more) => {
  expect(() => checkDeclarations([{ ...letterDeclaration, ...more }])).toThrow('artifact "');
});

test('citing more text than anybody reads is refused', () => {
  const sources = Array.from({ length: 3 }, (_, i) => ({
    id: `s${i}`,
    kind: 'passage' as const,
    text: `The chairs were delivered. ${'They are red. '.repeat(1200)}`,
  }));
  const operation = {
    path: 'paragraphs[0]',
    action: 'replace' as const,
    original: letterBody.paragraphs[0]!,
    value: 'The chairs were delivered.',
    reason: 'r',
  };
  const judge = (ids: string[]) =>
    checkOperations({
      declaration: letterDeclaration,
      body: letterBody,
      sources,
      operations: [{ ...operation, sources: ids }],
    })[0];
  expect(judge(['s0', 's1', 's2'])).toMatchObject({ accepted: false, refusal: { code: 'invalid' } });
  expect(judge(['s0'])).toMatchObject({ accepted: true });
});

test('judged in turns, the verdicts are the same, and other work is done between', async () => {
  const operations = [0, 1, 2].map((i) => ({
    path: `paragraphs[${i}]`,
    action: (i === 0 ? 'replace' : 'insert') as 'replace' | 'insert',
    original: i === 0 ? letterBody.paragraphs[0]! : null,
    value: 'The 20 chairs were delivered.',
    reason: 'r',
    sources: ['note'],
  }));
  const input = { declaration: letterDeclaration, body: letterBody, sources: letterSources, operations };
  const order: string[] = [];
  setImmediate(() => order.push('other work'));
  const verdicts = await checkOperationsInTurns(input);
  order.push('verdicts');
  expect(order).toEqual(['other work', 'verdicts']);
  expect(verdicts).toEqual(checkOperations(input));
});

describe('a new order beside other changes', () => {
  const body = {
    name: 'Ida Holm',
    summary: 'Carpenter.',
    jobs: [
      {
        id: 'oak',
        employer: 'Oakworks',
        from: '2018',
        bullets: ['Was responsible for building 14 kitchens.', 'b', 'c'],
      },
    ],
  };
  const [first] = body.jobs[0]!.bullets as [string];
  const order = change({
    path: 'jobs[0].bullets',
    action: 'reorder',
    original: [first, 'b', 'c'],
    value: ['c', first, 'b'],
  });
  const better = change({ path: 'jobs[0].bullets[0]', original: first, value: 'Built 14 kitchens.' });
  const away = change({ path: 'jobs[0].bullets[1]', action: 'remove', original: 'b', value: null });
  const given = { declaration: profileDeclaration, body, sources: profileSources };

  test('is no conflict with changes of single items, whichever comes first', () => {
    for (const operations of [
      [order, better, away],
      [better, away, order],
    ]) {
      expect(checkOperations({ ...given, operations }).map(({ accepted }) => accepted)).toEqual([true, true, true]);
      expect(applyOperations(body, operations)).toMatchObject({ jobs: [{ bullets: ['c', 'Built 14 kitchens.'] }] });
    }
    expect(applyOperations(body, [order, better])).toMatchObject({
      jobs: [{ bullets: ['c', 'Built 14 kitchens.', 'b'] }],
    });
    expect(applyOperations(body, [order])).toMatchObject({ jobs: [{ bullets: ['c', first, 'b'] }] });
  });

  test('of an outer list goes after the changes within its items', () => {
    const lists = [['a', 'b'], ['c']];
    const nested = { groups: lists.map((words) => ({ words })) };
    const one = (more: Partial<Operation>): Operation => ({ ...order, ...more });
    const operations = [
      one({ path: 'groups', original: nested.groups, value: nested.groups.toReversed() }),
      one({ path: 'groups[0].words', original: ['a', 'b'], value: ['b', 'a'] }),
      one({ path: 'groups[1].words[1]', action: 'insert', original: null, value: 'd' }),
    ];
    expect(applyOperations(nested, operations)).toEqual({ groups: [{ words: ['c', 'd'] }, { words: ['b', 'a'] }] });
  });
});
