// The tables of keeping as the code sees them: audit log, soft delete, retention, legal hold, account exports.

import type { ColumnType } from 'kysely';
import type { Json } from '../document/value.ts';

type CreatedAt = ColumnType<Date, Date | undefined, never>;

/** Columns of every soft-deletable table (soft-deletable.ts). */
export interface SoftDeleteColumns {
  deleted_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  deleted_by: ColumnType<string | null, string | null | undefined, string | null>;
  delete_reason: ColumnType<string | null, string | null | undefined, string | null>;
  /** The thing whose deletion took this one along; null when it was deleted for itself. */
  deleted_with: ColumnType<string | null, string | null | undefined, string | null>;
}

export const actorKinds = ['user', 'key', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

export interface AuditEventTable {
  /** The chain: a workspace, or `serverChain`. */
  workspace_id: string;
  seq: number;
  at: Date;
  actor_kind: ActorKind;
  actor_id: string | null;
  action: string;
  target_type: string | null;
  target_id: string | null;
  details: ColumnType<Record<string, Json>, string, never>;
  /** Where the request came from. Not hashed themselves, so that erasure can forget them: `origin_digest` is. */
  request_id: string | null;
  address: string | null;
  salt: string | null;
  origin_digest: string | null;
  prev_hash: string;
  hash: string;
}

export interface AuditHeadTable {
  workspace_id: string;
  seq: number;
  hash: string;
}

export interface RetentionRuleTable {
  workspace_id: string;
  record_type: string;
  keep_years: number;
  delete_after_years: number | null;
}

export const holdScopes = ['document', 'record', 'person', 'workspace'] as const;
export type HoldScope = (typeof holdScopes)[number];

export interface LegalHoldTable {
  workspace_id: string;
  id: string;
  scope: HoldScope;
  target_id: string | null;
  reason: string;
  placed_by: string;
  placed_at: CreatedAt;
  released_by: ColumnType<string | null, string | null | undefined, string | null>;
  released_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export const exportScopes = ['workspace', 'me'] as const;
export type ExportScope = (typeof exportScopes)[number];
export const exportStates = ['queued', 'running', 'ready', 'failed', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

export interface AccountExportTable {
  workspace_id: string;
  id: string;
  scope: ExportScope;
  requested_by: string;
  state: ExportState;
  size: number | null;
  sha256: string | null;
  entries: number | null;
  created_at: CreatedAt;
  finished_at: Date | null;
  expires_at: Date | null;
}

export interface KeepingSchema {
  audit_events: AuditEventTable;
  audit_heads: AuditHeadTable;
  retention_rules: RetentionRuleTable;
  legal_holds: LegalHoldTable;
  account_exports: AccountExportTable;
}
