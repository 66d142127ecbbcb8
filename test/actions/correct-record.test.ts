import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctRecord } from '../../src/actions/correct-record.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { Rechoose } from '../../src/pipeline/rechoose.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { insertDocument } from '../../src/store/documents.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertRecord, listCorrections } from '../../src/store/records.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { readValue, takenAsGiven, toyType } from '../support/toy-engine.ts';

let house: House;
let owner: Actor;
beforeAll(async () => {
  house = await openHouse();
  owner = await newOwner(house);
});
afterAll(() => house.close());

test('each correction is kept with what stood there before', async () => {
  const { db } = house;
  const { workspaceId } = owner;
  const [recordId, documentId] = [newId(), newId()];
  await inWorkspace(db, workspaceId, async (trx) => {
    const file = { sha256: 'a'.repeat(64), name: 'a', mediaType: 'x', size: 1 };
    await insertDocument(trx, {
      id: documentId,
      workspaceId,
      ...file,
      typeHint: null,
      sealedPassword: null,
      uploadedBy: null,
    });
    const record = {
      type: 'invoice',
      confidence: 1,
      alternatives: [],
      pages: [1],
      fields: { number: readValue('A-17') },
      lines: [],
      issues: [],
    };
    await insertRecord(trx, { id: recordId, workspaceId, documentId, runId: newId(), position: 0, record });
  });

  const deps = { ...house, types: [toyType], ...takenAsGiven };
  await correctRecord(deps, owner, { recordId, seen: (version) => version === 1, fields: { number: 'A-18' } });
  await correctRecord(deps, owner, { recordId, seen: (version) => version === 2, fields: { number: null } });

  expect(await inWorkspace(db, workspaceId, (trx) => listCorrections(trx, recordId))).toMatchObject([
    { path: 'number', before: { value: 'A-17', origin: 'read' }, after: { value: 'A-18', origin: 'human' } },
    { path: 'number', before: { value: 'A-18', origin: 'human' }, after: null },
  ]);
});

test('the other fields are chosen anew to fit what people gave, now and before', async () => {
  const { db } = house;
  const { workspaceId } = owner;
  const [recordId, documentId] = [newId(), newId()];
  const file = { sha256: 'b'.repeat(64), name: 'b', mediaType: 'x', size: 1 };
  const candidates = {
    number: [{ path: 'number', ...readValue('B-1'), score: 2 }],
  };
  await inWorkspace(db, workspaceId, async (trx) => {
    const document = { id: documentId, workspaceId, ...file, typeHint: null, sealedPassword: null, uploadedBy: null };
    await insertDocument(trx, document);
    const record = {
      type: 'invoice',
      confidence: 1,
      alternatives: [],
      pages: [1],
      fields: { number: readValue('B-1') },
      lines: [],
      issues: [],
      candidates,
    };
    await insertRecord(trx, { id: recordId, workspaceId, documentId, runId: newId(), position: 0, record });
  });
  const asked: Parameters<Rechoose>[2][] = [];
  const rechoose: Rechoose = (record, _type, known) => {
    asked.push(known);
    return { ...record, fields: { ...record.fields, follows: readValue('from it') } };
  };
  const deps = { ...house, types: [toyType], ...takenAsGiven, rechoose };
  await correctRecord(deps, owner, { recordId, seen: (version) => version === 1, fields: { number: 'B-1' } });
  const row = await correctRecord(deps, owner, {
    recordId,
    seen: (version) => version === 2,
    fields: { 'lines[0].quantity': 3 },
  });

  expect(row.fields.follows?.value).toBe('from it');
  expect(asked[1]!.candidates).toEqual(candidates);
  expect([...asked[1]!.given]).toMatchObject([['number', { value: 'B-1', origin: 'human' }]]);
});
