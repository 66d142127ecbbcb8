// The OpenAPI 3.1 document, made from the schemas that the routes validate with, and its browsable form.

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from './api-context.ts';
import { answerHeaders, describeHeaders, describeOperation, securitySchemes } from './describe-operation.ts';

const uploadBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
          type: { type: 'string', description: 'Type to prefer when the classifier is unsure' },
          password: { type: 'string', format: 'password', description: 'Opens encrypted files; stored sealed' },
        },
      },
    },
  },
};

/** The viewer's own scripts and styles only; it sets styles on elements, which needs the inline exception. */
const viewerPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** In the order in which the viewer shows them. */
const tags = [
  ...[
    'Sign-in',
    'Account',
    'API keys',
    'Workspaces',
    'Documents',
    'Files',
    'Runs',
    'Records',
    'Matches',
    'Types',
    'Trash',
  ],
  ...['Retention', 'Export', 'Audit', 'Usage', 'Administration', 'System', 'Health'],
];

export async function describeApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sheaf', description: 'Documents in, records with evidence out.', version },
      tags: tags.map((name) => ({ name })),
      components: { securitySchemes, headers: answerHeaders as never },
    },
    transform: describeOperation,
    transformObject: (input) => completeDocument(jsonSchemaTransformObject(input)),
  });
}

type Operation = { requestBody?: object; responses?: Record<string, object> };

function completeDocument<T extends object>(document: T): T {
  const { paths = {} } = document as { paths?: Record<string, Record<string, Operation>> };
  // The body of an upload is read as a stream, past the validator, so that its schema has to be put in here.
  const upload = paths['/api/v1/documents']?.post;
  if (upload) upload.requestBody = uploadBody;
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) describeHeaders(operation);
  return document;
}

export async function serveApiDocs(app: App): Promise<void> {
  app.get('/api/v1/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply.send(app.swagger()),
  );
  await app.register(swaggerUi, { routePrefix: '/api/v1/docs', uiConfig: { docExpansion: 'list', deepLinking: true } });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/v1/docs')) reply.header('content-security-policy', viewerPolicy);
  });
}
