// A job of a workspace was given up: whoever may have it tried again is told.

import { inWorkspace } from '../store/database.ts';
import type { JobPayload } from '../store/queue-spec.ts';
import {
  deliverWebhookQueue,
  expandNoticeQueue,
  exportAccountQueue,
  mailNoticesQueue,
  readDocumentQueue,
} from '../store/queues.ts';
import { findWorkspace } from '../store/workspaces.ts';
import type { Services } from './services.ts';

/** They tell of their end themselves; and of the telling, nothing is told. */
const tellThemselves: ReadonlySet<string> = new Set(
  [readDocumentQueue, exportAccountQueue, expandNoticeQueue, mailNoticesQueue, deliverWebhookQueue].map(
    ({ name }) => name,
  ),
);

export async function tellDeadJob(
  { db, raiseNotice }: Pick<Services, 'db' | 'raiseNotice'>,
  { queue, jobId, payload }: { queue: string; jobId: string; payload: JobPayload },
): Promise<void> {
  const { workspaceId } = payload as { workspaceId?: string };
  if (workspaceId === undefined || tellThemselves.has(queue)) return;
  await inWorkspace(db, workspaceId, async (trx) => {
    // Erased meanwhile: there is nobody to tell.
    if (!(await findWorkspace(trx))) return;
    const subject = { type: 'job', id: jobId } as const;
    await raiseNotice(trx, { workspaceId, kind: 'job.dead', key: jobId, subject, data: { queue } });
  });
}
