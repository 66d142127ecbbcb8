// A development set with its truth in our field names, and what it should reach.

import type { GoldDocument } from '../../src/eval/gold.ts';
import type { EvalReport } from '../../src/eval/score-set.ts';
import type { ReadOptions } from '../../src/pipeline/read-result.ts';

export interface Target {
  /** As in the table: `fields, mean`. */
  name: string;
  limit: number;
  measure(report: EvalReport): number;
}

export interface EvalSet {
  name: string;
  /** Folder that `file` is relative to. */
  dir: string;
  documents: GoldDocument[];
  prefer: 'file' | 'ocr';
  options: ReadOptions;
  kinds: Record<string, string>;
  targets: Target[];
  /** Counts towards "types over all sets". */
  typed: boolean;
  /** What is odd about the set, said beside the figures. */
  notes: string[];
}

export function evalSet(set: Pick<EvalSet, 'name' | 'dir' | 'documents'> & Partial<EvalSet>): EvalSet {
  return { prefer: 'file', options: {}, kinds: {}, targets: [], typed: true, notes: [], ...set };
}

/** Mean score over the given fields; a field that no document states does not count. */
export function meanOf(name: string, limit: number, paths: readonly string[]): Target {
  return {
    name,
    limit,
    measure(report) {
      const scores = report.fields.filter((field) => paths.includes(field.path)).map((field) => field.score);
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    },
  };
}
