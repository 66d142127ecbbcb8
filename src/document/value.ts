// How a value explains itself: candidates before the decision, evidence with each, issues after.

import type { Box } from './box.ts';
import type { LineProof } from './line-proof.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** read: on the page; xml: stated by a structured file (an e-invoice, a feed); computed/inferred: derived by a named rule; the rest speak for themselves. */
export type Origin = 'read' | 'xml' | 'computed' | 'lookup' | 'inferred' | 'default' | 'human' | 'model';

/** One place in a document. */
export interface Evidence {
  /** 1-based; 0 = on no page, and only `locator` says where (an XML file inside a PDF). */
  page: number;
  /** Points of that page; all zero on page 0. */
  box: Box;
  text: string;
  /** The place in a file without pages of its own: `paragraph 12`, `Sheet!B7`, an XPath. */
  locator?: string;
}

/** A proposed value for a field. Extraction only adds candidates; choosing keeps the losers. */
export interface Candidate {
  /** Flat path of contracts: `number`, `seller.vatId`, `taxes[0].rate`. */
  path: string;
  /** Normalised: ISO dates, numbers, codes. */
  value: Json;
  /** As it stands in the document. */
  raw: string;
  origin: Origin;
  evidence: Evidence[];
  /** Log-odds that this value is right for this field; 0 = even, 3 ≈ 95 %. */
  score: number;
  /** Who proposed it: `label-right`, `address-block`, `infer/net-plus-tax` … */
  source: string;
  /** The parts that `score` is the sum of, by name, so that it explains itself. */
  signals: Record<string, number>;
  /** 0–1, where OCR read it: how sure it was of the least sure word. Lowers the confidence; says nothing about the choice. */
  legibility?: number;
}

/** Flat path → candidates with different values, the strongest first. */
export type Candidates = Record<string, Candidate[]>;

/** A decided value. */
export interface Value {
  value: Json;
  raw: string;
  origin: Origin;
  /** Calibrated probability 0–1. */
  confidence: number;
  /** What it is without what the workspace's decisions taught of the field; absent where they taught nothing. */
  shippedConfidence?: number;
  evidence: Evidence[];
  source: string;
  signals: Record<string, number>;
}

export type Severity = 'error' | 'warning' | 'info';

export interface Issue {
  /** Permanent id, `procurement/totals-add-up`. */
  rule: string;
  severity: Severity;
  /** The field it is about; empty = the document. */
  path: string;
  message: string;
  /** Where in the document, when it is about a place. */
  evidence?: Evidence[];
}

/** One row of line items: field name → value, names as in contracts (`description`, `quantity`, `unitPrice` …). */
export type LineItem = Record<string, Value>;

export interface TypeGuess {
  type: string;
  confidence: number;
}

/** How far a record can be used as it is. Shares are 0–1. */
export interface Assessment {
  /** Share of the fields its type requires that were found. */
  completeness: number;
  /** Mean confidence of its values, less what its issues cost. */
  quality: number;
  overall: number;
  verdict: 'ready' | 'needs review' | 'blocked';
  /** What keeps it from being ready: rules that fired, values too unsure. Named, so that a person knows where to look. */
  blockers: { reason: string; path: string }[];
}

/** Which file in the given one a document was read from. */
export interface DocumentSource {
  name: string;
  /** `attachment 2`, `attachment 2/entry 1`. */
  path: string;
}

/** Whether a page bears out what a file beside it states. */
export type ComparisonVerdict = 'agrees' | 'differs' | 'page says more' | 'page does not say';

export interface ComparedValue {
  value: Json;
  raw: string;
  evidence: Evidence[];
}

/** One field as the structured file states it and as the page shows it. */
export interface FieldComparison {
  path: string;
  verdict: ComparisonVerdict;
  /** null = only the page says it. */
  xml: ComparedValue | null;
  /** null = the page does not say it. */
  page: ComparedValue | null;
}

/** The structured file that a record's values were taken from. */
export interface StructuredSource {
  /** `ubl-invoice`, `cii` … */
  syntax: string;
  /** The specification it says it follows, by a short name; null = none known. */
  profile: string | null;
  /** Name of the attachment; null = the file that was read is the structured file itself. */
  file: string | null;
  /** All fields together; null = there was no page to compare with. */
  verdict: 'agrees' | 'differs' | null;
}

/** A document read: its type, fields with evidence, line items, and what is wrong with it. */
export interface DocumentRecord {
  type: string;
  /** Of a type that a workspace declared: the version that it was read by. */
  typeVersion?: number;
  confidence: number;
  alternatives: TypeGuess[];
  /** 1-based page numbers this document covers. */
  pages: number[];
  /** Flat path → value. */
  fields: Record<string, Value>;
  lines: LineItem[];
  /** Whether `lines` are all there are; absent where a type has none, or the file states them itself. */
  lineProof?: LineProof;
  issues: Issue[];
  assessment?: Assessment;
  /** Absent = the file itself; otherwise its pages are those of this file within it. */
  source?: DocumentSource;
  /** Absent = its values were read off pages. */
  structured?: StructuredSource;
  /** Field by field, what the structured file states against what the page shows; absent = nothing to compare. */
  comparison?: FieldComparison[];
  /** What each field could have been, the chosen one among it; only where it was asked for. */
  candidates?: Candidates;
}
