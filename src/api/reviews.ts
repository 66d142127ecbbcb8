// /reviews: which records wait for a person, why, and what people decide. /review-settings: what needs no person.

import { z } from 'zod';
import { getReview, getReviewStatistics, getReviews } from '../actions/browse-reviews.ts';
import { decideReview, type ReviewDecision } from '../actions/decide-review.ts';
import { proposeThresholds } from '../actions/propose-thresholds.ts';
import { reviewSettingsSchema } from '../actions/review-rules.ts';
import { changeReviewSettings, getReviewSettings } from '../actions/review-settings.ts';
import { reviewReasonCodes, reviewStates } from '../store/schema-reviews.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { versionsSeen, versionTag } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';
import {
  calibrationSchema,
  reliabilitySchema,
  reviewCalibrationRoutes,
  showCalibration,
} from './review-calibration.ts';
import { reviewSchema, showReview } from './review-representations.ts';

const tags = ['Reviews'];
const byRecord = z.object({ id: z.uuid().describe('The record') });
const ifMatch = z.object({
  'if-match': z.string().optional().describe('ETag of the version of the record that was seen; required'),
});
const settingsIfMatch = z.object({
  'if-match': z.string().optional().describe('ETag of the settings that were seen; required'),
});
const reasonBody = z.strictObject({ reason: z.string().trim().min(1).max(1000).optional() });

const statisticsSchema = z.object({
  since: z.iso.datetime(),
  pending: z.number().int().describe('Waiting now'),
  decided: z.number().int().describe('Approved or rejected since then'),
  byItself: z.number().int().describe('Approved by no person, and nobody corrected it'),
  byPerson: z.number().int().describe('Approved, but somebody approved or corrected it'),
  rejected: z.number().int(),
  corrected: z.number().int().describe('Of the decided those that somebody corrected'),
  straightThrough: z.number().nullable().describe('byItself as a share of decided; null = nothing was decided'),
  medianSeconds: z.number().nullable().describe('From the reading to the decision of a person; null = there was none'),
});

const proposal = {
  threshold: z.number().nullable().describe('From this confidence on; null: no threshold keeps to the error'),
  share: z.number().describe('Of all cases those that would go through'),
  through: z.number().int(),
  wrong: z.number().int(),
  cases: z.number().int(),
  errorAtMost: z.number().describe('With 19 chances in 20 the true share of wrong ones is below this'),
  maxError: z.number(),
};
const thresholdsSchema = z
  .object({
    records: z.object(proposal).describe('Whole records, by their weakest value'),
    fields: z.array(z.object({ type: z.string(), path: z.string(), ...proposal })),
    reliability: reliabilitySchema,
    calibration: calibrationSchema.describe(
      'What the decisions taught of confidence; the figures are of confidence as it is with it',
    ),
  })
  .meta({ id: 'ProposedThresholds' });

export function reviewRoutes(app: App, context: ApiContext): void {
  const { services } = context;
  app.get(
    '/reviews',
    {
      config: { access: 'reviews.read' },
      schema: {
        tags,
        operationId: 'listReviews',
        summary: 'Records and what keeps them from being approved, the most urgent first',
        description:
          'What is due first, then what is worth most, then what has waited longest. Those of records in the trash are left out.',
        querystring: listQuery.extend({
          state: z.enum(reviewStates).optional(),
          type: z.string().max(100).optional(),
          reason: z.enum(reviewReasonCodes).optional(),
          minAmount: z.coerce.number().min(0).max(1e15).optional(),
          document: z.uuid().optional(),
        }),
        response: { 200: listSchema(reviewSchema), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit, document, ...filter } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, async (count) => {
        const found = await getReviews(services, actorOf(request), {
          ...filter,
          documentId: document,
          after: cursor,
          limit: count,
        });
        return found.map((row) => ({ ...row, id: row.record_id }));
      });
      return { items: rows.map(showReview), nextCursor };
    },
  );

  app.get(
    '/reviews/statistics',
    {
      config: { access: 'reviews.read' },
      schema: {
        tags,
        operationId: 'getReviewStatistics',
        summary: 'How many records go straight through, and how long the others wait',
        querystring: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
        response: { 200: statisticsSchema, ...problems(400) },
      },
    },
    async (request) => {
      const found = await getReviewStatistics(services, actorOf(request), request.query.days);
      const { since, decided, byItself, rejected } = found;
      return {
        ...found,
        since: since.toISOString(),
        byPerson: decided - byItself - rejected,
        straightThrough: decided === 0 ? null : byItself / decided,
      };
    },
  );

  app.get(
    '/reviews/thresholds',
    {
      config: { access: 'reviews.read' },
      schema: {
        tags,
        operationId: 'proposeThresholds',
        summary: 'From which confidence on records could go through without a person',
        description:
          'Counted on the latest 5 000 records that people approved: a value that they corrected was wrong. Nothing is changed; put what you choose into the review settings.',
        querystring: z.object({
          type: z.string().max(100).optional(),
          maxError: z.coerce.number().min(0).max(0.5).default(0.01),
        }),
        response: { 200: thresholdsSchema, ...problems(400) },
      },
    },
    async (request) => {
      const { calibration, ...proposed } = await proposeThresholds(services, actorOf(request), request.query);
      return { ...proposed, calibration: showCalibration(calibration) };
    },
  );

  app.get(
    '/reviews/:id',
    {
      config: { access: 'reviews.read' },
      schema: {
        tags,
        operationId: 'getReview',
        summary: 'The review of one record',
        params: byRecord,
        response: { 200: reviewSchema, ...problems(404) },
      },
    },
    async (request, reply) => {
      const row = await getReview(services, actorOf(request), request.params.id);
      return reply.header('etag', versionTag(row.version)).send(showReview(row));
    },
  );

  for (const [decision, summary, description] of [
    ['approve', 'Approve a record', 'Where two people approve, the first approval leaves it pending.'],
    ['reject', 'Say that a record must not be used as it is', 'A correction puts it into review again.'],
    ['reopen', 'Put a record into review', 'Nothing approves it by itself until a person has decided.'],
  ] as const satisfies readonly (readonly [ReviewDecision['decision'], string, string])[]) {
    app.post(
      `/reviews/:id/${decision}`,
      {
        config: { access: 'reviews.decide' },
        schema: {
          tags,
          operationId: `${decision}Review`,
          summary,
          description,
          params: byRecord,
          headers: ifMatch,
          ...(decision === 'reject' ? { body: reasonBody } : {}),
          response: { 200: reviewSchema, ...problems(400, 404, 409, 412, 428) },
        },
      },
      async (request, reply) => {
        const row = await decideReview(services, actorOf(request), {
          recordId: request.params.id,
          decision,
          reason: (request.body as z.output<typeof reasonBody> | undefined)?.reason,
          seen: versionsSeen(request.headers['if-match']),
          requestId: request.id,
        });
        return reply.header('etag', versionTag(row.version)).send(showReview(row));
      },
    );
  }
  reviewCalibrationRoutes(app, context);
  settingsRoutes(app, services);
}

function settingsRoutes(app: App, services: ApiContext['services']): void {
  app.get(
    '/review-settings',
    {
      config: { access: 'reviews.read' },
      schema: {
        tags,
        operationId: 'getReviewSettings',
        summary: 'What is approved by itself, and what two people approve',
        response: { 200: reviewSettingsSchema, ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      const { version, settings } = await getReviewSettings(services, actorOf(request));
      return reply.header('etag', versionTag(version)).send(settings);
    },
  );

  app.put(
    '/review-settings',
    {
      config: { access: 'reviews.manage' },
      schema: {
        tags,
        operationId: 'changeReviewSettings',
        summary: 'Say what is approved by itself, and what two people approve',
        description: 'Replaces what was there. Holds for what is read, corrected or decided from then on.',
        headers: settingsIfMatch,
        body: reviewSettingsSchema,
        response: { 200: reviewSettingsSchema, ...problems(400, 401, 403, 412, 415, 428) },
      },
    },
    async (request, reply) => {
      const { version, settings } = await changeReviewSettings(services, actorOf(request), {
        seen: versionsSeen(request.headers['if-match'], 'settings.if-match-required'),
        settings: request.body,
        requestId: request.id,
      });
      return reply.header('etag', versionTag(version)).send(settings);
    },
  );
}
