// The daily look at new matches: once a day for each person, at nine by their clock, of what they were not told yet. All of one look is
// one transaction, so that nothing is told twice and nothing is lost, whatever dies when.

import { may } from '../identity/permissions.ts';
import type { MatchSpec, Subject } from '../match/match-spec.ts';
import type { Explanation } from '../match/score-pair.ts';
import { CHECK_HOUR, lastDigest } from '../notify/mail-times.ts';
import { noticeKinds } from '../notify/notice-kinds.ts';
import { channelsFor, type NoticeSettings, readNoticeSettings } from '../notify/notice-settings.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { loadSubjects } from '../store/match-subjects.ts';
import {
  beginChecks,
  claimCheck,
  hasProposals,
  listChecks,
  listToldRights,
  listUntold,
  noteTold,
} from '../store/match-tellings.ts';
import { listLikeliest, type MatchRow } from '../store/matches.ts';
import { listMembersToTell, type MemberToTell } from '../store/members-to-tell.ts';
import { listNotificationSettings } from '../store/notification-settings.ts';
import { expandNoticeQueue } from '../store/queues.ts';
import { listWorkspaceIds } from '../store/workspaces.ts';
import type { Services } from './services.ts';

export type CheckDeps = Pick<Services, 'db' | 'matching' | 'raiseNotice' | 'queue' | 'mailTransport'>;

const kind = noticeKinds['match.suggested'];
/** The rest is told the next day. */
const MOST_TOLD = 20;
const MOST_LOOKED_AT = 500;
const MOST_COPIES = 2000;

export interface Checked {
  people: number;
  told: number;
}

/** Everybody whose hour has come. */
export async function checkNewMatches(deps: CheckDeps, now = new Date(), signal?: AbortSignal): Promise<Checked> {
  const specs = deps.matching.specs.filter(({ daily }) => daily !== undefined);
  const done: Checked = { people: 0, told: 0 };
  if (specs.length === 0) return done;
  for (const workspaceId of await listWorkspaceIds(deps.db)) {
    if (signal?.aborted) break;
    for (const person of await findDue(deps, { workspaceId, specs, now })) {
      if (signal?.aborted) break;
      const told = await checkFor(deps, { workspaceId, specs, now, ...person });
      if (told === undefined) continue;
      done.people++;
      done.told += told;
    }
  }
  if (done.told > 0) deps.queue.wake(expandNoticeQueue.name);
  return done;
}

interface Due {
  member: MemberToTell;
  settings: NoticeSettings;
  /** The hour that has come. */
  since: Date;
}

async function findDue(
  { db }: CheckDeps,
  { workspaceId, specs, now }: { workspaceId: string; specs: readonly MatchSpec[]; now: Date },
): Promise<Due[]> {
  const ids = specs.map(({ id }) => id);
  return inWorkspace(db, workspaceId, async (trx) => {
    if (!(await hasProposals(trx, ids))) return [];
    const members = (await listMembersToTell(trx)).filter(({ role }) => may(role, kind.permission));
    const stored = await listNotificationSettings(
      trx,
      members.map(({ userId }) => userId),
    );
    const checks = await listChecks(trx);
    const due: Due[] = [];
    for (const member of members) {
      const settings = readNoticeSettings(stored.get(member.userId));
      const zone = settings.timeZone ?? member.timeZone;
      const since = lastDigest(now, { every: 'day', weekday: 1, hour: CHECK_HOUR, zone });
      const checked = checks.get(member.userId);
      if (checked === undefined) await beginChecks(trx, { workspaceId, userId: member.userId }, now);
      else if (checked < since) due.push({ member, settings, since });
    }
    return due;
  });
}

interface Look extends Due {
  workspaceId: string;
  specs: readonly MatchSpec[];
  now: Date;
}

/** How many were told; undefined when another process has just looked. */
async function checkFor({ db, raiseNotice, mailTransport }: CheckDeps, look: Look): Promise<number | undefined> {
  const { workspaceId, member, settings, specs, since, now } = look;
  const { userId } = member;
  return inWorkspace(db, workspaceId, async (trx) => {
    if (!(await claimCheck(trx, { workspaceId, userId }, { before: since, now }))) return undefined;
    const asked = channelsFor(settings, { kind: 'match.suggested', score: null, defaults: kind.channels });
    // Told nowhere, they would be told never: they wait until the person wants to hear of them.
    const mails = asked.email && mailTransport !== undefined && member.email !== null;
    if (!asked.inApp && !mails) return 0;
    let room = MOST_TOLD;
    for (const spec of specs) {
      const news = await findNews(trx, { look, spec, limit: room });
      for (const { row, left, right } of news) {
        const explanation = row.explanation as unknown as Explanation;
        const texts = (reasons: Explanation['for']): string[] => reasons.map(({ text }) => text);
        const { probability } = row;
        const said = { probability, for: texts(explanation.for), against: texts(explanation.against) };
        await raiseNotice(trx, {
          ...{ workspaceId, kind: 'match.suggested', key: `${userId}:${row.id}`, userIds: [userId] },
          subject: { type: 'match', id: row.id },
          // By this id it is found, and goes, with the person.
          data: { ...spec.daily!.say(left, right, said), score: Math.round(100 * probability), userId },
          score: probability,
        });
      }
      const matchIds = news.map(({ row }) => row.id);
      await noteTold(trx, { workspaceId, userId }, { matchIds, at: now });
      room -= news.length;
    }
    return MOST_TOLD - room;
  });
}

interface News {
  row: MatchRow;
  left: Subject;
  right: Subject;
}

/** Best first. What is left out today may be told another day. */
async function findNews(
  trx: Trx,
  { look, spec, limit }: { look: Look; spec: MatchSpec; limit: number },
): Promise<News[]> {
  const { member, settings, now } = look;
  const { userId } = member;
  const from = settings.minimumScore;
  const rows = await listUntold(trx, { userId, spec: spec.id, from, limit: MOST_LOOKED_AT });
  const ids = [...new Set(rows.flatMap(({ left_id, right_id }) => [left_id, right_id]))];
  const subjects = new Map((await loadSubjects(trx, ids)).map((subject) => [subject.id, subject]));
  const context = { today: now.toISOString().slice(0, 10) };
  const open = rows.flatMap((row): News[] => {
    const [left, right] = [subjects.get(row.left_id), subjects.get(row.right_id)];
    return left && right && !spec.daily?.leaveOut?.(left, right, context) ? [{ row, left, right }] : [];
  });
  const once = await withoutCopies(trx, { spec, userId, news: open });
  return once.slice(0, limit);
}

/** Of what is the same thing the newest, and nothing where one of them was told before. */
async function withoutCopies(
  trx: Trx,
  { spec, userId, news }: { spec: MatchSpec; userId: string; news: News[] },
): Promise<News[]> {
  const sameBy = spec.daily?.sameBy;
  if (!sameBy || news.length === 0) return news;
  const pairs = await listLikeliest(trx, {
    spec: sameBy.spec,
    records: [...new Set(news.map(({ right }) => right.id))],
    states: ['proposed', 'accepted'],
    minProbability: sameBy.from,
    limit: MOST_COPIES,
  });
  const copies = new Map<string, string[]>();
  for (const { left_id: a, right_id: b } of pairs) {
    copies.set(a, [...(copies.get(a) ?? []), b]);
    copies.set(b, [...(copies.get(b) ?? []), a]);
  }
  const key = (left: string, right: string): string => `${left} ${right}`;
  const lefts = [...new Set(news.map(({ left }) => left.id))];
  const told = await listToldRights(trx, { userId, spec: spec.id, lefts });
  const isTold = new Set(told.map(({ left, right }) => key(left, right)));
  const isNew = new Set(news.map(({ left, right }) => key(left.id, right.id)));
  return news.filter(({ left, right }) =>
    (copies.get(right.id) ?? []).every(
      // Ids grow with time.
      (copy) => !isTold.has(key(left.id, copy)) && !(copy > right.id && isNew.has(key(left.id, copy))),
    ),
  );
}
