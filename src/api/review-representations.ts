// A review as the API shows it.

import { z } from 'zod';
import type { ReviewView } from '../store/reviews.ts';
import { reviewReasonCodes, reviewStates } from '../store/schema-reviews.ts';

const approvalSchema = z
  .object({ by: z.uuid().nullable().describe('null = whose account was erased'), at: z.iso.datetime() })
  .nullable();

export const reviewSchema = z
  .object({
    record: z.uuid(),
    document: z.uuid(),
    documentName: z.string(),
    type: z.string(),
    state: z.enum(reviewStates),
    reasons: z
      .array(
        z.object({
          code: z.enum(reviewReasonCodes),
          path: z.string().describe('The field it is about; empty = the record'),
          message: z.string(),
          firm: z.boolean().describe('Nobody can approve the record before this is settled'),
          severity: z.enum(['error', 'warning', 'info']).optional(),
          evidence: z
            .array(
              z.object({
                page: z.number().int(),
                box: z.array(z.number()).length(4),
                text: z.string(),
                locator: z.string().optional(),
              }),
            )
            .optional(),
          confidence: z.number().optional(),
          threshold: z.number().optional(),
          rule: z.string().optional(),
          finding: z.uuid().optional(),
          match: z.uuid().optional(),
        }),
      )
      .describe('What keeps it from being approved by itself; of an approved one, what was known then'),
    amount: z.number().nullable().describe('The largest amount among its fields, whatever its sign'),
    currency: z.string().nullable(),
    dueDate: z.string().nullable().describe('YYYY-MM-DD'),
    fourEyes: z.boolean().describe('Two people have to approve it'),
    byItself: z.boolean().describe('Approved by no person'),
    firstApproval: approvalSchema,
    secondApproval: approvalSchema,
    rejectedBy: z.uuid().nullable(),
    rejectReason: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    version: z.number().int().describe('Of the record: the ETag'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Review' });

const approval = (by: string | null, at: Date | null): z.output<typeof approvalSchema> =>
  at ? { by, at: at.toISOString() } : null;

export function showReview(row: ReviewView): z.output<typeof reviewSchema> {
  return {
    record: row.record_id,
    document: row.document_id,
    documentName: row.document_name,
    type: row.type,
    state: row.state,
    reasons: row.reasons.map(({ evidence, ...reason }) => ({
      ...reason,
      ...(evidence ? { evidence: evidence.map((place) => ({ ...place, box: [...place.box] })) } : {}),
    })),
    amount: row.amount === null ? null : Number(row.amount),
    currency: row.currency,
    dueDate: row.due_date,
    fourEyes: row.four_eyes,
    byItself: row.by_itself,
    firstApproval: approval(row.first_by, row.first_at),
    secondApproval: approval(row.second_by, row.second_at),
    rejectedBy: row.rejected_by,
    rejectReason: row.reject_reason,
    decidedAt: row.decided_at?.toISOString() ?? null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
