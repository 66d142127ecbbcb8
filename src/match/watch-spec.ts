// What is odd about a record beside earlier ones: a pack declares what is looked for, and among which earlier records. A finding is a
// question to a person, with its reasons; it never changes a value.

import type { Severity } from '../document/value.ts';
import type { KeyFamily, Subject } from './match-spec.ts';

/** A record as a watch sees it. */
export interface WatchedRecord extends Subject {
  /** ISO date-time at which it was read. */
  readAt: string;
}

export interface EarlierRecord extends WatchedRecord {
  /** The same watch found something about it that nobody dismissed: it proves nothing. */
  suspected: boolean;
}

export interface WatchReason {
  /** One sentence with the values compared. */
  text: string;
  /** The earlier record that it is about. */
  record?: string;
}

export interface WatchFinding {
  /** The field it is about; empty = the record. */
  path: string;
  /** What is odd, in one sentence with the value. */
  message: string;
  reasons: WatchReason[];
  /** The values that it hangs on: while they stay, a decision about it stays. */
  basis: string;
}

export interface WatchContext {
  /** Amounts from which the workspace asks for more care, in the records' currency; empty = not known. */
  limits: readonly number[];
}

export interface Watch {
  /** `procurement/changed-bank-account`: permanent. */
  id: string;
  title: string;
  /** Raised with every change of what it finds. */
  version: string;
  severity: Severity;
  /** Record types that it looks at, on both sides. */
  types: readonly string[];
  /** Paths that `judge` looks at. */
  reads: readonly string[];
  /** Earlier records are those that share a key. Families may be those of matches. */
  keys: readonly KeyFamily[];
  /** Pure. `earlier`: newest first, at most 200 a key. undefined = nothing odd. */
  judge(record: WatchedRecord, earlier: readonly EarlierRecord[], context: WatchContext): WatchFinding | undefined;
}

export function defineWatch(watch: Watch): Watch {
  return watch;
}
