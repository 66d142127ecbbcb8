// What measuring costs a request: two servers in one run, one of which measures, asked in turn.

import { Agent, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { startTestServer } from '../support/test-server.ts';

const ROUNDS = 30;
const REQUESTS = 100;

test('a request takes hardly longer where it is measured', async () => {
  const env = { RATE_LIMIT_PER_MINUTE: '0', RATE_LIMIT_PER_HOUR: '0' };
  const measuring = await startTestServer({ env });
  const plain = await startTestServer({ env: { ...env, METRICS_ENABLED: 'no' } });
  onTestFinished(async () => {
    await measuring.stop();
    await plain.stop();
  });
  const ratios: number[] = [];
  for (const path of ['/healthz', '/api/v1/documents']) {
    const times = { measuring: [] as number[], plain: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.measuring.push(await timeOf(measuring.url + path, measuring.token));
      times.plain.push(await timeOf(plain.url + path, plain.token));
    }
    ratios.push(fastest(times.measuring) / fastest(times.plain));
  }
  for (const ratio of ratios) expect(ratio).toBeLessThan(2);
});

/** The best third's mean: what is slower was slowed by something else. */
function fastest(times: number[]): number {
  const best = times.toSorted((a, b) => a - b).slice(0, ROUNDS / 3);
  return best.reduce((sum, time) => sum + time, 0) / best.length;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

async function timeOf(url: string, token: string): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < REQUESTS; i++) {
    await new Promise<void>((resolve, reject) => {
      const asked = request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
        response.resume().on('end', resolve);
      });
      asked.on('error', reject);
      asked.end();
    });
  }
  return performance.now() - started;
}
