// Every table of the database, and what becomes of its rows when a workspace or a person is erased or exported. A table
// that is not named here fails a test, so that none is ever forgotten.

/** What erasing does with a table's rows. `column` holds the id of what is erased. */
export type Erasure =
  | { do: 'delete'; column: string }
  /** Rows whose JSON, in `column`, holds the id under `key`. */
  | { do: 'delete-json'; column: string; key: string }
  /** Rows whose JSON refers, under `key`, to a row of another table that holds the id in `by`. */
  | { do: 'delete-referring'; column: string; key: string; table: string; by: string }
  /** Rows that hold the id anywhere in these columns of text. */
  | { do: 'delete-text'; columns: readonly string[] }
  /** Rows whose column is one of the person's names, such as their address. */
  | { do: 'delete-named'; column: string }
  /** The rows stay, without what the person wrote into them. */
  | { do: 'clear'; column: string; set: Readonly<Record<string, string | null>> }
  /** Go with the rows that they refer to, by a foreign key. */
  | { do: 'follow'; table: string }
  /** Not touched, and why. */
  | { do: 'keep'; why: string };

export interface TableRule {
  workspace: readonly Erasure[];
  person: readonly Erasure[];
  /** Holds a workspace, but is not reached from within one. */
  ownerOnly?: true;
  /** In an account export: all columns, all but some, or not at all, and why. */
  export: 'all' | { without: readonly string[] } | { never: string };
}

const byWorkspace: readonly Erasure[] = [{ do: 'delete', column: 'workspace_id' }];
const ofWorkspace = (why: string): readonly Erasure[] => [{ do: 'keep', why }];
const belongsToWorkspace = ofWorkspace('belongs to the workspace; the person stands in it by a bare id, if at all');
const ownAccounts: readonly Erasure[] = [
  { do: 'keep', why: 'an account is the person’s own and outlives a workspace' },
];
const withAccount: readonly Erasure[] = [{ do: 'follow', table: 'public.auth_users' }];
const withLesson: readonly Erasure[] = [{ do: 'follow', table: 'public.lessons' }];
const withCase: readonly Erasure[] = [{ do: 'follow', table: 'public.cases' }];
const server: TableRule = {
  workspace: [{ do: 'keep', why: 'is about the server; holds nothing that anybody gave' }],
  person: [{ do: 'keep', why: 'is about the server; holds nothing that anybody gave' }],
  export: { never: 'is about the server' },
};
const derived = { never: 'is computed from the passages, which are exported' };
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
  'public.saved_search_hits': {
    workspace: byWorkspace,
    person: [{ do: 'follow', table: 'public.saved_searches' }],
    export: 'all',
  },
  'public.saved_searches': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'made_by' }],
    export: { without: ['vector'] },
  },
  'public.document_passages': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.search_vector_codes': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_vectors': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_models': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_words': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_postings': { workspace: byWorkspace, person: belongsToWorkspace, export: derived },
  'public.search_passages': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.search_items': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.search_collections': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.artifact_proposals': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'proposed_by', set: { proposed_by: null } },
      { do: 'clear', column: 'decided_by', set: { decided_by: null } },
    ],
    export: 'all',
  },
  'public.artifact_versions': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'made_by', set: { made_by: null } }],
    export: 'all',
  },
  'public.artifact_sources': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'given_by', set: { given_by: null } }],
    export: 'all',
  },
  'public.artifacts': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'created_by', set: { created_by: null } }],
    export: 'all',
  },
  'public.case_reminders': {
    workspace: byWorkspace,
    person: [...withCase, { do: 'delete', column: 'user_id' }],
    export: 'all',
  },
  'public.case_attachments': {
    workspace: byWorkspace,
    person: [...withCase, { do: 'clear', column: 'attached_by', set: { attached_by: null } }],
    export: 'all',
  },
  'public.case_events': {
    workspace: byWorkspace,
    person: [...withCase, { do: 'clear', column: 'by_id', set: { by_id: null, note: null } }],
    export: 'all',
  },
  'public.cases': {
    workspace: byWorkspace,
    person: [
      { do: 'delete', column: 'owner_id' },
      { do: 'clear', column: 'created_by', set: { created_by: null } },
      { do: 'clear', column: 'deleted_by', set: { delete_reason: null } },
    ],
    export: 'all',
  },
  'public.case_calendars': { workspace: byWorkspace, person: [{ do: 'delete', column: 'owner_id' }], export: 'all' },
  'public.match_decisions': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'decided_by', set: { reason: null, decided_by: null } },
      { do: 'clear', column: 'undone_by', set: { undone_by: null } },
    ],
    export: 'all',
  },
  'public.matches': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.match_models': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.match_scorings': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.match_keys': {
    workspace: byWorkspace,
    person: belongsToWorkspace,
    export: { never: 'hashes of what stands in the records, by which the server finds them' },
  },
  'public.match_subjects': {
    workspace: byWorkspace,
    person: belongsToWorkspace,
    export: { never: 'a second copy of what stands in the records' },
  },
  'public.proposals': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'proposed_by', set: { proposed_by: null, reason: null } },
      { do: 'clear', column: 'decided_by', set: { decided_by: null } },
    ],
    export: 'all',
  },
  'public.model_calls': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'user_id', set: { user_id: null, sealed_request: null, sealed_response: null } }],
    export: { without: ['sealed_request', 'sealed_response'] },
  },
  'public.model_budgets': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.model_usage': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.model_totals': server,
  'public.model_answers': {
    workspace: byWorkspace,
    person: ofWorkspace('sealed answers that name nobody by an id, and are gone after MODEL_CACHE_HOURS'),
    export: { never: 'answers kept for a while, so that the same question is not asked twice' },
  },
  'public.live_events': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: { never: 'says for a day what changed, by ids that stand in other tables' },
  },
  'public.notice_mail_times': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: { never: 'says when the next mail is due' },
  },
  'public.notifications': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: 'all',
  },
  'public.notification_settings': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: 'all',
  },
  'public.webhook_deliveries': {
    workspace: byWorkspace,
    person: [{ do: 'delete-text', columns: ['body'] }],
    export: 'all',
  },
  'public.webhook_endpoints': {
    workspace: byWorkspace,
    person: belongsToWorkspace,
    export: { without: ['sealed_secret', 'sealed_old_secret'] },
  },
  'public.notices': {
    workspace: byWorkspace,
    person: [{ do: 'delete-json', column: 'data', key: 'userId' }],
    export: 'all',
  },
  'public.corrections': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.findings': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'decided_by', set: { decided_by: null, decision_reason: null } }],
    export: 'all',
  },
  'public.reviews': {
    workspace: byWorkspace,
    person: [
      { do: 'clear', column: 'first_by', set: { first_by: null } },
      { do: 'clear', column: 'second_by', set: { second_by: null } },
      { do: 'clear', column: 'rejected_by', set: { rejected_by: null, reject_reason: null } },
    ],
    export: 'all',
  },
  'public.review_settings': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'changed_by', set: { changed_by: null } }],
    export: 'all',
  },
  'public.document_types': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'made_by', set: { made_by: null } }],
    export: 'all',
  },
  'public.record_candidates': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.records': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'deleted_by', set: { delete_reason: null } }],
    export: 'all',
  },
  'public.runs': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.intake_arrivals': {
    workspace: byWorkspace,
    person: [{ do: 'delete-text', columns: ['sender', 'name'] }],
    export: 'all',
  },
  'public.intake_sources': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'created_by', set: { created_by: null } }],
    export: { without: ['token_hash', 'sealed_secret'] },
  },
  'public.document_parents': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
  'public.documents': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'deleted_by', set: { delete_reason: null } }],
    export: { without: ['sealed_password'] },
  },
  'public.batches': {
    workspace: byWorkspace,
    person: [{ do: 'clear', column: 'created_by', set: { created_by: null } }],
    export: 'all',
  },
  'public.files': { workspace: byWorkspace, person: belongsToWorkspace, export: 'all' },
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
