// An error as a log may hold it: what happened and where, never the values that it happened with.

export interface ShownError {
  type: string;
  message: string;
  stack: string;
  code?: string;
  /** Of errors of the database: what to look at. */
  table?: string;
  constraint?: string;
  query?: string;
  cause?: ShownError;
}

const DEEPEST_CAUSE = 5;
/** Texts that errors of PostgreSQL carry and that hold no value: the query has placeholders. */
const kept = ['code', 'table', 'constraint', 'query'] as const;

/** For pino. Drivers hang parameters (hashes, addresses, text of documents) on their errors; only names go on. */
export function showError(error: unknown, depth = 0): ShownError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown, but no error', stack: '' };
  const shown: ShownError = {
    type: error.name,
    message: withoutValues(error, error.message),
    stack: withoutValues(error, error.stack ?? ''),
  };
  for (const name of kept) {
    const value = (error as Error & Record<string, unknown>)[name];
    if (typeof value === 'string') shown[name] = value;
  }
  if (error.cause !== undefined && depth < DEEPEST_CAUSE) shown.cause = showError(error.cause, depth + 1);
  return shown;
}

/** PostgreSQL quotes the value that it could not take: `invalid input syntax for type uuid: "…"`. */
function withoutValues(error: Error, text: string): string {
  return isOfDatabase(error) ? text.replaceAll(/: "[^\n]*"/g, ': "…"') : text;
}

const isOfDatabase = (error: Error): boolean => 'severity' in error && 'routine' in error;
