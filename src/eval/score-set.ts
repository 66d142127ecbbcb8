// A whole gold set: accuracy by field, line items, types, calibration, speed, and every error.

import type { Json } from '../document/value.ts';
import { type JudgedCase, proposeThreshold, type ThresholdProposal } from '../learn/propose-threshold.ts';
import { measureReliability, type Reliability } from '../learn/reliability.ts';
import type { AnswerKind } from './answer-kind.ts';
import { calibrationByField, type FieldAnswer, type FieldCalibration } from './calibration-by-field.ts';
import type { GoldDocument } from './gold.ts';
import type { JudgedResult } from './judged-result.ts';
import { type ErrorClass, recordToJudge, scoreDocument } from './score-document.ts';

export interface FieldSummary {
  path: string;
  kind: AnswerKind;
  documents: number;
  /** Mean of the documents' scores. */
  score: number;
  right: number;
  expected: number;
  given: number;
  /** right / given and right / expected; 0 when nothing was given or expected. */
  precision: number;
  recall: number;
  /** Mean distance of confidence and accuracy; null without answers. */
  ece: number | null;
}

export interface ErrorEntry {
  id: string;
  file: string;
  path: string;
  class: ErrorClass | 'type' | 'failed' | 'line';
  expected: Json;
  got: Json;
  confidence: number | null;
  page: number | null;
}

export interface EvalReport {
  documents: number;
  failed: number;
  fields: FieldSummary[];
  /** Mean of the fields' scores: every field weighs the same. */
  fieldScore: number | null;
  micro: { right: number; expected: number; given: number; f1: number };
  lines: { right: number; expected: number; given: number; precision: number; recall: number; f1: number } | null;
  types: {
    right: number;
    total: number;
    accuracy: number;
    confusions: { expected: string; got: string; count: number }[];
  } | null;
  calibration: Reliability;
  typeCalibration: Reliability;
  /** The same for each field of each type, the worst first. */
  fieldCalibration: FieldCalibration[];
  /** What could go through without a person: whole documents, by their weakest value, and each field by itself. */
  thresholds: {
    documents: ThresholdProposal[];
    fields: (ThresholdProposal & { path: string })[];
  };
  speed: { seconds: number; pages: number; pagesPerSecond: number; medianMs: number; p95Ms: number };
  errors: ErrorEntry[];
}

/** One of several sets that a report is over. */
export interface SetSummary extends Pick<EvalReport, 'documents' | 'failed' | 'fieldScore' | 'calibration'> {
  set: string;
}

export interface ScoredPair {
  gold: GoldDocument;
  result: JudgedResult;
}

/** `seconds`: wall time of the whole read. */
export function scoreSet(
  pairs: readonly ScoredPair[],
  { seconds, kinds = {} }: { seconds: number; kinds?: Readonly<Record<string, string>> },
): EvalReport {
  const fields = new Map<string, FieldSummary>();
  const errors: ErrorEntry[] = [];
  const answers: FieldAnswer[] = [];
  const answersOf = new Map<string, JudgedCase[]>();
  const weakest: JudgedCase[] = [];
  const typeAnswers: { confidence: number; right: boolean }[] = [];
  const confusions = new Map<string, number>();
  const lines = { right: 0, expected: 0, given: 0 };
  let withLines = false;
  for (const { gold, result } of pairs) {
    const at = { id: gold.id, file: gold.file ?? gold.id };
    const record = recordToJudge(gold, result.documents);
    if (result.error) {
      errors.push({
        ...at,
        path: '',
        class: 'failed',
        expected: null,
        got: `${result.error.code}: ${result.error.message}`,
        confidence: null,
        page: null,
      });
    }
    if (gold.type !== undefined) {
      const got = result.documents[0]?.type ?? 'failed';
      const right = got === gold.type;
      if (result.documents[0]) typeAnswers.push({ confidence: result.documents[0].confidence, right });
      const key = JSON.stringify([gold.type, got]);
      confusions.set(key, (confusions.get(key) ?? 0) + 1);
      if (!right) {
        errors.push({
          ...at,
          path: 'type',
          class: 'type',
          expected: gold.type,
          got,
          confidence: result.documents[0]?.confidence ?? null,
          page: null,
        });
      }
    }
    const scored = scoreDocument(gold, record, kinds);
    for (const field of scored.fields) {
      const sum = fields.get(field.path) ?? emptySummary(field.path, field.kind);
      fields.set(field.path, sum);
      sum.documents++;
      sum.score += field.score;
      sum.right += field.right;
      sum.expected += field.expected;
      sum.given += field.given;
      const type = record?.type ?? '';
      answers.push(...field.answers.map((answer) => ({ type, path: field.path, ...answer })));
      answersOf.set(field.path, [...(answersOf.get(field.path) ?? []), ...field.answers]);
      for (const error of field.errors) errors.push({ ...at, path: field.path, ...error });
    }
    const given = scored.fields.flatMap((field) => field.answers);
    if (given.length > 0)
      weakest.push({
        confidence: Math.min(...given.map(({ confidence }) => confidence)),
        right: given.every(({ right }) => right),
      });
    if (scored.lines) {
      withLines = true;
      lines.right += scored.lines.right;
      lines.expected += scored.lines.expected;
      lines.given += scored.lines.given;
      for (const error of scored.lines.errors) {
        errors.push({
          ...at,
          path: `lines: ${error.wrong.join(', ')}`,
          class: 'line',
          expected: error.expected,
          got: error.got,
          confidence: null,
          page: null,
        });
      }
    }
  }
  const summaries = [...fields.values()].map((sum) => finishSummary(sum, answersOf.get(sum.path) ?? []));
  return {
    documents: pairs.length,
    failed: pairs.filter(({ result }) => result.error !== null).length,
    fields: summaries,
    fieldScore: summaries.length > 0 ? mean(summaries.map((field) => field.score)) : null,
    micro: microOf(summaries),
    lines: withLines ? { ...lines, ...ratios(lines) } : null,
    types: typesOf(confusions),
    calibration: measureReliability(answers),
    typeCalibration: measureReliability(typeAnswers),
    fieldCalibration: calibrationByField(answers),
    thresholds: {
      documents: MAX_ERRORS.map((maxError) => proposeThreshold(weakest, maxError)),
      fields: [...answersOf].map(([path, cases]) => ({ path, ...proposeThreshold(cases, MAX_ERRORS[0]) })),
    },
    speed: speedOf(pairs, seconds),
    errors,
  };
}

/** Shares of wrong ones among what goes through that people may put up with. */
const MAX_ERRORS = [0.01, 0.02, 0.05] as const;

function emptySummary(path: string, kind: AnswerKind): FieldSummary {
  return { path, kind, documents: 0, score: 0, right: 0, expected: 0, given: 0, precision: 0, recall: 0, ece: null };
}

function finishSummary(sum: FieldSummary, answers: readonly JudgedCase[]): FieldSummary {
  const { precision, recall } = ratios(sum);
  const ece = answers.length === 0 ? null : measureReliability(answers).ece;
  return { ...sum, score: sum.score / sum.documents, precision, recall, ece };
}

function microOf(fields: readonly FieldSummary[]) {
  const total = { right: 0, expected: 0, given: 0 };
  for (const { right, expected, given } of fields) {
    total.right += right;
    total.expected += expected;
    total.given += given;
  }
  return { ...total, f1: ratios(total).f1 };
}

function ratios({ right, expected, given }: { right: number; expected: number; given: number }) {
  return {
    precision: given === 0 ? 0 : right / given,
    recall: expected === 0 ? 0 : right / expected,
    f1: expected + given === 0 ? 1 : (2 * right) / (expected + given),
  };
}

function typesOf(counts: ReadonlyMap<string, number>): EvalReport['types'] {
  if (counts.size === 0) return null;
  let right = 0;
  let total = 0;
  const confusions: { expected: string; got: string; count: number }[] = [];
  for (const [key, count] of counts) {
    const [expected, got] = JSON.parse(key) as [string, string];
    total += count;
    if (expected === got) right += count;
    else confusions.push({ expected, got, count });
  }
  confusions.sort((a, b) => b.count - a.count);
  return { right, total, accuracy: right / total, confusions };
}

function speedOf(pairs: readonly ScoredPair[], seconds: number): EvalReport['speed'] {
  const pages = pairs.reduce((sum, { result }) => sum + result.pages, 0);
  const times = pairs.map(({ result }) => result.timings.total ?? 0).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { seconds, pages, pagesPerSecond: seconds > 0 ? pages / seconds : 0, medianMs: at(0.5), p95Ms: at(0.95) };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
