// What the API shows of documents, runs and records: schemas, and rows turned into them.

import { z } from 'zod';
import type { DocumentWithRecords, RunWithRecords } from '../actions/browse.ts';
import { type ErrorCode, errorCatalogue } from '../errors.ts';
import type { DocumentView } from '../store/documents.ts';
import type { RecordRow } from '../store/records.ts';
import { documentStates, runStatuses } from '../store/schema.ts';

const id = z.uuid();
const instant = z.iso.datetime();

const recordStub = z.object({ id, type: z.string() });

export const uploadedDocumentSchema = z
  .object({
    id,
    name: z.string(),
    sha256: z.string(),
    run: id.describe('The run that reads it'),
    batch: id.optional().describe('What it came in with'),
  })
  .meta({
    id: 'UploadedDocument',
    examples: [
      {
        id: '01a1f7bc-7a47-7000-b5d4-4df02a6516cc',
        name: 'invoice-17.pdf',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        run: '01a1f7bc-7a48-7000-9d1e-2f6f0a3c5b11',
      },
    ],
  });

const pageGeometrySchema = z
  .object({
    number: z.number().int(),
    width: z.number().describe('Points, upright'),
    height: z.number(),
    rotation: z
      .union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
      .describe('Degrees the page of the file is turned clockwise to be upright, as its picture is'),
    skew: z
      .number()
      .optional()
      .describe('Degrees clockwise that its lines lean; boxes count on the level page, turned back around its centre'),
  })
  .meta({ id: 'PageGeometry' });

export const documentSchema = z
  .object({
    id,
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    size: z.number().int().describe('Bytes'),
    state: z.enum(documentStates),
    pages: z.number().int().nullable(),
    language: z.string().nullable().describe('ISO 639-1'),
    typeHint: z.string().nullable(),
    run: z.object({ id, status: z.enum(runStatuses) }).describe('The newest reading'),
    pageGeometry: z.array(pageGeometrySchema).optional().describe('Of the pages that were read'),
    records: z.array(recordStub).optional(),
    parent: z
      .object({
        id,
        name: z.string().nullable().describe('null: it lies in the trash'),
        position: z.number().int().describe('From 1, in the order of its file'),
      })
      .nullable()
      .describe('The mail or archive that it came out of'),
    children: z.number().int().describe('Documents that came out of it: `GET /documents?parent=`'),
    batch: id.nullable().describe('What it came in with'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Document' });

export const runSchema = z
  .object({
    id,
    document: id,
    status: z.enum(runStatuses),
    stage: z.string().nullable(),
    progress: z.array(z.object({ seq: z.number().int(), stage: z.string(), at: z.string() })),
    timings: z.record(z.string(), z.number()).describe('Stage → milliseconds'),
    trace: z.array(
      z.object({ stage: z.string(), ms: z.number(), notes: z.record(z.string(), z.union([z.number(), z.string()])) }),
    ),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), page: z.number().int().optional() })),
    error: z.object({ code: z.string(), message: z.string(), advice: z.string() }).nullable(),
    versions: z.record(z.string(), z.string()),
    records: z.array(recordStub),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Run' });

const json = z.unknown().describe('Text, number, truth value or list');
const box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .readonly()
  .describe('x0, y0, x1, y1 in points from the page’s top left, upright page');

const origin = z.enum(['read', 'xml', 'computed', 'lookup', 'inferred', 'default', 'human', 'model']);

const evidence = z.object({
  page: z.number().int().describe('1-based; 0 = on no page, only `locator` says where'),
  box,
  text: z.string(),
  locator: z
    .string()
    .optional()
    .describe('The place in a file without pages of its own: a paragraph, `Sheet!B7`, an XPath'),
});

export const valueSchema = z
  .object({
    value: json,
    raw: z.string().describe('As it stands in the document'),
    origin,
    confidence: z.number(),
    shippedConfidence: z
      .number()
      .optional()
      .describe(
        'What it is without what the decisions of the workspace taught of the field; absent where they taught nothing',
      ),
    evidence: z.array(evidence),
    source: z.string(),
    signals: z.record(z.string(), z.number()),
  })
  .meta({
    id: 'Value',
    examples: [
      {
        value: 1190,
        raw: '1.190,00',
        origin: 'read',
        confidence: 0.98,
        evidence: [{ page: 1, box: [430.2, 612.4, 486.9, 622.1], text: '1.190,00' }],
        source: 'label',
        signals: { label: 0.9 },
      },
    ],
  });

export const candidatesSchema = z.object({
  fields: z.record(
    z.string(),
    z.array(
      z.object({
        path: z.string(),
        value: json,
        raw: z.string().describe('As it stands in the document'),
        origin,
        evidence: z.array(evidence),
        score: z.number().describe('Log-odds that it is right, before what must hold between fields is weighed'),
        source: z.string().describe('Who proposed it'),
        signals: z.record(z.string(), z.number()).describe('The parts of the score'),
      }),
    ),
  ),
});

const lineProofSchema = z
  .object({
    rowsSeen: z.number().int().describe('Rows of line items that the page shows'),
    rowsReturned: z.number().int(),
    excluded: z
      .array(
        z.object({
          text: z.string(),
          reason: z.string(),
          amount: z.number().nullable(),
          page: z.number().int(),
          box: box,
        }),
      )
      .describe('Rows of the table that are no line items'),
    printedSum: z.number().nullable().describe('The sum of its rows, where the page prints it besides'),
    sumOfLines: z.number().nullable(),
    adjustments: z
      .array(z.object({ name: z.string(), amount: z.number() }))
      .describe('What stands between that sum and the total, with its sign'),
    comparedWith: z.string().nullable().describe('Path of the total, or `sum` for a printed sum that is no field'),
    total: z.number().nullable(),
    difference: z.number().nullable(),
    agrees: z.boolean().nullable().describe('null = there is nothing to compare'),
    summary: z.string().describe('All of it in a sentence'),
  })
  .meta({ id: 'LineProof' });
export const issueSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  path: z.string(),
  message: z.string(),
  evidence: z.array(evidence).optional().describe('Where in the document, when it is about a place'),
});

const structuredSchema = z.object({
  syntax: z.string().describe('`ubl-invoice`, `cii` …'),
  profile: z
    .string()
    .nullable()
    .describe('The specification it says it follows: `en16931`, `xrechnung`, `factur-x-basic` …'),
  file: z.string().nullable().describe('Name of the attachment; null = the uploaded file itself'),
  verdict: z.enum(['agrees', 'differs']).nullable().describe('All fields together; null = no page to compare with'),
});

const comparedSchema = z.object({ value: json, raw: z.string(), evidence: z.array(evidence) }).nullable();

const comparisonSchema = z.object({
  path: z.string().describe('Of a field, or `lines[0].netAmount`'),
  verdict: z.enum(['agrees', 'differs', 'page says more', 'page does not say']),
  xml: comparedSchema,
  page: comparedSchema,
});

export const recordSchema = z
  .object({
    id,
    document: id,
    run: id,
    type: z.string(),
    typeVersion: z
      .number()
      .int()
      .nullable()
      .describe('Of a type that the workspace declared: the version it was read by'),
    confidence: z.number(),
    alternatives: z.array(z.object({ type: z.string(), confidence: z.number() })),
    pages: z.array(z.number().int()),
    fields: z.record(z.string(), valueSchema),
    lines: z.array(z.record(z.string(), valueSchema)),
    lineProof: lineProofSchema
      .nullable()
      .describe(
        'Whether `lines` are all there are; null where there is nothing to prove, or the file states them itself',
      ),
    issues: z.array(issueSchema),
    assessment: z
      .object({
        completeness: z.number(),
        quality: z.number(),
        overall: z.number(),
        verdict: z.enum(['ready', 'needs review', 'blocked']),
        blockers: z.array(z.object({ reason: z.string(), path: z.string() })),
      })
      .nullable()
      .describe('Whether the record can be used as it is, and what stands in the way'),
    structured: structuredSchema
      .optional()
      .describe('The structured file (XML) that states its values; absent = they were read off pages'),
    comparison: z
      .array(comparisonSchema)
      .optional()
      .describe('What that file states against what the page beside it shows; absent = nothing to compare'),
    version: z.number().int().describe('The ETag'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Record' });

export function showDocument(row: DocumentView | DocumentWithRecords): z.output<typeof documentSchema> {
  return {
    id: row.id,
    name: row.name,
    sha256: row.sha256,
    mediaType: row.media_type,
    size: row.size,
    state: row.state,
    pages: row.page_count,
    language: row.language,
    typeHint: row.type_hint,
    run: { id: row.run_id, status: row.run_status },
    parent: row.parent_id ? { id: row.parent_id, name: row.parent_name, position: row.position ?? 0 } : null,
    children: row.children,
    batch: row.batch_id,
    ...('records' in row ? { pageGeometry: row.page_geometry, records: row.records } : {}),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function showRun(row: RunWithRecords): z.output<typeof runSchema> {
  return {
    id: row.id,
    document: row.document_id,
    status: row.status,
    stage: row.stage,
    progress: row.progress,
    timings: row.timings,
    trace: row.trace,
    warnings: row.warnings,
    error: row.error && { ...row.error, advice: adviceFor(row.error.code) },
    versions: row.versions,
    records: row.records,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

function adviceFor(code: string): string {
  return errorCatalogue[code in errorCatalogue ? (code as ErrorCode) : 'internal'].advice;
}

export function showRecord(row: RecordRow): z.output<typeof recordSchema> {
  return {
    id: row.id,
    document: row.document_id,
    run: row.run_id,
    type: row.type,
    typeVersion: row.type_version,
    confidence: row.confidence,
    alternatives: row.alternatives,
    pages: row.pages,
    fields: row.fields,
    lines: row.lines,
    lineProof: row.line_proof,
    issues: row.issues,
    assessment: row.assessment,
    ...(row.structured ? { structured: row.structured } : {}),
    ...(row.comparison ? { comparison: row.comparison } : {}),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
