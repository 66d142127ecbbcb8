// What a caller chooses for a résumé, letter or profile: for which job, in which style, and how far it may go.

import { z } from 'zod';
import type { Json } from '../../../document/value.ts';

export const tailoringStyles = ['technical', 'management', 'creative'] as const;
export type TailoringStyle = (typeof tailoringStyles)[number];

/** conservative: order of skills, plainer words. moderate: also order of bullets, stronger verbs, skills that are proved. aggressive: leaves out, too. */
export const tailoringStrengths = ['conservative', 'moderate', 'aggressive'] as const;
export type TailoringStrength = (typeof tailoringStrengths)[number];

export const LEAST_DESCRIPTION = 50;
const MOST_DESCRIPTION = 20_000;

const tailoringFields = {
  style: z.enum(tailoringStyles).default('technical'),
  strength: z.enum(tailoringStrengths).default('moderate'),
  jobDescription: z
    .string()
    .trim()
    .min(LEAST_DESCRIPTION)
    .max(MOST_DESCRIPTION)
    .optional()
    .describe('What the text is tailored to. It decides order and choice, and is never a source of a claim'),
};
const line = z.string().trim().min(1).max(200);

export const tailoring = z.strictObject(tailoringFields);
export const letterOptions = z.strictObject({
  ...tailoringFields,
  language: z.enum(['en', 'de']).optional().describe('Left out: that of the résumé'),
  employer: line.optional().describe('To whom one writes'),
  position: line.optional().describe('What one applies for'),
  contact: line.optional().describe('Who reads it: “Ms Vale”'),
});

export type Tailoring = z.output<typeof tailoring>;
export type LetterOptions = z.output<typeof letterOptions>;

/** They went through the schema before. */
export const tailoringOf = (options: Json | undefined): Tailoring => letterOptions.parse(options ?? {});
export const letterOptionsOf = (options: Json | undefined): LetterOptions => letterOptions.parse(options ?? {});
