// The contract of matching: what a pack declares for a pair of record types so that its records can be linked. The frame never
// asks which pack it serves: what differs stands in the declaration.

import type { Json } from '../document/value.ts';
import type { DailyCheck } from './daily-check.ts';

/** What of a record is compared: plain values by flat path, repeated ones as a list (`work[].position`), line items as plain rows. */
export interface Subject {
  id: string;
  type: string;
  values: Readonly<Record<string, Json>>;
  lines: readonly Readonly<Record<string, Json>>[];
}

/** What a comparison may know besides the two records. */
export interface MatchContext {
  /** 0–1: how much a word says in this collection; 1 = nobody else has it. */
  rarity: (word: string) => number;
  /** Cosine of the meanings of two texts, when somebody has computed it. */
  likeness?: ((left: string, right: string) => number | undefined) | undefined;
}

export interface Comparison {
  /** 0 = they contradict each other, 1 = they agree. */
  value: number;
  /** The two compared values, in words for people. */
  left: string;
  right: string;
  /** What they have in common, or not, when the values alone do not show it. */
  note?: string | undefined;
}

/** One way to compare two records. Pure: the same records and context give the same answer. */
export interface MatchFeature {
  id: string;
  title: string;
  /** Paths of each side that it looks at; those of line items are written `lines[].quantity`. */
  reads: { left: readonly string[]; right: readonly string[] };
  /** Compared only for pairs that the other features left in the running. */
  costly?: true;
  /** undefined = unknown: one side does not say. */
  compare(left: Subject, right: Subject, context: MatchContext): Comparison | undefined;
}

/** Log-odds (natural): both at least 0. */
export interface FeatureWeight {
  /** What full agreement speaks for the match. */
  for: number;
  /** What full contradiction speaks against it. */
  against: number;
  /** The value that says nothing; between it and 0 or 1 evidence grows evenly. 0.5 when absent. */
  neutral?: number;
}

/** Rules a pair out, whatever else speaks for it. */
export interface MatchVeto {
  id: string;
  title: string;
  reads: { left: readonly string[]; right: readonly string[] };
  /** Why, in words with the values; undefined = it does not stand in the way. */
  check(left: Subject, right: Subject): string | undefined;
}

/**
 * A family of keys: two records are compared when they share one. One family may serve several declarations; then it must be
 * the same object, so that a record's keys are kept once.
 */
export interface KeyFamily {
  id: string;
  title: string;
  /** Record type → its keys. Types that have no entry have none. */
  keys: Readonly<Record<string, (subject: Subject) => readonly string[]>>;
  /** What `keys` looks at, of any type. */
  reads: readonly string[];
}

export interface MatchSpec {
  /** `procurement/order-invoice`: permanent. */
  id: string;
  title: string;
  /** Raised with every change of features, vetoes or keys: what was matched before is then scored again. */
  version: string;
  left: string;
  right: string;
  /**
   * symmetric: what a pair says it says for both, and the best few of each side are proposed. one-sided: the right side is
   * ranked for a left one, which may appear in as many of its lists as it likes.
   */
  sides: 'symmetric' | 'one-sided';
  /**
   * How many others a record is proposed with. one-to-one: one. one-to-many: a right one belongs to one left one, which may have
   * several. Proposals are then chosen together, so that the whole is likeliest. many-to-many (default): each pair by itself.
   */
  assignment?: 'one-to-one' | 'one-to-many' | 'many-to-many';
  /** one-to-many: probability that a left one which has one has this one, too; 0.5 (says nothing) when absent. */
  alsoShared?: number;
  keys: readonly KeyFamily[];
  features: readonly MatchFeature[];
  vetoes: readonly MatchVeto[];
  weights: Readonly<Record<string, FeatureWeight>>;
  /** Probability that two records which share a key belong together, before anything is compared. */
  prior: number;
  /** 0–1: how much features repeat each other (combine-evidence.ts). */
  correlation: number;
  /** Most matches proposed for one record. */
  topN: number;
  /** Below this probability nothing is proposed. */
  keepFrom: number;
  /** From this probability people are told. */
  tellFrom: number;
  /** People are told of its matches once a day, together, from their own minimum; of each as it is found only programs are. */
  daily?: DailyCheck;
  /** A pair means that one record is there already: while it is proposed and likely, neither is approved by itself. */
  blocks?: true;
}

/** Fields of a record type, as far as declarations are checked against them. */
export interface MatchableType {
  id: string;
  fields: readonly { path: string }[];
  lineFields: readonly { path: string }[];
}

export function defineMatch(spec: MatchSpec): MatchSpec {
  return spec;
}
