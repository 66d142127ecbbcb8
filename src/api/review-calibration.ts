// /reviews/calibration: what people's decisions taught of confidence; fitted anew, and taken back.

import { z } from 'zod';
import {
  fitReadingCalibration,
  type ReadingCalibration,
  undoReadingCalibration,
} from '../actions/reading-calibration.ts';
import { shiftConfidence } from '../learn/confidence-shifts.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';

const tags = ['Reviews'];

export const reliabilitySchema = z.object({
  answers: z.number().int(),
  ece: z.number().describe('Mean distance of confidence and outcome; 0 is perfect'),
  brier: z.number(),
  bins: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      count: z.number().int(),
      confidence: z.number(),
      accuracy: z.number(),
    }),
  ),
});

/** Where a shift is shown. */
const SHOWN_AT = [0.7, 0.8, 0.9, 0.95, 0.99] as const;

export const calibrationSchema = z
  .object({
    on: z.boolean().describe('Used for what is read from now on: `recalibrate` of the review settings'),
    version: z.number().int().describe('0: nothing was fitted'),
    fittedAt: z.iso.datetime().nullable(),
    decisions: z.number().int().describe('Values that people left standing or corrected in records that they approved'),
    fields: z
      .array(
        z.object({
          type: z.string(),
          path: z.string(),
          decisions: z.number().int(),
          shifts: z.array(z.object({ shipped: z.number(), confidence: z.number() })).describe('What becomes of what'),
        }),
      )
      .describe('Fields whose confidence is shifted; of all others what is shipped counts'),
    reliability: z
      .object({ shipped: reliabilitySchema, heldOut: reliabilitySchema })
      .nullable()
      .describe('On the decisions; heldOut: each judged by a fit without it'),
  })
  .meta({ id: 'ReadingCalibration' });

export function showCalibration({ shifts, fittedAt, ...rest }: ReadingCalibration): z.output<typeof calibrationSchema> {
  return {
    ...rest,
    fittedAt: fittedAt?.toISOString() ?? null,
    decisions: shifts.decisions,
    fields: shifts.shifts.map(({ type, path, decisions }) => ({
      ...{ type, path, decisions },
      shifts: SHOWN_AT.map((shipped) => ({
        shipped,
        confidence: Math.round(1000 * shiftConfidence(shifts, { type, path, confidence: shipped })) / 1000,
      })),
    })),
  };
}

export function reviewCalibrationRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/reviews/calibration/fit',
    {
      config: { access: 'reviews.manage' },
      schema: {
        tags,
        operationId: 'fitReadingCalibration',
        summary: 'Fit confidence to what people decided, now',
        description:
          'A job does so each night where 20 records were approved since. Counts for what is read from then on, unless `recalibrate` of the review settings is false; the version before is kept.',
        response: { 200: calibrationSchema, ...problems(401, 403) },
      },
    },
    async (request) => showCalibration(await fitReadingCalibration(services, actorOf(request))),
  );

  app.post(
    '/reviews/calibration/undo',
    {
      config: { access: 'reviews.manage' },
      schema: {
        tags,
        operationId: 'undoReadingCalibration',
        summary: 'Take the last fit of confidence back',
        description: 'The version before counts again, at last what is shipped.',
        response: { 200: calibrationSchema, ...problems(401, 403) },
      },
    },
    async (request) => showCalibration(await undoReadingCalibration(services, actorOf(request))),
  );
}
