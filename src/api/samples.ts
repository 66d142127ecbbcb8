// /samples: documents to look at without having any.

import { z } from 'zod';
import { uploadSamples } from '../actions/make-samples.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { showUpload } from './documents.ts';
import { uploadedDocumentSchema } from './representations.ts';

export function sampleRoutes(app: App, { services, makeSamples }: ApiContext): void {
  app.post(
    '/samples',
    {
      config: { access: 'documents.upload' },
      schema: {
        tags: ['Documents'],
        operationId: 'uploadSamples',
        summary: 'Make sample documents and read them',
        response: { 202: z.object({ documents: z.array(uploadedDocumentSchema) }), ...problems(503) },
      },
    },
    async (request, reply) => {
      const result = await uploadSamples({ ...services, makeSamples }, actorOf(request), request.id);
      return reply.code(202).send(showUpload(result));
    },
  );
}
