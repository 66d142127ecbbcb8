// Line items against the true ones, by best assignment.

import type { Json, LineItem } from '../document/value.ts';
import { answerKindOf } from './answer-kind.ts';
import { bestAssignment } from './assign.ts';
import { compareAnswers, holdsAllWords, isRight } from './compare-answers.ts';

/** A line is right when all of these that the truth states are right. */
const DECIDING = ['description', 'quantity', 'netAmount'];

export interface LineScore {
  right: number;
  expected: number;
  given: number;
  errors: { expected: Record<string, Json>; got: Record<string, Json> | null; wrong: string[] }[];
}

export function scoreLines(expected: readonly Record<string, Json>[], given: readonly LineItem[]): LineScore {
  const plain = given.map((line) => Object.fromEntries(Object.entries(line).map(([key, value]) => [key, value.value])));
  const scores = expected.map((truth) => plain.map((line) => likeness(truth, line)));
  const partner = new Map(bestAssignment(scores));
  const result: LineScore = { right: 0, expected: expected.length, given: given.length, errors: [] };
  for (const [i, truth] of expected.entries()) {
    const j = partner.get(i);
    const line = j === undefined ? null : plain[j]!;
    const wrong = line ? decidingOf(truth).filter((key) => !fieldRight(key, truth, line)) : decidingOf(truth);
    if (line && wrong.length === 0) result.right++;
    else result.errors.push({ expected: truth, got: line, wrong });
  }
  return result;
}

/** Sum of field scores, plus a step for a line that is right as a whole so that it is never traded for two half lines. */
function likeness(truth: Record<string, Json>, line: Record<string, Json>): number {
  let sum = 0;
  for (const [key, value] of Object.entries(truth)) {
    const got = line[key];
    if (got !== undefined && value !== null) sum += compareAnswers(answerKindOf(key), value, got);
  }
  const whole = decidingOf(truth).every((key) => fieldRight(key, truth, line));
  return sum + (whole ? 10 : 0);
}

function decidingOf(truth: Record<string, Json>): string[] {
  const stated = DECIDING.filter((key) => truth[key] !== undefined && truth[key] !== null);
  return stated.length > 0 ? stated : Object.keys(truth);
}

function fieldRight(key: string, truth: Record<string, Json>, line: Record<string, Json>): boolean {
  const got = line[key];
  if (got === undefined) return false;
  // A page prints more or less of an item's text than its truth names: all words of the shorter one must stand in the longer.
  if (key === 'description' && holdsAllWords(String(truth[key]), String(got))) return true;
  const kind = answerKindOf(key);
  return isRight(kind, compareAnswers(kind, truth[key]!, got));
}
