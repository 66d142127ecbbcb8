// Whose work is being done: the ids that follow it from the request through its job to every line that is logged on the way.

import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids only, named as log lines name them. The one who learns more about the work adds it here. */
export interface Work {
  request_id?: string | undefined;
  user_id?: string | undefined;
  workspace_id?: string | undefined;
  job?: string | undefined;
  job_id?: string | undefined;
  trace_id?: string | undefined;
}

const storage = new AsyncLocalStorage<Work>();

/** Everything that `run` starts, and waits for, belongs to this work. */
export const inWork = <T>(work: Work, run: () => T): T => storage.run(work, run);

export const currentWork = (): Work | undefined => storage.getStore();
