// The dashboard and the alert rules ask for metrics, labels and values that there are, and each alert has its runbook.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { metricList } from '../../src/observe/metric-list.ts';
import { outsideNames } from '../../src/outside/outside-policy.ts';
import { queues } from '../../src/store/queues.ts';
import { promqlNames } from '../support/promql-names.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  targets?: { expr: string; datasource: { uid: string } }[];
}
const dashboard = JSON.parse(read('deploy/grafana/sheaf.json')) as {
  uid: string;
  panels: Panel[];
  templating: { list: { name: string; type: string; query: unknown }[] };
};

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string; runbook_url: string };
}
const rules = (parse(read('deploy/prometheus/alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);

/** Name → labels with the values that they can have; undefined = any. */
async function knownSeries(): Promise<Map<string, Record<string, readonly string[] | undefined>>> {
  const given: Record<string, readonly string[]> = {
    queue: queues.map(({ name }) => name),
    service: outsideNames,
  };
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const own = Object.entries(metricList).map(([name, { kind, labels }]) => ({
    name,
    type: kind as string,
    labels: Object.fromEntries(
      Object.entries(labels).map(([label, values]) => [label, typeof values === 'string' ? given[values] : values]),
    ) as Record<string, readonly string[] | undefined>,
  }));
  const ofNode = (await registry.getMetricsAsJSON()).map(({ name, type }) => ({
    name,
    type: String(type),
    labels: {} as Record<string, readonly string[] | undefined>,
  }));
  const series = new Map<string, Record<string, readonly string[] | undefined>>([['up', {}]]);
  for (const { name, type, labels } of [...own, ...ofNode]) {
    if (type !== 'histogram') series.set(name, labels);
    else {
      series.set(`${name}_bucket`, { ...labels, le: undefined });
      series.set(`${name}_sum`, labels);
      series.set(`${name}_count`, labels);
    }
  }
  return series;
}

const series = await knownSeries();
/** Prometheus adds these to whatever it collects; `role` is in our example of a scrape. */
const always = ['job', 'instance', 'role'];

function check(expression: string): string[] {
  const wrong: string[] = [];
  const { selectors, groupings } = promqlNames(expression);
  if (selectors.length === 0) wrong.push('names no metric');
  const labelsThere = new Set(always);
  for (const { metric, matchers } of selectors) {
    const labels = series.get(metric);
    if (!labels) {
      wrong.push(`there is no ${metric}`);
      continue;
    }
    for (const label of Object.keys(labels)) labelsThere.add(label);
    for (const { label, operator, value } of matchers) {
      if (!(label in labels) && !always.includes(label)) wrong.push(`${metric} has no label ${label}`);
      const values = labels[label];
      const asked = operator.endsWith('~') ? value.split('|') : [value];
      for (const each of values ? asked : [])
        if (!values!.includes(each)) wrong.push(`${metric}: ${label} is never ${each}`);
    }
  }
  for (const label of groupings) if (!labelsThere.has(label)) wrong.push(`nothing has the label ${label}`);
  return wrong;
}

test('the check itself finds what is wrong', () => {
  expect(check('sum by (queue) (rate(sheaf_job_tries_total{outcome="dead"}[5m])) > 0')).toEqual([]);
  expect(check('sheaf_job_runs_total')).toEqual(['there is no sheaf_job_runs_total']);
  expect(check('sheaf_job_tries_total{result="dead"}')).toEqual(['sheaf_job_tries_total has no label result']);
  expect(check('sheaf_job_tries_total{outcome=~"dead|lost|ended"}')).toEqual([
    'sheaf_job_tries_total: outcome is never ended',
  ]);
  expect(check('sum by (route) (sheaf_mails)')).toEqual(['nothing has the label route']);
  expect(check('sheaf_job_duration_seconds')).toEqual(['there is no sheaf_job_duration_seconds']);
  expect(() => check('sum(sheaf_mails) ? 1')).toThrow('cannot read');
});

describe('dashboard', () => {
  const panels = dashboard.panels.filter(({ type }) => type !== 'row');

  test.each(panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)))(
    '%s: %s',
    (_, expr) => {
      expect(check(expr)).toEqual([]);
    },
  );

  test('can be provisioned: one data source to choose, panels with ids of their own that do not overlap', () => {
    expect(dashboard.uid).toBe('sheaf');
    expect(dashboard.templating.list.map(({ name, type }) => [name, type])).toEqual([
      ['datasource', 'datasource'],
      ['instance', 'query'],
    ]);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { targets = [], title } of panels) {
      expect(targets.length, title).toBeGreaterThan(0);
      for (const { datasource } of targets) expect(datasource.uid, title).toMatch(/^\$\{datasource\}$/);
    }
  });

  test('what the shared database says is never added up over processes', () => {
    const shared = Object.entries(metricList).flatMap(([name, spec]) => ('shared' in spec ? [name] : []));
    const all = [
      ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
      ...rules.map(({ expr }) => expr),
    ];
    for (const expr of all) {
      for (const { metric } of promqlNames(expr).selectors) {
        if (shared.includes(metric))
          expect(expr).toMatch(
            new RegExp(`(max(?: by \\([^)]*\\))? \\(?|max\\(|max by \\([^)]*\\) \\(delta\\()${metric}`),
          );
      }
    }
  });
});

describe('alert', () => {
  const runbook = read('docs/operations.md');

  test.each(rules.map((rule) => [rule.alert, rule] as const))('%s is whole and has a runbook', (name, rule) => {
    expect(name).toMatch(/^Sheaf[A-Z][A-Za-z]+$/);
    expect(check(rule.expr)).toEqual([]);
    expect(rule.expr).toMatch(/(==|>|<)/);
    expect(['page', 'ticket']).toContain(rule.labels.severity);
    expect(rule.for ?? '0m').toMatch(/^\d+m$/);
    expect(rule.annotations.summary).not.toBe('');
    expect(rule.annotations.description).toMatch(/\.$/);
    expect(rule.annotations.runbook_url).toBe(`docs/operations.md#${name.toLowerCase()}`);
    const section = runbook.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const part of ['**Means**', '**Look at**', '**Do**', '**Wake somebody**'])
      expect(section, part).toContain(part);
  });

  test('every runbook belongs to an alert, and every name is there once', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    expect([...runbook.matchAll(/^## (Sheaf\w+)$/gm)].map((heading) => heading[1]!).sort()).toEqual(names.toSorted());
    for (const [, anchor] of runbook.matchAll(/\]\(#(\w+)\)/g)) {
      expect(names.map((name) => name.toLowerCase())).toContain(anchor);
    }
  });

  test('the example of a scrape names the job that the rules look for', () => {
    const { scrape_configs, rule_files } = parse(read('deploy/prometheus/prometheus.yaml'));
    expect(scrape_configs.map((scrape: { job_name: string }) => scrape.job_name)).toEqual(['sheaf']);
    expect(rule_files).toEqual(['alerts.yaml']);
    const jobs = rules.flatMap(({ expr }) => [...expr.matchAll(/job="(\w+)"/g)].map((match) => match[1]));
    expect(new Set(jobs)).toEqual(new Set(['sheaf']));
  });
});
