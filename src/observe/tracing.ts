// Spans, as the rest of the program makes them. Nothing happens, and nothing is loaded, until a process is told to trace
// (start-tracing.ts). Attributes are bounded names, numbers and ids: no text of documents, no names or addresses of people.

export type SpanAttributes = Record<string, string | number | boolean | undefined>;

export interface SpanOptions {
  kind?: 'INTERNAL' | 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER';
  attributes?: SpanAttributes;
  /** A `traceparent` that came from elsewhere: a header, the data of a job. Otherwise the span under way is the parent. */
  parent?: string | undefined;
}

/** What a span learns while it is under way. */
export interface LiveSpan {
  set(attributes: SpanAttributes): void;
  readonly traceId: string | undefined;
}

export interface OpenSpan extends LiveSpan {
  rename(name: string): void;
  /** What `run` does, and waits for, happens inside the span. */
  within<T>(run: () => T): T;
  /** `failure` is the kind of what went wrong: a code, or the name of an error class. */
  end(failure?: string): void;
}

/** A step that was timed elsewhere. */
export interface TimedStep {
  name: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  ms: number;
}

export interface Tracing {
  openSpan(name: string, options: SpanOptions): OpenSpan;
  addSteps(steps: readonly TimedStep[]): void;
  /** `traceparent` of the span under way. */
  current(): string | undefined;
}

let tracing: Tracing | undefined;

/** From now on, in this process. Returns what takes it away again. */
export function useTracing(given: Tracing): () => void {
  tracing = given;
  return () => {
    if (tracing === given) tracing = undefined;
  };
}

export const isTracing = (): boolean => tracing !== undefined;

/** Runs `work` inside a span; what it throws marks the span as failed, and goes on. */
export async function inSpan<T>(name: string, options: SpanOptions, work: (span: LiveSpan) => Promise<T>): Promise<T> {
  if (!tracing) return work(noSpan);
  const span = tracing.openSpan(name, options);
  try {
    const result = await span.within(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(kindOf(error));
    throw error;
  }
}

/** For what begins and ends in different places. */
export const openSpan = (name: string, options: SpanOptions): OpenSpan => tracing?.openSpan(name, options) ?? noSpan;

/** Spans of steps that are over, under the span under way. */
export const addSteps = (steps: readonly TimedStep[]): void => tracing?.addSteps(steps);

/** For whoever goes on with this trace: our own jobs and services, never a stranger's. */
export const currentTraceparent = (): string | undefined => tracing?.current();

/** For log lines: what finds the trace that a line belongs to. */
export const currentTraceId = (): string | undefined => currentTraceparent()?.split('-')[1];

/** Never the message: it may hold what a document says. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

const noSpan: OpenSpan = { traceId: undefined, set() {}, rename() {}, within: (run) => run(), end() {} };
