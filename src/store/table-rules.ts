// Every table of the database, and what becomes of its rows when a workspace or a person is erased or exported. A table
// that is not named here fails a test, so that none is ever forgotten.

import { documentTableRules } from './table-rules/document-tables.ts';
import { modelTableRules } from './table-rules/model-tables.ts';
import { noticeTableRules } from './table-rules/notice-tables.ts';
import { searchTableRules } from './table-rules/search-tables.ts';
import {
  belongsToWorkspace,
  byWorkspace,
  type Erasure,
  ofWorkspace,
  server,
  type TableRule,
} from './table-rules/table-rule.ts';
import { workTableRules } from './table-rules/work-tables.ts';

export type { Erasure, TableRule } from './table-rules/table-rule.ts';

const ownAccounts: readonly Erasure[] = [
  { do: 'keep', why: 'an account is the person’s own and outlives a workspace' },
];
const withAccount: readonly Erasure[] = [{ do: 'follow', table: 'public.auth_users' }];
const withLesson: readonly Erasure[] = [{ do: 'follow', table: 'public.lessons' }];
const secret = { never: 'is what somebody could sign in with' };
const job: TableRule = {
  workspace: [
    { do: 'delete-json', column: 'data', key: 'workspaceId' },
    { do: 'delete-referring', column: 'data', key: 'emailId', table: 'public.emails', by: 'workspace_id' },
  ],
  person: [
    { do: 'delete-json', column: 'data', key: 'userId' },
    { do: 'delete-referring', column: 'data', key: 'emailId', table: 'public.emails', by: 'user_id' },
  ],
  export: { never: 'says what the server had to do, by ids that stand in other tables' },
};

/** In the order in which erasing deletes: what refers to something goes before it. */
export const tableRules: Readonly<Record<string, TableRule>> = {
  'jobs.job': job,
  'public.jobs': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'requested_by', set: { requested_by: null } },
      { do: 'clear', column: 'cancelled_by', set: { cancelled_by: null } },
    ],
    ownerOnly: true,
    export: { never: 'says what the server did, by ids that stand in other tables' },
  },
  'public.emails': {
    workspace: [{ do: 'delete', column: 'workspace_id' }],
    person: [
      { do: 'delete', column: 'user_id' },
      { do: 'delete-text', columns: ['recipient'] },
    ],
    ownerOnly: true,
    export: { without: ['sealed_data'] },
  },
  ...searchTableRules,
  ...workTableRules,
  ...modelTableRules,
  ...noticeTableRules,
  ...documentTableRules,
  'public.invitations': {
    workspace: byWorkspace,
    person: [{ do: 'delete-named', column: 'email' }],
    ownerOnly: true,
    export: { without: ['token_hash'] },
  },
  'public.lesson_deltas': { workspace: byWorkspace, person: withLesson, export: 'all' },
  'public.lesson_outcomes': { workspace: byWorkspace, person: withLesson, export: 'all' },
  'public.lesson_uses': { workspace: byWorkspace, person: withLesson, export: 'all' },
  'public.lessons': { workspace: byWorkspace, person: [{ do: 'delete', column: 'owner_id' }], export: 'all' },
  'public.lesson_readers': {
    workspace: byWorkspace,
    person: [
      { do: 'delete', column: 'owner_id' },
      { do: 'delete', column: 'reader_id' },
    ],
    export: 'all',
  },
  'public.calibrations': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.usage_counts': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.request_counts': {
    workspace: [{ do: 'keep', why: 'counts of people and addresses, gone after an hour' }],
    person: [{ do: 'delete-text', columns: ['subject'] }],
    export: { never: 'counts of the last hour' },
  },
  'public.idempotency_keys': {
    workspace: byWorkspace,
    person: ofWorkspace(
      'names nobody; erasing deletes those of the person’s workspaces all the same (erase-person.ts)',
    ),
    export: { never: 'answers kept for a day, so that a repeated request gets the same one' },
  },
  'public.retention_rules': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.legal_holds': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'placed_by', set: { reason: '[erased]' } }],
    export: 'all',
  },
  'public.account_exports': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'requested_by' }],
    export: 'all',
  },
  'public.memberships': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: 'all',
  },
  'public.audit_events': {
    workspace: [
      { do: 'keep', why: 'append-only; holds ids only. Where requests came from is forgotten (forgetAuditOrigins)' },
    ],
    person: [
      { do: 'keep', why: 'append-only; holds ids only. Where requests came from is forgotten (forgetAuditOrigins)' },
    ],
    export: 'all',
  },
  'public.audit_heads': {
    workspace: [{ do: 'keep', why: 'the end of a chain that is kept' }],
    person: [{ do: 'keep', why: 'the end of a chain that is kept' }],
    export: 'all',
  },
  'public.workspaces': { workspace: [{ do: 'delete', column: 'id' }], person: belongsToWorkspace, export: 'all' },
  'public.refresh_tokens': {
    workspace: ownAccounts,
    person: [{ do: 'follow', table: 'public.auth_sessions' }],
    export: secret,
  },
  'public.auth_sessions': { workspace: ownAccounts, person: withAccount, export: { without: ['token'] } },
  'public.auth_accounts': {
    workspace: ownAccounts,
    person: withAccount,
    export: { without: ['password', 'accessToken', 'refreshToken', 'idToken'] },
  },
  'public.auth_two_factors': { workspace: ownAccounts, person: withAccount, export: secret },
  'public.auth_passkeys': {
    workspace: ownAccounts,
    person: withAccount,
    export: { without: ['publicKey', 'credentialID'] },
  },
  'public.api_keys': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: { without: ['hash'] },
  },
  'public.account_devices': { workspace: ownAccounts, person: withAccount, export: 'all' },
  'public.auth_verifications': {
    workspace: [{ do: 'delete-text', columns: ['value'] }],
    person: [{ do: 'delete-text', columns: ['identifier', 'value'] }],
    export: secret,
  },
  'public.auth_users': {
    workspace: [{ do: 'clear', column: 'workspaceId', set: { workspaceId: null } }],
    person: [{ do: 'delete', column: 'id' }],
    export: 'all',
  },
  'public.sign_in_failures': {
    workspace: ownAccounts,
    person: [
      { do: 'keep', why: 'hashes under a secret of the server, which say nothing without it; gone after a day' },
    ],
    export: secret,
  },
  'public.auth_signing_keys': server,
  'public.installation_keys': server,
  'public.backups': {
    ...server,
    person: [{ do: 'keep', why: 'is about the server; who asked for a back-up stands in it by a bare id' }],
  },
  'public.kysely_migration': server,
  'public.kysely_migration_lock': server,
  'jobs.job_dependency': server,
  'jobs.queue': server,
  'jobs.queue_stats': server,
  'jobs.schedule': server,
  'jobs.subscription': server,
  'jobs.version': server,
  'jobs.warning': server,
  'jobs.bam': server,
};
