// The tables of matching as the code sees them.

import type { ColumnType } from 'kysely';
import type { Json } from '../document/value.ts';

type Jsonb<T> = ColumnType<T, string, string>;
type CreatedAt = ColumnType<Date, Date | undefined, never>;

/**
 * proposed: by the server. accepted, dismissed: by a person. superseded: what was proposed and is no more, because a value
 * changed, better ones came, or weights did; never deleted, so that its decisions stay.
 */
export const matchStates = ['proposed', 'accepted', 'dismissed', 'superseded'] as const;
export type MatchState = (typeof matchStates)[number];

/** Why a proposal was taken back. */
export const supersededBecause = ['ruled-out', 'too-unlikely', 'outranked', 'assigned-elsewhere'] as const;
export type SupersededBecause = (typeof supersededBecause)[number];

export const matchDecisions = ['accepted', 'dismissed'] as const;
export type MatchDecision = (typeof matchDecisions)[number];

/** What of a record is compared. */
export interface MatchSubjectTable {
  workspace_id: string;
  record_id: string;
  record_type: string;
  content: Jsonb<{ values: Record<string, Json>; lines: Record<string, Json>[] }>;
}

export interface MatchKeyTable {
  workspace_id: string;
  /** A hash: says nothing of what it was made of. */
  key: string;
  record_type: string;
  record_id: string;
}

export interface MatchTable {
  workspace_id: string;
  id: string;
  spec: string;
  left_id: string;
  right_id: string;
  state: MatchState;
  superseded_because: SupersededBecause | null;
  score: number;
  probability: number;
  feature_values: Jsonb<Record<string, number>>;
  explanation: Jsonb<Json>;
  /** Of the values that were compared. */
  fingerprint: string;
  told_at: Date | null;
  /** Grows with each change that people see; the ETag. */
  version: ColumnType<number, number | undefined, number>;
  created_at: CreatedAt;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface MatchDecisionTable {
  workspace_id: string;
  id: string;
  match_id: string;
  spec: string;
  decision: MatchDecision;
  reason: string | null;
  decided_by: string | null;
  decided_at: CreatedAt;
  undone_by: ColumnType<string | null, string | null | undefined, string | null>;
  undone_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** As they were when it was decided. */
  score: number;
  probability: number;
  feature_values: Jsonb<Record<string, number>>;
  fingerprint: string;
  versions: Jsonb<Json>;
}

/** What a case says of a match by the state that it is in. */
export interface MatchOutcomeTable {
  workspace_id: string;
  case_id: string;
  match_id: string;
  owner_id: string | null;
  spec: string;
  decision: MatchDecision;
  /** As they were then. */
  score: number;
  feature_values: Jsonb<Record<string, number>>;
  decided_at: Date;
}

/** When somebody's new matches were last looked for. */
export interface MatchCheckTable {
  workspace_id: string;
  user_id: string;
  checked_at: Date;
}

/** Matches that somebody was told of in a daily look. */
export interface MatchTellingTable {
  workspace_id: string;
  user_id: string;
  match_id: string;
  told_at: Date;
}

/** What a workspace's decisions have made of a declaration. */
export interface MatchModelTable {
  workspace_id: string;
  spec: string;
  version: number;
  spec_version: string;
  model: Jsonb<Json>;
  made_at: ColumnType<Date, Date | undefined, Date>;
}

/** Declaration → what it was when the workspace's matches were scored, and how many decisions were learnt from. */
export type ScoredWith = Record<string, { version: string; decisions: number }>;

/** What a workspace's matches were last scored with, as a whole. */
export interface MatchScoringTable {
  workspace_id: string;
  scored_with: Jsonb<ScoredWith>;
  /** When the decisions were last learnt from, and when the scoring that did so was over; null: never. */
  learnt_at: Date | null;
  scored_at: Date | null;
  /** When the server last queued a scoring by itself, and the versions of the declarations then. */
  asked_at: Date | null;
  asked_for: ColumnType<Record<string, string> | null, string | null, string | null>;
  /** How far the scoring that runs has come, and with what. */
  resume: ColumnType<ScoringPlace | null, string | null, string | null>;
}

export interface ScoringPlace {
  job: string;
  scoredWith: ScoredWith;
  learntAt: string;
  /** The last record that was matched. */
  after: string | null;
}

export interface MatchingSchema {
  match_subjects: MatchSubjectTable;
  match_keys: MatchKeyTable;
  matches: MatchTable;
  match_decisions: MatchDecisionTable;
  match_outcomes: MatchOutcomeTable;
  match_checks: MatchCheckTable;
  match_tellings: MatchTellingTable;
  match_models: MatchModelTable;
  match_scorings: MatchScoringTable;
}
