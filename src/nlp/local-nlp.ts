// Nlp on this machine: our models in child processes, fixed rules when they cannot run.

import { createNlp, type NlpReport } from './create-nlp.ts';
import { createLocalSource, type LocalSourceOptions } from './local-source.ts';
import type { Nlp } from './nlp.ts';

export interface LocalNlpOptions extends LocalSourceOptions {
  onCall?: (report: NlpReport) => void;
}

/** For servers, scripts, tests and measurements alike. Starts no process before the first call; `close` ends it. */
export function createLocalNlp({ onCall, ...options }: LocalNlpOptions = {}): Nlp {
  return createNlp({ source: createLocalSource(options), onCall });
}
