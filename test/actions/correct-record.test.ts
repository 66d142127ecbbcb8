import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctRecord } from '../../src/actions/correct-record.ts';
import type { Actor } from '../../src/actions/services.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { insertDocument } from '../../src/store/documents.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertRecord, listCorrections } from '../../src/store/records.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { readValue, toyType } from '../support/toy-engine.ts';

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

  const deps = { ...house, types: [toyType], judge: () => ({ issues: [] }) };
  await correctRecord(deps, owner, { recordId, seen: (version) => version === 1, fields: { number: 'A-18' } });
  await correctRecord(deps, owner, { recordId, seen: (version) => version === 2, fields: { number: null } });

  expect(await inWorkspace(db, workspaceId, (trx) => listCorrections(trx, recordId))).toMatchObject([
    { path: 'number', before: { value: 'A-17', origin: 'read' }, after: { value: 'A-18', origin: 'human' } },
    { path: 'number', before: { value: 'A-18', origin: 'human' }, after: null },
  ]);
});
