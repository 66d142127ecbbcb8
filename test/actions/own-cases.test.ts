// A person's own cases outside of the list of cases: in exports, in notices, and when the person is erased.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { setReminder, tellDueReminders } from '../../src/actions/case-reminders.ts';
import { noteOnCase } from '../../src/actions/change-case.ts';
import { fillAccountArchive } from '../../src/actions/fill-account-archive.ts';
import { openCase } from '../../src/actions/open-case.ts';
import type { Actor } from '../../src/actions/services.ts';
import { asOwner, inWorkspace } from '../../src/store/database.ts';
import { eraseRows } from '../../src/store/erase-rows.ts';
import type { ExportWriter } from '../../src/store/export-files.ts';
import { newId } from '../../src/store/new-id.ts';
import { withTrash } from '../../src/store/trash.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { toyCaseKinds } from '../support/toy-cases.ts';

let house: House;
let owner: Actor;
let other: Actor;
beforeAll(async () => {
  house = await openHouse();
  owner = await newOwner(house);
  const { userId } = await makeWorkspace(house.db);
  const { workspaceId } = owner;
  other = { workspaceId, userId, role: 'editor' };
  await inWorkspace(house.db, workspaceId, (trx) => insertMembership(trx, { workspaceId, userId, role: 'editor' }));
  const deps = { ...house, caseKinds: toyCaseKinds };
  const open = async (type: string, actor: Actor, title: string) => {
    const { id } = (await openCase(deps, actor, { type, title })).view.row;
    await noteOnCase(deps, actor, { id, text: `Note of ${title}` });
    await setReminder(deps, actor, { id, at: '2026-01-02', text: `Reminder of ${title}` });
    return id;
  };
  await open('toy/purchase', owner, 'ours');
  await noteOnCase(deps, other, { id: await open('toy/purchase', other, 'shared'), text: 'said by the other' });
  await open('toy/request', owner, 'mine');
  await open('toy/request', other, 'theirs');
  await tellDueReminders(house);
});
afterAll(() => house.close());

const tables = ['cases', 'case_events', 'case_reminders', 'notices'];
const titles = ['ours', 'shared', 'mine', 'theirs'];

async function exported(scope: 'workspace' | 'me', { userId }: Actor): Promise<Record<string, string[]>> {
  const written: Record<string, string> = {};
  const writer = {
    add: async (name: string, content: AsyncIterable<string | Uint8Array> | Iterable<string>) => {
      const parts: string[] = [];
      for await (const part of content) parts.push(String(part));
      written[name] = parts.join('');
      return { name, size: 0, sha256: '' };
    },
  } as unknown as ExportWriter;
  const job = { workspaceId: owner.workspaceId, exportId: newId(), userId, scope, requestId: null };
  await fillAccountArchive({ db: house.db, blobs: house.blobs } as never, job, {
    writer,
    signal: new AbortController().signal,
    progress: () => {},
  });
  return Object.fromEntries(
    tables.map((table) => [table, titles.filter((title) => written[`tables/${table}.jsonl`]?.includes(title))]),
  );
}

test('an export of the workspace holds nothing that is another’s own, nor what they were told of it', async () => {
  const found = await exported('workspace', owner);
  const seen = ['ours', 'shared', 'mine'];
  expect(found).toMatchObject({ cases: seen, case_events: seen, case_reminders: seen });
  // Reminders of shared cases are told to one person, too.
  expect(found.notices).toEqual(['ours', 'mine']);
});

test('an export of oneself holds all that is one’s own', async () => {
  expect(await exported('me', other)).toMatchObject({
    cases: ['theirs'],
    case_events: ['theirs'],
    case_reminders: ['theirs'],
  });
});

test('with a person go their own cases, their reminders and what they wrote; the workspace’s cases stay', async () => {
  const { workspaceId } = owner;
  await inWorkspace(house.db, workspaceId, (trx) =>
    withTrash(trx, () => asOwner(trx, () => eraseRows(trx, 'person', { id: other.userId, tables: 'of-workspace' }))),
  );
  const left = await inWorkspace(house.db, workspaceId, async (trx) => ({
    cases: await trx.selectFrom('cases').select(['title', 'created_by']).orderBy('id').execute(),
    notes: await trx.selectFrom('case_events').select('note').where('note', 'is not', null).orderBy('id').execute(),
    reminders: await trx.selectFrom('case_reminders').select('text').orderBy('id').execute(),
    notices: await trx.selectFrom('notices').select('user_ids').where('kind', '=', 'case.reminder').execute(),
  }));
  expect(left).toEqual({
    cases: [
      { title: 'ours', created_by: owner.userId },
      { title: 'shared', created_by: null },
      { title: 'mine', created_by: owner.userId },
    ],
    notes: [{ note: 'Note of ours' }, { note: 'Note of mine' }],
    reminders: [{ text: 'Reminder of ours' }, { text: 'Reminder of mine' }],
    notices: [{ user_ids: [owner.userId] }, { user_ids: [owner.userId] }],
  });
});
