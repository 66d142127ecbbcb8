// The queues there are, by name. Importable by whoever queues work without knowing who does it.

import { z } from 'zod';
import type { QueueSpec } from './job-queue.ts';

export const readDocumentQueue: QueueSpec = { name: 'read-document', expireInSeconds: 3600 };

export const readDocumentPayload = z.object({
  workspaceId: z.uuid(),
  documentId: z.uuid(),
  runId: z.uuid(),
  requestId: z.string().nullable(),
});
export type ReadDocumentPayload = z.output<typeof readDocumentPayload>;

export const queues: readonly QueueSpec[] = [readDocumentQueue];
