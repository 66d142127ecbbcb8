// Cases as callers see and send them.

import { z } from 'zod';
import type { BoardView, CaseFigures } from '../actions/browse-cases.ts';
import type { AttachedContent } from '../actions/case-attachments.ts';
import type { CaseView } from '../actions/case-view.ts';
import { findState } from '../cases/case-kinds.ts';
import { type CaseSpec, caseStateKinds } from '../cases/case-spec.ts';
import type { Json } from '../document/value.ts';
import type { CaseAttachmentRow } from '../store/case-attachments.ts';
import type { CaseEventRow } from '../store/case-events.ts';
import { attachmentSources, caseEventKinds } from '../store/schema-cases.ts';
import { isShallow } from './json-depth.ts';

const MOST_DEPTH = 6;
const MOST_FIELDS = 20_000;

const time = z.iso.datetime();
const who = z.string().nullable().describe('Id of the person; null when they were erased');

export const caseFields = z
  .record(z.string().min(1).max(100), z.unknown())
  .refine((fields) => isShallow(fields, MOST_DEPTH), `must be at most ${MOST_DEPTH} levels deep`)
  .refine(
    (fields) => !isShallow(fields, MOST_DEPTH) || JSON.stringify(fields).length <= MOST_FIELDS,
    `must be below ${MOST_FIELDS} characters`,
  )
  .transform((fields) => fields as { [name: string]: Json })
  .describe('In the shape that the type declares; absent ones stay, null clears one');

export const attachmentWish = z.strictObject({
  role: z.string().max(80).describe('As the type names it: `resume`'),
  id: z.uuid().describe('Of the record or artifact'),
  version: z.number().int().min(1).optional().describe('The newest when absent. Of records only the newest is there'),
});

export const note = z.string().trim().min(1).max(5000);
export const title = z.string().trim().min(1).max(300);

export const attachmentSchema = z
  .object({
    id: z.uuid(),
    role: z.string(),
    source: z.enum(attachmentSources),
    sourceId: z.uuid(),
    sourceType: z.string().describe('Type of the record, or kind of the artifact'),
    version: z.number().int(),
    sha256: z.string().describe('Of the content as canonical JSON (RFC 8785)'),
    title: z.string(),
    attachedBy: who,
    attachedAt: time,
    detachedAt: time.nullable().describe('null = it is attached now'),
  })
  .meta({ id: 'CaseAttachment' });

export const attachedContentSchema = attachmentSchema
  .extend({ content: z.unknown().describe('As it was when it was attached') })
  .meta({ id: 'CaseAttachmentContent' });

export const caseSchema = z
  .object({
    id: z.uuid(),
    type: z.string(),
    title: z.string(),
    state: z.string(),
    stateKind: z.enum(caseStateKinds).nullable().describe('null = its pack is not there any more'),
    open: z.boolean(),
    own: z.boolean().describe('Whether it is one person’s own, which nobody else sees'),
    subject: z.object({ record: z.uuid() }).nullable().describe('What it is about'),
    fields: z.record(z.string(), z.unknown()),
    attachments: z.array(attachmentSchema).describe('Also what was attached before; oldest first'),
    reminders: z.array(
      z.object({
        id: z.uuid(),
        at: time,
        text: z.string(),
        for: z.string().describe('Who is reminded'),
        toldAt: time.nullable(),
      }),
    ),
    moves: z
      .array(
        z.object({
          to: z.string(),
          ready: z.boolean(),
          reason: z.string().nullable().describe('What is missing before it can be taken'),
        }),
      )
      .describe('The steps that you can take from here'),
    version: z.number().int().describe('The ETag'),
    stateSince: time,
    closedAt: time.nullable(),
    createdBy: who,
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Case' });

export function showAttachment(row: CaseAttachmentRow): z.output<typeof attachmentSchema> {
  return {
    ...{ id: row.id, role: row.role, source: row.source, sourceId: row.source_id, sourceType: row.source_type },
    ...{ version: row.source_version, sha256: row.sha256, title: row.title, attachedBy: row.attached_by },
    attachedAt: row.attached_at.toISOString(),
    detachedAt: row.detached_at?.toISOString() ?? null,
  };
}

export const showContent = (row: AttachedContent): z.output<typeof attachedContentSchema> => ({
  ...showAttachment(row),
  content: row.content,
});

export function showCase({ row, spec, attachments, reminders, moves }: CaseView): z.output<typeof caseSchema> {
  return {
    ...{ id: row.id, type: row.type, title: row.title, state: row.state, open: row.is_open },
    stateKind: (spec && findState(spec, row.state)?.kind) ?? null,
    own: row.owner_id !== null,
    subject: row.subject_id === null ? null : { record: row.subject_id },
    fields: row.fields,
    attachments: attachments.map(showAttachment),
    reminders: reminders.map(({ id, due_at, text, user_id, told_at }) => ({
      ...{ id, text, at: due_at.toISOString(), for: user_id },
      toldAt: told_at?.toISOString() ?? null,
    })),
    moves: moves.map(({ to, reason }) => ({ to, ready: reason === null, reason })),
    version: row.version,
    stateSince: row.state_since.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

const stateSchema = z.object({ id: z.string(), title: z.string(), kind: z.enum(caseStateKinds) });

export const caseTypeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    ownership: z.enum(['person', 'workspace']).describe('Whether only whoever opens one sees it'),
    states: z.array(stateSchema),
    initial: z.array(z.string()).describe('States that one may begin in; the first unless another is asked for'),
    steps: z.array(z.object({ from: z.string(), to: z.string() })),
    subject: z.object({ recordTypes: z.array(z.string()), required: z.boolean() }).nullable(),
    attachments: z.array(
      z.object({
        role: z.string(),
        title: z.string(),
        source: z.enum(attachmentSources),
        types: z.array(z.string()).describe('Empty = any'),
      }),
    ),
    fields: z.record(z.string(), z.unknown()).nullable().describe('JSON Schema; null = none'),
    reopens: z.boolean(),
    takeBackMinutes: z.number().nullable().describe('For how long a move can be taken back; null = it cannot'),
  })
  .meta({ id: 'CaseType' });

export function showCaseType(spec: CaseSpec): z.output<typeof caseTypeSchema> {
  const { id, title: name, ownership, states, initial, transitions, subject, attachments, fields } = spec;
  return {
    ...{ id, title: name, ownership, initial: [...initial] },
    states: states.map(({ id: state, title: called, kind }) => ({ id: state, title: called, kind })),
    steps: transitions.flatMap(({ from, to }) => [from].flat().map((each) => ({ from: each, to }))),
    subject: subject ? { recordTypes: [...subject.recordTypes], required: subject.required } : null,
    attachments: attachments.map((each) => ({ ...each, types: [...each.types] })),
    fields: fields ? { ...z.toJSONSchema(fields, { unrepresentable: 'any', io: 'input' }) } : null,
    reopens: spec.reopens === true,
    takeBackMinutes: spec.takeBackMinutes ?? null,
  };
}

export const caseEventSchema = z
  .object({
    id: z.uuid(),
    at: time,
    by: who,
    kind: z.enum(caseEventKinds),
    from: z.string().nullable(),
    to: z.string().nullable(),
    takesBack: z.string().nullable().describe('The move that this one makes undone'),
    note: z.string().nullable(),
    data: z.record(z.string(), z.unknown()).describe('Of a move: `attachments` that the case had then'),
  })
  .meta({ id: 'CaseEvent' });

export function showCaseEvent(row: CaseEventRow): z.output<typeof caseEventSchema> {
  const { id, kind, note: text, data, by_id: by, from_state: from, to_state: to, takes_back: takesBack } = row;
  return { id, at: row.at.toISOString(), by, kind, from, to, takesBack, note: text, data };
}

export const boardSchema = z
  .object({
    type: caseTypeSchema,
    columns: z.array(
      z.object({ state: z.string(), count: z.number().int(), cases: z.array(caseSchema).describe('The first ones') }),
    ),
  })
  .meta({ id: 'CaseBoard' });

export function showBoard({ spec, columns }: BoardView): z.output<typeof boardSchema> {
  return {
    type: showCaseType(spec),
    columns: columns.map(({ state, count, cases }) => ({ state, count, cases: cases.map(showCase) })),
  };
}

const share = z.number().nullable().describe('0–1; null = of none');

export const figuresSchema = z
  .object({
    type: z.string(),
    total: z.number().int(),
    open: z.number().int(),
    stages: z.array(
      stateSchema.extend({
        now: z.number().int().describe('Cases that are there'),
        reached: z.number().int().describe('Cases that have ever been there'),
        rate: share.describe('`reached`, of all'),
        medianSeconds: z.number().nullable().describe('Half of the stays that are over took no longer'),
      }),
    ),
    steps: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        cases: z.number().int(),
        rate: share.describe('Of those that were ever in `from`'),
      }),
    ),
    periods: z
      .array(
        z.object({
          from: z.string().describe('First day, UTC'),
          opened: z.number().int(),
          won: z.number().int(),
          lost: z.number().int(),
          neutral: z.number().int(),
        }),
      )
      .describe('Newest first; those in which something happened'),
  })
  .meta({ id: 'CaseFigures' });

export function showFigures({ spec, stages, steps, periods }: CaseFigures): z.output<typeof figuresSchema> {
  const total = stages.reduce((sum, { now }) => sum + now, 0);
  const kindOf = new Map(spec.states.map(({ id, kind }) => [id, kind]));
  const reached = new Map(stages.map((stage) => [stage.state, stage.reached]));
  const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    type: spec.id,
    total,
    open: stages.reduce((sum, { state, now }) => sum + (kindOf.get(state) === 'open' ? now : 0), 0),
    stages: stages.map(({ state, ...counts }) => {
      const { id, title: called, kind } = findState(spec, state)!;
      return { id, title: called, kind, ...counts, rate: rate(counts.reached, total) };
    }),
    steps: steps.map((step) => ({ ...step, rate: rate(step.cases, reached.get(step.from) ?? 0) })),
    periods: periods.map(({ from, opened, ended }) => {
      const of = (kind: string) =>
        Object.entries(ended).reduce((sum, [state, cases]) => sum + (kindOf.get(state) === kind ? cases : 0), 0);
      return { from, opened, won: of('won'), lost: of('lost'), neutral: of('neutral') };
    }),
  };
}
