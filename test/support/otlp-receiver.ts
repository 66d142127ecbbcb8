// A collector on loopback that speaks OTLP over HTTP in JSON, as the exporter sends it.

import { expect } from 'vitest';
import { type LoopbackServer, startLoopbackServer } from './loopback-server.ts';

export interface ReceivedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status?: { code?: number };
  attributes: Record<string, unknown>;
  resource: Record<string, unknown>;
}

export interface OtlpReceiver extends LoopbackServer {
  env: Record<string, string>;
  spans(): ReceivedSpan[];
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const server = await startLoopbackServer({ status: 200, body: '{"partialSuccess":{}}' });
  return Object.assign(server, {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${server.port}` },
    spans: () => server.received.flatMap(({ body }) => spansIn(body)),
  });
}

function spansIn(body: string): ReceivedSpan[] {
  const { resourceSpans } = JSON.parse(body);
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's own shape
  return resourceSpans.flatMap(({ resource, scopeSpans }: any) =>
    // biome-ignore lint/suspicious/noExplicitAny: the protocol's own shape
    scopeSpans.flatMap(({ spans }: any) =>
      spans.map((span: ReceivedSpan & { attributes: Attribute[] }) => ({
        ...span,
        attributes: plain(span.attributes),
        resource: plain(resource.attributes),
      })),
    ),
  );
}

const plain = (attributes: Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** `parent > child` names from the root down to the span. */
export function pathOf(span: ReceivedSpan, spans: readonly ReceivedSpan[]): string {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent ? `${pathOf(parent, spans)} > ${span.name}` : span.name;
}

/** Spans of the trace that holds one of this name, when it has come. */
export async function traceWith(receiver: OtlpReceiver, name: string): Promise<ReceivedSpan[]> {
  const find = () => receiver.spans().find((span) => span.name === name);
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  const { traceId } = find()!;
  return receiver.spans().filter((span) => span.traceId === traceId);
}
