// The tables of intake as the code sees them.

import type { ColumnType } from 'kysely';

type CreatedAt = ColumnType<Date, Date | undefined, never>;

export const intakeKinds = ['mail', 'imap', 'folder', 'objects'] as const;
export type IntakeKind = (typeof intakeKinds)[number];

export const arrivalOutcomes = ['taken', 'duplicate', 'refused'] as const;
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];

/** Of a mailbox that is looked into; empty for the other kinds. */
export interface ImapSettings {
  host: string;
  port: number;
  /** TLS from the first byte; false = STARTTLS, which must succeed. */
  tls: boolean;
  user: string;
  mailbox: string;
  /** Where taken mails go; null = they are marked as seen and stay. */
  moveTo: string | null;
}

export interface FeedSettings {
  url: string;
  /** Minutes between two looks. */
  every: number;
}

/** Of the version that was taken last. */
export interface FeedState {
  etag: string | null;
  lastModified: string | null;
  sha256: string;
}

export interface IntakeSourceTable {
  workspace_id: string;
  id: string;
  kind: IntakeKind;
  name: string;
  enabled: ColumnType<boolean, boolean | undefined, boolean>;
  /** Of the secret in its address. */
  token_hash: string | null;
  settings: ColumnType<ImapSettings | FeedSettings | Record<string, never>, string | undefined, string>;
  feed_state: ColumnType<FeedState | null, string | null | undefined, string | null>;
  /** The mailbox's password. */
  sealed_secret: string | null;
  /** Addresses and domains; empty = everybody. */
  senders: string[];
  type_hint: string | null;
  created_by: string | null;
  created_at: CreatedAt;
  /** In a row. */
  failures: ColumnType<number, number | undefined, number>;
  /** Code of the last failure; null after a look that went well. */
  last_error: string | null;
  polled_at: Date | null;
  next_poll_at: Date | null;
  version: ColumnType<number, number | undefined, number>;
}

export interface IntakeArrivalTable {
  workspace_id: string;
  id: string;
  source_id: string;
  /** What makes it the same arrival when it comes again. */
  identity: string;
  outcome: ArrivalOutcome;
  /** Why it was refused: a code. */
  reason: string | null;
  name: string;
  sender: string | null;
  size: number;
  document_id: string | null;
  created_at: CreatedAt;
}

export interface IntakeSchema {
  intake_sources: IntakeSourceTable;
  intake_arrivals: IntakeArrivalTable;
}
