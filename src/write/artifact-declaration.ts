// What a pack declares of an artifact that can be written: its shape and what of it may be changed. What is not declared cannot
// be reached: no writer, model or person changes a name or a date through an operation unless its path stands here.

import type { ZodType } from 'zod';
import type { DocumentRecord, Json, Value } from '../document/value.ts';
import { parsePath, type Step } from './artifact-path.ts';
import type { ArtifactAssessment } from './assessment.ts';
import type { GateSource } from './gate/gate-source.ts';
import { type Operation, type OperationAction, operationActions } from './operation.ts';

export interface ChangeablePath {
  /** `jobs[*].bullets[*]`. */
  path: string;
  actions: readonly OperationAction[];
  /** What its text is, for writers that treat prose and lists of names differently. */
  text?: 'prose' | 'words';
}

/** A record, as far as what is made of it may see it. */
export interface ArtifactRecord {
  id: string;
  type: string;
  fields: Readonly<Record<string, Value>>;
}

export interface MadeArtifact {
  body: Json;
  /** What it may lean on, each with the subject that it tells of. Ids of values: `value:` and their path in the record. */
  sources: GateSource[];
}

export interface FromRecord {
  /** Types of records that it can be made of. */
  types: readonly string[];
  make(record: ArtifactRecord, options: Json): MadeArtifact;
}

/** What an artifact is tailored to: its words become options. It is never a source of what is claimed. */
export interface ArtifactTarget {
  types: readonly string[];
  /** Options that the caller did not give. */
  optionsOf(record: ArtifactRecord, texts: readonly string[]): Readonly<Record<string, Json>>;
}

/** What a model is told besides the texts and the sources. */
export interface WritingBrief {
  /** `a résumé`. */
  what: string;
  style: string;
  /** How far it may go. */
  extent: string;
  /** A text to tailor to; shown as data, and cited by nothing. */
  wish?: string | undefined;
}

export interface WritingInput {
  declaration: ArtifactDeclaration;
  body: Json;
  sources: readonly GateSource[];
  /** As the declaration's schema gives them; absent where it has none. */
  options?: Json;
}

export interface AssessInput {
  body: Json;
  sources: readonly GateSource[];
  options: Json;
  /** Other artifacts to compare with. */
  beside: readonly { id: string; kind: string; title: string; body: Json }[];
  now: Date;
}

export interface ArtifactDeclaration {
  /** `careers/resume`. */
  kind: string;
  title: string;
  schema: ZodType<Json>;
  changeable: readonly ChangeablePath[];
  /**
   * Which subject a place belongs to, read from the artifact: only sources of that subject support what is written there. undefined:
   * any one subject may.
   */
  subjectAt?: (steps: readonly Step[], body: Json) => string | undefined;
  /** Its body made from the texts of a document or record; absent: a body must be given. */
  fromTexts?: (source: { title: string; texts: readonly string[] }) => Json;
  /** Its body and sources made from a record that the pack knows; goes before `fromTexts`. */
  fromRecord?: FromRecord;
  /** What a caller may choose: how it is made, written and assessed. Its output for `{}` is what holds when nothing is chosen. */
  options?: ZodType<Json>;
  target?: ArtifactTarget;
  /** Its own writer without a model; absent: sentences are made plainer by rules. What it proposes is judged like anybody's. */
  writeByRules?: (input: WritingInput) => Promise<Operation[]>;
  brief?: (options: Json) => WritingBrief;
  assess?: (input: AssessInput) => ArtifactAssessment;
  /** As a record of a type: it can be exported in every format that such records can. */
  asRecord?: (body: Json) => Pick<DocumentRecord, 'type' | 'fields' | 'lines'>;
}

export type ArtifactKinds = ReadonlyMap<string, ArtifactDeclaration>;

/** Fails at start, not when somebody writes. */
export function checkDeclarations(declarations: readonly ArtifactDeclaration[]): ArtifactKinds {
  const byKind = new Map<string, ArtifactDeclaration>();
  for (const declaration of declarations) {
    const { kind, changeable } = declaration;
    if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(kind)) throw new Error(`artifact "${kind}": a kind is "pack/name"`);
    if (byKind.has(kind)) throw new Error(`artifact "${kind}" is declared twice`);
    const { options } = declaration;
    if (options && !options.safeParse({}).success)
      throw new Error(`artifact "${kind}": its options must stand when nothing is chosen`);
    for (const { path, actions } of changeable) {
      if (!parsePath(path)) throw new Error(`artifact "${kind}": "${path}" is no path`);
      if (actions.length === 0 || actions.some((action) => !operationActions.includes(action)))
        throw new Error(`artifact "${kind}": "${path}" allows no known action`);
      const inList = path.endsWith('[*]');
      if (!inList && actions.some((action) => action === 'insert' || action === 'remove'))
        throw new Error(`artifact "${kind}": only items of a list can be inserted or removed, not "${path}"`);
    }
    byKind.set(kind, declaration);
  }
  return byKind;
}
