// The tables of cases as the code sees them.

import type { ColumnType, Generated } from 'kysely';
import type { Json } from '../document/value.ts';
import type { SoftDeleteColumns } from './schema-keeping.ts';

type Jsonb<T> = ColumnType<T, string, string>;
type Made = ColumnType<Date, Date | undefined, never>;
type JsonObject = { [name: string]: Json };

export interface CaseTable extends SoftDeleteColumns {
  workspace_id: string;
  id: string;
  /** Of the declaration: `pack/name`. */
  type: string;
  /** Whose own it is; null = the workspace's. */
  owner_id: string | null;
  title: string;
  state: string;
  is_open: boolean;
  /** The record that it is about. */
  subject_id: string | null;
  fields: Jsonb<JsonObject>;
  /** Its place in its column of the board, smallest first. */
  place: number;
  /** Grows with each change; the ETag. */
  version: Generated<number>;
  created_by: string | null;
  state_since: Date;
  closed_at: Date | null;
  created_at: Made;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export const caseEventKinds = [
  'opened',
  'moved',
  'reopened',
  'taken-back',
  'noted',
  'changed',
  'attached',
  'detached',
  'reminder-set',
  'reminder-removed',
  'restored',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** Never changed. */
export interface CaseEventTable {
  workspace_id: string;
  id: string;
  case_id: string;
  owner_id: string | null;
  at: Date;
  by_id: string | null;
  kind: CaseEventKind;
  from_state: string | null;
  to_state: string | null;
  /** The move that this one makes undone. */
  takes_back: string | null;
  note: string | null;
  data: Jsonb<JsonObject>;
}

export const attachmentSources = ['record', 'artifact'] as const;
export type AttachmentSource = (typeof attachmentSources)[number];

export interface CaseAttachmentTable {
  workspace_id: string;
  id: string;
  case_id: string;
  owner_id: string | null;
  /** What it is for, as the declaration names it. */
  role: string;
  source: AttachmentSource;
  source_id: string;
  /** Type of the record, or kind of the artifact. */
  source_type: string;
  source_version: number;
  title: string;
  /** Of the content in canonical form. */
  sha256: string;
  /** null = its source was deleted for good. */
  content: ColumnType<Json | null, string | null, string | null>;
  attached_by: string | null;
  attached_at: Made;
  detached_at: Date | null;
}

export interface CaseReminderTable {
  workspace_id: string;
  id: string;
  case_id: string;
  owner_id: string | null;
  /** Who is reminded. */
  user_id: string;
  due_at: Date;
  text: string;
  told_at: Date | null;
  created_at: Made;
}

export interface CaseCalendarTable {
  workspace_id: string;
  owner_id: string;
  /** Stands in the address; another one makes the older address worthless. */
  id: string;
  created_at: ColumnType<Date, Date | undefined, Date>;
}

export interface CaseSchema {
  cases: CaseTable;
  case_events: CaseEventTable;
  case_attachments: CaseAttachmentTable;
  case_reminders: CaseReminderTable;
  case_calendars: CaseCalendarTable;
}
