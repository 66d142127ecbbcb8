import { describe, expect, test } from 'vitest';
import { metricList } from '../../src/observe/metric-list.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { parseExposition } from '../support/parse-exposition.ts';

const scrape = async (metrics: Awaited<ReturnType<typeof createMetrics>>) => parseExposition(await metrics.scrape());

test('a value that is not on the list of its label becomes "other", however many there are', async () => {
  const metrics = await createMetrics();
  metrics.allow('route', ['/a/:id']);
  for (let i = 0; i < 500; i++) {
    const labels = { method: `M${i}`, route: `/a/${i}`, status: '2xx' };
    metrics.add('sheaf_http_requests_total', labels);
    metrics.observe('sheaf_http_request_duration_seconds', labels, 0.02);
  }
  metrics.add('sheaf_http_requests_total', { method: 'GET', route: '/a/:id', status: '2xx' });
  const families = await scrape(metrics);
  expect(families.get('sheaf_http_requests_total')!.samples.map(({ labels, value }) => [labels, value])).toEqual([
    [{ method: 'other', route: 'other', status: '2xx' }, 500],
    [{ method: 'GET', route: '/a/:id', status: '2xx' }, 1],
  ]);
});

test('counters of few values begin with 0; gauges that nobody set are not shown, and can be forgotten', async () => {
  const metrics = await createMetrics();
  metrics.allow('queue', ['read-document']);
  metrics.begin();
  metrics.set('sheaf_mails', { state: 'queued' }, 3);
  metrics.set('sheaf_database_up', {}, 1);
  let families = await scrape(metrics);
  const dead = families.get('sheaf_job_tries_total')!.samples.find(({ labels }) => labels.outcome === 'dead');
  expect(dead).toMatchObject({ labels: { queue: 'read-document' }, value: 0 });
  expect(families.get('sheaf_backup_last_bytes')!.samples).toEqual([]);
  expect(families.get('sheaf_mails')!.samples).toHaveLength(1);
  metrics.forget('sheaf_mails');
  metrics.forget('sheaf_database_up');
  families = await scrape(metrics);
  expect([families.get('sheaf_mails')!.samples, families.get('sheaf_database_up')!.samples]).toEqual([[], []]);
});

test('a collector that fails or hangs costs its own values and a bounded time', async () => {
  const metrics = await createMetrics();
  metrics.onScrape(() => {
    throw new Error('broken');
  });
  metrics.onScrape(() => Promise.reject(new Error('broken')));
  metrics.onScrape(() => new Promise(() => {}));
  metrics.onScrape(() => metrics.set('sheaf_reading_waiting', {}, 4));
  expect((await scrape(metrics)).get('sheaf_reading_waiting')!.samples[0]!.value).toBe(4);
});

describe.each(Object.entries(metricList))('%s', (name, spec) => {
  test('is named as Prometheus has it', () => {
    expect(name).toMatch(/^sheaf_[a-z]+(_[a-z0-9]+)*$/);
    expect(name.endsWith('_total')).toBe(spec.kind === 'counter');
    if (spec.kind === 'histogram') {
      expect(name).toMatch(/_seconds$/);
      expect([...spec.buckets].sort((a, b) => a - b)).toEqual(spec.buckets);
    }
    expect(name).not.toMatch(/_(ms|milliseconds|mb|kb)(_|$)/);
    expect(spec.help.length).toBeGreaterThan(5);
    for (const label of Object.keys(spec.labels)) expect(label).toMatch(/^[a-z]+$/);
  });
});
