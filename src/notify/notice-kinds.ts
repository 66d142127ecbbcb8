// Every kind of notice once: who may see it, how it comes unless somebody chose otherwise, and whether it can wait.
// Titles and texts stand in locales/notices-*.ts.

import type { NoticeChannels } from './notice-settings.ts';

export interface NoticeKind {
  /** Who lacks it is never told, and no longer sees it. The names are of identity/permissions.ts; actions check that. */
  permission:
    | 'workspace.read'
    | 'workspace.update'
    | 'members.manage'
    | 'documents.upload'
    | 'documents.release'
    | 'records.read'
    | 'records.correct'
    | 'reviews.decide'
    | 'cases.read'
    | 'jobs.manage'
    | 'webhooks.manage';
  /** How it comes to whoever chose nothing. */
  channels: NoticeChannels;
  /** Can be collected. Otherwise its mail goes at once. */
  digestible: boolean;
  /** Its mail does not wait for the end of quiet hours. */
  urgent: boolean;
  /** Goes to the webhooks of the workspace. */
  webhook: boolean;
  /** Found by the daily look: its mail gathers all of that look, and in weekly digests all of the week. */
  daily?: true;
  /** Carries a score: who set a minimum is told of those above it. */
  scored?: true;
}

const both: NoticeChannels = { inApp: true, email: true };
const inApp: NoticeChannels = { inApp: true, email: false };
const usual = { digestible: true, urgent: false, webhook: true } as const;

export const noticeKinds = {
  'record.needs-review': { ...usual, permission: 'records.correct', channels: inApp },
  'review.second-needed': { ...usual, permission: 'reviews.decide', channels: inApp },
  'document.failed': { ...usual, permission: 'documents.upload', channels: inApp },
  'document.quarantined': { ...usual, permission: 'documents.release', channels: both },
  'export.ready': { ...usual, permission: 'workspace.read', channels: both, digestible: false },
  'export.failed': { ...usual, permission: 'workspace.read', channels: both, digestible: false },
  'member.joined': { ...usual, permission: 'members.manage', channels: inApp },
  'match.found': { ...usual, permission: 'records.read', channels: both, scored: true },
  /** By the daily look; programs hear of each as `match.found`. */
  'match.suggested': {
    permission: 'records.read',
    channels: both,
    digestible: true,
    urgent: false,
    webhook: false,
    daily: true,
    scored: true,
  },
  'record.suspicious': { ...usual, permission: 'records.correct', channels: both },
  'search.new-hits': { ...usual, permission: 'records.read', channels: both },
  'lesson.suggested': { ...usual, permission: 'records.correct', channels: inApp },
  /** To the person who set it alone: no program of the workspace hears of it. */
  'case.reminder': { permission: 'cases.read', channels: both, digestible: false, urgent: false, webhook: false },
  /** Of the workspace's cases: for programs, and for people who ask for it. */
  'case.moved': { ...usual, permission: 'cases.read', channels: { inApp: false, email: false } },
  'budget.warning': { ...usual, permission: 'workspace.update', channels: both, digestible: false },
  'budget.exhausted': { ...usual, permission: 'workspace.update', channels: both, digestible: false, urgent: true },
  'job.dead': { ...usual, permission: 'jobs.manage', channels: inApp },
  'webhook.disabled': {
    permission: 'webhooks.manage',
    channels: both,
    digestible: false,
    urgent: false,
    webhook: false,
  },
  /** About the installation: to its administrators, each in a workspace of theirs. */
  'budget.total-warning': {
    permission: 'workspace.read',
    channels: both,
    digestible: false,
    urgent: false,
    webhook: false,
  },
  'backup.failed': { permission: 'workspace.read', channels: both, digestible: false, urgent: true, webhook: false },
} as const satisfies Record<string, NoticeKind>;

export type NoticeKindName = keyof typeof noticeKinds;

export const noticeKindNames = Object.keys(noticeKinds) as NoticeKindName[];

export const isNoticeKind = (name: string): name is NoticeKindName => Object.hasOwn(noticeKinds, name);

/** undefined for a kind of another version. */
export const findNoticeKind = (name: string): NoticeKind | undefined =>
  isNoticeKind(name) ? noticeKinds[name] : undefined;
