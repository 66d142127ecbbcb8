// /types: the document types that are read, and their fields.

import { z } from 'zod';
import type { FieldSpec } from '../pipeline/pack.ts';
import type { ApiContext, App } from './api-context.ts';

const fieldSchema = z
  .object({ path: z.string(), kind: z.string(), title: z.string(), description: z.string().optional() })
  .meta({ id: 'Field' });

const typeSchema = z
  .object({ id: z.string(), title: z.string(), fields: z.array(fieldSchema), lineFields: z.array(fieldSchema) })
  .meta({ id: 'DocumentType' });

export function typeRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/types',
    {
      config: { access: 'types.read' },
      schema: {
        tags: ['Types'],
        operationId: 'listTypes',
        summary: 'Document types and their fields',
        response: { 200: z.object({ items: z.array(typeSchema) }) },
      },
    },
    async () => ({
      items: services.types.map(({ id, title, fields, lineFields }) => ({
        id,
        title,
        fields: fields.map(showField),
        lineFields: lineFields.map(showField),
      })),
    }),
  );
}

function showField({ path, kind, title, description }: FieldSpec): z.output<typeof fieldSchema> {
  return { path, kind, title, ...(description ? { description } : {}) };
}
