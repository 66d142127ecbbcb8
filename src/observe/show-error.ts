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
  const message = withoutValues(error, error.message);
  const shown: ShownError = { type: error.name, message, stack: stackOf(error, message) };
  for (const name of kept) {
    const value = (error as Error & Record<string, unknown>)[name];
    if (typeof value === 'string') shown[name] = value;
  }
  if (error.cause !== undefined && depth < DEEPEST_CAUSE) shown.cause = showError(error.cause, depth + 1);
  return shown;
}

const LONGEST_MESSAGE = 2000;
const MOST_FRAMES = 50;
const frameLine = /^ +at /;

/**
 * Databases and parsers quote what they could not take (`Unexpected token 'C', "Customer: Mü"... is not valid JSON`), which
 * is content. What stands in single quotes and looks like a name in a program or a path stays: it tells what to mend.
 */
function withoutValues(error: Error, text: string): string {
  if (isOfDatabase(error)) return text.replaceAll(/: "[^\n]*"/g, ': "…"').slice(0, LONGEST_MESSAGE);
  // Our own words: they are written not to quote.
  if (error.name === 'SheafError') return text.slice(0, LONGEST_MESSAGE);
  return withoutQuotes(text.slice(0, LONGEST_MESSAGE));
}

export const withoutQuotes = (text: string): string =>
  text.replaceAll(/"[^"]*"?|“[^”]*”?|«[^»]*»?|`[^`]*`?|(?<!\w)'(?![\w.$#/@:-]{1,200}')[^']*'?/g, '"…"');

/** The message as it may be shown, and the frames. */
function stackOf(error: Error, message: string): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => frameLine.test(line));
  return [`${error.name}: ${message}`, ...frames.slice(0, MOST_FRAMES)].join('\n');
}

const isOfDatabase = (error: Error): boolean => 'severity' in error && 'routine' in error;
