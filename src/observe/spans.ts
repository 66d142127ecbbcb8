// The seam of tracing.ts on the API of OpenTelemetry.

import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { Tracing } from './tracing.ts';

export function spansOf(tracer: Tracer): Tracing {
  const propagator = new W3CTraceContextPropagator();
  return {
    openSpan(name, { kind = 'INTERNAL', attributes = {}, parent }) {
      const base = parent === undefined ? context.active() : propagator.extract(ROOT_CONTEXT, parent, reading);
      const span = tracer.startSpan(name, { kind: SpanKind[kind], attributes }, base);
      const inside = trace.setSpan(base, span);
      return {
        traceId: span.spanContext().traceId,
        set: (more) => void span.setAttributes(more),
        rename: (better) => void span.updateName(better),
        within: (run) => context.with(inside, run),
        end(failure) {
          if (failure !== undefined) {
            span.setAttribute('error.type', failure);
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          span.end();
        },
      };
    },
    addSteps(steps) {
      for (const { name, startedAt, ms } of steps) {
        tracer.startSpan(name, { startTime: startedAt }, context.active()).end(startedAt + Math.max(0, ms));
      }
    },
    current() {
      let traceparent: string | undefined;
      propagator.inject(context.active(), undefined, {
        set(_carrier, name, value) {
          if (name === 'traceparent') traceparent = value;
        },
      });
      return traceparent;
    },
  };
}

/** The carrier is the one text itself; a caller's `tracestate` is not believed, nor passed on. */
const reading = {
  keys: () => ['traceparent'],
  get: (carrier: string, name: string) => (name === 'traceparent' ? carrier : undefined),
};
