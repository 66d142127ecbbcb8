// What a workspace lets through by itself: its level, how sure values must be, and from which amounts two people approve.

import { z } from 'zod';
import type { ReviewReason } from '../store/schema-reviews.ts';

/** never: each record needs a person. confident: not when nothing is in doubt. always: not unless something is wrong. */
export const reviewLevels = ['never', 'confident', 'always'] as const;
export type ReviewLevel = (typeof reviewLevels)[number];

const share = z.number().min(0).max(1);
const few = <T extends z.ZodRecord>(record: T) =>
  record.refine((entries) => Object.keys(entries).length <= 200, 'must not have more than 200 entries');

const ruleShape = {
  level: z.enum(reviewLevels).describe('never: each record needs a person'),
  threshold: share.describe('How sure required values, amounts, identifiers and bank details must be'),
  thresholds: few(z.record(z.string().min(1).max(200), share)).describe(
    'Path (`grossTotal`, `lines[].quantity`) → how sure that value must be, instead',
  ),
  fourEyes: z
    .array(
      z.strictObject({
        above: z.number().positive().max(1e15).describe('From this amount on, itself included'),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .nullable()
          .describe('ISO 4217; null = every currency that is not named'),
      }),
    )
    .max(50)
    .describe('Amounts from which two people approve'),
};

export const reviewSettingsSchema = z.strictObject({
  ...ruleShape,
  types: few(z.record(z.string().min(1).max(100), z.strictObject(ruleShape).partial()))
    .describe('Record type → what is other for it')
    .default({}),
  recalibrate: z
    .boolean()
    .describe('Whether confidence is shifted by what people approved and corrected; it is unless this says false')
    .default(true),
});

export type ReviewSettings = z.output<typeof reviewSettingsSchema>;
export type ReviewRules = Omit<ReviewSettings, 'types' | 'recalibrate'>;

export const defaultReviewSettings: ReviewSettings = {
  level: 'never',
  threshold: 0.95,
  thresholds: {},
  fourEyes: [],
  types: {},
  recalibrate: true,
};

/** As they stand in a row that an older version may have written: what cannot be read lets nothing through. */
export function readReviewSettings(stored: unknown): ReviewSettings {
  const parsed = reviewSettingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : defaultReviewSettings;
}

export function rulesFor({ types, recalibrate: _, ...common }: ReviewSettings, type: string): ReviewRules {
  const own = Object.hasOwn(types, type) ? types[type]! : {};
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...common, ...given, thresholds: { ...common.thresholds, ...own.thresholds } };
}

/** The amounts from which two people approve what is in this currency, the smallest first; all of them when it is not known. */
export function fourEyesLimits({ fourEyes }: ReviewRules, currency: string | null): number[] {
  const named = fourEyes.some((limit) => limit.currency === currency);
  return fourEyes
    .filter((limit) => currency === null || limit.currency === (named ? currency : null))
    .map(({ above }) => above)
    .sort((a, b) => a - b);
}

/** What stands only where something is wrong, whatever the level says. */
const alwaysInTheWay: ReadonlySet<string> = new Set(['finding', 'duplicate', 'comparing', 'four-eyes', 'reopened']);

/** Of the reasons those for which a record is not approved by itself at this level. */
export function standingInTheWay(reasons: readonly ReviewReason[], level: ReviewLevel): ReviewReason[] {
  if (level !== 'always') return [...reasons];
  return reasons.filter(({ code, severity }) => alwaysInTheWay.has(code) || (code === 'rule' && severity === 'error'));
}
