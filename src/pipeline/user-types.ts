// User-defined types: a declaration in YAML becomes a document type on the same engine. No code, no training.

import { z } from 'zod';
import { isGenericLabelWord } from '../recognize/labels/label-words.ts';
import { tokenize } from '../recognize/labels/tokens.ts';
import { labelHitsOf } from './label-extractor.ts';
import { ownNumberReaders } from './own-number.ts';
import type { Constraint, DocumentType, FieldKind, FieldSpec, TypeCue, ValidationRule } from './pack.ts';

const kinds = [
  'text',
  'identifier',
  'money',
  'number',
  'percent',
  'date',
  'daterange',
  'duration',
  'party',
  'person',
  'address',
  'email',
  'phone',
  'url',
  'iban',
  'vatId',
  'country',
  'currency',
  'boolean',
  'enum',
  'list',
  'table',
] as const satisfies readonly FieldKind[];

const fieldSchema = z.strictObject({
  kind: z.enum(kinds),
  labels: z.array(z.string().min(1).max(120)).max(60).optional(),
  required: z.boolean().optional(),
  part: z.enum(['start', 'end']).optional(),
  values: z.array(z.string().min(1).max(120)).max(200).optional(),
  title: z.string().max(120).optional(),
  description: z.string().max(600).optional(),
});

/** Id of a user-defined type. */
export const typeIdSchema = z.string().regex(/^[a-z][a-z0-9_-]{0,60}$/, 'use lower-case letters, digits, _ and -');

/** What a user-defined type declares, but for its id. */
export const typeDefinitionSchema = z.strictObject({
  title: z.string().min(1).max(120),
  hints: z.array(z.string().min(1).max(120)).max(60).default([]),
  sender: z.string().max(61).optional().describe('Field, or group of fields, that names whoever wrote the document'),
  fields: z.record(z.string().regex(/^[A-Za-z][\w.]{0,60}$/, 'use letters, digits, _ and .'), fieldSchema),
});

/** What a definition says of its sender must be among its fields. A schema with such a check cannot be extended any more. */
export const withKnownSender = <T extends z.ZodType<{ sender?: string | undefined; fields: Record<string, unknown> }>>(
  schema: T,
): T =>
  schema.refine(
    ({ sender, fields }) => sender === undefined || Object.keys(fields).some((path) => isIn(path, sender)),
    {
      path: ['sender'],
      message: 'names none of the fields, and no group of them',
    },
  );

const isIn = (path: string, group: string): boolean => path === group || path.startsWith(`${group}.`);

const typeSchema = typeDefinitionSchema.extend({ id: typeIdSchema, version: z.int().positive().optional() });

const fileSchema = z.strictObject({ types: z.array(withKnownSender(typeSchema)).min(1).max(100) });

/** What `--types FILE.yaml` may hold, after YAML parsing. Throws UserTypesError with one line per fault. */
export function parseUserTypes(input: unknown): DocumentType[] {
  const parsed = fileSchema.safeParse(input);
  if (!parsed.success) {
    throw new UserTypesError(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`));
  }
  return parsed.data.types.map(toDocumentType);
}

export class UserTypesError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The types file is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'UserTypesError';
    this.faults = faults;
  }
}

/** A definition that `typeDefinitionSchema` let through, as a type to read by. */
export function toDocumentType(declared: z.infer<typeof typeSchema>): DocumentType {
  const fields = Object.entries(declared.fields).map(([path, field]): FieldSpec => {
    const named = path.replace(/[_.]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
    return {
      path,
      kind: field.kind,
      title: field.title ?? named,
      description: field.description,
      labels: numbered(field.kind, field.labels ?? [named]),
      weakLabels: relatedLabels(path, field.labels ?? [named], field.part !== undefined),
      required: field.required,
      part: field.part,
      values: field.values,
    };
  });
  return {
    id: declared.id,
    title: declared.title,
    ...(declared.version === undefined ? {} : { version: declared.version }),
    fields,
    ...(declared.sender === undefined ? {} : { sender: declared.sender }),
    lineFields: [],
    signals: [
      { phrases: [declared.title], weight: 3, where: 'title' },
      ...declared.hints.map((hint) => ({ phrases: [hint], weight: 1.6, where: 'anywhere' as const })),
    ],
    cues: [labelCoverage(fields)],
    extractors: ownNumberReaders(fields),
    constraints: rangeConstraints(fields),
    inferences: [],
    rules: requiredRules(declared.id, fields),
  };
}

/** "contract" stands on pages as "Contract #", "Contract No." too. */
function numbered(kind: FieldKind, labels: readonly string[]): string[] {
  if (kind !== 'identifier') return [...labels];
  return [
    ...labels,
    ...labels.filter((label) => !tokenize(label).some((token) => token.text === '#')).map((label) => `${label} no`),
  ];
}

/**
 * People name a label as they remember it; pages vary it. The telling words of the declared labels and of the field's own
 * name count as weaker labels: "flight" for "flight dates". Words that all labels share do not, save "dates" for a span.
 */
function relatedLabels(path: string, labels: readonly string[], isSpan: boolean): string[] {
  const own = tokenize(path.replace(/[_.]+/g, ' ')).map((token) => token.text);
  const related = new Set<string>();
  for (const label of [...labels, own.join(' ')]) {
    for (const { text: token } of tokenize(label))
      if (token.length > 3 && !isGenericLabelWord(token)) related.add(token);
  }
  if (isSpan) for (const word of ['dates', 'period']) related.add(word);
  const declared = new Set(
    labels.map((label) =>
      tokenize(label)
        .map((token) => token.text)
        .join(' '),
    ),
  );
  return [...related].filter((label) => !declared.has(label));
}

const PAGES_READ = 6;

/** A person declared this type: a page that shows most of its labels is one, whatever else it resembles. */
function labelCoverage(fields: readonly FieldSpec[]): TypeCue {
  const labelled = fields.filter((field) => field.labels.some((label) => tokenize(label).length > 0));
  const probe: DocumentType = {
    id: `coverage:${labelled.map((f) => f.path).join(',')}`,
    title: '',
    fields: labelled,
    lineFields: [],
    signals: [],
    extractors: [],
    constraints: [],
    inferences: [],
    rules: [],
  };
  return {
    id: 'labels-shown',
    weight: 14,
    measure: (reading) => {
      if (labelled.length === 0) return 0;
      const hitsOf = labelHitsOf(reading, probe);
      const seen = new Set<string>();
      for (const page of reading.doc.pages.slice(0, PAGES_READ)) {
        for (const line of page.lines)
          for (const hit of hitsOf(line)) for (const term of hit.terms) if (hit.wordsBefore < 2) seen.add(term.key);
      }
      // Half the labels are chance on a business page; beyond that it is evidence.
      return Math.max(0, (seen.size / labelled.length - 0.5) / 0.5);
    },
  };
}

/** Two dates declared as start and end of the same labels stand in order. */
function rangeConstraints(fields: readonly FieldSpec[]): Constraint[] {
  const starts = fields.filter((f) => f.kind === 'date' && f.part === 'start');
  const ends = fields.filter((f) => f.kind === 'date' && f.part === 'end');
  return starts.flatMap((start) =>
    ends
      .filter(
        (end) => end.labels.some((label) => start.labels.includes(label)) || (starts.length === 1 && ends.length === 1),
      )
      .map((end) => ({
        id: `${start.path}-before-${end.path}`,
        paths: [start.path, end.path],
        weight: 1.2,
        holds: (assignment: Parameters<Constraint['holds']>[0]) => {
          const from = assignment[start.path]?.value;
          const to = assignment[end.path]?.value;
          return typeof from === 'string' && typeof to === 'string' ? from <= to : undefined;
        },
      })),
  );
}

function requiredRules(id: string, fields: readonly FieldSpec[]): ValidationRule[] {
  return fields
    .filter((field) => field.required)
    .map((field) => ({
      id: `${id}/required-${field.path}`,
      severity: 'error' as const,
      source: 'declared as required',
      check: (view) =>
        view.get(field.path) === undefined
          ? [{ path: field.path, message: `${field.title} is required and was not found.` }]
          : [],
    }));
}
