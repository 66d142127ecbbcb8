// docs/metrics.md: who may ask, how to query, and every metric of the declaration.

import { collectDefaultMetrics, Registry } from 'prom-client';
import { givenLabels, metricList } from '../../src/observe/metric-list.ts';

const intro = `\`GET /metrics\` tells how a process works, in the format of Prometheus: on the port of the API, and of a process of mode \`worker\` on
\`WORKER_PORT\`. \`METRICS_ENABLED=no\` takes it away. [deploy/prometheus/](../deploy/prometheus/prometheus.yaml) has an example of a scrape and the
alert rules, [deploy/grafana/sheaf.json](../deploy/grafana/sheaf.json) is a dashboard to import; [operations](operations.md) tells what to do about each alert.

## Who is answered

The metrics name no person, document, host or address. But whoever reads them learns the version, how busy the server is, how often people fail
to sign in, and which limits are near. So strangers get nothing:

- With \`METRICS_TOKEN\` (32 characters or more): whoever sends it as \`Authorization: Bearer …\`, from anywhere. Use this as soon as Prometheus runs on
  another machine or in another container.
- Without it: callers on this machine (a loopback address, by a loopback name, not on behalf of somebody else). When \`PUBLIC_URL\` leads elsewhere,
  a proxy stands in front of the API and everybody seems to come from this machine: then nobody is answered on the port of the API. On
  \`WORKER_PORT\`, to which no proxy leads, this machine still is.

Everybody else gets 401 \`metrics.refused\`.

## How to query

- Each process tells its own. Add up what processes count: \`sum(rate(sheaf_http_requests_total[5m]))\`.
- What is marked **shared** comes from the database and is the same in every process: \`max by (queue) (sheaf_queue_jobs{state="waiting"})\`, never \`sum\`.
  The database is asked at most every five seconds, however often a process is scraped.
- While the database is away, a scrape still answers: \`sheaf_database_up\` is 0, and shared metrics are missing rather than old.
- A label has few values, all known when the server starts; anything else is counted as \`other\`.
- Straight-through: \`sum(rate(sheaf_documents_read_total{verdict="ready"}[1d])) / sum(rate(sheaf_documents_read_total[1d]))\`.
- Memory and CPU of a process do not include its reading processes (\`sheaf_reading_children\`).`;

export async function metricsPage(): Promise<string[]> {
  return [
    intro,
    '',
    '## What is measured',
    '',
    '| metric | type | labels | meaning |',
    '|---|---|---|---|',
    ...Object.entries(metricList).map(([name, spec]) => {
      const shared = 'shared' in spec ? ', **shared**' : '';
      return `| \`${name}\` | ${spec.kind}${shared} | ${labelsOf(spec.labels)} | ${spec.help.replaceAll('|', '\\|')} |`;
    }),
    '',
    'Labels whose values depend on the installation:',
    '',
    ...Object.entries(givenLabels).map(([label, meaning]) => `- \`${label}\`: ${meaning}`),
    '',
    '## Of the process',
    '',
    'These have the names that every Node program has. Prometheus adds `job` and `instance` to all.',
    '',
    '| metric | type | meaning |',
    '|---|---|---|',
    ...(await processMetrics()),
  ];
}

function labelsOf(labels: Readonly<Record<string, readonly string[] | string>>): string {
  const told = Object.entries(labels).map(([label, values]) => {
    if (typeof values === 'string') return `\`${label}\``;
    // The catalogue of errors has a page of its own.
    return label === 'code' ? '`code`' : `\`${label}\`: ${values.join(', ')}`;
  });
  return told.join('; ');
}

async function processMetrics(): Promise<string[]> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const all = await registry.getMetricsAsJSON();
  return all.map(({ name, type, help }) => `| \`${name}\` | ${String(type)} | ${help} |`);
}
