// /batches: what came in together (one upload, one mail), with one progress for all of it.

import { z } from 'zod';
import { type BatchView, getBatch } from '../actions/batches.ts';
import { documentStates } from '../store/schema.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, watchAccess } from './authenticate.ts';
import { streamEvents } from './event-stream.ts';

const tags = ['Documents'];
const byId = z.object({ id: z.uuid() });

const batchSchema = z
  .object({
    id: z.uuid(),
    documents: z
      .number()
      .int()
      .describe('All of them; those that come out of mails and archives join as they are found'),
    held: z.number().int().describe('Of them, those that came out of others'),
    states: z.partialRecord(z.enum(documentStates), z.number().int()).describe('State → documents in it'),
    finished: z.boolean().describe('Nothing of it waits or is being read'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Batch' });

type Batch = z.output<typeof batchSchema>;

export function batchRoutes(app: App, { services }: ApiContext): void {
  const stopping = new AbortController();
  app.addHook('preClose', async () => stopping.abort());

  app.get(
    '/batches/:id',
    {
      config: { access: 'documents.read' },
      schema: {
        tags,
        operationId: 'getBatch',
        summary: 'How far the documents are that came in together',
        description: 'Its documents: `GET /documents?batch=`. What lies in the trash is not counted.',
        params: byId,
        response: { 200: batchSchema, ...problems(404) },
      },
    },
    async (request) => showBatch(await getBatch(services, actorOf(request), request.params.id)),
  );

  app.get(
    '/batches/:id/events',
    {
      config: { access: 'documents.read', counted: false },
      schema: {
        tags,
        operationId: 'watchBatch',
        summary: 'Progress of a batch as server-sent events',
        description:
          'Events `progress` (the batch, whenever it changed; looked at once a second) and `finished` when nothing of it waits. Then the stream ends.',
        params: byId,
        headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).catch(0).optional() }),
        response: problems(404),
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const load = async () => showBatch(await getBatch(services, actor, request.params.id));
      // Answers 404 as a problem, before the stream begins.
      await load();
      const afterSeq = request.headers['last-event-id'] ?? 0;
      await streamEvents<Batch>(reply, {
        afterSeq,
        load,
        progressOf: numberChanges(afterSeq),
        isOver: ({ finished }) => finished,
        isAllowed: watchAccess(services, request),
        stopping: stopping.signal,
      });
      return reply;
    },
  );
}

/** A batch that looks as it did is no news. */
function numberChanges(afterSeq: number): (batch: Batch) => { seq: number; data: Batch }[] {
  let seq = afterSeq;
  let seen = '';
  return (batch) => {
    const looks = JSON.stringify(batch);
    if (looks !== seen) seq++;
    seen = looks;
    return [{ seq, data: batch }];
  };
}

function showBatch({ id, created_at, states, held }: BatchView): Batch {
  const documents = Object.values(states).reduce((sum, count) => sum + count, 0);
  const waiting = (states.uploaded ?? 0) + (states.processing ?? 0);
  return { id, documents, held, states, finished: documents > 0 && waiting === 0, createdAt: created_at.toISOString() };
}
