// What a job carries so that it can be followed: the trace that it goes on with.

import { currentTraceparent, inSpan, isTracing } from '../observe/tracing.ts';

const attributesOf = (queue: string, type: 'send' | 'process') => ({
  'messaging.system': 'pg-boss',
  'messaging.operation.type': type,
  'messaging.destination.name': queue,
});

/** Gives the payloads the trace under way, as the last thing in their data. */
export async function inEnqueueSpan<P extends object>(
  queue: string,
  payloads: readonly P[],
  enqueue: (payloads: readonly P[]) => Promise<void>,
): Promise<void> {
  if (!isTracing()) return enqueue(payloads);
  const attributes = { ...attributesOf(queue, 'send'), 'messaging.batch.message_count': payloads.length };
  await inSpan(`send ${queue}`, { kind: 'PRODUCER', attributes }, () => {
    const traceparent = currentTraceparent();
    return enqueue(traceparent === undefined ? payloads : payloads.map((payload) => ({ ...payload, traceparent })));
  });
}

/** Goes on with the trace that the job was queued in; each try is a span of its own. */
export function inJobSpan(queue: string, data: unknown, run: () => Promise<void>): Promise<void> {
  const { traceparent } = (data ?? {}) as { traceparent?: unknown };
  const parent = typeof traceparent === 'string' ? traceparent : undefined;
  return inSpan(`process ${queue}`, { kind: 'CONSUMER', parent, attributes: attributesOf(queue, 'process') }, run);
}
