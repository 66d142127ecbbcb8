// /mcp: the tools for programs over HTTP. Each request stands for itself; a tool calls this API with the credentials of the request.

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SheafError } from '../errors.ts';
import { addressOf, type SheafApi } from '../mcp/call-api.ts';
import { type ApiContext, type App, problems } from './api-context.ts';

const tags = ['Programs'];
/** Who asks, where, and from which page. */
const CREDENTIALS = [
  'authorization',
  'x-api-key',
  'cookie',
  'sheaf-workspace',
  'host',
  'origin',
  'sec-fetch-site',
  'user-agent',
];
const PROTOCOL = ['accept', 'content-type', 'mcp-protocol-version'];

const messageSchema = z
  .looseObject({ jsonrpc: z.literal('2.0') })
  .describe('One message of JSON-RPC, as the Model Context Protocol has it')
  .meta({ examples: [{ jsonrpc: '2.0', id: 1, method: 'tools/list' }] });

export function mcpRoutes(app: App, { version }: ApiContext): void {
  app.post(
    '/mcp',
    {
      config: { access: 'records.read' },
      schema: {
        tags,
        operationId: 'speakMcp',
        summary: 'Tools for programs (Model Context Protocol, streamable HTTP without sessions)',
        description:
          'Accept must name application/json and text/event-stream. Each tool needs the permissions of the operations that it uses.',
        body: messageSchema,
        response: {
          200: z.unknown().describe('The answer, as JSON-RPC'),
          202: z.undefined().describe('Taken; nothing is answered'),
          ...problems(400, 401, 403, 404, 415),
        },
      },
    },
    async (request, reply) => {
      const [{ createMcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
        import('../mcp/create-mcp-server.ts'),
        import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
      ]);
      const server = createMcpServer(apiOf(app, request), version);
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      try {
        await server.connect(transport);
        const given = new Request('http://sheaf.invalid/api/v1/mcp', {
          method: 'POST',
          headers: pick(request, PROTOCOL),
          body: JSON.stringify(request.body),
        });
        const answer = await transport.handleRequest(given, { parsedBody: request.body });
        const text = await answer.text();
        if (answer.status >= 400) throw new SheafError('request.invalid', reasonIn(text));
        if (text === '') return await reply.code(202).send();
        return await reply.code(200).type('application/json').send(text);
      } finally {
        await server.close();
      }
    },
  );

  // There is no stream from the server: clients ask, and go on without it.
  app.get(
    '/mcp',
    {
      config: { access: 'records.read' },
      schema: {
        tags,
        operationId: 'openMcpStream',
        summary: 'Not offered: answers come with the requests',
        response: problems(401, 403, 404, 405),
      },
    },
    async (_request, reply) => {
      reply.header('allow', 'POST');
      throw new SheafError('request.method');
    },
  );
}

function apiOf(app: App, request: FastifyRequest): SheafApi {
  const headers = pick(request, CREDENTIALS);
  return {
    has(operation) {
      const [method, path] = operation.split(' ') as ['GET' | 'POST', string];
      return app.hasRoute({ method, url: `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}` });
    },
    async call(call) {
      const answer = await app.inject({
        method: call.method,
        url: addressOf(call),
        headers: {
          ...headers,
          'x-request-id': request.id,
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        remoteAddress: request.socket.remoteAddress ?? '127.0.0.1',
        ...(call.body === undefined ? {} : { payload: JSON.stringify(call.body) }),
      });
      return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
    },
  };
}

const pick = ({ headers }: FastifyRequest, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name] as string]] : [])),
  );

/** In the words of the protocol's library, which repeat nothing of what was sent. */
function reasonIn(text: string): string | undefined {
  const parsed = z.object({ error: z.object({ message: z.string().max(300) }) }).safeParse(JSON.parse(text));
  return parsed.success ? parsed.data.error.message : undefined;
}
