// Findings as the code sees them.

import type { ColumnType, Generated } from 'kysely';
import type { Severity } from '../document/value.ts';

/** open: nobody decided; confirmed: a person says it is so; dismissed: a person says it is fine; settled: no longer found. */
export const findingStates = ['open', 'confirmed', 'dismissed', 'settled'] as const;
export type FindingState = (typeof findingStates)[number];

export interface FindingReason {
  text: string;
  record?: string;
}

export interface FindingTable {
  workspace_id: string;
  id: string;
  record_id: string;
  watch: string;
  watch_version: string;
  severity: Severity;
  path: string;
  message: string;
  reasons: ColumnType<FindingReason[], string, string>;
  /** The values that it hangs on: while they stay, a decision stays. */
  basis: string;
  state: FindingState;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  version: Generated<number>;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface FindingsSchema {
  findings: FindingTable;
}
