// What a trial of a document type answers: read, shown, not kept.

import { z } from 'zod';
import type { ReadResult } from '../pipeline/read-result.ts';
import { candidatesSchema, issueSchema, valueSchema } from './representations.ts';

export const trialSchema = z
  .object({
    status: z.enum(['succeeded', 'partial']),
    pages: z.number().int(),
    documents: z.array(
      z.object({
        type: z.string(),
        confidence: z.number().describe('How sure it is that the document is of this type'),
        takenFor: z.string().describe('The type it would have been read by'),
        alternatives: z.array(z.object({ type: z.string(), confidence: z.number() })),
        fields: z.record(z.string(), valueSchema),
        issues: z.array(issueSchema),
        candidates: candidatesSchema.shape.fields,
      }),
    ),
  })
  .meta({ id: 'TypeTrial' });

export function showTrial({ status, pages, documents }: ReadResult): z.input<typeof trialSchema> {
  return {
    status: status === 'succeeded' ? 'succeeded' : 'partial',
    pages,
    documents: documents.map(({ type, confidence, alternatives, fields, issues, candidates }) => {
      const likelier = alternatives.find((guess) => guess.confidence > confidence);
      return {
        type,
        confidence,
        takenFor: likelier?.type ?? type,
        alternatives,
        fields,
        issues,
        candidates: candidates ?? {},
      };
    }),
  };
}
