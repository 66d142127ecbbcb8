// What can be measured by `npm run eval:shared`, by name: each measure prints what is worth seeing and returns rows of the table.

import type { ScoredPair } from '../../src/eval/score-set.ts';
import type { Reader } from '../../src/pipeline/read-result.ts';

/** A row of the table: target against measured. */
export interface Row {
  set: string;
  what: string;
  /** At least; null when there is none. */
  target: number | null;
  measured: number;
  documents: number;
}

export interface MeasureContext {
  /** Folder of the development sets. */
  data: string;
  reader: Reader;
  jobs: number;
  /** Documents of a set to read, all when undefined. */
  limit: number | undefined;
  /** Print every error, or those of fields that begin so. */
  errors: boolean;
  field: string | undefined;
  /** Where pages of errors go, undefined when none are wanted. */
  htmlDir: string | undefined;
}

export interface Measured {
  rows: Row[];
  /** For the file of details. */
  details: unknown;
  /** What was read and what the truth is, for figures over all sets; and the kinds of fields of user-defined types. */
  pairs?: ScoredPair[];
  kinds?: Readonly<Record<string, string>>;
  /** What counts towards the types over all sets. */
  types?: { right: number; total: number };
}

export interface Measure {
  name: string;
  /** On documents that it makes itself: the development sets need not be there. */
  invented?: true;
  /** undefined where what it needs is not there. */
  run(context: MeasureContext): Promise<Measured | undefined>;
}
