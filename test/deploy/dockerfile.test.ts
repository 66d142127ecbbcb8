// The Dockerfile keeps every rule, and each rule is broken by a Dockerfile that breaks it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dockerfileRules, findDockerfileFaults } from '../../scripts/delivery/dockerfile-rules.ts';
import { configOf } from '../../scripts/image/image-config.ts';
import { readDockerfile } from '../../scripts/image/read-dockerfile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ours = readFileSync(path.join(root, 'deploy/Dockerfile'), 'utf8');

test('the Dockerfile keeps every rule', () => {
  expect(findDockerfileFaults(ours)).toEqual([]);
});

const BASE = /^FROM (\S+)/m.exec(ours)![1]!;
const replace = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace: ${from}`);
  return changed;
};
const add = (line: string) => (text: string) => `${text}\n${line}\n`;

const spoilers: Record<string, (text: string) => string> = {
  'pinned-base': replace(/@sha256:[0-9a-f]+ AS server/, ' AS server'),
  'no-latest': (text) => text.replaceAll(BASE, 'debian:latest'),
  'one-base': replace(`${BASE} AS server`, 'debian:bookworm-20260918-slim AS server'),
  'multi-stage': (text) => text.slice(0, text.indexOf('# ---- The image')),
  'named-stages': replace(' AS packages', ''),
  'update-with-install': replace('RUN apt-get update \\\n && DEBIAN', 'RUN apt-get update\nRUN DEBIAN'),
  'no-recommends': replace('--no-install-recommends ', ''),
  'install-without-questions': replace('install --yes ', 'install '),
  'lists-cleaned': replace(/ \\\n && rm -rf \/var\/lib\/apt\/lists\/\*\nWORKDIR/, '\nWORKDIR'),
  'apt-get': add('RUN apt install vim'),
  'no-sudo': add('RUN sudo true'),
  'no-pipe-to-shell': add('RUN curl -fsSL https://example.com/install | bash'),
  'no-download': add('RUN wget https://example.com/x'),
  'no-cd': add('RUN cd /tmp && true'),
  'lock-file-only': replace('npm ci', 'npm install'),
  'no-dev-packages': replace(' --omit=dev', ''),
  'no-add': add('ADD https://example.com/x /x'),
  'copy-owned': replace('COPY --chown=root:root src', 'COPY src'),
  'copy-named': add('COPY --chown=root:root . .'),
  'absolute-workdir': add('WORKDIR here'),
  'exec-form': replace('CMD ["serve"]', 'CMD serve'),
  'one-command': add('CMD ["read"]'),
  'starts-something': (text) => text.replace(/^ENTRYPOINT.*$/m, '').replace(/^CMD \["serve.*$/m, ''),
  init: replace('"/usr/bin/tini", "--", ', ''),
  'user-last': add('USER 0:0'),
  'user-by-number': replace('USER 10001:10001', 'USER sheaf'),
  healthcheck: (text) => text.replace(/^HEALTHCHECK[\s\S]*?\n {2}CMD.*$/m, ''),
  'stop-signal': replace(/^STOPSIGNAL.*$/m, ''),
  ports: replace('EXPOSE 8000', 'EXPOSE 80'),
  labels: replace('org.opencontainers.image.licenses', 'licence'),
  'no-secrets': add('ENV AUTH_SECRET=x'),
};

test.each(dockerfileRules.map(({ id }) => id))('%s is found where it is broken', (id) => {
  const rule = dockerfileRules.find((each) => each.id === id)!;
  expect(rule.broken(readDockerfile(ours))).toEqual([]);
  expect(rule.broken(readDockerfile(spoilers[id]!(ours))).length).toBeGreaterThan(0);
});

test('steps are read with their flags, without comments and line breaks', () => {
  const [stage] = readDockerfile(
    'FROM a:1 AS x\nRUN --mount=type=cache,target=/c one \\\n # why\n && two\nCOPY --from=y --chown=1:1 a b c/\nENV A=1 \\\n    B="2 3"\n',
  );
  expect(stage).toMatchObject({ name: 'x', from: 'a:1' });
  expect(stage!.steps).toMatchObject([
    { keyword: 'RUN', text: 'one && two', flags: { mount: 'type=cache,target=/c' }, line: 2 },
    { keyword: 'COPY', text: 'a b c/', flags: { from: 'y', chown: '1:1' } },
    { keyword: 'ENV', properties: { A: '1', B: '2 3' } },
  ]);
});

test('the health check asks the port of its mode, and fails when it is not ready or nobody answers', async () => {
  const [, ...args] = configOf(readDockerfile(ours).at(-1)!.steps).health!.map((word) => word.replace(/^\/app/, root));
  let ready = true;
  const server = createServer((request, answer) =>
    answer
      .writeHead(request.url !== '/readyz' ? 404 : ready ? 200 : 503)
      .end(JSON.stringify({ status: ready ? 'ready' : 'not ready', components: {} })),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = String((server.address() as AddressInfo).port);
  const check = async (env: Record<string, string>): Promise<unknown> =>
    (await once(spawn(process.execPath, args, { env }), 'exit'))[0];
  expect(await check({ PORT: port, WORKER_PORT: '1' })).toBe(0);
  expect(await check({ MODE: 'api', PORT: port, WORKER_PORT: '1' })).toBe(0);
  expect(await check({ MODE: 'worker', PORT: '1', WORKER_PORT: port })).toBe(0);
  ready = false;
  expect(await check({ PORT: port })).toBe(1);
  server.close();
  await once(server, 'close');
  expect(await check({ PORT: port })).toBe(1);
});
