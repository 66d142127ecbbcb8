// A server on loopback that keeps what it is sent and answers as the test says.

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface LoopbackAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface LoopbackServer {
  port: number;
  received: Received[];
  /** From now on; 'hang' never answers. */
  answer: LoopbackAnswer | 'hang';
  close(): Promise<void>;
}

export async function startLoopbackServer(answer: LoopbackServer['answer'] = { status: 200 }): Promise<LoopbackServer> {
  const received: Received[] = [];
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
      if (server.answer === 'hang') return;
      const { status, headers = {}, body = '{}' } = server.answer;
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: LoopbackServer = {
    port: (http.address() as AddressInfo).port,
    received,
    answer,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}
