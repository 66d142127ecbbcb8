// Unexpected errors, told to whoever watches from outside. Nothing happens until a process is told where to send them
// (start-error-reports.ts).

import { currentWork } from './work.ts';

/** Where it happened: names and ids alone. */
export interface ErrorPlace {
  level?: 'error' | 'fatal';
  request_id?: string | undefined;
  /** The template: `/api/v1/documents/:id`. */
  route?: string | undefined;
  method?: string | undefined;
  job?: string | undefined;
}

export interface ErrorReports {
  report(error: unknown, place: ErrorPlace): void;
  /** Sends what is left, for this long at most. */
  flush(timeoutMs: number): Promise<void>;
}

let reports: ErrorReports | undefined;

/** From now on, in this process. Returns what takes it away again. */
export function useErrorReports(given: ErrorReports): () => void {
  reports = given;
  return () => {
    if (reports === given) reports = undefined;
  };
}

/** Costs the caller nothing: it is sent later, or not at all. Never throws. */
export function reportError(error: unknown, place: ErrorPlace): void {
  if (!reports) return;
  const { request_id, job } = currentWork() ?? {};
  try {
    reports.report(error, { request_id, job, ...place });
  } catch {
    // What cannot be told outside stands in the log.
  }
}

/** Before the process ends in a hurry. */
export const flushErrorReports = async (timeoutMs: number): Promise<void> => reports?.flush(timeoutMs);
