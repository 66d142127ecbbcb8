// What whoever uses lessons declares of them: the shape of their effect, where they may live, how they are tried on the past.

import { z } from 'zod';
import type { DocumentRecord, Json, Value } from '../document/value.ts';
import type { BackTestReport, CountedLesson } from './lesson.ts';

/** A record of the past with what people corrected in it. */
export interface PastRecord {
  id: string;
  documentId: string;
  record: DocumentRecord;
  corrections: readonly { path: string; before: Value | null; after: Value | null }[];
  /** A person approved it: what they left standing is right. Of others nobody knows. */
  approved: boolean;
}

export interface BackTestDeps {
  /** Newest first; `limit` at most 500. */
  pastRecords(filter: { type?: string; limit: number }): Promise<readonly PastRecord[]>;
  /** Reads a document of the past once more with the lesson, and stores nothing; empty when it cannot be read any more. */
  readAgain(documentId: string, lesson: CountedLesson): Promise<readonly DocumentRecord[]>;
  signal: AbortSignal;
}

export interface LessonKind {
  /** `sender-hint`. Never changed: stored lessons name it. */
  id: string;
  title: string;
  /** Scopes that it may live in: `user`, `workspace`, `sender`, `type`, or `subject:<what>` of its own. */
  scopes: readonly string[];
  /** Absent: plain text. */
  effect?: z.ZodType<Json>;
  /** Active lessons of one scope, of all kinds; the least that any kind in the scope allows counts. */
  budget?: number;
  /** Declared: a lesson becomes active only when its test passed (judgeBackTest). */
  backTest?: (lesson: CountedLesson, deps: BackTestDeps) => Promise<Omit<BackTestReport, 'contentHash'>>;
}

export const USUAL_BUDGET = 20;

/** A rule in words, for people and for models that are told of it. */
const note: LessonKind = { id: 'note', title: 'Note', scopes: ['user', 'workspace', 'sender', 'type'] };

export interface LessonKinds {
  list: readonly LessonKind[];
  find(id: string): LessonKind | undefined;
  /** Active lessons that a scope of this kind may have. */
  budgetOf(scopeKind: string): number;
}

const idPattern = /^[a-z][a-z0-9-]{0,63}$/;
const scopePattern = /^(?:user|workspace|sender|type|subject:[a-z][a-z0-9-]{0,63})$/;

/** All kinds there are, `note` among them. Throws an Error that names every mistake in what was declared. */
export function createLessonKinds(declared: readonly LessonKind[]): LessonKinds {
  const list = [note, ...declared];
  const mistakes = list.flatMap((kind, index) => mistakesOf(kind, index, list));
  if (mistakes.length > 0) throw new Error(`The kinds of lessons do not fit together:\n  ${mistakes.join('\n  ')}`);
  const byId = new Map(list.map((kind) => [kind.id, kind]));
  return {
    list,
    find: (id) => byId.get(id),
    budgetOf: (scopeKind) =>
      Math.min(
        USUAL_BUDGET,
        ...list.flatMap(({ scopes, budget }) => (budget !== undefined && scopes.includes(scopeKind) ? [budget] : [])),
      ),
  };
}

function mistakesOf(kind: LessonKind, index: number, list: readonly LessonKind[]): string[] {
  const { id, scopes, budget, effect } = kind;
  const mistakes: string[] = [];
  if (!idPattern.test(id)) mistakes.push(`${id}: the id must be in lower case, with hyphens`);
  if (list.findIndex((other) => other.id === id) !== index) mistakes.push(`${id}: is declared twice`);
  if (scopes.length === 0) mistakes.push(`${id}: may live in no scope`);
  for (const scope of scopes) if (!scopePattern.test(scope)) mistakes.push(`${id}: there is no scope ${scope}`);
  if (budget !== undefined && !(Number.isInteger(budget) && budget > 0))
    mistakes.push(`${id}: its budget is ${budget}`);
  if (effect !== undefined && !(effect instanceof z.ZodType)) mistakes.push(`${id}: its effect is no schema`);
  return mistakes;
}
