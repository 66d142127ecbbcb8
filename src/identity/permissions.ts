// Who may do what in a workspace: the one table. Routes name a permission; the test walks every route with every role.

import type { Role } from '../store/roles.ts';

const everyone: readonly Role[] = ['owner', 'admin', 'editor', 'reviewer', 'viewer', 'guest'];
const insiders: readonly Role[] = ['owner', 'admin', 'editor', 'reviewer', 'viewer'];
const reviewers: readonly Role[] = ['owner', 'admin', 'editor', 'reviewer'];
const editors: readonly Role[] = ['owner', 'admin', 'editor'];
const admins: readonly Role[] = ['owner', 'admin'];
const owners: readonly Role[] = ['owner'];

/** What each role is for, in words for people. */
export const roleTitles: Readonly<Record<Role, string>> = {
  owner: 'Owns the workspace: everything, and handing it over',
  admin: 'Manages members and settings, and works with everything',
  editor: 'Uploads, corrects and deletes documents',
  reviewer: 'Checks and corrects what was read',
  viewer: 'Sees and downloads',
  guest: 'Sees documents and records, from outside',
};

interface Rule {
  /** What it lets one do, in words for people. */
  title: string;
  roles: readonly Role[];
}

export const permissions = {
  'workspace.read': { title: 'See the workspace and its settings', roles: everyone },
  'workspace.update': { title: 'Rename the workspace and change its settings', roles: admins },
  'workspace.transfer': { title: 'Hand the workspace to another owner', roles: owners },
  'workspace.erase': { title: 'Delete the workspace with everything in it', roles: owners },
  'members.read': { title: 'See who belongs to the workspace', roles: insiders },
  'members.manage': { title: 'Invite people, change their roles, remove them', roles: admins },
  'usage.read': { title: 'See quotas and what is used of them', roles: insiders },
  'models.read': { title: 'See calls of the language model and what was said in them', roles: admins },
  'models.budget': { title: 'Limit what the language model may cost', roles: owners },
  'types.read': { title: 'See document types and their fields', roles: everyone },
  'types.edit': { title: 'Declare document types, try them on documents and publish them', roles: editors },
  'documents.read': { title: 'See documents and pictures of their pages', roles: everyone },
  'documents.download': { title: 'Download original files', roles: insiders },
  'documents.upload': { title: 'Upload documents and samples', roles: editors },
  'documents.delete': { title: 'Move documents to the trash', roles: editors },
  'documents.restore': { title: 'Take documents out of the trash', roles: editors },
  'documents.release': { title: 'Release documents from quarantine', roles: ['owner', 'admin', 'reviewer'] },
  'trash.read': { title: 'See what is in the trash', roles: reviewers },
  'runs.read': { title: 'Follow the reading of documents', roles: everyone },
  'jobs.read': { title: 'See background work', roles: insiders },
  'jobs.manage': { title: 'Cancel background work and have it tried again', roles: editors },
  'records.read': { title: 'See records', roles: everyone },
  'records.correct': { title: 'Correct fields of records', roles: reviewers },
  'records.propose': { title: 'Propose corrections of records', roles: insiders },
  'proposals.decide': { title: 'Accept and reject proposed corrections', roles: reviewers },
  'matches.read': { title: 'See which records belong together, and why', roles: everyone },
  'matches.decide': { title: 'Accept and dismiss matches', roles: reviewers },
  'matches.rescore': { title: 'Have all matches scored again', roles: admins },
  'findings.read': { title: 'See what is odd about records', roles: insiders },
  'findings.decide': { title: 'Confirm and dismiss what was found odd', roles: reviewers },
  'reviews.read': { title: 'See what waits for review, and why', roles: insiders },
  'reviews.decide': { title: 'Approve and reject records', roles: reviewers },
  'reviews.manage': { title: 'Say what is approved by itself, and what two people approve', roles: admins },
  'notifications.read': { title: 'Have notices, and say how they come', roles: everyone },
  'webhooks.manage': { title: 'Send notices to other programs, and see how that went', roles: admins },
  'intake.manage': { title: 'Let documents come in by themselves: addresses, mailboxes, folders', roles: admins },
  'search.read': { title: 'Search documents, records and collections', roles: everyone },
  'search.save': { title: 'Save own searches and be told of what they find', roles: insiders },
  'search.rebuild': { title: 'Have the search index built anew', roles: admins },
  'collections.manage': { title: 'Make collections for search, fill and delete them', roles: editors },
  'lessons.read': { title: 'See lessons: those of all, and one’s own', roles: everyone },
  'lessons.edit': { title: 'Keep lessons: one’s own, and those of all', roles: reviewers },
  'artifacts.read': { title: 'See what was written, and what it leans on', roles: insiders },
  'artifacts.write': { title: 'Write: make artifacts, propose, apply and undo changes, delete', roles: editors },
  'cases.read': { title: 'See cases: those of all, and one’s own', roles: insiders },
  'cases.edit': { title: 'Open cases and move them, with notes, attachments and reminders', roles: reviewers },
  'keys.manage': { title: 'Make and revoke own API keys', roles: editors },
  'audit.read': { title: 'Read the audit log', roles: admins },
  'retention.read': { title: 'See retention rules and legal holds', roles: insiders },
  'retention.manage': { title: 'Change retention rules', roles: admins },
  'holds.manage': { title: 'Set and lift legal holds', roles: admins },
  'export.account': { title: 'Export everything in the workspace', roles: owners },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as Permission[];

export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission].roles as readonly Role[]).includes(role);
}

/** What a role may do, in the order of the table. */
export function permissionsOf(role: Role): Permission[] {
  return permissionNames.filter((name) => may(role, name));
}
