// Assessments of artifacts as callers see them.

import { z } from 'zod';
import type { ArtifactAssessment, AssessedSpan, Wanted } from '../write/assessment.ts';

const spanSchema = z.object({
  source: z.string().nullable().describe('Id of the source that says it'),
  artifact: z.string().nullable().describe('Id of another artifact that says it; both null: the one that is assessed'),
  path: z.string().nullable().describe('Place in the body'),
  start: z.number().int().describe('Offsets in that text'),
  end: z.number().int(),
  text: z.string(),
});

const showSpan = ({ source, artifact, path, start, end, text }: AssessedSpan): z.output<typeof spanSchema> => ({
  source: source ?? null,
  artifact: artifact ?? null,
  path: path ?? null,
  start,
  end,
  text,
});

const wantedSchema = z.object({
  name: z.string(),
  level: z.enum(['must', 'nice']),
  span: spanSchema.nullable().describe('Where it is said'),
  note: z.string().nullable(),
});

const showWanted = ({ name, level, span, note }: Wanted): z.output<typeof wantedSchema> => ({
  name,
  level,
  span: span ? showSpan(span) : null,
  note: note ?? null,
});

export const assessmentSchema = z
  .object({
    score: z.object({
      version: z.string().describe('Of the formula'),
      score: z.number().min(0).max(100),
      parts: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          weight: z.number(),
          value: z.number().min(0).max(1).nullable().describe('null: nothing to judge; its weight goes to the others'),
          points: z.number(),
          why: z.string(),
        }),
      ),
    }),
    said: z.array(wantedSchema).describe('Asked for, and the text says it'),
    missing: z.object({
      unsaid: z.array(wantedSchema).describe('Asked for; you have it but do not say it'),
      absent: z.array(wantedSchema).describe('Asked for, and not in your record'),
    }),
    suggestions: z.array(z.object({ keyword: z.string(), path: z.string(), why: z.string() })),
    questions: z
      .array(
        z.object({
          id: z.string(),
          path: z.string(),
          subject: z.string().nullable().describe('Of the fact that answers it'),
          text: z.string(),
        }),
      )
      .describe('Where a number would help. The answer is given as a fact'),
    facts: z
      .array(
        z.object({
          kind: z.string(),
          text: z.string(),
          who: z.string().nullable(),
          what: z.string().nullable(),
          where: z.string().nullable(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          numbers: z.array(z.string()),
          spans: z.array(spanSchema),
        }),
      )
      .describe('The ledger: what is known, with every place that says it'),
    contradictions: z
      .array(z.object({ rule: z.string(), message: z.string(), spans: z.array(spanSchema) }))
      .describe('What cannot be true together'),
  })
  .meta({ id: 'ArtifactAssessment' });

export function showAssessment(one: ArtifactAssessment): z.output<typeof assessmentSchema> {
  const inState = (state: Wanted['state']) => one.wanted.filter((wanted) => wanted.state === state).map(showWanted);
  return {
    score: { ...one.score, parts: one.score.parts.map((part) => ({ ...part })) },
    said: inState('said'),
    missing: { unsaid: inState('unsaid'), absent: inState('absent') },
    suggestions: one.suggestions.map((suggestion) => ({ ...suggestion })),
    questions: one.questions.map(({ subject, ...question }) => ({ ...question, subject: subject ?? null })),
    facts: one.facts.map((fact) => ({ ...fact, numbers: [...fact.numbers], spans: fact.spans.map(showSpan) })),
    contradictions: one.contradictions.map(({ spans, ...rest }) => ({ ...rest, spans: spans.map(showSpan) })),
  };
}
