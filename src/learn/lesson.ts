// What a lesson is: something that a decision taught, small enough to be read, counted, changed and taken back.

import type { Json } from '../document/value.ts';

/** `user`, `workspace`, `sender`, `type`, or what a kind declares besides (`subject:exercise`). */
export interface LessonScope {
  kind: string;
  /** Id of the user, address of the sender, id of the type …; empty for the workspace. */
  id: string;
}

export const lessonStates = ['proposed', 'active', 'retired', 'rejected', 'deleted'] as const;
export type LessonState = (typeof lessonStates)[number];

export const sourceKinds = ['correction', 'feedback', 'person', 'back-test'] as const;

/** Where a lesson comes from, so that it can be checked. */
export interface LessonSource {
  kind: (typeof sourceKinds)[number];
  /** Of the corrections, feedback … that taught it. */
  ids: readonly string[];
}

/** When it is meant to count: each key must not be otherwise where it is applied. */
export type LessonContext = Readonly<Record<string, string | number | boolean>>;

/** What people and machines may change. */
export interface LessonContent {
  text: string;
  /** What it does, in the shape that its kind declares; null for plain text. */
  effect: Json;
  tags: readonly string[];
  context: LessonContext;
  /** ISO 8601, UTC. */
  expiresAt: string | null;
}

/** What a lesson would have changed before. */
export interface BackTestReport {
  /** Cases in which the lesson said anything. */
  n: number;
  improved: number;
  worsened: number;
  unchanged: number;
  /** Hash of the content that was tested: a report of another content says nothing. */
  contentHash: string;
}

export interface Lesson extends LessonContent {
  id: string;
  scope: LessonScope;
  /** The kind that declares its effect. */
  kind: string;
  state: LessonState;
  /** Why it is not active any more, in words; null when a person just decided so. */
  stateReason: string | null;
  sources: readonly LessonSource[];
  pinned: boolean;
  /** The lesson that says the same and counts instead. */
  mergedInto: string | null;
  /** Lessons that were merged into this one, directly or through others, in order of their ids. */
  absorbed: readonly string[];
  /** The last test on what happened before, of the content as it is now. */
  backTest: BackTestReport | null;
  createdAt: string;
  updatedAt: string;
}

export interface LessonCounts {
  /** Observations in which it helped, or did harm. Never moved by anybody's opinion of the lesson. */
  helpful: number;
  harmful: number;
  /** Times it was applied to something. */
  applied: number;
}

export type CountedLesson = Lesson & LessonCounts & { confidence: number };
