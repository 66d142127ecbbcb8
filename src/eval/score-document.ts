// One document's answers against its truth.

import type { DocumentRecord, Json, Value } from '../document/value.ts';
import { type AnswerKind, answerKindOf } from './answer-kind.ts';
import { bestAssignment } from './assign.ts';
import { compareAnswers, isRight } from './compare-answers.ts';
import type { GoldDocument } from './gold.ts';
import { type LineScore, scoreLines } from './score-lines.ts';

/** extra: an answer beyond the truth; elsewhere: the right value stands under another field. */
export type ErrorClass = 'missing' | 'wrong' | 'nearly' | 'elsewhere' | 'extra';

export interface FieldScore {
  path: string;
  kind: AnswerKind;
  /** 0–1: exact kinds 0 or 1, names token F1, lists F1 over the best assignment. */
  score: number;
  /** Counts for micro-averages: answers that are right, expected, given. */
  right: number;
  expected: number;
  given: number;
  /** Confidence and outcome of every given answer that the truth can judge. */
  answers: { confidence: number; right: boolean }[];
  errors: { class: ErrorClass; expected: Json; got: Json; confidence: number | null; page: number | null }[];
}

export interface DocumentScore {
  fields: FieldScore[];
  lines: LineScore | null;
}

/** The record to judge of those found in a file: the one of the expected type, else the first. */
export function recordToJudge(gold: GoldDocument, records: readonly DocumentRecord[]): DocumentRecord | undefined {
  return records.find((record) => record.type === gold.type) ?? records[0];
}

/** `kinds`: declared kinds by path, for fields of user-defined types. */
export function scoreDocument(
  gold: GoldDocument,
  record: DocumentRecord | undefined,
  kinds: Readonly<Record<string, string>> = {},
): DocumentScore {
  const fields = Object.entries(gold.fields).map(([path, expected]) => scoreField(path, expected, record, kinds));
  return { fields, lines: gold.lines ? scoreLines(gold.lines, record?.lines ?? []) : null };
}

function scoreField(
  path: string,
  expected: readonly Json[],
  record: DocumentRecord | undefined,
  kinds: Readonly<Record<string, string>>,
): FieldScore {
  const kind = answerKindOf(path, kinds);
  const given = record ? answersAt(path, record) : [];
  const scores = expected.map((truth) => given.map((answer) => compareAnswers(kind, truth, answer.value)));
  const pairs = bestAssignment(scores);
  const sum = pairs.reduce((total, [i, j]) => total + scores[i]![j]!, 0);
  const rightAnswers = new Set(pairs.filter(([i, j]) => isRight(kind, scores[i]![j]!)).map(([, j]) => j));
  const result: FieldScore = {
    path,
    kind,
    score: expected.length + given.length === 0 ? 1 : (2 * sum) / (expected.length + given.length),
    right: rightAnswers.size,
    expected: expected.length,
    given: given.length,
    answers: given.map((answer, j) => ({ confidence: answer.confidence, right: rightAnswers.has(j) })),
    errors: [],
  };
  const partner = new Map(pairs);
  const met = new Set(pairs.map(([, j]) => j));
  const unmet = given.map((_, j) => j).filter((j) => !met.has(j));
  for (const [i, truth] of expected.entries()) {
    let j = partner.get(i);
    if (j !== undefined && isRight(kind, scores[i]![j]!)) continue;
    const near = j !== undefined;
    j ??= unmet.shift();
    const answer = j === undefined ? undefined : given[j];
    const elsewhere = record !== undefined && standsElsewhere(kind, truth, path, record);
    result.errors.push({
      class: elsewhere ? 'elsewhere' : answer === undefined ? 'missing' : near ? 'nearly' : 'wrong',
      expected: truth,
      got: answer?.value ?? null,
      confidence: answer?.confidence ?? null,
      page: answer?.evidence[0]?.page ?? null,
    });
  }
  for (const j of unmet) {
    const answer = given[j]!;
    result.errors.push({
      class: 'extra',
      expected: null,
      got: answer.value,
      confidence: answer.confidence,
      page: answer.evidence[0]?.page ?? null,
    });
  }
  return result;
}

/** Values at `path`; `parties[].name` collects every index, and a list value counts as its members. */
function answersAt(path: string, record: DocumentRecord): Value[] {
  const wanted = path.includes('[]')
    ? Object.entries(record.fields).filter(([key]) => key.replace(/\[\d+\]/g, '[]') === path)
    : Object.entries(record.fields).filter(([key]) => key === path);
  return wanted.flatMap(([, value]) =>
    Array.isArray(value.value) ? value.value.map((member) => ({ ...value, value: member })) : [value],
  );
}

function standsElsewhere(kind: AnswerKind, truth: Json, path: string, record: DocumentRecord): boolean {
  return Object.entries(record.fields).some(
    ([key, value]) =>
      key.replace(/\[\d+\]/g, '[]') !== path &&
      key !== path &&
      !Array.isArray(value.value) &&
      isRight(kind, compareAnswers(kind, truth, value.value)),
  );
}
