// Stands before a real object store and fails as such do: on demand, in the middle, for as long as it is told.

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Fault {
  /** Which requests; all by default. */
  when?: (request: IncomingMessage) => boolean;
  /** How many of them; for ever by default. */
  times?: number;
  /** What becomes of them. */
  how:
    | { answer: number; body?: string; location?: string }
    /** The connection is cut when the server has so many bytes of the body, or before it answers. */
    | { cutRequestAfter: number }
    /** The answer begins, and is cut after so many bytes. */
    | { cutAnswerAfter: number }
    /** The server does it, and the caller never hears of it. */
    | 'lose-answer'
    | 'silence'
    /** A bit of the body is turned on the way there, or back. */
    | 'alter-request'
    | 'alter-answer'
    /** The answer says that it is shorter than it is. */
    | 'short-length';
}

export interface FailingProxy {
  url: string;
  /** `POST /bucket/key?uploads`, in order. */
  seen: string[];
  fail(fault: Fault): void;
  heal(): void;
}

/** Knows what s3rver does not tell: uploads in parts that were begun and neither completed nor aborted. */
function watchUploads() {
  const open = new Map<string, { key: string; since: Date }>();
  return {
    /** A POST that succeeded begins one or completes one. */
    note(url: URL, body: string): void {
      const key = url.pathname.split('/').slice(2).join('/');
      const id = url.searchParams.has('uploads') ? /<UploadId>([^<]+)/.exec(body)?.[1] : undefined;
      if (id) open.set(id, { key, since: new Date() });
      else open.delete(url.searchParams.get('uploadId') ?? '');
    },
    end: (id: string) => void open.delete(id),
    /** One on each page, so that the pages are walked. */
    list(url: URL): string {
      const prefix = url.searchParams.get('prefix') ?? '';
      const marker = url.searchParams.get('upload-id-marker');
      const all = [...open].filter(([, { key }]) => key.startsWith(prefix));
      const at = marker === null ? 0 : all.findIndex(([id]) => id === marker) + 1;
      const [id, upload] = all[at] ?? [];
      const shown = upload
        ? `<Upload><Key>${upload.key}</Key><UploadId>${id}</UploadId><Initiated>${upload.since.toISOString()}</Initiated></Upload>`
        : '';
      const more = at + 1 < all.length;
      const next = more
        ? `<NextKeyMarker>${upload!.key}</NextKeyMarker><NextUploadIdMarker>${id}</NextUploadIdMarker>`
        : '';
      return `<?xml version="1.0"?><ListMultipartUploadsResult>${next}<IsTruncated>${more}</IsTruncated>${shown}</ListMultipartUploadsResult>`;
    },
    has: (id: string) => open.has(id),
    count: () => open.size,
  };
}

export async function startFailingProxy(target: string): Promise<FailingProxy & { openUploads(): number }> {
  const { hostname, port } = new URL(target);
  const seen: string[] = [];
  const uploads = watchUploads();
  let faults: (Fault & { left: number })[] = [];

  function takeFault(incoming: IncomingMessage): Fault['how'] | undefined {
    const fault = faults.find(({ left, when }) => left > 0 && (when?.(incoming) ?? true));
    if (fault) fault.left--;
    return fault?.how;
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url!, target);
    seen.push(`${incoming.method} ${incoming.url}`);
    const how = takeFault(incoming);
    if (how === 'silence') return;
    if (typeof how === 'object' && 'answer' in how) {
      incoming.resume();
      const { answer, body = '', location } = how;
      outgoing.writeHead(answer, { 'content-type': 'application/xml', ...(location ? { location } : {}) }).end(body);
      return;
    }
    if (incoming.method === 'GET' && url.searchParams.has('uploads')) {
      outgoing.writeHead(200, { 'content-type': 'application/xml' }).end(uploads.list(url));
      return;
    }
    const body = await bodyOf(incoming, how);
    if (!body) return;
    // s3rver answers 500 to who completes twice, and 405 to who aborts; S3 itself does as here.
    const id = incoming.method === 'PUT' ? null : url.searchParams.get('uploadId');
    if (id !== null && !uploads.has(id)) {
      outgoing.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchUpload</Code></Error>');
      return;
    }
    if (id !== null && incoming.method === 'DELETE') {
      uploads.end(id);
      outgoing.writeHead(204).end();
      return;
    }
    const answer = await ask(incoming, { hostname, port, body });
    if (incoming.method === 'POST' && answer.status === 200) uploads.note(url, String(answer.body));
    send(answer, outgoing, how);
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    fail: (fault) => void faults.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    heal() {
      faults = [];
    },
    openUploads: uploads.count,
  };
}

/** undefined when the connection was cut before all of it was there. */
async function bodyOf(incoming: IncomingMessage, how: Fault['how'] | undefined): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  const limit = typeof how === 'object' && 'cutRequestAfter' in how ? how.cutRequestAfter : Number.POSITIVE_INFINITY;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= limit) break;
  }
  if (limit < Number.POSITIVE_INFINITY) {
    incoming.socket.destroy();
    return undefined;
  }
  const body = Buffer.concat(chunks);
  if (how === 'alter-request' && body.length > 0) body[body.length >> 1]! ^= 1;
  return body;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function ask(incoming: IncomingMessage, to: { hostname: string; port: string; body: Buffer }): Promise<Answer> {
  const { hostname, port, body } = to;
  const { method, url: path } = incoming;
  const headers = { ...incoming.headers, ...(body.length > 0 ? { 'content-length': body.length } : {}) };
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, method, path, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
      resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) });
    });
    asking.once('error', reject).end(body);
  });
}

function send({ status, headers, body }: Answer, outgoing: ServerResponse, how: Fault['how'] | undefined): void {
  if (how === 'lose-answer') {
    outgoing.destroy();
    return;
  }
  if (how === 'alter-answer' && body.length > 0) body[body.length >> 1]! ^= 1;
  if (how === 'short-length') {
    const short = body.subarray(0, body.length >> 1);
    outgoing.writeHead(status, { ...headers, 'content-length': short.length }).end(short);
    return;
  }
  outgoing.writeHead(status, headers);
  if (typeof how === 'object' && 'cutAnswerAfter' in how) {
    outgoing.write(body.subarray(0, how.cutAnswerAfter), () => outgoing.destroy());
    return;
  }
  outgoing.end(body);
}
