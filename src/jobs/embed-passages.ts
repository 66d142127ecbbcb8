// The job that gives vectors to passages, for one workspace; of a large one for a while, then others have their turn.

import { embedPassages } from '../actions/embed-passages.ts';
import type { Services } from '../actions/services.ts';
import { embedPassagesQueue, type WorkspacePayload, workspacePayload } from '../store/queues.ts';
import type { Job } from './job.ts';

export function embedPassagesJob(
  deps: Pick<Services, 'db' | 'databaseKind' | 'queue' | 'nlp' | 'raiseNotice'>,
): Job<WorkspacePayload> {
  return {
    queue: embedPassagesQueue,
    payload: workspacePayload,
    // The model works on one text after the other.
    concurrency: 1,
    handle: (payload, run) => embedPassages(deps, payload, run),
    // What has no vector is found by its words meanwhile; the next round asks again.
    giveUp: async () => {},
  };
}
