// Artifacts as callers see and send them.

import { z } from 'zod';
import type { ArtifactView, SourceView } from '../actions/browse-artifacts.ts';
import type { WrittenProposal } from '../actions/propose-writing.ts';
import type { ArtifactRow, ArtifactVersionRow } from '../store/artifacts.ts';
import { artifactWriters } from '../store/schema-artifacts.ts';
import type { ArtifactDeclaration } from '../write/artifact-declaration.ts';
import type { Unsupported } from '../write/gate/gate-source.ts';
import { type Operation, operationActions, refusalCodes, type Verdict } from '../write/operation.ts';
import { writingStyles } from '../write/write-by-model.ts';
import { assessmentSchema, showAssessment } from './assessment-representations.ts';
import { isShallow } from './json-depth.ts';

const MOST_DEPTH = 12;
const MOST_VALUE = 20_000;
/** Judged in one request. */
const MOST_AT_ONCE = 100;

/** Depth first: no deeper value is ever written out as text. */
const jsonUpTo = (characters: number) =>
  z
    .unknown()
    .refine((value) => isShallow(value, MOST_DEPTH), `must be at most ${MOST_DEPTH} levels deep`)
    .refine(
      (value) => !isShallow(value, MOST_DEPTH) || (JSON.stringify(value)?.length ?? 0) <= characters,
      `must be below ${characters} characters`,
    );

const pathSchema = z.string().min(1).max(300).describe('`paragraphs[2]`, `jobs[0].bullets[1]`');
const sourceIds = z.array(z.string().max(300)).max(50);

export const givenOperation = z.strictObject({
  path: pathSchema,
  action: z.enum(operationActions),
  original: jsonUpTo(MOST_VALUE).default(null).describe('What stands there; null for insert'),
  value: jsonUpTo(MOST_VALUE).default(null).describe('What shall stand there; null for remove'),
  reason: z.string().max(500),
  sources: sourceIds.describe('Ids of what supports it'),
});

const recordOrDocument = z.union([z.strictObject({ record: z.uuid() }), z.strictObject({ document: z.uuid() })]);

/** What a kind lets one choose; its own schema decides. */
export const optionsWish = {
  options: z
    .record(z.string().max(100), jsonUpTo(30_000))
    .optional()
    .describe('What the kind lets one choose: see the list of kinds'),
  target: recordOrDocument
    .optional()
    .describe('What the text is tailored to, where the kind can be: its words become options, never sources'),
};

export const newArtifact = z.strictObject({
  kind: z.string().max(100).default('sheaf/text').describe('See the list of kinds'),
  title: z.string().trim().min(1).max(200),
  body: jsonUpTo(300_000).optional().describe('In the shape of its kind; left out, it is made of the source’s texts'),
  source: recordOrDocument.optional().describe('What it may lean on: passages and values of this document or record'),
  ...optionsWish,
});

const place = { path: pathSchema.describe('A text to replace, or the place in a list at which one is inserted') };

export const writerWish = z.discriminatedUnion('writer', [
  z.strictObject({ writer: z.literal('rules'), ...optionsWish }),
  z.strictObject({
    writer: z.literal('model'),
    style: z.enum(writingStyles).optional().describe('Left out: plain. Kinds with options have a style of their own'),
    ...optionsWish,
  }),
  z.strictObject({ writer: z.literal('summary'), ...place, words: z.number().int().min(5).max(500).default(60) }),
  z.strictObject({
    writer: z.literal('template'),
    ...place,
    template: z.string().min(1).max(5000).describe('Liquid: `Order {{ number }} is due on {{ dueDate }}.`'),
    facts: z
      .record(z.string().min(1).max(100), z.string().max(300))
      .refine((facts) => Object.keys(facts).length <= 50, 'may name at most 50')
      .default({})
      .describe('Name in the template → id of the source that fills it; values of a record are there by their paths'),
  }),
  z.strictObject({ writer: z.literal('given'), operations: z.array(givenOperation).min(1).max(MOST_AT_ONCE) }),
]);

export const newFact = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  subject: z.string().min(1).max(200).optional().describe('What it is said of; left out: of all'),
});

const time = z.iso.datetime();
const who = z.string().nullable().describe('Id of the person; null when they were erased');

const summary = {
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  version: z.number().int().describe('The ETag'),
  createdBy: who,
  createdAt: time,
  updatedAt: time,
};
export const artifactStub = z.object(summary).meta({ id: 'ArtifactStub' });
export const artifactSchema = z
  .object({
    ...summary,
    body: z.unknown(),
    undo: z.number().int().nullable().describe('The version that undoing leads to'),
    redo: z.number().int().nullable(),
  })
  .meta({ id: 'Artifact' });

export function showStub(row: ArtifactRow): z.output<typeof artifactStub> {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function showArtifact(view: ArtifactView): z.output<typeof artifactSchema> {
  const { undo, redo } = view.timeline;
  return { ...showStub(view), body: view.body, undo: undo ?? null, redo: redo ?? null };
}

export const artifactKindSchema = z.object({
  kind: z.string(),
  title: z.string(),
  schema: z.record(z.string(), z.unknown()).describe('JSON Schema of the body'),
  changeable: z.array(z.object({ path: z.string(), actions: z.array(z.enum(operationActions)) })),
  fromSource: z.boolean().describe('Whether a body can be made of a document or record'),
  recordTypes: z.array(z.string()).describe('Types of records that it is made of; empty: of any'),
  options: z.record(z.string(), z.unknown()).nullable().describe('JSON Schema of what can be chosen'),
  targetTypes: z.array(z.string()).describe('Types of records that it can be tailored to'),
  assessed: z.boolean().describe('Whether it has a score, questions and contradictions'),
});

export function showArtifactKind(one: ArtifactDeclaration): z.output<typeof artifactKindSchema> {
  const { kind, title, schema, changeable, fromTexts, fromRecord, options, target, assess } = one;
  return {
    kind,
    title,
    schema: { ...z.toJSONSchema(schema, { unrepresentable: 'any' }) },
    changeable: changeable.map(({ path, actions }) => ({ path, actions: [...actions] })),
    fromSource: fromTexts !== undefined || fromRecord !== undefined,
    recordTypes: [...(fromRecord?.types ?? [])],
    options: options ? { ...z.toJSONSchema(options, { unrepresentable: 'any', io: 'input' }) } : null,
    targetTypes: [...(target?.types ?? [])],
    assessed: assess !== undefined,
  };
}

export const sourceSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['passage', 'value', 'fact']),
    text: z.string(),
    label: z.string().nullable(),
    subject: z.string().nullable(),
    givenBy: who,
    givenAt: time,
  })
  .meta({ id: 'ArtifactSource' });

export function showSource({ source, givenBy, givenAt }: SourceView): z.output<typeof sourceSchema> {
  const { id, kind, text, label = null, subject = null } = source;
  return { id, kind, text, label, subject, givenBy, givenAt: givenAt.toISOString() };
}

const operationShown = z.object({
  path: z.string(),
  action: z.enum(operationActions),
  original: z.unknown(),
  value: z.unknown(),
  reason: z.string(),
  sources: z.array(z.string()),
});

const unsupportedSchema = z.object({
  path: z.string().describe('Within the value; empty for a plain text'),
  kind: z.string(),
  start: z.number().int().describe('Offsets in the text'),
  end: z.number().int(),
  text: z.string(),
  why: z.string(),
  nearest: z
    .object({ source: z.string(), start: z.number().int(), end: z.number().int(), text: z.string() })
    .nullable()
    .describe('What the sources say that comes closest'),
});

const spanShown = z.object({ source: z.string(), start: z.number().int(), end: z.number().int(), text: z.string() });
const computedSchema = z.object({
  path: z.string().describe('Within the value; empty for a plain text'),
  start: z.number().int().describe('Offsets in the text'),
  end: z.number().int(),
  text: z.string(),
  from: z.array(spanShown).describe('What it was computed from'),
});

const wordingSchema = z.object({
  path: z.string().describe('Within the value; empty for a plain text'),
  start: z.number().int().describe('Offsets in the text'),
  end: z.number().int(),
  text: z.string(),
  instead: z.string().describe('The words of the source in whose place they stand'),
});

export const verdictSchema = z
  .object({
    operation: operationShown,
    accepted: z.boolean(),
    computed: z.array(computedSchema).describe('Figures that no source says, but that follow from what is cited'),
    wording: z
      .array(wordingSchema)
      .describe('Words that are not the sources’ own. Such an operation is applied only with acceptWording'),
    refusal: z
      .object({ code: z.enum(refusalCodes), reason: z.string(), unsupported: z.array(unsupportedSchema) })
      .nullable(),
  })
  .meta({ id: 'OperationVerdict' });

const showOperation = ({ sources, ...one }: Operation) => ({ ...one, sources: [...sources] });
const showUnsupported = ({ path = '', nearest, ...one }: Unsupported & { path?: string }) => ({
  path,
  ...one,
  nearest: nearest ?? null,
});

export function showVerdict(verdict: Verdict): z.output<typeof verdictSchema> {
  const operation = showOperation(verdict.operation);
  if (verdict.accepted) {
    const { computed = [], wording = [] } = verdict;
    return { operation, accepted: true, computed, wording, refusal: null };
  }
  const { code, reason, unsupported = [] } = verdict.refusal;
  return {
    operation,
    accepted: false,
    computed: [],
    wording: [],
    refusal: { code, reason, unsupported: unsupported.map(showUnsupported) },
  };
}

export const proposalSchema = z
  .object({
    id: z.uuid(),
    status: z
      .enum(artifactWriters)
      .describe('Who wrote it. fallback: a model was asked for and the rules wrote it, for what `because` says'),
    because: z.string().nullable(),
    baseVersion: z.number().int().describe('The version that it changes'),
    operations: z.array(verdictSchema).describe('In order; their positions are what applying names'),
    missing: z.array(z.string()).describe('Of a template: facts that left-out sentences needed'),
    leftOut: z
      .array(z.object({ text: z.string(), unsupported: z.array(unsupportedSchema) }))
      .describe('Of a template: sentences that the sources do not carry'),
    assessment: z
      .object({ before: assessmentSchema, after: assessmentSchema })
      .nullable()
      .describe('Of a kind that is assessed: as it is, and with all that was accepted'),
  })
  .meta({ id: 'ArtifactProposal' });

export function showProposal(one: WrittenProposal): z.output<typeof proposalSchema> {
  return {
    id: one.id,
    status: one.writtenBy,
    because: one.because ?? null,
    baseVersion: one.baseVersion,
    operations: one.verdicts.map(showVerdict),
    missing: one.missing ?? [],
    leftOut: (one.refused ?? []).map(({ text, unsupported }) => ({
      text,
      unsupported: unsupported.map((part) => showUnsupported(part)),
    })),
    assessment: one.assessment
      ? { before: showAssessment(one.assessment.before), after: showAssessment(one.assessment.after) }
      : null,
  };
}

const versionFields = {
  version: z.number().int(),
  by: who,
  at: time,
  writtenBy: z.enum([...artifactWriters, 'restored']),
  restoredFrom: z.number().int().nullable(),
  operations: z.array(operationShown).describe('What was changed, why, and what it leans on'),
};
export const versionSchema = z.object(versionFields).meta({ id: 'ArtifactChange' });
export const wholeVersionSchema = z.object({ ...versionFields, body: z.unknown() }).meta({ id: 'ArtifactVersion' });

export function showVersion(row: Omit<ArtifactVersionRow, 'body'>): z.output<typeof versionSchema> {
  return {
    version: row.version,
    by: row.made_by,
    at: row.made_at.toISOString(),
    writtenBy: row.written_by,
    restoredFrom: row.restored_from,
    operations: (row.operations as Operation[]).map(showOperation),
  };
}
