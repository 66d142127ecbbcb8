// One HTTP request written byte for byte on a socket of its own: what clients of the platform would refuse to send, too.

import { connect } from 'node:net';

export interface RawRequest {
  method: string;
  /** As it stands in the request line. */
  target: string;
  /** In this order, duplicates included. */
  headers: readonly (readonly [string, string])[];
  body?: Uint8Array;
  /** Address of the loopback network to come from: the server tells callers apart by it. */
  from?: string;
}

export interface RawAnswer {
  status: number;
  /** Names in lower case; of several, all. */
  headers: Map<string, string[]>;
  body: Buffer;
}

/** An answer that takes longer than this hangs, on the slowest of machines. */
const HANGS_MS = 30_000;

/** Resolves with the answer, or with what ended the connection instead. */
export function sendRaw(
  url: string,
  { method, target, headers, body, from }: RawRequest,
): Promise<RawAnswer | 'closed' | 'hangs'> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), ...(from ? { localAddress: from } : {}) });
    const chunks: Buffer[] = [];
    const end = (result: RawAnswer | 'closed' | 'hangs'): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end('hangs'), HANGS_MS);
    const look = (closed: boolean): void => {
      const answer = parseAnswer(Buffer.concat(chunks), { method, closed });
      if (answer) end(answer);
      else if (closed) end('closed');
    };
    socket.on('connect', () => {
      const head = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''];
      socket.write(Buffer.from(head.join('\r\n'), 'latin1'));
      if (body?.length) socket.write(body);
    });
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      look(false);
    });
    socket.on('error', () => look(true));
    socket.on('close', () => look(true));
  });
}

/** undefined while it is not whole. */
function parseAnswer(bytes: Buffer, { method, closed }: { method: string; closed: boolean }): RawAnswer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [statusLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1] ?? 0);
  const rest = bytes.subarray(headEnd + 4);
  if (status >= 100 && status < 200) return parseAnswer(rest, { method, closed });
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  if (method === 'HEAD' || status === 204 || status === 304) return { status, headers, body: Buffer.alloc(0) };
  // A stream of events may go on for ever: its first one is its answer.
  if (headers.get('content-type')?.[0]?.startsWith('text/event-stream') && rest.includes('\n\n')) {
    return { status, headers, body: rest };
  }
  const length = headers.get('content-length')?.[0];
  if (length !== undefined) {
    return rest.length >= Number(length) || closed ? { status, headers, body: rest } : undefined;
  }
  if (headers.get('transfer-encoding')?.[0] === 'chunked') {
    const body = joinChunks(rest);
    return body && { status, headers, body };
  }
  return closed ? { status, headers, body: rest } : undefined;
}

/** undefined before the last chunk has come. */
function joinChunks(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (size === 0) return Buffer.concat(parts);
    at = lineEnd + 2 + size + 2;
    if (at > bytes.length) return undefined;
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
  }
}
