// Operations that packs declare beyond the generic ones, mounted as every route is.

import { z } from 'zod';
import { runPackOperation } from '../actions/run-pack-operation.ts';
import { type MountedOperation, pathNames } from '../pipeline/pack-operation.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { type Access, actorOf } from './authenticate.ts';

export function packOperationRoutes(app: App, context: ApiContext): void {
  for (const operation of context.services.operations) {
    mount(app, context, operation);
    if (operation.takesBody) mountWithBody(app, context, operation);
  }
}

const schemaOf = ({ id, packTitle, summary, description, output }: MountedOperation) => ({
  tags: [packTitle],
  operationId: id,
  summary,
  ...(description === undefined ? {} : { description }),
  response: { 200: output, ...problems(400, 404) },
});

function mount(app: App, { services }: ApiContext, operation: MountedOperation): void {
  const inPath = new Set(pathNames(operation.path));
  const shape = Object.entries(operation.input.shape);
  app.get(
    operation.path,
    {
      config: { access: operation.permission as Access },
      schema: {
        ...schemaOf(operation),
        params: z.object(Object.fromEntries(shape.filter(([name]) => inPath.has(name)))),
        querystring: z.object(Object.fromEntries(shape.filter(([name]) => !inPath.has(name)))),
      },
    },
    async (request) => {
      const input = { ...request.query, ...request.params };
      return runPackOperation(services, actorOf(request), { operation, input, now: new Date() });
    },
  );
}

/** Changes nothing either: a question that is no part of an address. */
function mountWithBody(app: App, { services }: ApiContext, operation: MountedOperation): void {
  app.post(
    `${operation.path}/query`,
    {
      config: { access: operation.permission as Access, asksByBody: true },
      schema: {
        ...schemaOf(operation),
        operationId: `${operation.id}ByBody`,
        summary: `${operation.summary} (the question as JSON)`,
        description: [operation.description, 'Changes nothing.'].filter(Boolean).join(' '),
        body: operation.input,
        response: { 200: operation.output, ...problems(400, 404, 415) },
      },
    },
    async (request) => {
      const input = request.body as Record<string, unknown>;
      return runPackOperation(services, actorOf(request), { operation, input, now: new Date() });
    },
  );
}
