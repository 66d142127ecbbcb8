// The jobs that fill the index: one document, all of a workspace anew, and the round that finds what is missing.

import { indexDocument } from '../actions/index-document.ts';
import { lookAfterSearch, rebuildIndex } from '../actions/search-upkeep.ts';
import type { Services } from '../actions/services.ts';
import {
  type IndexDocumentPayload,
  indexDocumentPayload,
  indexDocumentQueue,
  type NoPayload,
  noPayload,
  type RebuildIndexPayload,
  rebuildIndexPayload,
  rebuildIndexQueue,
  searchRoundQueue,
} from '../store/queues.ts';
import type { Job } from './job.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'types' | 'nlp' | 'raiseNotice'>;

export function indexDocumentJob(deps: Deps): Job<IndexDocumentPayload> {
  return {
    queue: indexDocumentQueue,
    payload: indexDocumentPayload,
    // A collection is changed by one at a time.
    concurrency: 1,
    handle: (payload) => indexDocument(deps, payload),
    // The next round finds what is not in the index.
    giveUp: async () => {},
  };
}

export function rebuildIndexJob(deps: Deps): Job<RebuildIndexPayload> {
  return {
    queue: rebuildIndexQueue,
    payload: rebuildIndexPayload,
    concurrency: 1,
    handle: (payload, run) => rebuildIndex(deps, payload, run),
    giveUp: async () => {},
  };
}

export function searchRoundJob(deps: Deps & Pick<Services, 'databaseKind'>): Job<NoPayload> {
  return {
    queue: searchRoundQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '*/15 * * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const { queued } = await lookAfterSearch(deps, signal);
      if (queued > 0) log.info({ count: queued }, 'documents that the index lacked were queued');
    },
    // The next one looks for all of it again.
    giveUp: async () => {},
  };
}
