// The tables of language models as the code sees them: calls, what they may cost, kept answers; and proposals of programs.

import type { ColumnType } from 'kysely';
import type { Json } from '../document/value.ts';

type CreatedAt = ColumnType<Date, Date | undefined, never>;
type Zero = ColumnType<number, number | undefined, number>;

/** How a call ended. `lost`: its process died, or the database did, before it was settled. */
export const callOutcomes = [
  'answered',
  'cached',
  'over-budget',
  'not-in-tier',
  'too-long',
  'unavailable',
  'refused',
  'invalid-output',
  'cancelled',
  'lost',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export interface ModelCallTable {
  id: string;
  workspace_id: string;
  user_id: ColumnType<string | null, string | null | undefined, string | null>;
  prompt: string;
  prompt_version: number;
  provider: string;
  model: string;
  redacted: boolean;
  state: 'running' | 'over';
  outcome: ColumnType<CallOutcome | null, CallOutcome | null | undefined, CallOutcome>;
  /** First day of the month that it counts in, UTC: YYYY-MM-DD. */
  period_start: ColumnType<Date | string, string, never>;
  reserved_tokens: Zero;
  reserved_micros: Zero;
  /** When what it holds is free again. */
  expires_at: Date;
  input_tokens: Zero;
  output_tokens: Zero;
  /** Millionths of the currency of the settings. */
  cost_micros: Zero;
  rounds: Zero;
  tries: Zero;
  duration_ms: ColumnType<number | null, number | null | undefined, number>;
  sealed_request: ColumnType<string | null, string | null | undefined, string | null>;
  sealed_response: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: CreatedAt;
}

export interface ModelBudgetTable {
  workspace_id: string;
  /** Set by the owner of the workspace; null = no limit of theirs. */
  own_tokens: number | null;
  own_micros: number | null;
  /** Set by the operator instead of the settings; null = what the settings say. */
  given_tokens: number | null;
  given_micros: number | null;
}

export interface ModelUsageTable {
  workspace_id: string;
  period_start: ColumnType<Date | string, string, never>;
  calls: Zero;
  tokens: Zero;
  cost_micros: Zero;
}

export interface ModelTotalTable {
  period_start: ColumnType<Date | string, string, never>;
  tokens: Zero;
  cost_micros: Zero;
}

export interface ModelAnswerTable {
  workspace_id: string;
  key: string;
  sealed_answer: string;
  expires_at: Date;
}

export const proposalStates = ['open', 'accepted', 'rejected'] as const;
export type ProposalState = (typeof proposalStates)[number];

export interface ProposalTable {
  id: string;
  workspace_id: string;
  record_id: string;
  /** Of the record that whoever proposes had seen. */
  record_version: number;
  fields: ColumnType<Record<string, Json>, string, never>;
  reason: string | null;
  state: ColumnType<ProposalState, ProposalState | undefined, ProposalState>;
  proposed_by: string | null;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  created_at: CreatedAt;
}

export interface ModelSchema {
  model_calls: ModelCallTable;
  model_budgets: ModelBudgetTable;
  model_usage: ModelUsageTable;
  model_totals: ModelTotalTable;
  model_answers: ModelAnswerTable;
  proposals: ProposalTable;
}
