// What a writer may ask for: one change at one place of an artifact, with its reason and what it leans on.

import type { Json } from '../document/value.ts';
import type { ComputedFigure, Unsupported, Wording } from './gate/gate-source.ts';

export const operationActions = ['replace', 'insert', 'remove', 'reorder'] as const;
export type OperationAction = (typeof operationActions)[number];

/** Paths are those of the body as it was when the operation was proposed. */
export interface Operation {
  /** `jobs[0].bullets[2]`. insert: the place before which the value goes; reorder: the list. */
  path: string;
  action: OperationAction;
  /** What stands there; null for insert. */
  original: Json;
  /** null for remove; for reorder the same items in another order. */
  value: Json;
  reason: string;
  /** Ids of the sources that support the value. */
  sources: string[];
}

export const refusalCodes = [
  'path-not-allowed',
  'action-not-allowed',
  'original-differs',
  'conflict',
  'invalid',
  'no-source',
  'unknown-source',
  'other-subject',
  'unsupported',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  code: RefusalCode;
  reason: string;
  /** Parts of the value that nothing cited says; `path` is within the value, empty for a plain text. */
  unsupported?: (Unsupported & { path: string })[];
}

export type Verdict =
  | {
      operation: Operation;
      accepted: true;
      /** Figures of the value that were computed from what is cited. */
      computed?: (ComputedFigure & { path: string })[];
      /** Words of the value that stand for the source's own. Only a person who has seen them applies it. */
      wording?: (Wording & { path: string })[];
    }
  | { operation: Operation; accepted: false; refusal: Refusal };

/** What may be applied unseen: accepted, and in the words of its sources. */
export const isPlain = (verdict: Verdict): boolean => verdict.accepted && (verdict.wording ?? []).length === 0;

/** More in one proposal are refused whole: nobody reads them. */
export const MAX_OPERATIONS = 200;
