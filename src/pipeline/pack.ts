// The pack contract: what a pack declares so that the engine can read its documents. Shared code never asks which pack it serves.

import type { CaseSpec } from '../cases/case-spec.ts';
import type { LineProof, LinesSeen } from '../document/line-proof.ts';
import type { Candidate, DocumentRecord, Issue, Json, LineItem, Severity, Value } from '../document/value.ts';
import type { LessonKind } from '../learn/lesson-kind.ts';
import type { MatchSpec } from '../match/match-spec.ts';
import type { Watch } from '../match/watch-spec.ts';
import type { ArtifactDeclaration } from '../write/artifact-declaration.ts';
import type { OlderAddress } from './older-address.ts';
import type { OperatorList } from './operator-list.ts';
import type { PackOperation } from './pack-operation.ts';
import type { Reading } from './reading.ts';
import type { RecordExport } from './record-export.ts';
import type { FiredRule, StructuredSyntax } from './structured-syntax.ts';

export type FieldKind =
  | 'text'
  | 'identifier'
  | 'money'
  | 'number'
  | 'percent'
  | 'date'
  | 'daterange'
  | 'duration'
  | 'time'
  | 'party'
  | 'person'
  | 'address'
  | 'email'
  | 'phone'
  | 'url'
  | 'iban'
  | 'bic'
  | 'vatId'
  | 'country'
  | 'currency'
  | 'boolean'
  | 'enum'
  | 'list'
  | 'table';

/** A field of a document type. `labels` is enough for the generic label reader to find it. */
export interface FieldSpec {
  /** Flat path: `number`, `seller.vatId`; a repeated group is written `taxes[].rate`. */
  path: string;
  kind: FieldKind;
  title: string;
  description?: string;
  /** Printed labels in any language; compared without case, diacritics and punctuation. */
  labels: readonly string[];
  /** General labels ("date", "total") that count less than the ones above. */
  weakLabels?: readonly string[];
  /** Words that, inside or next to a matching label, mean it is another field ("due date" is not "date"). */
  notLabels?: readonly string[];
  required?: boolean;
  /** An amount that is stated as a size, whatever sign a page prints before it: discounts, prepayments. */
  unsigned?: boolean;
  /** For a `date` that is one end of a printed range. */
  part?: 'start' | 'end';
  /** For a `date` that may be stated to the month or the year alone: `2014-09`, `2014`. */
  partial?: boolean;
  /** Allowed values of an `enum`. */
  values?: readonly string[];
}

/** Words that speak for or against a type. Weights are log-odds. */
export interface TypeSignal {
  /** Phrases in any language, compared without case and diacritics. */
  phrases: readonly string[];
  weight: number;
  /** title: standing alone or in large type near the top; heading: any short line; anywhere: running text. */
  where: 'title' | 'heading' | 'anywhere';
}

/** A structural hint for or against a type that words alone do not give: many prose lines, an amount column … */
export interface TypeCue {
  id: string;
  weight: number;
  /** 0–1, how far it holds. */
  measure(reading: Reading): number;
}

/** Proposes candidates. Never decides, never removes. */
export interface Extractor {
  id: string;
  /** Field paths it may propose (`seller.*` covers a group). Checked at start against the type's fields. */
  writes: readonly string[];
  extract(reading: Reading, type: DocumentType): Candidate[];
}

/** Finds line items. The best-scoring table wins; rows carry evidence per cell. */
export interface LineItemReader {
  id: string;
  read(reading: Reading, type: DocumentType): LineItem[];
  /** What the layout shows besides, for the proof of the lines that were read. */
  seen(reading: Reading, lines: readonly LineItem[]): LinesSeen;
}

/** Compares the lines with the totals. May say of an amount that it is with tax, and how sure each value is now. */
export type LineProver = (record: RecordView, seen: LinesSeen) => { lines: LineItem[]; proof: LineProof };

export type Assignment = Readonly<Record<string, Candidate | undefined>>;

/** Something that must (or should) hold between fields; the joint choice weighs it against the candidates' scores. */
export interface Constraint {
  id: string;
  paths: readonly string[];
  /** Log-odds added when it holds and taken when it is broken. */
  weight: number;
  /** undefined = cannot be judged on what is assigned. */
  holds(assignment: Assignment, lines: readonly LineItem[]): boolean | undefined;
}

/** Derives candidates from other values. Declares what it reads and writes so that the order can be checked. */
export interface Inference {
  id: string;
  reads: readonly string[];
  writes: readonly string[];
  infer(assignment: Assignment, reading: Reading, lines: readonly LineItem[]): Candidate[];
}

/** A validator with a permanent id. */
export interface ValidationRule {
  id: string;
  severity: Severity;
  /** Standard and clause, or the reason. */
  source: string;
  check(record: RecordView): Omit<Issue, 'rule' | 'severity'>[];
}

/** A record as rules see it: plain values by path, lines as plain objects. */
export interface RecordView {
  type: string;
  get(path: string): Json | undefined;
  value(path: string): Value | undefined;
  lines: readonly LineItem[];
  record: DocumentRecord;
}

export interface DocumentType {
  id: string;
  title: string;
  /** Of a user-defined type that has versions. */
  version?: number;
  fields: readonly FieldSpec[];
  /** Group of the fields that describe whoever wrote the document, `seller` for an invoice; or the one field that names them. */
  sender?: string;
  /** Line item columns this type may have; empty = no line items. */
  lineFields: readonly FieldSpec[];
  /**
   * The text that the entity model reads of such a document; what it finds there is `Reading.entities`, which extractors may take
   * as candidates. It must depend on the document alone. Absent = no model is asked.
   */
  entityText?(reading: Reading): string;
  signals: readonly TypeSignal[];
  cues?: readonly TypeCue[];
  extractors: readonly Extractor[];
  lineItems?: LineItemReader;
  proveLines?: LineProver;
  constraints: readonly Constraint[];
  inferences: readonly Inference[];
  rules: readonly ValidationRule[];
  /** Flat path → how much surer its values are than others of their kind, in log-odds: measured, never guessed. */
  confidence?: Readonly<Record<string, number>>;
}

export interface Pack {
  id: string;
  title: string;
  version: string;
  types: readonly DocumentType[];
  /** Signs of well-known documents that are none of the pack's types: they speak for "unknown". */
  otherSignals?: readonly TypeSignal[];
  /** Structured files (XML) that it reads and judges. The first that recognises a root has it. */
  syntaxes?: readonly StructuredSyntax[];
  /** Standards that a record is judged by when somebody asks (`sheaf validate`), beyond the rules of its type. */
  judgeRecord?(record: RecordView): FiredRule[];
  /** How its records belong together. Checked at start against the types of all packs. */
  matches?: readonly MatchSpec[];
  /** What is looked for about its records beside earlier ones: odd things that a person should see. */
  watches?: readonly Watch[];
  /** What can be learned from people's decisions about its records. */
  lessonKinds?: readonly LessonKind[];
  /** What can be written from its records. */
  artifacts?: readonly ArtifactDeclaration[];
  /** What people move through states with its records. Checked at start against types, kinds of artifacts and permissions. */
  cases?: readonly CaseSpec[];
  /** Questions about its records that only it can answer, over HTTP. Checked at start. */
  operations?: readonly PackOperation[];
  /** Where clients of earlier products look for its operations. */
  olderAddresses?: readonly OlderAddress[];
  /** Formats that its records can be written in, for other programs. */
  exports?: readonly RecordExport[];
  /** Lists that it works with and that the operator may extend or replace from files. Ids are those of the installation. */
  operatorLists?: readonly OperatorList[];
}

/** `confidence`: by type, what `DocumentType.confidence` says. */
export function definePack({
  confidence = {},
  ...pack
}: Pack & { confidence?: Readonly<Record<string, Readonly<Record<string, number>>>> }): Pack {
  return {
    ...pack,
    types: pack.types.map((type) => (confidence[type.id] ? { ...type, confidence: confidence[type.id]! } : type)),
  };
}
