// The small changes that lessons are made of. They are only ever added; what a lesson is follows from all of them.

import type { BackTestReport, LessonContent, LessonScope, LessonSource, LessonState } from './lesson.ts';

export type LessonDelta =
  | {
      op: 'add';
      scope: LessonScope;
      kind: string;
      content: LessonContent;
      source: LessonSource;
      state: 'proposed' | 'active';
    }
  /** Absent fields stay as they are. */
  | { op: 'update'; set: Partial<LessonContent> }
  | { op: 'state'; to: Exclude<LessonState, 'deleted'>; reason: string | null }
  | { op: 'pin'; pinned: boolean }
  /** The lesson goes; `into` counts instead. */
  | { op: 'merge'; into: string; reason: string }
  | { op: 'delete' }
  /** null: the test was given up. */
  | { op: 'back-test'; report: BackTestReport | null }
  /** The other delta is as if it had never been. An undo can be undone, too. */
  | { op: 'undo'; deltaId: string };

export interface DeltaEntry {
  /** Unique; of two at one time, the smaller id counts as the earlier. */
  id: string;
  lessonId: string;
  /** ISO 8601, UTC, of one length. */
  at: string;
  by: { kind: 'person' | 'system'; id: string | null };
  delta: LessonDelta;
}
