// Nlp by a process of mode nlp; by fixed rules here while it does not answer.

import { createNlp, type NlpReport } from './create-nlp.ts';
import type { Nlp } from './nlp.ts';
import { createRemoteSource, type RemoteSourceOptions } from './remote-source.ts';

export interface RemoteNlpOptions extends RemoteSourceOptions {
  onCall?: (report: NlpReport) => void;
}

export function createRemoteNlp({ onCall, ...options }: RemoteNlpOptions): Nlp {
  return createNlp({ source: createRemoteSource(options), onCall });
}
