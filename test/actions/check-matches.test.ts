// The daily look at new matches: who is told of what, when, and how often.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkNewMatches } from '../../src/actions/check-matches.ts';
import { decideMatch } from '../../src/actions/decide-match.ts';
import { matchRecord } from '../../src/actions/match-record.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { Json } from '../../src/document/value.ts';
import type { NewNotice } from '../../src/notify/notice.ts';
import { defaultNoticeSettings, type NoticeSettings } from '../../src/notify/notice-settings.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { listMatchesOf } from '../../src/store/matches.ts';
import { findNotificationSettings, writeNotificationSettings } from '../../src/store/notification-settings.ts';
import { aPosting, aResume, careersEngine } from '../support/careers-engine.ts';
import { type House, newOwner, openHouse } from '../support/kept-things.ts';
import { putRecord } from '../support/matchable-records.ts';

let house: House;
let owner: Actor;
let raised: NewNotice[];
let number = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const deps = () =>
  ({
    ...{ ...house, ...careersEngine, types: [], mailTransport: undefined },
    queue: { wake() {} },
    raiseNotice: async (_trx: unknown, notice: NewNotice) => void raised.push(notice),
  }) as never;
const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]): Promise<T> =>
  inWorkspace(house.db, owner.workspaceId, work);

const today = new Date();
/** An hour of a day that is so many days ahead, in UTC. */
const at = (hour: number, daysAhead = 0): Date =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + 1 + daysAhead, hour, 1));

async function put(type: string, values: object): Promise<string> {
  const id = await putRecord(house, owner, { type, values: values as Record<string, Json>, lines: [] });
  await matchRecord(deps(), { workspaceId: owner.workspaceId, recordId: id });
  return id;
}

const putPosting = (more: Record<string, unknown> = {}) =>
  put('job_posting', aPosting({ 'hiringOrganization.name': `Employer ${++number} of many`, ...more }));

async function choose(settings: Partial<NoticeSettings>): Promise<void> {
  const { workspaceId, userId } = owner;
  const stored = { ...defaultNoticeSettings, timeZone: 'UTC', ...settings };
  await inside(async (trx) => {
    const seen = (await findNotificationSettings(trx, userId))?.version ?? 0;
    await writeNotificationSettings(trx, { workspaceId, userId, settings: stored, seen });
  });
}

/** What this look told. */
async function look(now: Date): Promise<string[]> {
  raised = [];
  await checkNewMatches(deps(), now);
  return raised
    .filter(({ kind, workspaceId }) => kind === 'match.suggested' && workspaceId === owner.workspaceId)
    .map(({ data }) => String(data.name));
}

beforeEach(async () => {
  raised = [];
  owner = { ...(await newOwner(house)), role: 'owner' };
  await put('resume', aResume());
  await choose({});
  await putPosting({ title: 'Backend Developer', jobLocation: 'Munich' });
  await checkNewMatches(deps(), at(0));
});

test('new matches are told at nine, each with its reason, and never again', async () => {
  expect(raised.filter(({ kind }) => kind === 'match.suggested')).toEqual([]);
  expect(await look(at(8))).toEqual([]);
  expect(await look(at(9))).toEqual([`Backend Developer at Employer ${number} of many (Munich) for Ada Example`]);
  const [notice] = raised;
  expect(notice).toMatchObject({
    userIds: [owner.userId],
    subject: { type: 'match' },
    data: {
      reason: expect.stringMatching(/^Job title.*Missing: AutoCAD\.$|^Skills.*Missing: AutoCAD\.$/),
      userId: owner.userId,
    },
    score: expect.any(Number),
  });
  expect(await look(at(10))).toEqual([]);
  expect(await look(at(9, 1))).toEqual([]);
  await putPosting({ title: 'Python Developer', jobLocation: 'Kiel', jobLocationType: 'remote' });
  expect(await look(at(12, 1))).toEqual([]);
  expect(await look(at(9, 2))).toEqual([expect.stringContaining('Python Developer')]);
});

test('nothing new raises nothing', async () => {
  await look(at(9));
  expect(await look(at(9, 1))).toEqual([]);
  expect(raised).toEqual([]);
});

test('nine is by the clock of the person', async () => {
  await choose({ timeZone: 'Asia/Kathmandu' });
  // 09:00 there is 03:15 in UTC.
  expect(await look(new Date(at(3).setUTCMinutes(14)))).toEqual([]);
  expect(await look(new Date(at(3).setUTCMinutes(15)))).toHaveLength(1);
});

test('two looks at once tell once', async () => {
  raised = [];
  await Promise.all([checkNewMatches(deps(), at(9)), checkNewMatches(deps(), at(9))]);
  expect(raised).toHaveLength(1);
});

test('a look that fails in the middle has told nothing, and is made again', async () => {
  const broken = { ...(deps() as object), raiseNotice: () => Promise.reject(new Error('gone')) } as never;
  await expect(checkNewMatches(broken, at(9))).rejects.toThrow('gone');
  expect(await look(at(9))).toHaveLength(1);
});

test('below the own minimum nothing is told, until it is lowered', async () => {
  await choose({ minimumScore: 1 });
  expect(await look(at(9))).toEqual([]);
  await choose({ minimumScore: 0.3 });
  expect(await look(at(9, 1))).toHaveLength(1);
});

test('who wants to hear of it nowhere is told when that changes', async () => {
  await choose({ kinds: { 'match.suggested': { inApp: false, email: false } } });
  expect(await look(at(9))).toEqual([]);
  await choose({});
  expect(await look(at(9, 1))).toHaveLength(1);
});

test('closed and poor postings, and what was dismissed, are left out', async () => {
  await look(at(9));
  await putPosting({ title: 'Closed Developer', validThrough: '2020-01-01' });
  const {
    title,
    'requirements[0].text': text,
    'requirements[0].kind': kind,
    'requirements[0].level': level,
  } = aPosting();
  await put('job_posting', {
    title,
    ...{ 'requirements[0].text': text, 'requirements[0].kind': kind, 'requirements[0].level': level },
  });
  const dismissed = await putPosting({ title: 'Dismissed Developer' });
  const [match] = (await inside((trx) => listMatchesOf(trx, dismissed))).filter(
    ({ spec }) => spec === 'careers/resume-posting',
  );
  await decideMatch(deps(), owner, { matchId: match!.id, decision: 'dismissed' });
  expect(await look(at(9, 1))).toEqual([]);
});

test('a job that is posted again is told once: the newest of what is new, and nothing of what was told', async () => {
  const again = { 'hiringOrganization.name': 'Repost AG', title: 'Platform Developer', url: 'https://jobs.example/7' };
  await putPosting(again);
  await putPosting({ ...again, 'baseSalary.max': 7500 });
  const first = await look(at(9));
  expect(first.filter((name) => name.includes('Platform Developer'))).toHaveLength(1);
  await putPosting({ ...again, 'baseSalary.max': 7600 });
  expect(await look(at(9, 1))).toEqual([]);
});

test('twenty are told in a look, the best; the rest the next day', async () => {
  // Two places rule out that two postings are one job.
  const towns =
    'Kiel Bonn Trier Ulm Jena Gera Hof Celle Emden Fulda Goslar Hagen Herne Köln Lahr Mainz Neuss Plauen Siegen Speyer Worms Zwickau';
  for (const town of towns.split(' ')) await putPosting({ jobLocation: town, jobLocationType: 'remote' });
  const first = await look(at(9));
  const second = await look(at(9, 1));
  expect([first.length, new Set([...first, ...second]).size]).toEqual([20, first.length + second.length]);
});

test('programs hear of each match as it is found, people do not', async () => {
  raised = [];
  await putPosting({ 'requirements[1].text': 'Docker' });
  const found = raised.filter(({ kind, data }) => kind === 'match.found' && data.leftType === 'resume');
  expect(found.map(({ userIds }) => userIds)).toEqual([[]]);
});

test('another workspace hears nothing', async () => {
  await look(at(9));
  const before = owner;
  owner = { ...(await newOwner(house)), role: 'owner' };
  expect(await look(at(9, 1))).toEqual([]);
  owner = before;
});
