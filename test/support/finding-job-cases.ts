// Cases of the jobs of search, matching and lessons.

import { expect } from 'vitest';
import { addLesson } from '../../src/actions/add-lesson.ts';
import type { Actor } from '../../src/actions/services.ts';
import { createLessonKinds } from '../../src/learn/lesson-kind.ts';
import { type Db, inWorkspace } from '../../src/store/database.ts';
import { updateDocument } from '../../src/store/documents.ts';
import { listLessonHistory } from '../../src/store/lesson-deltas.ts';
import { newId } from '../../src/store/new-id.ts';
import type { JobPayload } from '../../src/store/queue-spec.ts';
import { insertCorrection } from '../../src/store/records.ts';
import { insertSavedSearch, rememberHit } from '../../src/store/saved-searches.ts';
import { ensureCollection } from '../../src/store/search/collections.ts';
import { putItem } from '../../src/store/search/items.ts';
import { putDecidedRecords } from './decided-records.ts';
import { type JobCase, type JobWorld, none } from './job-case.ts';
import { keepDocument } from './kept-things.ts';
import { toyLessonKinds } from './lesson-kinds.ts';
import { lostAndFound } from './lost-and-found.ts';
import { makeWorkspace } from './make-workspace.ts';
import { putRecord, storeKeys } from './matchable-records.ts';
import { readValue } from './toy-engine.ts';

const SAME_THING = 'lost-and-found/same-thing';
const lessonKinds = createLessonKinds(toyLessonKinds);

export const findingJobCases: Readonly<Record<string, JobCase>> = {
  'index-document': {
    heldBy: 'search_items',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id, recordIds } = await keepReadDocument(world, owner);
      return {
        payload: { workspaceId: owner.workspaceId, documentId: id, requestId: null } as JobPayload,
        async verify() {
          expect(await listIndexed(db, owner)).toEqual([id, ...recordIds].toSorted());
        },
      };
    },
  },

  'rebuild-index': {
    heldBy: 'search_items',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id, recordIds } = await keepReadDocument(world, owner);
      const payload = { workspaceId: owner.workspaceId, askedAt: new Date().toISOString(), requestId: null };
      return {
        payload: payload as JobPayload,
        async verify() {
          expect(await listIndexed(db, owner)).toEqual([id, ...recordIds].toSorted());
        },
      };
    },
  },

  'embed-passages': {
    heldBy: 'search_vectors',
    async prepare({ db }) {
      const { workspaceId } = await makeWorkspace(db);
      await inWorkspace(db, workspaceId, async (trx) => {
        const { id: collectionId } = await ensureCollection(trx, { workspaceId, kind: 'custom', name: 'c' });
        const passages = [{ text: 'the goods arrive on Monday', start: 0, end: 26 }];
        const item = {
          id: 'a',
          source: { type: 'item' as const, id: 'a' },
          title: 't',
          language: 'en',
          facets: {},
          passages,
        };
        await putItem(trx, { workspaceId, collectionId, item });
      });
      return {
        payload: { workspaceId, requestId: null } as JobPayload,
        async verify() {
          const vectors = await inWorkspace(db, workspaceId, (trx) =>
            trx.selectFrom('search_vectors').select('hash').execute(),
          );
          expect(vectors).toHaveLength(1);
        },
      };
    },
  },

  'search-round': {
    heldBy: 'search_items',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { id } = await keepReadDocument(world, owner);
      return {
        payload: none,
        async verify() {
          // What it queued is done by the server that the test runs.
          await expect.poll(() => countOpen(db), { timeout: 60_000 }).toBe(0);
          expect(await listIndexed(db, owner)).toContain(id);
        },
      };
    },
  },

  'tell-saved-searches': {
    heldBy: 'saved_search_hits',
    async prepare({ db }) {
      const { workspaceId, userId } = await makeWorkspace(db);
      const id = newId();
      await inWorkspace(db, workspaceId, async (trx) => {
        await insertSavedSearch(trx, {
          id,
          workspaceId,
          madeBy: userId,
          name: 'n',
          text: 'goods',
          filters: {},
          collectionIds: null,
          alert: 'daily',
        });
        const hit = { savedSearchId: id, subject: 's', collectionId: newId(), itemId: 'a', way: 'words' as const };
        await rememberHit(trx, workspaceId, { ...hit, toldAt: null });
      });
      return {
        payload: none,
        async verify() {
          const hits = await inWorkspace(db, workspaceId, (trx) =>
            trx.selectFrom('saved_search_hits').select('told_at').execute(),
          );
          expect(hits).toEqual([{ told_at: expect.any(Date) }]);
        },
      };
    },
  },

  'match-record': {
    heldBy: 'matches',
    async prepare(world) {
      const { owner, lost } = await putPair(world);
      const payload = { workspaceId: owner.workspaceId, recordId: lost, requestId: null } as JobPayload;
      return { payload, verify: () => expectOneMatch(world.db, owner) };
    },
  },

  'rescore-matches': {
    heldBy: 'matches',
    async prepare(world) {
      const { owner } = await putPair(world);
      const payload = { workspaceId: owner.workspaceId, requestId: null } as JobPayload;
      return {
        payload,
        async verify() {
          await expectOneMatch(world.db, owner);
          const models = await inWorkspace(world.db, owner.workspaceId, (trx) =>
            trx.selectFrom('match_models').select(['spec', 'spec_version']).execute(),
          );
          expect(models.filter(({ spec }) => spec === SAME_THING)).toEqual([{ spec: SAME_THING, spec_version: '1' }]);
        },
      };
    },
  },

  'learn-from-correction': {
    heldBy: 'lessons',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { workspaceId } = owner;
      const { id: documentId, recordIds } = await keepReadDocument(world, owner);
      const [recordId, lessonId] = [recordIds[0]!, newId()];
      await inWorkspace(db, workspaceId, (trx) =>
        insertCorrection(trx, {
          ...{ id: newId(), workspaceId, recordId, documentId, path: 'number', before: null, madeBy: null },
          after: readValue('B-1'),
        }),
      );
      const payload = { workspaceId, recordId, fields: [{ path: 'number', lessonId }], requestId: null };
      return {
        payload: payload as JobPayload,
        async verify() {
          const rows = await inWorkspace(db, workspaceId, async (trx) => ({
            lessons: await trx.selectFrom('lessons').select(['id', 'kind', 'scope_id']).execute(),
            changes: await listLessonHistory(trx, { lessonId, limit: 10 }),
          }));
          expect(rows.lessons).toEqual([{ id: lessonId, kind: 'sender-field', scope_id: 'vat:TOY1' }]);
          expect(rows.changes.map(({ delta }) => (delta as { op: string }).op).sort()).toEqual([
            'add',
            'back-test',
            'state',
          ]);
        },
      };
    },
  },

  'matching-round': {
    heldBy: 'match_scorings',
    async prepare(world) {
      const { owner } = await putPair(world);
      return {
        payload: none,
        async verify() {
          // What it queued is done by the server that the test runs.
          await expect.poll(() => countOpen(world.db), { timeout: 60_000 }).toBe(0);
          await expectOneMatch(world.db, owner);
          const rows = await inWorkspace(world.db, owner.workspaceId, (trx) =>
            trx.selectFrom('match_scorings').select(['scored_with', 'resume']).execute(),
          );
          expect(rows).toEqual([
            { scored_with: expect.objectContaining({ [SAME_THING]: { version: '1', decisions: 0 } }), resume: null },
          ]);
        },
      };
    },
  },

  'calibration-round': {
    heldBy: 'calibrations',
    async prepare(world) {
      const owner = await makeWorkspace(world.db);
      // A back-up of the same database looks for every file.
      const { sha256 } = await keepDocument(world, owner);
      await putDecidedRecords(world.db, owner, { count: 60, confidence: 0.95, wrongEach: 3, sha256 });
      return {
        payload: none,
        async verify() {
          const rows = await inWorkspace(world.db, owner.workspaceId, (trx) =>
            trx.selectFrom('calibrations').select(['name', 'version', 'current', 'outcomes']).execute(),
          );
          expect(rows).toEqual([{ name: 'reading', version: 1, current: true, outcomes: 60 }]);
        },
      };
    },
  },

  'back-test-lesson': {
    heldBy: 'lessons',
    async prepare(world) {
      const { db } = world;
      const owner = await makeWorkspace(db);
      const { workspaceId, userId } = owner;
      await keepDocument(world, owner);
      const lesson = await inWorkspace(db, workspaceId, (trx) =>
        addLesson(
          trx,
          { lessonKinds },
          {
            workspaceId,
            scope: { kind: 'sender', id: 'acme' },
            kind: 'sender-hint',
            content: {
              text: 'number under Ref',
              effect: { field: 'number', label: 'Ref' },
              tags: [],
              context: {},
              expiresAt: null,
            },
            source: { kind: 'person', ids: [userId] },
            by: userId,
          },
        ),
      );
      return {
        payload: { workspaceId, lessonId: lesson.id, testId: newId(), requestId: null } as JobPayload,
        async verify() {
          const history = await inWorkspace(db, workspaceId, (trx) =>
            listLessonHistory(trx, { lessonId: lesson.id, limit: 10 }),
          );
          expect(history.map(({ delta }) => (delta as { op: string }).op)).toEqual(['back-test', 'add']);
        },
      };
    },
  },
};

async function keepReadDocument(world: JobWorld, owner: Actor) {
  const kept = await keepDocument(world, owner);
  await inWorkspace(world.db, owner.workspaceId, (trx) => updateDocument(trx, kept.id, { state: 'extracted' }));
  return kept;
}

async function countOpen(db: Db): Promise<number> {
  const rows = await db.selectFrom('jobs').select('id').where('finished_at', 'is', null).execute();
  return rows.length;
}

async function listIndexed(db: Db, { workspaceId }: Actor): Promise<string[]> {
  const rows = await inWorkspace(db, workspaceId, (trx) => trx.selectFrom('search_items').select('id').execute());
  return rows.map((row) => row.id).toSorted();
}

/** Something lost and something found; the second has been stored for matching, and nothing has been matched. */
async function putPair(world: JobWorld): Promise<{ owner: Actor; lost: string }> {
  const owner = await makeWorkspace(world.db);
  const values = { category: 'wallet', colour: 'brown', latitude: 48.1, longitude: 11.5, date: '2026-03-01' };
  const thing = { values: { ...values, description: 'leather wallet' }, lines: [] };
  const lost = await putRecord(world, owner, { type: 'lost_item', ...thing });
  const found = await putRecord(world, owner, { type: 'found_item', ...thing });
  await storeKeys({ db: world.db, matching: lostAndFound }, owner, [found]);
  return { owner, lost };
}

async function expectOneMatch(db: Db, { workspaceId }: Actor): Promise<void> {
  const rows = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('matches').select(['spec', 'state']).execute(),
  );
  expect(rows).toEqual([{ spec: 'lost-and-found/same-thing', state: 'proposed' }]);
}
