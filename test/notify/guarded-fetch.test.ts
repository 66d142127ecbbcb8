import http, { type IncomingMessage, type RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGuardedFetch, type GuardedFetchOptions } from '../../src/notify/guarded-fetch.ts';
import { parseOutgoingAllow } from '../../src/notify/outgoing-rules.ts';
import { createOutsideServices } from '../../src/outside/outside-services.ts';
import { testCertificate, trustTestCertificate } from '../support/test-certificate.ts';

function fetcher(allow = '', resolve?: GuardedFetchOptions['resolve']) {
  const allowance = parseOutgoingAllow(allow);
  if (typeof allowance === 'string') throw new Error(allowance);
  const service = createOutsideServices().add('outgoing', { circuits: 1000, namedByUsers: true });
  return createGuardedFetch({ allow: allowance, service, ...(resolve ? { resolve } : {}) });
}

/** A real server on loopback that keeps what it was asked. */
async function serve(answer: RequestListener, secure = false) {
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    answer(request, response);
  };
  const server = secure ? https.createServer(testCertificate, listener) : http.createServer(listener);
  let connections = 0;
  server.on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, requests, url: `http://127.0.0.1:${port}`, connections: () => connections };
}

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: { code: string; details: { reason: string } }) => `${error.code} ${error.details?.reason}`,
  );

describe('refuses before anything is connected', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://127。0。0。1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[2a00::5efe:7f00:1]/',
    'https://8.8.8.8:22/',
    'http://8.8.8.8:8080/',
  ])('%s', async (url) => {
    expect(await reasonOf(fetcher()(url))).toBe('outgoing.refused address');
  });

  test.each([
    ['ftp://example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['data:text/plain,x', 'scheme'],
    ['gopher://example.org:70/', 'scheme'],
    ['http://user:secret@example.org/', 'credentials'],
    ['http://user@example.org/', 'credentials'],
    ['nonsense', 'url'],
    ['http://[fe80::1%25eth0]/', 'url'],
    ['http:///', 'url'],
    [`http://example.org/${'x'.repeat(5000)}`, 'url'],
  ])('%s (%s)', async (url, reason) => {
    expect(await reasonOf(fetcher()(url))).toBe(`outgoing.refused ${reason}`);
  });

  test.each([
    ['one private address among public ones', ['8.8.8.8', '10.0.0.1']],
    ['an address in a zone', ['fe80::1%lo']],
    ['what is no address', ['localhost']],
    ['a mapped address', ['::ffff:127.0.0.1']],
  ])('a name with %s', async (_, addresses) => {
    expect(await reasonOf(fetcher('', async () => addresses)('http://example.org/'))).toBe('outgoing.refused address');
  });

  test('localhost by the system’s own resolver, with and without a dot', async () => {
    expect(await reasonOf(fetcher()('http://localhost/'))).toBe('outgoing.refused address');
    expect(await reasonOf(fetcher()('http://localhost./'))).toBe('outgoing.refused address');
  });

  test('and tells nothing of what a name resolved to', async () => {
    const error = await fetcher('', async () => ['10.9.8.7'])('http://example.org/').catch((thrown: Error) => thrown);
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('10.9.8.7');
  });
});

describe('a name that changes its answer (DNS rebinding)', () => {
  test('is asked once, and the connection goes to what was checked', async () => {
    const server = await serve((_request, response) => response.end('inside'));
    let asked = 0;
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const fetch = fetcher(`rebind.test:${server.port}`, async () => answers[asked++] ?? ['10.0.0.1']);
    const { body } = await fetch(`http://rebind.test:${server.port}/`);
    expect([asked, body.toString()]).toEqual([1, 'inside']);
    expect(server.requests[0]!.headers.host).toBe(`rebind.test:${server.port}`);
  });

  test('gains nothing by turning private on the redirect to itself', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '/again' }).end());
    let asked = 0;
    // The first address passes by the operator's range, the second does not.
    const fetch = fetcher(`127.0.0.1/32:${server.port}`, async () => [asked++ === 0 ? '127.0.0.1' : '127.0.0.2']);
    expect(await reasonOf(fetch(`http://rebind.test:${server.port}/`))).toBe('outgoing.refused address');
    expect(server.connections()).toBe(1);
  });
});

describe('redirects', () => {
  test('to a private address are refused', async () => {
    const inner = await serve((_request, response) => response.end('secret'));
    const outer = await serve((_request, response) => response.writeHead(302, { location: inner.url }).end());
    expect(await reasonOf(fetcher(`127.0.0.1:${outer.port}`)(outer.url))).toBe('outgoing.refused address');
    expect(inner.connections()).toBe(0);
  });

  test.each(['file:///etc/passwd', 'http://u:p@127.0.0.1/', '//[::1]/', 'http://2130706433/'])(
    'to %s are refused',
    async (location) => {
      const server = await serve((_request, response) => response.writeHead(307, { location }).end());
      expect(await reasonOf(fetcher(`127.0.0.1:${server.port}`)(server.url))).toMatch(/^outgoing\.refused/);
    },
  );

  test('are followed three times and no more', async () => {
    let left = 3;
    const server = await serve((_request, response) =>
      left-- > 0 ? response.writeHead(302, { location: `/${left}` }).end() : response.end('there'),
    );
    const fetch = fetcher(`127.0.0.1:${server.port}`);
    expect(await fetch(server.url)).toMatchObject({ status: 200, url: `${server.url}/0` });
    left = 4;
    expect(await reasonOf(fetch(server.url))).toBe('outgoing.failed redirects');
  });

  test('to another origin leave secrets behind, within the origin they keep them', async () => {
    const other = await serve((_request, response) => response.end());
    const server = await serve((request, response) =>
      response.writeHead(302, { location: request.url === '/' ? '/next' : other.url }).end(),
    );
    const headers = { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Api-Key': 'k', accept: 'application/json' };
    await fetcher(`127.0.0.1:${server.port},127.0.0.1:${other.port}`)(server.url, { headers });
    expect(server.requests[1]!.headers).toMatchObject({ authorization: 'Bearer x', cookie: 'a=b' });
    expect(other.requests[0]!.headers).toMatchObject({ accept: 'application/json' });
    for (const name of ['authorization', 'cookie', 'x-api-key'])
      expect(other.requests[0]!.headers[name]).toBeUndefined();
  });

  test('never turn https into http', async () => {
    trustTestCertificate();
    const plain = await serve((_request, response) => response.end());
    const server = await serve((_request, response) => response.writeHead(301, { location: plain.url }).end(), true);
    const fetch = fetcher(`localhost:${server.port},127.0.0.1:${plain.port}`, async () => ['127.0.0.1']);
    expect(await reasonOf(fetch(`https://localhost:${server.port}/`))).toBe('outgoing.refused downgrade');
    expect(plain.connections()).toBe(0);
  });

  test('a posted body becomes a GET on 303, and does not follow to another origin on 307', async () => {
    const other = await serve((_request, response) => response.end());
    const server = await serve((request, response) => {
      if (request.url === '/see') response.writeHead(303, { location: '/other' }).end();
      else if (request.url === '/away') response.writeHead(307, { location: other.url }).end();
      else response.end();
    });
    const fetch = fetcher(`127.0.0.1:${server.port},127.0.0.1:${other.port}`);
    await fetch(`${server.url}/see`, { method: 'POST', body: '{}' });
    expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(await reasonOf(fetch(`${server.url}/away`, { method: 'POST', body: '{}' }))).toBe(
      'outgoing.refused address',
    );
    expect(other.connections()).toBe(0);
  });
});

describe('answers', () => {
  test('keep name and certificate when the address is pinned', async () => {
    trustTestCertificate();
    const server = await serve(
      (request, response) => response.end(String((request.socket as TLSSocket).servername)),
      true,
    );
    const fetch = fetcher(`sheaf.test:${server.port}, evil.test:${server.port}`, async () => ['127.0.0.1']);
    expect((await fetch(`https://sheaf.test:${server.port}/`)).body.toString()).toBe('sheaf.test');
    expect(await reasonOf(fetch(`https://evil.test:${server.port}/`))).toBe('outgoing.failed tls');
  });

  test.each([true, false])('that are too large are cut off (length told: %s)', async (told) => {
    const server = await serve((_request, response) => {
      if (told) response.setHeader('content-length', '50000');
      response.end('x'.repeat(50_000));
    });
    const fetch = fetcher(`127.0.0.1:${server.port}`);
    expect(await reasonOf(fetch(server.url, { maxBytes: 10_000 }))).toBe('outgoing.failed size');
    expect((await fetch(server.url)).body.length).toBe(50_000);
  });

  test('that are compressed are not unpacked', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('0'.repeat(5_000_000))),
    );
    expect(await reasonOf(fetcher(`127.0.0.1:${server.port}`)(server.url))).toBe('outgoing.failed encoding');
    expect(server.requests[0]!.headers['accept-encoding']).toBe('identity');
  });

  test('that trickle for ever end with the time', async () => {
    const server = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const fetch = fetcher(`127.0.0.1:${server.port}`);
    expect(await reasonOf(fetch(server.url, { timeoutMs: 300 }))).toBe('outgoing.failed timeout');
  });

  test('names that are never answered end with the time too', async () => {
    const fetch = fetcher('', () => new Promise(() => {}));
    expect(await reasonOf(fetch('http://example.org/', { timeoutMs: 100 }))).toBe('outgoing.failed timeout');
    expect(await reasonOf(fetcher('', async () => [])('http://example.org/'))).toBe('outgoing.failed name');
  });

  test('of any status are answers; a caller’s Host is not passed on', async () => {
    const server = await serve((_request, response) => response.writeHead(500).end('no'));
    const fetch = fetcher(`127.0.0.1:${server.port}`);
    expect(await fetch(server.url, { headers: { Host: 'internal' } })).toMatchObject({ status: 500 });
    expect(server.requests[0]!.headers.host).toBe(`127.0.0.1:${server.port}`);
    expect(await reasonOf(fetch(server.url, { headers: { 'x-a': 'b\r\nx-c: d' } }))).toBe('outgoing.failed protocol');
  });
});
