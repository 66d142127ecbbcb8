// Reviews as the code sees them.

import type { ColumnType } from 'kysely';
import type { Evidence, Severity } from '../document/value.ts';

/** pending: waits for a person, or for a second one; approved: may be used; rejected: must not be used as it is. */
export const reviewStates = ['pending', 'approved', 'rejected'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewReasonCodes = [
  /** The workspace wants a person for each. */
  'level',
  'rule',
  'missing',
  'unsure',
  'type',
  /** Not all of the file could be read. */
  'partial',
  /** Not compared with earlier records yet. */
  'comparing',
  'finding',
  'duplicate',
  'four-eyes',
  'reopened',
  /** Read before reviews were kept. */
  'earlier',
] as const;
export type ReviewReasonCode = (typeof reviewReasonCodes)[number];

/** What keeps a record from being approved by itself, named. */
export interface ReviewReason {
  code: ReviewReasonCode;
  /** The field it is about; empty = the record. */
  path: string;
  message: string;
  /** Nobody can approve the record before this is settled. */
  firm: boolean;
  severity?: Severity;
  evidence?: Evidence[];
  /** Of an unsure value. */
  confidence?: number;
  threshold?: number;
  rule?: string;
  finding?: string;
  match?: string;
}

export interface ReviewTable {
  workspace_id: string;
  record_id: string;
  document_id: string;
  state: ReviewState;
  reasons: ColumnType<ReviewReason[], string, string>;
  /** Of the record that the reasons were found in. */
  record_version: number;
  /** That was compared with earlier records last; 0 = none. */
  compared_version: ColumnType<number, number | undefined, number>;
  /** Two people have to approve it. */
  four_eyes: boolean;
  /** The largest amount of the record's head; for order and filters. */
  amount: ColumnType<string | null, number | null, number | null>;
  currency: string | null;
  /** YYYY-MM-DD */
  due_date: string | null;
  /** A person asked to look at it again. */
  held: ColumnType<boolean, boolean | undefined, boolean>;
  first_by: string | null;
  first_at: Date | null;
  second_by: string | null;
  second_at: Date | null;
  /** Approved by no person. */
  by_itself: ColumnType<boolean, boolean | undefined, boolean>;
  rejected_by: string | null;
  reject_reason: string | null;
  decided_at: Date | null;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface ReviewSettingsTable {
  workspace_id: string;
  settings: ColumnType<unknown, string, string>;
  version: number;
  changed_by: string | null;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface ReviewSchema {
  reviews: ReviewTable;
  review_settings: ReviewSettingsTable;
}
