// What a pack declares of its cases: the states that people move a thing through, the steps that are allowed, and what a case
// holds. The engine knows cases by this alone.

import type { z } from 'zod';

/** open: something is still to be done; won, lost, neutral: how it ended. */
export const caseStateKinds = ['open', 'won', 'lost', 'neutral'] as const;
export type CaseStateKind = (typeof caseStateKinds)[number];

export interface CaseState {
  /** Never changed: stored cases name it. */
  id: string;
  title: string;
  kind: CaseStateKind;
}

/** A case as guards see it. */
export interface CaseFacts {
  state: string;
  fields: Readonly<Record<string, unknown>>;
  hasSubject: boolean;
  /** What is attached now. */
  attachments: readonly { role: string; type: string; version: number }[];
}

/** Why not; undefined = nothing stands in the way. Pure. */
export type CaseGuard = (facts: CaseFacts) => string | undefined;

/** A step that is allowed. Whatever is not declared is refused. */
export interface CaseTransition {
  from: string | readonly string[];
  to: string;
  /** Of the permission table; checked at start. Besides the one that every change of a case needs. */
  permission?: string;
  /** Roles that may take it; absent = all that may change cases. */
  roles?: readonly string[];
  guard?: CaseGuard;
}

/** What may be attached: kept with version, hash and a copy, so that it can be shown as it was. */
export interface CaseAttachment {
  /** `resume`, `letter` */
  role: string;
  title: string;
  source: 'record' | 'artifact';
  /** Record types, or kinds of artifacts; empty = any. */
  types: readonly string[];
}

/** A field that holds moments, which stand in people's calendars: one, or a list of them. */
export interface CaseMoment {
  field: string;
  title: string;
  /** How long it takes. */
  minutes: number;
  /** How long before it a calendar rings; absent = not at all. */
  alarmMinutes?: number;
}

export interface CaseSubject {
  recordTypes: readonly string[];
  required: boolean;
  /** Fields of the record that name a case which is given no title, in order. */
  titleFrom: readonly string[];
}

/**
 * What its states say of a match between the record that the case is about and one that is attached: what people do with a thing
 * tells whether it was the right one, as a decision on the match does.
 */
export interface CaseOutcome {
  /** The declaration of the match. */
  spec: string;
  /** Role of the attachment on its other side. */
  attachment: string;
  /** States that say that it was right. */
  for: readonly string[];
  /** Steps that say that it was not. */
  against: readonly { from: string | readonly string[]; to: string }[];
}

export interface CaseSpec {
  /** `pack/name`. Never changed: stored cases name it. */
  id: string;
  title: string;
  /** Another name that callers may use: of an earlier product. */
  alias?: string;
  states: readonly CaseState[];
  /** States that a case may begin in; the first unless another is asked for. */
  initial: readonly string[];
  transitions: readonly CaseTransition[];
  /** person: only whoever opened it sees it; workspace: everybody who sees cases. */
  ownership: 'person' | 'workspace';
  /** Records that a case is about; at most one open case for each record (and owner). */
  subject?: CaseSubject;
  attachments: readonly CaseAttachment[];
  /** Fields of its own, all optional; what is not in it is refused. */
  fields?: z.ZodObject;
  moments?: readonly CaseMoment[];
  outcome?: CaseOutcome;
  /** An ended case may go back to the state that it ended from. */
  reopens?: boolean;
  /** For how long whoever moved a case may take that back. Absent = never. */
  takeBackMinutes?: number;
}
