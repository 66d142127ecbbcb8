// The tables of learning as the code sees them: lessons and everything that happened to them, calibrations.

import type { ColumnType } from 'kysely';
import type { Json } from '../document/value.ts';

type Jsonb<T> = ColumnType<T, string, string>;

/** What a lesson is now. Its shape is that of learn/lesson.ts, which the store does not know. */
export interface LessonTable {
  workspace_id: string;
  id: string;
  scope_kind: string;
  scope_id: string;
  /** Whose own it is; null = the workspace's. */
  owner_id: string | null;
  kind: string;
  state: string;
  state_reason: string | null;
  text: string;
  effect: ColumnType<Json, string | null, string | null>;
  tags: Jsonb<string[]>;
  context: Jsonb<Record<string, string | number | boolean>>;
  sources: Jsonb<Json>;
  pinned: boolean;
  expires_at: Date | null;
  merged_into: string | null;
  absorbed: Jsonb<string[]>;
  helpful: number;
  harmful: number;
  applied: number;
  confidence: number;
  back_test: ColumnType<Json, string | null, string | null>;
  /** Grows with each change; the ETag. */
  version: number;
  created_at: Date;
  updated_at: Date;
}

/** Append-only. */
export interface LessonDeltaTable {
  workspace_id: string;
  id: string;
  lesson_id: string;
  owner_id: string | null;
  /** Of a merge: the lesson that counts instead. */
  into_id: string | null;
  at: Date;
  by_kind: 'person' | 'system';
  by_id: string | null;
  delta: Jsonb<Json>;
}

export interface LessonOutcomeTable {
  workspace_id: string;
  lesson_id: string;
  owner_id: string | null;
  /** What was observed, by a name that is the same however often it is told. */
  evidence: string;
  helpful: boolean;
  at: ColumnType<Date, Date | undefined, never>;
}

export interface LessonUseTable {
  workspace_id: string;
  lesson_id: string;
  owner_id: string | null;
  /** `record:<id>`, `artifact:<id>` … */
  used_for: string;
  at: ColumnType<Date, Date | undefined, never>;
}

export interface LessonReaderTable {
  workspace_id: string;
  owner_id: string;
  reader_id: string;
  granted_at: ColumnType<Date, Date | undefined, never>;
}

export interface CalibrationTable {
  workspace_id: string;
  /** What kind of score: `match:<spec>`. */
  name: string;
  version: number;
  current: boolean;
  /** Somebody undid it: it never becomes current again. */
  taken_back: ColumnType<boolean, boolean | undefined, boolean>;
  fitted_at: Date;
  outcomes: number;
  calibration: Jsonb<Json>;
  reliability: Jsonb<Json>;
}

export interface LearningSchema {
  lessons: LessonTable;
  lesson_deltas: LessonDeltaTable;
  lesson_outcomes: LessonOutcomeTable;
  lesson_uses: LessonUseTable;
  lesson_readers: LessonReaderTable;
  calibrations: CalibrationTable;
}
