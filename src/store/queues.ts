// The queues there are, by name. Importable by whoever queues work without knowing who does it.

import { z } from 'zod';
import type { QueueSpec } from './job-queue.ts';
import { exportScopes } from './schema-keeping.ts';

export const readDocumentQueue: QueueSpec = { name: 'read-document', expireInSeconds: 3600 };

export const readDocumentPayload = z.object({
  workspaceId: z.uuid(),
  documentId: z.uuid(),
  runId: z.uuid(),
  requestId: z.string().nullable(),
});
export type ReadDocumentPayload = z.output<typeof readDocumentPayload>;

export const exportAccountQueue: QueueSpec = { name: 'export-account', expireInSeconds: 4 * 3600 };

export const exportAccountPayload = z.object({
  workspaceId: z.uuid(),
  exportId: z.uuid(),
  userId: z.uuid(),
  scope: z.enum(exportScopes),
  requestId: z.string().nullable(),
});
export type ExportAccountPayload = z.output<typeof exportAccountPayload>;

export const queues: readonly QueueSpec[] = [readDocumentQueue, exportAccountQueue];
