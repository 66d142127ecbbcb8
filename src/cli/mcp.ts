// `sheaf mcp`: the tools for programs over standard input and output, as a client of a Sheaf server.

import { z } from 'zod';
import { packageVersion } from '../config/package-version.ts';
import { type ApiAnswer, type ApiCall, addressOf, type SheafApi } from '../mcp/call-api.ts';
import { type CliIo, type Command, type ExitCode, UsageError } from './command.ts';
import { parseOptions } from './parse-options.ts';

const CALL_MS = 120_000;
const MOST_BYTES = 20_000_000;

export const mcpCommand: Command = {
  usage: '',
  description:
    'Speaks the Model Context Protocol on standard input and output, for programs that start it. It asks the server at SHEAF_URL ' +
    '(http://127.0.0.1:8000 when unset) with the API key in SHEAF_API_KEY, and may do what that key may (docs/mcp.md). ' +
    'Exit code 1 when the server does not answer or refuses the key.',
  options: {},
  run: runMcp,
};

async function runMcp(args: readonly string[], io: CliIo): Promise<ExitCode> {
  if (parseOptions(args, {}).positionals.length > 0) throw new UsageError('takes no argument');
  const base = io.env.SHEAF_URL?.trim() || 'http://127.0.0.1:8000';
  const key = io.env.SHEAF_API_KEY?.trim();
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol)) {
    io.stderr.write('sheaf mcp: SHEAF_URL must be an address such as https://sheaf.example.com\n');
    return 1;
  }
  if (!key) {
    io.stderr.write(
      'sheaf mcp: SHEAF_API_KEY is not set: make a key in Sheaf and give it to the program that starts this\n',
    );
    return 1;
  }
  const api = await openApi(new URL(base).origin, key);
  if (typeof api === 'string') {
    io.stderr.write(`sheaf mcp: ${api}\n`);
    return 1;
  }
  const [{ createMcpServer }, { StdioServerTransport }] = await Promise.all([
    import('../mcp/create-mcp-server.ts'),
    import('@modelcontextprotocol/sdk/server/stdio.js'),
  ]);
  const server = createMcpServer(api, packageVersion());
  const over = new Promise<void>((resolve) => {
    io.stdin.once('end', resolve);
    io.stdin.once('close', resolve);
    io.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.connect(new StdioServerTransport(io.stdin as never, io.stdout as never));
  await over;
  await server.close();
  return 0;
}

const descriptionSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** A text says why it cannot be used. */
async function openApi(origin: string, key: string): Promise<SheafApi | string> {
  const call = (given: ApiCall): Promise<ApiAnswer> => callServer(origin, key, given);
  try {
    const described = descriptionSchema.safeParse((await call({ method: 'GET', path: '/openapi.json' })).body);
    if (!described.success) return `${origin} does not answer as a Sheaf server`;
    const { status } = await call({ method: 'GET', path: '/records', query: { limit: 1 } });
    if (status === 401) return `${origin} does not take SHEAF_API_KEY`;
    if (status === 403) return 'SHEAF_API_KEY may not read records: make one with the scope records.read';
    const operations = new Set(
      Object.entries(described.data.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`),
      ),
    );
    return { call, has: (operation) => operations.has(operation) };
  } catch {
    return `${origin} cannot be reached`;
  }
}

async function callServer(origin: string, key: string, call: ApiCall): Promise<ApiAnswer> {
  const { method, body } = call;
  const response = await fetch(origin + addressOf(call), {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(CALL_MS),
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
