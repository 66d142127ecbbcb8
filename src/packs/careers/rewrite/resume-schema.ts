// The shape of a résumé that is written: JSON Resume 1.0 with what the pack keeps beyond it.

import { z } from 'zod';

/** What a record may hold fits; nothing of it is cut. */
const line = z.string().max(4000);
const text = z.string().max(20_000);
/** As exactly as the record has it: 2019, 2019-03. Out of reach of every operation. */
const date = z.string().max(40);
const bullets = z.array(text.min(1)).max(300).optional();
const lines = z.array(line.min(1)).max(300).optional();
const list = <T extends z.ZodType>(item: T) => z.array(item).max(300).optional();
const period = { startDate: date.optional(), endDate: date.optional() };
const told = { position: line.optional(), url: line.optional(), summary: text.optional(), highlights: bullets };

export const resumeSchema = z.strictObject({
  $schema: line.optional(),
  basics: z
    .strictObject({
      name: line.optional(),
      label: line.optional(),
      email: line.optional(),
      phone: line.optional(),
      url: line.optional(),
      summary: text.optional(),
      location: z
        .strictObject({
          address: line.optional(),
          postalCode: line.optional(),
          city: line.optional(),
          region: line.optional(),
          countryCode: line.optional(),
        })
        .optional(),
      profiles: list(z.strictObject({ network: line.optional(), username: line.optional(), url: line.optional() })),
    })
    .optional(),
  work: list(
    z.strictObject({
      name: line.optional(),
      location: line.optional(),
      description: text.optional(),
      ...period,
      ...told,
    }),
  ),
  volunteer: list(z.strictObject({ organization: line.optional(), ...period, ...told })),
  education: list(
    z.strictObject({
      institution: line.optional(),
      area: line.optional(),
      studyType: line.optional(),
      ...period,
      score: line.optional(),
      location: line.optional(),
      url: line.optional(),
      courses: bullets,
    }),
  ),
  skills: list(z.strictObject({ name: line.optional(), level: line.optional(), keywords: lines })),
  languages: list(z.strictObject({ language: line.optional(), fluency: line.optional() })),
  certificates: list(
    z.strictObject({ name: line.optional(), issuer: line.optional(), date: date.optional(), url: line.optional() }),
  ),
  projects: list(
    z.strictObject({
      name: line.optional(),
      description: text.optional(),
      roles: lines,
      entity: line.optional(),
      type: line.optional(),
      ...period,
      url: line.optional(),
      highlights: bullets,
      keywords: lines,
    }),
  ),
  publications: list(
    z.strictObject({
      name: line.optional(),
      publisher: line.optional(),
      releaseDate: date.optional(),
      url: line.optional(),
      summary: text.optional(),
    }),
  ),
  awards: list(
    z.strictObject({
      title: line.optional(),
      date: date.optional(),
      awarder: line.optional(),
      summary: text.optional(),
    }),
  ),
  interests: list(z.strictObject({ name: line.optional(), keywords: lines })),
  references: list(z.strictObject({ name: line.optional(), reference: text.optional() })),
  sections: list(z.strictObject({ title: line.optional(), text: bullets })),
});
