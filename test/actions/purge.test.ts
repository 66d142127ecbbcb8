import { existsSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eraseWorkspace } from '../../src/actions/erase-workspace.ts';
import { endHold, placeHold } from '../../src/actions/holds.ts';
import { deleteWhatIsDue, purgeTrash } from '../../src/actions/purge.ts';
import { changeRetention, getRetention } from '../../src/actions/retention.ts';
import type { Actor } from '../../src/actions/services.ts';
import { deleteThing, getTrash, restoreThing } from '../../src/actions/trash.ts';
import type { HoldScope } from '../../src/store/schema-keeping.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';

let house: House;
let owner: Actor;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  owner = await newOwner(house);
});
afterAll(() => house.close());

const later = () => new Date(Date.now() + 1000);
const remove = (id: string, kind: 'document' | 'record' = 'document') => deleteThing(house, owner, { kind, id });
const blobOf = (sha256: string) => path.join(house.opened.dataDir, 'blobs', sha256.slice(0, 2), sha256);
const rowsOf = async (table: string, id: string) =>
  (await sql`select id from ${sql.table(table)} where id = ${id}`.execute(house.db)).rows.length;

describe('purge', () => {
  test('takes what lay long enough, with records, runs, blob and page pictures, and nothing else', async () => {
    const [old, live] = [await keepDocument(house, owner), await keepDocument(house, owner)];
    await house.pageImages.get({ source: old.sha256, page: 1, dpi: 110, rotation: 0 }, async () => Buffer.from('png'));
    const picture = path.join(house.opened.dataDir, 'page-images', old.sha256.slice(-2), `${old.sha256}-1-110-0.png`);
    expect([existsSync(blobOf(old.sha256)), existsSync(picture)]).toEqual([true, true]);
    await remove(old.id);
    expect(await purgeTrash(house, new Date(Date.now() - 60_000))).toBe(0);
    expect(await purgeTrash(house, later())).toBe(1);
    for (const [table, id] of [
      ['documents', old.id],
      ['records', old.recordIds[0]!],
      ['runs', old.runId],
    ] as const) {
      expect(await rowsOf(table, id), table).toBe(0);
    }
    expect([existsSync(blobOf(old.sha256)), existsSync(picture)]).toEqual([false, false]);
    expect([await rowsOf('documents', live.id), existsSync(blobOf(live.sha256))]).toEqual([1, true]);
    await expect(restoreThing(house, owner, { kind: 'document', id: old.id })).rejects.toMatchObject({
      code: 'trash.not-found',
    });
  });

  test('keeps a blob that another workspace, or another document, still names', async () => {
    const mine = await keepDocument(house, owner, { content: 'shared by two' });
    const theirs = await keepDocument(house, await newOwner(house), { content: 'shared by two' });
    await remove(mine.id);
    await purgeTrash(house, later());
    expect(existsSync(blobOf(theirs.sha256))).toBe(true);
  });

  test('takes a record alone, and leaves its document', async () => {
    const { id, recordIds } = await keepDocument(house, owner);
    await remove(recordIds[0]!, 'record');
    expect(await purgeTrash(house, later())).toBe(1);
    expect([await rowsOf('documents', id), await rowsOf('records', recordIds[0]!)]).toEqual([1, 0]);
  });
});

describe('a legal hold', () => {
  const cases: [HoldScope, (kept: { id: string; recordIds: string[] }) => string | undefined][] = [
    ['document', ({ id }) => id],
    ['record', ({ recordIds }) => recordIds[0]],
    ['person', () => owner.userId],
    ['workspace', () => undefined],
  ];
  test.each(cases)('on a %s refuses deleting, purging and erasing until it is released', async (scope, target) => {
    const kept = await keepDocument(house, owner);
    const trashed = await keepDocument(house, owner, { records: [] });
    await remove(trashed.id);
    const hold = await placeHold(house, owner, { scope, targetId: target(kept), reason: 'a case' });
    const refused = { code: 'hold.stands', message: expect.stringContaining(hold.id) };
    await expect(remove(kept.id)).rejects.toMatchObject(refused);
    await expect(remove(kept.recordIds[0]!, 'record')).rejects.toMatchObject(refused);
    const erasure = { ...house, databaseKind: house.opened.database.kind, identity: { access: { forget: () => {} } } };
    await expect(eraseWorkspace(erasure, owner, { confirm: owner.workspaceId })).rejects.toMatchObject(refused);
    await purgeTrash(house, later());
    const isWide = scope === 'person' || scope === 'workspace';
    expect(await rowsOf('documents', trashed.id)).toBe(isWide ? 1 : 0);
    await endHold(house, owner, { id: hold.id });
    await remove(kept.id);
    await purgeTrash(house, later());
    expect(await rowsOf('documents', kept.id)).toBe(0);
    await expect(endHold(house, owner, { id: hold.id })).rejects.toMatchObject({ code: 'hold.released' });
  });

  test('keeps what was in the trash before it was placed', async () => {
    const { id } = await keepDocument(house, owner);
    await remove(id);
    await placeHold(house, owner, { scope: 'document', targetId: id, reason: 'a case' });
    await purgeTrash(house, later());
    expect(await rowsOf('documents', id)).toBe(1);
  });

  test('says to others only that one stands', async () => {
    const { id } = await keepDocument(house, owner);
    const hold = await placeHold(house, owner, { scope: 'document', targetId: id, reason: 'a case' });
    const error = await deleteThing(house, { ...owner, role: 'editor' }, { kind: 'document', id }).catch((e) => e);
    expect(error).toMatchObject({ code: 'hold.stands' });
    expect(error.message).not.toContain(hold.id);
  });
});

describe('retention', () => {
  const year = new Date().getUTCFullYear();
  const choose = (
    country: string | null,
    overrides: { recordType: string; keepYears: number; deleteAfterYears: number | null }[] = [],
  ) => changeRetention(house, owner, { settings: { country, overrides } });

  test('refuses deleting until the year is over in which the period ends, and says until when', async () => {
    await choose('DE');
    const { id } = await keepDocument(house, owner, {
      records: [{ issued: `${year - 3}-05-01` }, { type: 'rfq', issued: `${year - 3}-01-01` }],
    });
    await expect(remove(id)).rejects.toMatchObject({
      code: 'retention.kept',
      details: { until: `${year - 3 + 9}-01-01` },
    });
    const old = await keepDocument(house, owner, { records: [{ issued: `${year - 9}-12-31` }] });
    await remove(old.id);
    await choose('DE', [
      { recordType: 'invoice', keepYears: 0, deleteAfterYears: null },
      { recordType: 'rfq', keepYears: 0, deleteAfterYears: null },
    ]);
    await remove(id);
  });

  test('a rule that comes later keeps what is in the trash already', async () => {
    const { id } = await keepDocument(house, owner, { records: [{ issued: `${year}-01-01` }] });
    await remove(id);
    await choose('CH');
    await purgeTrash(house, later());
    expect(await rowsOf('documents', id)).toBe(1);
  });

  test('without a country nothing is refused, and rules name their statute', async () => {
    expect((await getRetention(house, owner)).rules).toMatchObject([{ recordType: '*', keepYears: 0 }]);
    const { rules } = await choose('DE', [{ recordType: 'receipt', keepYears: 3, deleteAfterYears: 12 }]);
    expect(rules.find((rule) => rule.recordType === 'invoice')).toMatchObject({
      keepYears: 8,
      statute: expect.stringContaining('147'),
    });
    expect(rules.find((rule) => rule.recordType === 'receipt')).toMatchObject({
      keepYears: 3,
      deleteAfterYears: 12,
      source: 'workspace',
    });
  });

  test('puts into the trash what is past its time, when all of its records are', async () => {
    const issued = `${year - 5}-06-01`;
    const due = await keepDocument(house, owner, { records: [{ issued }] });
    const mixed = await keepDocument(house, owner, { records: [{ issued }, { type: 'contract', issued }] });
    const young = await keepDocument(house, owner, { records: [{ issued: `${year}-01-01` }] });
    await choose(null, [{ recordType: 'invoice', keepYears: 2, deleteAfterYears: 3 }]);
    expect(await deleteWhatIsDue(house)).toBe(1);
    expect(await getTrash(house, owner, { limit: 10 })).toMatchObject([
      { id: due.id, deletedBy: null, reason: 'retention' },
    ]);
    expect([await rowsOf('documents', mixed.id), await rowsOf('documents', young.id)]).toEqual([1, 1]);
  });

  test('a rule that would delete what it keeps is refused', async () => {
    await expect(choose('DE', [{ recordType: 'invoice', keepYears: 8, deleteAfterYears: 7 }])).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  test('keeps a workspace from being erased unless somebody answers for it', async () => {
    await choose('DE');
    const { id } = await keepDocument(house, owner, { records: [{ issued: `${year}-01-01` }] });
    const deps = { ...house, databaseKind: house.opened.database.kind, identity: { access: { forget: () => {} } } };
    const request = { confirm: owner.workspaceId };
    await expect(eraseWorkspace(deps, owner, request)).rejects.toMatchObject({ code: 'retention.kept' });
    await eraseWorkspace(deps, owner, { ...request, despiteRetention: true });
    expect([await rowsOf('documents', id), await rowsOf('workspaces', owner.workspaceId)]).toEqual([0, 0]);
  });
});
