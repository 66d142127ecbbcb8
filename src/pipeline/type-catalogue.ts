// All document types one process knows, checked once at start: wrong declarations fail here, not on a user's file.

import type { DocumentType, Pack, RecordView } from './pack.ts';
import { type Classifier, createClassifier, UNKNOWN_TYPE } from './stages/classify.ts';
import { assertInferenceOrder } from './stages/infer.ts';
import type { FiredRule, StructuredSyntax } from './structured-syntax.ts';
import { unknownType } from './unknown-type.ts';

export interface TypeCatalogue {
  types: readonly DocumentType[];
  classifier: Classifier;
  /** Throws for an id that is not in the catalogue. */
  get(id: string): DocumentType;
  has(id: string): boolean;
  /** Structured files that the packs know, in their order. */
  syntaxes: readonly { pack: string; syntax: StructuredSyntax }[];
  /** Standards of the packs, for records. */
  recordJudges: readonly ((record: RecordView) => FiredRule[])[];
}

/** Types of the packs plus user-defined ones, which may not reuse an id. Throws Error naming the declaration at fault. */
export function createTypeCatalogue(packs: readonly Pack[], userTypes: readonly DocumentType[] = []): TypeCatalogue {
  const types = [...packs.flatMap((pack) => pack.types), ...userTypes];
  const byId = new Map<string, DocumentType>([[UNKNOWN_TYPE, unknownType]]);
  for (const type of types) {
    if (byId.has(type.id)) throw new Error(`document type ${type.id} is declared twice`);
    assertType(type);
    byId.set(type.id, type);
  }
  return {
    types,
    classifier: createClassifier(
      types,
      packs.flatMap((pack) => pack.otherSignals ?? []),
    ),
    has: (id) => byId.has(id),
    syntaxes: packs.flatMap(({ id, syntaxes = [] }) => syntaxes.map((syntax) => ({ pack: id, syntax }))),
    recordJudges: packs.flatMap(({ judgeRecord }) => (judgeRecord ? [judgeRecord] : [])),
    get: (id) => {
      const type = byId.get(id);
      if (!type) throw new Error(`no document type ${id}`);
      return type;
    },
  };
}

function assertType(type: DocumentType): void {
  const paths = new Set(type.fields.map((field) => field.path));
  if (paths.size !== type.fields.length) throw new Error(`document type ${type.id} declares a field path twice`);
  const known = (pattern: string): boolean =>
    pattern.endsWith('.*')
      ? [...paths].some((p) => p.startsWith(pattern.slice(0, -1)))
      : paths.has(pattern.replace(/\[\d+\]/g, '[]'));
  if (type.sender !== undefined && !known(type.sender) && !known(`${type.sender}.*`))
    throw new Error(`${type.id}: its sender ${type.sender} is no field, and no group of fields`);
  for (const extractor of type.extractors) {
    for (const path of extractor.writes) {
      if (!known(path))
        throw new Error(`${type.id}: extractor ${extractor.id} writes ${path}, which is no field of the type`);
    }
  }
  for (const inference of type.inferences) {
    for (const path of [...inference.reads, ...inference.writes]) {
      if (!known(path))
        throw new Error(`${type.id}: inference ${inference.id} names ${path}, which is no field of the type`);
    }
  }
  for (const constraint of type.constraints) {
    for (const path of constraint.paths) {
      if (!known(path))
        throw new Error(`${type.id}: constraint ${constraint.id} names ${path}, which is no field of the type`);
    }
  }
  assertInferenceOrder(type.inferences, paths);
}
