// Findings as they come about: told once, decided on, kept while the values stay.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideFinding, getFindings } from '../../src/actions/findings.ts';
import { matchRecord } from '../../src/actions/match-record.ts';
import type { Actor } from '../../src/actions/services.ts';
import { deleteThing, restoreThing } from '../../src/actions/trash.ts';
import type { Json } from '../../src/document/value.ts';
import { createMatching } from '../../src/match/matching.ts';
import type { NewNotice, RaiseNotice } from '../../src/notify/notice.ts';
import { procurement } from '../../src/packs/procurement/index.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { findRecord, updateRecord } from '../../src/store/records.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { putRecord } from '../support/matchable-records.ts';
import { readValue } from '../support/toy-engine.ts';

const notices: NewNotice[] = [];
const raiseNotice: RaiseNotice = async (_trx, notice) => void notices.push(notice);
const matching = createMatching(procurement.matches ?? [], procurement.types, procurement.watches ?? []);

let house: House;
let owner: Actor;
beforeAll(async () => {
  house = await openHouse();
  owner = await newOwner(house);
});
afterAll(() => house.close());

const match = (recordId: string) =>
  matchRecord({ ...house, matching, raiseNotice }, { workspaceId: owner.workspaceId, recordId });

async function put(values: Record<string, Json>): Promise<string> {
  const id = await putRecord(house, owner, { type: 'invoice', values, lines: [] });
  await match(id);
  return id;
}
const findings = (recordId: string, watch = 'procurement/changed-bank-account') =>
  getFindings(house, owner, { recordId, watch, limit: 10 });

const bill = (supplier: string, number: string, iban: string): Record<string, Json> => ({
  number,
  'seller.name': `${supplier} GmbH`,
  'seller.iban': iban,
});
const old = 'DE02120300000000202051';
const changed = 'DE89370400440532013000';

async function change(id: string, path: string, value: Json): Promise<void> {
  await inWorkspace(house.db, owner.workspaceId, async (trx) => {
    const row = (await findRecord(trx, id))!;
    await updateRecord(trx, row, {
      ...row,
      fields: { ...row.fields, [path]: readValue(value) },
      assessment: undefined,
    });
  });
  await match(id);
}

test('another account is told once, and stays odd until a person says that it is fine', async () => {
  const first = await put(bill('Weststern', 'W-1', old));
  const second = await put(bill('Weststern', 'W-2', changed));
  await match(second);
  const [finding] = await findings(second);
  expect(finding).toMatchObject({ state: 'open', severity: 'error', reasons: [{ record: first }] });
  expect(notices.filter(({ subject }) => subject.id === second)).toMatchObject([{ kind: 'record.suspicious' }]);

  expect(await findings(await put(bill('Weststern', 'W-3', changed)))).toHaveLength(1);
  await decideFinding(house, owner, { findingId: finding!.id, decision: 'dismissed', reason: 'their new bank' });
  expect(await findings(await put(bill('Weststern', 'W-4', changed)))).toEqual([]);

  await match(second);
  expect(await findings(second)).toMatchObject([{ state: 'dismissed', decision_reason: 'their new bank' }]);
});

test('a finding settles when the value is corrected, and opens again with another account', async () => {
  await put(bill('Ostwind', 'O-1', old));
  const id = await put(bill('Ostwind', 'O-2', changed));
  await change(id, 'seller.iban', old);
  expect(await findings(id)).toMatchObject([{ state: 'settled' }]);
  await change(id, 'seller.iban', 'GB82WEST12345698765432');
  expect(await findings(id)).toMatchObject([{ state: 'open' }]);
});

test('a decision about one account is none about the next', async () => {
  await put(bill('Südhang', 'S-1', old));
  const id = await put(bill('Südhang', 'S-2', changed));
  const [finding] = await findings(id);
  await decideFinding(house, owner, { findingId: finding!.id, decision: 'dismissed' });
  await change(id, 'seller.iban', 'GB82WEST12345698765432');
  expect(await findings(id)).toMatchObject([{ state: 'open', decided_by: null }]);
});

test('decisions are taken once, by who saw what they decide on, and can be undone', async () => {
  await put(bill('Talgrund', 'T-1', old));
  const id = await put(bill('Talgrund', 'T-2', changed));
  const [{ id: findingId, version } = { id: '', version: 0 }] = await findings(id);
  const seen = (of: number) => of === version;
  const decide = (decision: 'confirmed' | 'dismissed' | 'undo') =>
    decideFinding(house, owner, { findingId, decision, seen });
  await expect(decide('undo')).rejects.toMatchObject({ code: 'finding.not-decided' });
  await decide('confirmed');
  await expect(decide('dismissed')).rejects.toMatchObject({ code: 'finding.changed' });
  await expect(decideFinding(house, owner, { findingId, decision: 'dismissed' })).rejects.toMatchObject({
    code: 'finding.decided',
  });
  expect(await decideFinding(house, owner, { findingId, decision: 'undo' })).toMatchObject({ state: 'open' });
});

test('records in the trash prove nothing and are not shown', async () => {
  const first = await put(bill('Hochwald', 'H-1', old));
  await deleteThing(house, owner, { kind: 'record', id: first, reason: 'wrong' });
  const second = await put(bill('Hochwald', 'H-2', changed));
  expect(await findings(second)).toEqual([]);
  await restoreThing(house, owner, { kind: 'record', id: first });
  await match(second);
  const [finding] = await findings(second);
  await deleteThing(house, owner, { kind: 'record', id: second, reason: 'wrong' });
  await expect(decideFinding(house, owner, { findingId: finding!.id, decision: 'confirmed' })).rejects.toMatchObject({
    code: 'finding.not-found',
  });
});

test('the same file again is told of whoever came later, and of nobody else', async () => {
  const again = async (number: string) => {
    const values = bill('Gipfel', number, old);
    const id = await putRecord(house, owner, { type: 'invoice', values, lines: [], content: 'the same bytes' });
    await match(id);
    return id;
  };
  const [one, two] = [await again('G-1'), await again('G-1')];
  expect(await findings(one, 'sheaf/same-file')).toEqual([]);
  expect(await findings(two, 'sheaf/same-file')).toMatchObject([{ state: 'open', severity: 'warning' }]);
});
