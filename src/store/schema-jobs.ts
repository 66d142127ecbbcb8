// Jobs as the code sees them.

import type { ColumnType } from 'kysely';

/**
 * waiting: for its first try, or for one that a stopping server handed back. running: a worker has it. retrying: a try
 * failed, and another follows. done. dead: given up after the last try. cancelled: by a person.
 */
export const jobStates = ['waiting', 'running', 'retrying', 'done', 'dead', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** Nothing more happens to these by itself. */
export const overJobStates = ['done', 'dead', 'cancelled'] as const satisfies JobState[];

export interface JobTable {
  id: string;
  queue: string;
  /** null: work for the installation. */
  workspace_id: string | null;
  requested_by: string | null;
  request_id: string | null;
  state: ColumnType<JobState, JobState | undefined, JobState>;
  /** Tries that were begun. */
  attempts: ColumnType<number, number | undefined, number>;
  progress_done: number | null;
  progress_total: number | null;
  step: string | null;
  /** Of the last try that failed; a code of the catalogue. */
  error_code: string | null;
  next_try_at: Date | null;
  cancelled_by: string | null;
  /** The job that took its place when somebody had it tried again. */
  retried_as: string | null;
  /** Grows with each change: the id of the server-sent event. */
  changes: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | undefined, never>;
  started_at: Date | null;
  finished_at: Date | null;
}
