// The contract of lessons, kept for each kind that is declared: one with a structured effect, one of plain text.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLesson, createLesson } from '../../src/actions/add-lesson.ts';
import { runBackTest } from '../../src/actions/back-test-lesson.ts';
import { mergeLessons, setLessonState, undoLesson, updateLesson } from '../../src/actions/change-lessons.ts';
import { fillAccountArchive } from '../../src/actions/fill-account-archive.ts';
import { noteLessonUses, recordOutcome } from '../../src/actions/lesson-outcomes.ts';
import { getLesson, getLessonHistory, getLessons, lessonsFor } from '../../src/actions/lessons.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { LessonContent, LessonScope } from '../../src/learn/lesson.ts';
import { createLessonKinds, type LessonKind } from '../../src/learn/lesson-kind.ts';
import { replayLessons } from '../../src/learn/replay-lessons.ts';
import { inWorkspace } from '../../src/store/database.ts';
import type { ExportWriter } from '../../src/store/export-files.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertRecord } from '../../src/store/records.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';
import { advice, senderHint, toyLessonKinds } from '../support/lesson-kinds.ts';
import { readValue } from '../support/toy-engine.ts';

/** The kinds here look at records alone. */
const readsNothing = { blobs: undefined as never, secrets: undefined as never, reader: undefined as never, types: [] };

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const lessonKinds = createLessonKinds(toyLessonKinds);
const deps = () => ({ db: house.db, lessonKinds });
const inIt = <T>(actor: Actor, work: Parameters<typeof inWorkspace<T>>[2]) =>
  inWorkspace(house.db, actor.workspaceId, work);

interface Declaration {
  kind: LessonKind;
  scopeOf: (actor: Actor) => LessonScope;
  /** Contents that differ from each other in what they say. */
  contentOf: (n: number) => LessonContent;
}

const subjects = ['squats', 'deadlifts', 'bench presses', 'pull-ups', 'rowing', 'running', 'swimming', 'stretching'];

const declarations: readonly Declaration[] = [
  {
    kind: senderHint,
    scopeOf: () => ({ kind: 'sender', id: 'acme.example' }),
    contentOf: (n) => ({
      text: 'The number stands under this label',
      effect: { field: 'number', label: `Ref ${n}` },
      tags: ['label'],
      context: {},
      expiresAt: null,
    }),
  },
  {
    kind: advice,
    scopeOf: ({ userId }) => ({ kind: 'user', id: userId }),
    contentOf: (n) => ({
      text: `Warm up for ${n} minutes before ${subjects[n % subjects.length]}`,
      effect: null,
      ...{ tags: ['warm-up'], context: { place: 'gym' }, expiresAt: null },
    }),
  },
];

describe.each(declarations)('lessons of the kind $kind.id', ({ kind, scopeOf, contentOf }) => {
  const learn = (actor: Actor, n: number, by?: string) =>
    inIt(actor, (trx) =>
      addLesson(trx, deps(), {
        workspaceId: actor.workspaceId,
        scope: scopeOf(actor),
        kind: kind.id,
        content: contentOf(n),
        source: { kind: 'correction', ids: [newId()] },
        by,
      }),
    );
  /** As a back-test that passed would let it. */
  const activate = async (actor: Actor, id: string) => {
    if (kind.backTest) {
      const run = { signal: new AbortController().signal };
      await runBackTest(
        { ...deps(), ...readsNothing },
        { ...actor, lessonId: id, testId: newId(), requestId: null },
        run,
      );
    }
    return setLessonState(deps(), actor, { id, verb: 'activate' });
  };
  const observe = (actor: Actor, lessonId: string, evidence: string, helpful: boolean) =>
    inIt(actor, (trx) => recordOutcome(trx, deps(), { workspaceId: actor.workspaceId, lessonId, evidence, helpful }));
  const listed = async (actor: Actor, state: string) =>
    (await getLessons(deps(), actor, { state, limit: 100 })).map(({ id }) => id).sort();

  test('what a program learned is proposed, and counts only when it is activated', async () => {
    const actor = await newOwner(house);
    const lesson = await learn(actor, 1);
    expect(lesson).toMatchObject({ state: 'proposed', helpful: 0, harmful: 0, applied: 0, kind: kind.id });
    const query = {
      scopes: [scopeOf(actor)],
      context: { place: 'gym' },
      budget: { lessons: 5 },
      now: new Date().toISOString(),
    };
    const counting = () => inIt(actor, (trx) => lessonsFor(trx, query));
    expect(await counting()).toEqual([]);
    await activate(actor, lesson.id);
    expect((await counting()).map((one) => one.lesson.id)).toEqual([lesson.id]);
    expect(await inIt(actor, (trx) => lessonsFor(trx, { ...query, scopes: [{ kind: 'user', id: newId() }] }))).toEqual(
      [],
    );
  });

  test('learned twice it is one lesson with both sources', async () => {
    const actor = await newOwner(house);
    const first = await learn(actor, 1);
    const second = await learn(actor, 1);
    expect(second.id).toBe(first.id);
    expect(second.sources[0]!.ids).toHaveLength(2);
    expect(await listed(actor, 'proposed')).toEqual([first.id]);
  });

  test('rejected, it is not proposed again by a program, but a person may add it', async () => {
    const actor = await newOwner(house);
    const { id } = await learn(actor, 1);
    await setLessonState(deps(), actor, { id, verb: 'reject' });
    expect((await learn(actor, 1)).state).toBe('rejected');
    expect(await listed(actor, 'proposed')).toEqual([]);
    const mine = await createLesson(deps(), actor, {
      scope: scopeOf(actor),
      kind: kind.id,
      content: contentOf(1),
      active: true,
    });
    expect(mine.state).toBe(kind.backTest ? 'proposed' : 'active');
    expect(mine.id).not.toBe(id);
  });

  test('counts move once for each evidence, told at once from many sides', async () => {
    const actor = await newOwner(house);
    const { id } = await learn(actor, 1);
    const told = Array.from({ length: 40 }, (_, i) => ({ evidence: `e${i % 8}`, helpful: i % 8 < 6 }));
    const counted = await Promise.all(told.map(({ evidence, helpful }) => observe(actor, id, evidence, helpful)));
    expect(counted.filter(Boolean)).toHaveLength(8);
    expect(await getLesson(deps(), actor, id)).toMatchObject({ helpful: 6, harmful: 2 });
    expect(await observe(actor, id, 'e0', false), 'what it said first stays').toBe(false);
    expect(await getLesson(deps(), actor, id)).toMatchObject({ helpful: 6, harmful: 2 });
  });

  test('what it was applied to is noted once', async () => {
    const actor = await newOwner(house);
    const { id } = await learn(actor, 1);
    const note = (usedFor: string) =>
      inIt(actor, (trx) => noteLessonUses(trx, deps(), { workspaceId: actor.workspaceId, lessonIds: [id], usedFor }));
    await Promise.all([note('record:1'), note('record:1'), note('record:2')]);
    expect((await getLesson(deps(), actor, id)).applied).toBe(2);
  });

  test('what evidently does harm is retired with the reason; a person may bring it back', async () => {
    const actor = await newOwner(house);
    const { id } = await learn(actor, 1);
    await activate(actor, id);
    for (let i = 0; i < 3; i++) await observe(actor, id, `e${i}`, false);
    expect(await getLesson(deps(), actor, id)).toMatchObject({
      state: 'retired',
      stateReason: 'it did harm 3 times and helped 0 times',
    });
    expect((await setLessonState(deps(), actor, { id, verb: 'activate' })).state).toBe('active');
  });

  test('the budget of the scope holds, whoever comes last; pinned lessons stay', async () => {
    const actor = await newOwner(house);
    const budget = lessonKinds.budgetOf(scopeOf(actor).kind);
    const ids: string[] = [];
    for (let n = 1; n <= budget + 2; n++) {
      const { id } = await learn(actor, n);
      await activate(actor, id);
      if (n === 1) await setLessonState(deps(), actor, { id, verb: 'pin' });
      ids.push(id);
    }
    const active = await listed(actor, 'active');
    expect(active).toHaveLength(budget);
    expect(active).toContain(ids[0]);
    expect(active).toContain(ids.at(-1));
    expect(await getLesson(deps(), actor, ids[1]!)).toMatchObject({
      state: 'retired',
      stateReason: `the weakest of more than ${budget} active lessons`,
    });
  });

  test('merged by a person, counts come together; taken back, each has its own again and stays apart', async () => {
    const actor = await newOwner(house);
    const [one, other] = [await learn(actor, 1), await learn(actor, 2)];
    await observe(actor, one.id, 'both', true);
    await observe(actor, other.id, 'both', false);
    await observe(actor, one.id, 'first', true);
    const merged = await mergeLessons(deps(), actor, { id: one.id, into: other.id });
    expect(merged).toMatchObject({ id: other.id, helpful: 1, harmful: 1, absorbed: [one.id] });
    await observe(actor, one.id, 'later', true);
    expect((await getLesson(deps(), actor, other.id)).helpful).toBe(2);
    await expect(setLessonState(deps(), actor, { id: one.id, verb: 'activate' })).rejects.toMatchObject({
      code: 'lesson.wrong-state',
    });
    expect(await undoLesson(deps(), actor, { id: one.id })).toMatchObject({
      state: 'proposed',
      helpful: 3,
      harmful: 0,
    });
    expect(await getLesson(deps(), actor, other.id)).toMatchObject({ helpful: 0, harmful: 1, absorbed: [] });
  });

  test('a person’s text stays, and every change can be taken back: an update, deleting, adding', async () => {
    const actor = await newOwner(house);
    const { id, version, text } = await learn(actor, 1);
    const set = { text: 'In my own words' };
    await expect(updateLesson(deps(), actor, { id, set, seen: () => false })).rejects.toMatchObject({
      code: 'lesson.changed',
    });
    const updated = await updateLesson(deps(), actor, { id, set, seen: (seen) => seen === version });
    expect(updated).toMatchObject({ text: 'In my own words', version: version + 1 });
    expect((await undoLesson(deps(), actor, { id })).text).toBe(text);
    await setLessonState(deps(), actor, { id, verb: 'delete' });
    await expect(getLesson(deps(), actor, id)).rejects.toMatchObject({ code: 'lesson.not-found' });
    expect((await undoLesson(deps(), actor, { id })).state).toBe('proposed');
    const history = await getLessonHistory(deps(), actor, { id, limit: 50 });
    expect(history.map(({ delta }) => delta.op)).toEqual(['undo', 'delete', 'undo', 'update', 'add']);
    const adding = history.at(-1)!;
    expect((await undoLesson(deps(), actor, { id, deltaId: adding.id })).state).toBe('deleted');
    const undo = (await getLessonHistory(deps(), actor, { id, limit: 1 }))[0]!;
    expect((await undoLesson(deps(), actor, { id, deltaId: undo.id })).state).toBe('proposed');
  });

  test('the rows are what their deltas say', async () => {
    const actor = await newOwner(house);
    const ids: string[] = [];
    for (let n = 1; n <= 4; n++) ids.push((await learn(actor, n)).id);
    await mergeLessons(deps(), actor, { id: ids[0]!, into: ids[1]! });
    await setLessonState(deps(), actor, { id: ids[2]!, verb: 'pin' });
    const history = await Promise.all(ids.map((id) => getLessonHistory(deps(), actor, { id, limit: 50 })));
    const replayed = replayLessons(history.flat());
    for (const id of ids) {
      const {
        helpful: _,
        harmful: __,
        applied: ___,
        confidence: ____,
        ownerId: _____,
        version: ______,
        ...row
      } = (await getLessons(deps(), actor, { limit: 50 })).find((one) => one.id === id)!;
      expect(row).toEqual(replayed.get(id));
    }
  });

  test('two who change one version at once: one of them is told', async () => {
    const actor = await newOwner(house);
    const { id, version } = await learn(actor, 1);
    const change = (text: string) =>
      updateLesson(deps(), actor, { id, set: { text }, seen: (seen) => seen === version });
    const ends = await Promise.allSettled([change('First words of mine'), change('Other words of mine')]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of another workspace it does not exist', async () => {
    const [actor, stranger] = [await newOwner(house), await newOwner(house)];
    const { id } = await learn(actor, 1);
    await expect(getLesson(deps(), stranger, id)).rejects.toMatchObject({ code: 'lesson.not-found' });
    expect(await getLessons(deps(), stranger, { limit: 10 })).toEqual([]);
  });
});

describe('adding what does not fit', () => {
  const lesson = {
    scope: { kind: 'sender', id: 'acme.example' },
    kind: 'sender-hint',
    content: { text: 'x', effect: { field: 'number', label: 'Ref' }, tags: [], context: {}, expiresAt: null },
  };
  test.each([
    ['an unknown kind', { kind: 'nothing' }, 'lesson.unknown-kind'],
    ['a scope that the kind does not live in', { scope: { kind: 'type', id: 'invoice' } }, 'lesson.wrong-scope'],
    ['an effect of another shape', { content: { ...lesson.content, effect: { field: 1 } } }, 'lesson.invalid-effect'],
    ['an effect where there is none', { kind: 'note' }, 'lesson.invalid-effect'],
    ['a lesson for somebody else', { kind: 'note', scope: { kind: 'user', id: newId() } }, 'auth.forbidden'],
  ])('%s is refused', async (_name, change, code) => {
    const actor = await newOwner(house);
    await expect(createLesson(deps(), actor, { ...lesson, ...change })).rejects.toMatchObject({ code });
  });
});

describe('the back-test of a kind that has one', () => {
  const hint = async (actor: Actor) =>
    createLesson(deps(), actor, {
      scope: { kind: 'sender', id: 'acme.example' },
      kind: 'sender-hint',
      content: { text: 'x', effect: { field: 'number', label: 'Ref' }, tags: [], context: {}, expiresAt: null },
    });
  const testIt = (actor: Actor, lessonId: string) =>
    runBackTest(
      { ...deps(), ...readsNothing },
      { ...actor, lessonId, testId: newId(), requestId: null },
      { signal: new AbortController().signal },
    );
  /** A record whose number was read as `read`, while `B-1` stood under the label. */
  const past = async (actor: Actor, read: string) => {
    const { id: documentId, runId } = await keepDocument(house, actor, { records: [], content: newId() });
    await inIt(actor, (trx) =>
      insertRecord(trx, {
        id: newId(),
        workspaceId: actor.workspaceId,
        documentId,
        runId,
        position: 0,
        record: {
          type: 'invoice',
          confidence: 1,
          alternatives: [],
          pages: [1],
          fields: { number: readValue(read), other: { ...readValue('B-1'), source: 'Ref' } },
          lines: [],
          issues: [],
        },
      }),
    );
  };

  test('lets a lesson count only when it passed, of the content as it is', async () => {
    const actor = await newOwner(house);
    const { id } = await hint(actor);
    const activate = () => setLessonState(deps(), actor, { id, verb: 'activate' });
    await expect(activate()).rejects.toMatchObject({ code: 'lesson.not-tested' });
    await testIt(actor, id);
    expect((await activate()).state).toBe('active');
    const changed = await updateLesson(deps(), actor, {
      id,
      set: { effect: { field: 'number', label: 'Other' } },
      seen: () => true,
    });
    expect(changed.state).toBe('proposed');
    await expect(activate()).rejects.toMatchObject({ code: 'lesson.not-tested' });
  });

  test('keeps a lesson out that would have done harm, and shows why', async () => {
    const actor = await newOwner(house);
    for (const read of ['A-1', 'A-2', 'B-1']) await past(actor, read);
    const { id } = await hint(actor);
    await testIt(actor, id);
    expect((await getLesson(deps(), actor, id)).backTest).toMatchObject({
      n: 3,
      improved: 0,
      worsened: 2,
      unchanged: 1,
    });
    await expect(setLessonState(deps(), actor, { id, verb: 'activate' })).rejects.toMatchObject({
      code: 'lesson.worsens',
    });
  });
});

test('a workspace’s export holds its lessons and the exporter’s own, not those of others', async () => {
  const [owner, other] = [await newOwner(house), newId()];
  const add = (scope: LessonScope, text: string) =>
    inIt(owner, (trx) =>
      addLesson(trx, deps(), {
        workspaceId: owner.workspaceId,
        scope,
        kind: 'note',
        content: { text, effect: null, tags: [], context: {}, expiresAt: null },
        source: { kind: 'feedback', ids: [] },
        by: undefined,
      }),
    );
  await add({ kind: 'workspace', id: '' }, 'For all of us');
  await add({ kind: 'user', id: owner.userId }, 'For the owner');
  await add({ kind: 'user', id: other }, 'For the other');
  const written: Record<string, string> = {};
  const writer: ExportWriter = {
    async add(name, content) {
      let text = '';
      for await (const chunk of content) text += String(chunk);
      written[name] = text;
      return { name, size: text.length, sha256: '' };
    },
  } as ExportWriter;
  const exporting = async (scope: 'workspace' | 'me', userId: string) => {
    const job = { workspaceId: owner.workspaceId, exportId: newId(), userId, scope, requestId: null };
    await fillAccountArchive({ db: house.db, blobs: house.blobs } as never, job, {
      writer,
      signal: new AbortController().signal,
      progress: () => {},
    });
    return [written['tables/lessons.jsonl'], written['tables/lesson_deltas.jsonl']].map((text) =>
      ['For all of us', 'For the owner', 'For the other'].filter((words) => text!.includes(words)),
    );
  };
  const ofAll = ['For all of us', 'For the owner'];
  expect(await exporting('workspace', owner.userId)).toEqual([ofAll, ofAll]);
  expect(await exporting('me', other)).toEqual([['For the other'], ['For the other']]);
});
