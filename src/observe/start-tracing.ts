// The SDK of OpenTelemetry, loaded when a collector is configured. Spans leave in batches; while the collector is slow or away
// they wait in a bounded queue, and what does not fit is dropped and counted: nothing here ever waits for the collector.

import { setTimeout as sleep } from 'node:timers/promises';
import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { spansOf } from './spans.ts';
import { useTracing } from './tracing.ts';

export interface TracingOptions {
  endpoint: URL;
  /** Secret. */
  headers: Record<string, string>;
  serviceName: string;
  /** Share of traces that are kept, 0 to 1. */
  share: number;
  version: string;
  environment: string;
  /** Which parts of Sheaf this process runs. */
  mode: string;
  /** Told at most once a minute. */
  onDropped: (spans: number) => void;
}

export interface RunningTracing {
  /** Spans so far: that arrived, and that were given up. */
  stats(): { exported: number; dropped: number };
  /** Sends what is left, for this long at most. */
  stop(timeoutMs: number): Promise<void>;
}

/** Spans that wait or are on their way; further ones are dropped. */
const MOST_PENDING = 4096;
const BATCH = 512;
const EVERY_MS = 1000;
const EXPORT_MS = 5000;
const TELL_EVERY_MS = 60_000;
const LIMITS = {
  attributeCountLimit: 32,
  attributeValueLengthLimit: 200,
  eventCountLimit: 0,
  linkCountLimit: 4,
};

export function startTracing(options: TracingOptions): RunningTracing {
  const counts = { exported: 0, dropped: 0, pending: 0 };
  const drop = dropper(counts, options.onDropped);
  const exporter = new OTLPTraceExporter({
    url: tracesAddress(options.endpoint),
    headers: options.headers,
    timeoutMillis: EXPORT_MS,
    concurrencyLimit: MOST_PENDING / BATCH,
  });
  const batches = new BatchSpanProcessor({
    exporter: countingExporter(exporter, counts, drop),
    maxQueueSize: MOST_PENDING,
    maxExportBatchSize: BATCH,
    scheduledDelayMillis: EVERY_MS,
    exportTimeoutMillis: EXPORT_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.serviceName,
      'service.version': options.version,
      'service.instance.id': crypto.randomUUID(),
      'deployment.environment.name': options.environment,
      'sheaf.mode': options.mode,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.share) }),
    spanLimits: LIMITS,
    spanProcessors: [boundedProcessor(batches, counts, drop)],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const release = useTracing(spansOf(provider.getTracer('sheaf', options.version)));
  return {
    stats: () => ({ exported: counts.exported, dropped: counts.dropped }),
    async stop(timeoutMs) {
      release();
      const deadline = performance.now() + timeoutMs;
      // Says that it is done when the first batch fails; the others are on their way still.
      provider.shutdown().catch(() => undefined);
      while (counts.pending > 0 && performance.now() < deadline) await sleep(10);
      if (counts.pending > 0) drop(counts.pending);
      counts.pending = 0;
      context.disable();
    },
  };
}

interface Counts {
  exported: number;
  dropped: number;
  pending: number;
}

/** As the specification puts it together: the signal's path after the one of the endpoint. */
function tracesAddress(endpoint: URL): string {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/traces`;
  return url.href;
}

function dropper(counts: Counts, onDropped: (spans: number) => void) {
  let tellAfter = 0;
  let untold = 0;
  return (spans: number): void => {
    counts.dropped += spans;
    untold += spans;
    const now = performance.now();
    if (now < tellAfter) return;
    tellAfter = now + TELL_EVERY_MS;
    onDropped(untold);
    untold = 0;
  };
}

/** Keeps what waits and what is on its way together under one bound. */
function boundedProcessor(batches: SpanProcessor, counts: Counts, drop: (spans: number) => void): SpanProcessor {
  return {
    onStart() {},
    onEnd(span) {
      if ((span.spanContext().traceFlags & 1) === 0) return;
      if (counts.pending >= MOST_PENDING) return drop(1);
      counts.pending++;
      batches.onEnd(span);
    },
    forceFlush: () => batches.forceFlush(),
    shutdown: () => batches.shutdown(),
  };
}

function countingExporter(exporter: SpanExporter, counts: Counts, drop: (spans: number) => void): SpanExporter {
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        // Given up meanwhile.
        if (counts.pending === 0) return done(result);
        counts.pending -= spans.length;
        if (result.code === ExportResultCode.SUCCESS) counts.exported += spans.length;
        else drop(spans.length);
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}
