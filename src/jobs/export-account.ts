// The job behind an account export: one archive.

import { giveUpExport, makeExport } from '../actions/export-account.ts';
import type { Services } from '../actions/services.ts';
import { type ExportAccountPayload, exportAccountPayload, exportAccountQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function exportAccountJob(services: Services): Job<ExportAccountPayload> {
  return {
    queue: exportAccountQueue,
    payload: exportAccountPayload,
    concurrency: 1,
    handle: (payload, run) => makeExport(services, payload, run),
    giveUp: (payload) => giveUpExport(services, payload),
  };
}
