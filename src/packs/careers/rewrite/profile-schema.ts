// A LinkedIn profile, as far as it is written here.

import { z } from 'zod';

const line = z.string().max(4000);

export const profileSchema = z.strictObject({
  language: z.enum(['en', 'de']).default('en'),
  name: line.optional(),
  headline: line.default(''),
  about: z.string().max(20_000).default(''),
  experience: z
    .array(
      z.strictObject({
        company: line.optional(),
        title: line.optional(),
        location: line.optional(),
        startDate: z.string().max(40).optional(),
        endDate: z.string().max(40).optional(),
        lines: z.array(z.string().min(1).max(20_000)).max(300).default([]),
      }),
    )
    .max(300)
    .default([]),
  skills: z.array(line.min(1)).max(300).default([]),
});

export type Profile = z.output<typeof profileSchema>;
