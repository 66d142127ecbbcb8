// What the API shows of notifications.

import { z } from 'zod';
import type { ShownNotification } from '../actions/notifications.ts';

export const notificationSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string().describe('In the language of your account'),
    text: z.string(),
    subject: z.object({ type: z.string(), id: z.string() }).describe('What it is about'),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    score: z.number().nullable(),
    read: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Notification' });

export function showNotification(row: ShownNotification): z.output<typeof notificationSchema> {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    text: row.text,
    subject: { type: row.subject_type, id: row.subject_id },
    data: { ...row.data },
    score: row.score,
    read: row.read_at !== null,
    createdAt: row.created_at.toISOString(),
  };
}
