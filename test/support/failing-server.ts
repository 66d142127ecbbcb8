// A server on loopback that fails in every way that a path names, and counts what it saw.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { testCertificate } from './test-certificate.ts';

export interface FailingServer {
  url: string;
  /** Requests, or connections where it does not come to a request. */
  tries: () => number;
  /** Connections that are open. */
  open: () => number;
  /** Most requests that were under way at once. */
  most: () => number;
  /** From now on it answers 200. */
  recover: () => void;
}

type Failure = (response: ServerResponse, request: IncomingMessage) => void;

const dripEvery =
  (ms: number): Failure =>
  (response) => {
    response.writeHead(200, { 'content-length': '1000' });
    const timer = setInterval(() => response.write('.'), ms);
    response.on('close', () => clearInterval(timer));
  };

const answer =
  (status: number, headers: Record<string, string> = {}): Failure =>
  (response) =>
    void response.writeHead(status, headers).end('no');

/** Ways to fail once a request is there. */
const failures = {
  'never answers': () => {},
  'resets mid-body': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('half');
    setTimeout(() => response.socket?.resetAndDestroy(), 20);
  },
  'drips a byte a second': dripEvery(1000),
  'answers 500': answer(500),
  'answers 503 with Retry-After': answer(503, { 'retry-after': '0' }),
  'answers 503 with a Retry-After of a day': answer(503, { 'retry-after': '86400' }),
  'answers 429': answer(429),
  'promises more than it sends': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('short');
    setTimeout(() => response.socket?.end(), 20);
  },
  'sends more than it promised': (response) => {
    response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nfar more than two bytes');
  },
  'sends garbage': (response) => void response.socket?.end('\x00\xff not HTTP at all\r\n\r\n'),
  'redirects for ever': (response, request) => void response.writeHead(302, { location: `${request.url}x` }).end(),
} satisfies Record<string, Failure>;

export type FailureName = keyof typeof failures;

export async function serveFailure(how: FailureName | 'works slowly', secure = false): Promise<FailingServer> {
  let tries = 0;
  let under = 0;
  let most = 0;
  let works = false;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    tries++;
    most = Math.max(most, ++under);
    response.on('close', () => under--);
    if (works) response.end('fine');
    else if (how === 'works slowly') setTimeout(() => response.end('fine'), 30);
    else failures[how](response, request);
  };
  const server = secure ? https.createServer(testCertificate, listener) : createServer(listener);
  const { port, open } = await listen(server);
  return {
    url: `http${secure ? 's' : ''}://127.0.0.1:${port}/`,
    tries: () => tries,
    open,
    most: () => most,
    recover: () => {
      works = true;
    },
  };
}

/** Accepts connections and does with them what the test says; never speaks HTTP. */
export async function serveConnections(take: (socket: Socket) => void): Promise<FailingServer> {
  let tries = 0;
  const server = createTcpServer((socket) => {
    tries++;
    socket.on('error', () => {});
    take(socket);
  });
  const { port, open } = await listen(server);
  return { url: `http://127.0.0.1:${port}/`, tries: () => tries, open, most: () => 0, recover: () => {} };
}

/** An address at which nothing listens any more. */
export async function refusingAddress(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

async function listen(server: Server): Promise<{ port: number; open: () => number }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, open: () => sockets.size };
}
