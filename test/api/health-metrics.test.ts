// The port of a worker: health and metrics, and nothing else.

import { expect, onTestFinished, test } from 'vitest';
import { buildHealthApi } from '../../src/api/build-health-api.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { ReadinessRegistry } from '../../src/observe/readiness.ts';
import { askMetrics, scrape } from '../support/scrape.ts';

async function listen(token?: string): Promise<string> {
  const metrics = await createMetrics();
  const api = await buildHealthApi({
    version: '1',
    readiness: new ReadinessRegistry(),
    log: createLogger({ level: 'silent', forPeople: false }),
    metrics: { metrics, token, publicUrl: undefined },
  });
  onTestFinished(() => api.close());
  return api.listen({ host: '127.0.0.1', port: 0 });
}

test('this machine is answered', async () => {
  const url = await listen();
  expect((await scrape(url)).value('process_cpu_seconds_total')).toBeGreaterThan(0);
  expect((await askMetrics(url, { host: 'evil.example' })).status).toBe(401);
});

test('with a token, whoever has it', async () => {
  const url = await listen('a-token-of-thirty-two-characters!');
  const authorization = 'Bearer a-token-of-thirty-two-characters!';
  expect((await askMetrics(url, { host: 'worker:8001', authorization })).status).toBe(200);
  expect((await askMetrics(url)).status).toBe(401);
});
