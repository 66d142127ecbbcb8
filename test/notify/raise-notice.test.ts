import { afterAll, beforeAll, expect, test } from 'vitest';
import { expandNotice } from '../../src/actions/expand-notice.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { NewNotice } from '../../src/notify/notice.ts';
import { noticeKindNames } from '../../src/notify/notice-kinds.ts';
import { noticeText } from '../../src/notify/notice-text.ts';
import { metricList } from '../../src/observe/metric-list.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { writeNotificationSettings } from '../../src/store/notification-settings.ts';
import type { Role } from '../../src/store/roles.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { makeWorkspace } from '../support/make-workspace.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const aNotice = ({ workspaceId }: Actor, more: Partial<NewNotice> = {}): NewNotice => ({
  workspaceId,
  kind: 'document.failed',
  key: newId(),
  subject: { type: 'document', id: newId() },
  data: { name: 'Rechnung.pdf' },
  ...more,
});

const raise = (notice: NewNotice) => inWorkspace(house.db, notice.workspaceId, (trx) => house.raiseNotice(trx, notice));

/** Works off every notice of the workspace, as the jobs would. */
async function expandAll({ workspaceId }: Actor): Promise<void> {
  const { db, queue } = house;
  const rows = await inWorkspace(db, workspaceId, (trx) => trx.selectFrom('notices').select('id').execute());
  const deps = { db, queue, mailTransport: undefined };
  for (const { id } of rows) await expandNotice(deps, { workspaceId, noticeId: id, requestId: null });
}

const told = async ({ workspaceId }: Actor) =>
  (
    await inWorkspace(house.db, workspaceId, (trx) =>
      trx.selectFrom('notifications').select('user_id').where('in_app', '=', true).orderBy('user_id').execute(),
    )
  ).map((row) => row.user_id);

async function addMember({ workspaceId }: Actor, role: Role): Promise<string> {
  const { userId } = await makeWorkspace(house.db);
  await inWorkspace(house.db, workspaceId, (trx) => insertMembership(trx, { workspaceId, userId, role }));
  return userId;
}

test('raised twice, a notice is one; rolled back, it is none', async () => {
  const owner = await newOwner(house);
  const notice = aNotice(owner);
  await raise(notice);
  await raise(notice);
  const undone = inWorkspace(house.db, owner.workspaceId, async (trx) => {
    await house.raiseNotice(trx, aNotice(owner));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const left = await inWorkspace(house.db, owner.workspaceId, (trx) =>
    trx.selectFrom('notices').select('event').execute(),
  );
  expect(left).toEqual([{ event: notice.key }]);
});

test('raised by many at once, it is one', async () => {
  const owner = await newOwner(house);
  const notice = aNotice(owner);
  await Promise.all(Array.from({ length: 8 }, () => raise(notice)));
  await expandAll(owner);
  await expandAll(owner);
  expect(await told(owner)).toEqual([owner.userId]);
});

test('only members whose role may see the subject are told', async () => {
  const owner = await newOwner(house);
  const editor = await addMember(owner, 'editor');
  await addMember(owner, 'viewer');
  await addMember(owner, 'guest');
  await raise(aNotice(owner));
  await expandAll(owner);
  expect(await told(owner)).toEqual([owner.userId, editor].sort());
});

test('people that it names are told, unless they do not belong here or may not see it', async () => {
  const owner = await newOwner(house);
  const stranger = await newOwner(house);
  const guest = await addMember(owner, 'guest');
  const editor = await addMember(owner, 'editor');
  await raise(aNotice(owner, { userIds: [editor, guest, stranger.userId] }));
  await expandAll(owner);
  expect(await told(owner)).toEqual([editor]);
});

test('what somebody does not want to hear, and matches below their minimum, do not come', async () => {
  const owner = await newOwner(house);
  const { workspaceId, userId } = owner;
  const quiet = { kinds: { 'document.failed': { inApp: false, email: false } }, minimumScore: 0.8 };
  await inWorkspace(house.db, workspaceId, (trx) =>
    writeNotificationSettings(trx, { workspaceId, userId, seen: 0, settings: quiet }),
  );
  await raise(aNotice(owner));
  const match = { kind: 'match.found', subject: { type: 'match', id: newId() } } as const;
  await raise(aNotice(owner, { ...match, score: 0.79 }));
  await expandAll(owner);
  expect(await told(owner)).toEqual([]);
  await raise(aNotice(owner, { ...match, score: 0.81 }));
  await expandAll(owner);
  expect(await told(owner)).toEqual([userId]);
});

test('a kind that is not declared, or a score where there is none, is a mistake of the program', async () => {
  const owner = await newOwner(house);
  await expect(raise(aNotice(owner, { kind: 'nobody.knows' }))).rejects.toThrow('nobody.knows');
  await expect(raise(aNotice(owner, { score: 0.5 }))).rejects.toThrow('no score');
});

test.each(noticeKindNames)('%s says something in every language, also without data', (kind) => {
  for (const locale of ['en', 'de-AT', 'fr']) {
    const { title, text } = noticeText(kind, {}, locale);
    expect(`${title} ${text}`).not.toMatch(/undefined|null|NaN|\s{2}|^\s|\{/);
    expect(title.length * text.length).toBeGreaterThan(0);
  }
});

test('metrics know every kind', () => {
  expect(metricList.sheaf_notices_total.labels.kind).toEqual(noticeKindNames);
});
