// The job behind an upload: one document, read into its records.

import { giveUpReading, readDocument } from '../actions/read-document.ts';
import type { Services } from '../actions/services.ts';
import { type ReadDocumentPayload, readDocumentPayload, readDocumentQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function readDocumentJob(services: Services, concurrency: number): Job<ReadDocumentPayload> {
  return {
    queue: readDocumentQueue,
    payload: readDocumentPayload,
    concurrency,
    handle: (payload, { signal, log }) => readDocument({ ...services, log }, payload, signal),
    giveUp: (payload, { cancelled }) => giveUpReading(services, payload, cancelled ? 'run.cancelled' : 'internal'),
  };
}
