// The index follows what becomes of documents: back-fill, purge, erasure; and no workspace finds what is another's.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { embedPassages } from '../../src/actions/embed-passages.ts';
import { erasePerson } from '../../src/actions/erase-person.ts';
import { eraseWorkspace } from '../../src/actions/erase-workspace.ts';
import { indexDocument } from '../../src/actions/index-document.ts';
import { purgeTrash } from '../../src/actions/purge.ts';
import { saveSearch } from '../../src/actions/saved-searches.ts';
import { search } from '../../src/actions/search.ts';
import { lookAfterSearch, rebuildIndex } from '../../src/actions/search-upkeep.ts';
import type { Actor } from '../../src/actions/services.ts';
import { deleteThing } from '../../src/actions/trash.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { putDocumentPassages } from '../../src/store/document-passages.ts';
import { updateDocument } from '../../src/store/documents.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { findInTables } from '../support/find-traces.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';
import { toyType } from '../support/toy-engine.ts';
import { createToyNlp } from '../support/toy-nlp.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let house: House;
const nlp = createToyNlp();
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const deps = () => ({
  ...house,
  nlp,
  types: [toyType],
  raiseNotice: async () => {},
  databaseKind: house.opened.database.kind,
});
const run = { signal: new AbortController().signal, progress: () => {} };

/** As if it had been read: `text` stands on its page. */
async function readDocument(actor: Actor, name: string, text?: string): Promise<string> {
  const { id } = await keepDocument(house, actor, { name });
  await inWorkspace(house.db, actor.workspaceId, async (trx) => {
    await updateDocument(trx, id, { state: 'extracted' });
    if (text === undefined) return;
    const passage = { start: 0, end: text.length, text, context: null, page: 1, places: [] };
    await putDocumentPassages(trx, { workspaceId: actor.workspaceId, documentId: id, passages: [passage] });
  });
  return id;
}

async function addDocument(actor: Actor, name: string, text: string): Promise<string> {
  const documentId = await readDocument(actor, name, text);
  const { workspaceId } = actor;
  await indexDocument(deps(), { workspaceId, documentId, requestId: null });
  await embedPassages(deps(), { workspaceId, requestId: null }, run);
  return documentId;
}

const found = async (actor: Actor, text: string): Promise<string[]> => {
  const { hits } = await search(deps(), actor, {
    text,
    collections: ['documents'],
    filters: {},
    facetNames: [],
    limit: 10,
  });
  return hits.map(({ itemId }) => itemId);
};

test('a workspace finds nothing of another', async () => {
  const [mine, theirs] = [await newOwner(house), await newOwner(house)];
  const id = await addDocument(mine, 'mine.txt', 'obsidian paperweights');
  expect(await found(mine, 'obsidian paperweights')).toEqual([id]);
  expect(await found(theirs, 'obsidian paperweights')).toEqual([]);
  const collection = await inWorkspace(house.db, mine.workspaceId, (trx) =>
    trx.selectFrom('search_collections').select('id').executeTakeFirstOrThrow(),
  );
  const asked = { text: 'obsidian', collections: [collection.id], filters: {}, facetNames: [], limit: 10 };
  await expect(search(deps(), theirs, asked)).rejects.toMatchObject({ code: 'search.collection-unknown' });
});

test('documents that were read before there was a search are queued, once, and found by their names', async () => {
  const owner = await newOwner(house);
  const id = await readDocument(owner, 'heirloom tomatoes.pdf');
  const queued = async () => {
    const rows = await house.db
      .selectFrom('jobs')
      .select('id')
      .where('workspace_id', '=', owner.workspaceId)
      .where('queue', '=', 'index-document')
      .execute();
    return rows.length;
  };
  await lookAfterSearch(deps());
  await lookAfterSearch(deps());
  expect(await queued()).toBe(1);
  await indexDocument(deps(), { workspaceId: owner.workspaceId, documentId: id, requestId: null });
  expect(await found(owner, 'heirloom')).toEqual([id]);
});

test('building anew finds what it found before, and can be done again', async () => {
  const owner = await newOwner(house);
  const id = await addDocument(owner, 'anew.txt', 'cinnamon bark');
  const payload = { workspaceId: owner.workspaceId, requestId: null, askedAt: new Date().toISOString() };
  await rebuildIndex(deps(), payload, run);
  const asked = nlp.asked.length;
  await embedPassages(deps(), payload, run);
  // The text is the same: it has its vector.
  expect(nlp.asked.slice(asked)).toEqual([]);
  expect(await found(owner, 'cinnamon')).toEqual([id]);
  await rebuildIndex(deps(), payload, run);
  expect(await found(owner, 'cinnamon')).toEqual([id]);
});

test('what is purged leaves neither passage nor vector, nor its words', async () => {
  const owner = await newOwner(house);
  const id = await addDocument(owner, 'purged.txt', 'vermilion zeppelins overhead');
  await deleteThing(house, owner, { kind: 'document', id });
  expect(await found(owner, 'vermilion')).toEqual([]);
  await purgeTrash(house, new Date(Date.now() + 1000));
  await embedPassages(deps(), { workspaceId: owner.workspaceId, requestId: null }, run);
  const left = await inWorkspace(house.db, owner.workspaceId, async (trx) => ({
    items: await trx.selectFrom('search_items').select('id').execute(),
    passages: await trx.selectFrom('search_passages').select('hash').execute(),
    vectors: await trx.selectFrom('search_vectors').select('hash').execute(),
    kept: await trx.selectFrom('document_passages').select('document_id').execute(),
    words: await trx.selectFrom('search_words').select('word').execute(),
  }));
  expect(left).toEqual({ items: [], passages: [], vectors: [], kept: [], words: [] });
});

const erasing = () => ({
  ...house,
  databaseKind: house.opened.database.kind,
  identity: { access: { forget: () => {} } },
});

test('erasing a workspace leaves no word of it', async () => {
  const owner = await newOwner(house);
  await addDocument(owner, 'erased.txt', 'quagmire of tangerines');
  await saveSearch(house, owner, {
    name: 'tangerine-watch',
    text: 'tangerines',
    filters: {},
    alert: 'daily',
    requestId: 'r',
  });
  await eraseWorkspace(erasing(), owner, { confirm: owner.workspaceId, despiteRetention: true });
  expect(await findInTables(house.db, ['tangerine', 'quagmir'])).toEqual([]);
});

test('erasing a person takes their searches, and their uploads when asked', async () => {
  const [owner, person] = [await newOwner(house), await newOwner(house)];
  const there: Actor = { workspaceId: owner.workspaceId, userId: person.userId, role: 'editor' };
  await inWorkspace(house.db, owner.workspaceId, (trx) => insertMembership(trx, { ...there, role: 'editor' }));
  await addDocument(there, 'theirs.txt', 'monogrammed handkerchiefs');
  await saveSearch(house, there, { name: 'hankies', text: 'handkerchiefs', filters: {}, alert: 'off', requestId: 'r' });
  const { userId } = person;
  await erasePerson(erasing(), { userId, confirm: userId, uploads: 'erase', despiteRetention: true });
  expect(await found(owner, 'handkerchiefs')).toEqual([]);
  const left = await inWorkspace(house.db, owner.workspaceId, async (trx) => ({
    passages: await trx.selectFrom('search_passages').select('text').execute(),
    saved: await trx.selectFrom('saved_searches').select('name').execute(),
  }));
  expect(left).toEqual({ passages: [], saved: [] });
});
