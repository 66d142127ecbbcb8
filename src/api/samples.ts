// /samples: documents to look at without having any.

import { uploadSamples } from '../actions/make-samples.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { showUpload, uploadedSchema } from './documents.ts';
import { scopedKey } from './idempotent-routes.ts';

export function sampleRoutes(app: App, { services, makeSamples, ensureRoom }: ApiContext): void {
  app.post(
    '/samples',
    {
      config: { access: 'documents.upload', idempotent: 'by-action' },
      schema: {
        tags: ['Documents'],
        operationId: 'uploadSamples',
        summary: 'Make sample documents and read them',
        response: { 202: uploadedSchema, ...problems(402, 429, 503) },
      },
    },
    async (request, reply) => {
      await ensureRoom();
      const actor = actorOf(request);
      const result = await uploadSamples({ ...services, makeSamples }, actor, {
        idempotencyKey: scopedKey(request, actor.userId),
        requestId: request.id,
      });
      if (result.replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(202).send(showUpload(result));
    },
  );
}
