// Matches as the API shows them.

import { z } from 'zod';
import type { MatchWithDecisions } from '../actions/browse-matches.ts';
import type { MatchRow } from '../store/matches.ts';
import { matchDecisions, matchStates, supersededBecause } from '../store/schema-matching.ts';

const instant = z.iso.datetime();

const reasonSchema = z.object({
  feature: z.string(),
  title: z.string(),
  value: z.number().describe('0 = they contradict each other, 1 = they agree'),
  evidence: z.number().describe('Log-odds that it added: above 0 for the match, below 0 against it'),
  left: z.string(),
  right: z.string(),
  text: z.string().describe('The reason in words, with both values'),
});

const versionsSchema = z
  .object({
    spec: z.string().describe('Of the declaration'),
    model: z.number().int().describe('Of the workspace’s weights; 0 = as declared'),
    weightsFrom: z.number().int().describe('Decisions that the weights were learnt from'),
    calibration: z.string(),
    calibrationFrom: z.number().int().describe('Decisions that the calibration was fitted on'),
  })
  .describe('What the score was made with');

const explanationSchema = z.object({
  for: z.array(reasonSchema),
  against: z.array(reasonSchema),
  unknown: z
    .array(z.object({ feature: z.string(), title: z.string() }))
    .describe('What one side does not say: it neither helped nor hurt'),
  veto: z.object({ id: z.string(), title: z.string(), text: z.string() }).nullable().describe('Why it is ruled out'),
  assignment: z
    .object({
      given: z.enum(['here', 'elsewhere']),
      text: z.string().describe('Why, in words'),
      others: z
        .array(z.object({ match: z.uuid(), left: z.uuid(), right: z.uuid(), probability: z.number() }))
        .describe('Here: likelier ones given up for it. Elsewhere: those it was given up for'),
    })
    .nullable()
    .describe('What became of it among others, where a record goes to one only'),
  prior: z.number().describe('Probability before anything was compared'),
  evidence: z.number().describe('Log-odds added to it'),
  versions: versionsSchema,
});

export const decisionSchema = z.strictObject({
  reason: z.string().trim().min(1).max(1000).optional().describe('Kept with the decision'),
});

const matchFields = {
  id: z.uuid(),
  spec: z.string().describe('The declaration: its pack and its name, with a slash between'),
  left: z.uuid().describe('A record'),
  right: z.uuid().describe('A record'),
  state: z.enum(matchStates),
  supersededBecause: z.enum(supersededBecause).nullable().describe('Why it was taken back'),
  score: z.number().describe('0–1, before calibration'),
  probability: z.number().describe('0–1, calibrated by decisions'),
  explanation: explanationSchema,
  version: z.number().int().describe('The ETag'),
  createdAt: instant,
  updatedAt: instant,
};

export const matchSchema = z.object(matchFields).meta({ id: 'Match' });

export const explainedMatchSchema = z
  .object({
    ...matchFields,
    decisions: z.array(
      z.object({
        decision: z.enum(matchDecisions),
        reason: z.string().nullable(),
        by: z.uuid().nullable(),
        at: instant,
        undoneBy: z.uuid().nullable(),
        undoneAt: instant.nullable(),
        score: z.number().describe('As it was then'),
        probability: z.number(),
        versions: versionsSchema,
      }),
    ),
  })
  .meta({ id: 'ExplainedMatch' });

export function showMatch(row: MatchRow): z.output<typeof matchSchema> {
  return {
    id: row.id,
    spec: row.spec,
    left: row.left_id,
    right: row.right_id,
    state: row.state,
    supersededBecause: row.superseded_because,
    score: row.score,
    probability: row.probability,
    explanation: { assignment: null, ...(row.explanation as object) } as z.output<typeof explanationSchema>,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function showExplained(row: MatchWithDecisions): z.output<typeof explainedMatchSchema> {
  return {
    ...showMatch(row),
    decisions: row.decisions.map((decision) => ({
      decision: decision.decision,
      reason: decision.reason,
      by: decision.decided_by,
      at: decision.decided_at.toISOString(),
      undoneBy: decision.undone_by,
      undoneAt: decision.undone_at?.toISOString() ?? null,
      score: decision.score,
      probability: decision.probability,
      versions: decision.versions as z.output<typeof versionsSchema>,
    })),
  };
}
