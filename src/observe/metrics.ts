// What this process counts and measures, in the format of Prometheus. Nothing is added up over processes: each tells its own.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type GivenLabel, type LabelsOf, type MetricName, metricList, type NameOf, OTHER } from './metric-list.ts';

export interface Metrics {
  add<N extends NameOf<'counter'>>(name: N, labels: LabelsOf<N>, by?: number): void;
  observe<N extends NameOf<'histogram'>>(name: N, labels: LabelsOf<N>, value: number): void;
  set<N extends NameOf<'gauge'>>(name: N, labels: LabelsOf<N>, value: number): void;
  /** Forgets the values of a gauge that nobody can tell any more. */
  forget(name: NameOf<'gauge'>): void;
  /** Names values of a label that the list leaves to the start. */
  allow(label: GivenLabel, values: Iterable<string>): void;
  /** Shows counters that can have few values as 0: of a count that begins with 1 nobody sees the first. Call after `allow`. */
  begin(): void;
  /** Runs before each scrape. What fails or takes too long is left out of the answer, and tells so itself. */
  onScrape(collect: () => void | Promise<void>): void;
  /** All metrics as text. */
  scrape(): Promise<string>;
  contentType: string;
}

/** A scrape waits this long for values that come from elsewhere. */
const COLLECT_MS = 2000;

/** Values of a counter that are shown before anything was counted. */
const MOST_BEGUN = 60;

/** Loads the library, which takes time and memory: only where metrics are wanted. */
export async function createMetrics(): Promise<Metrics> {
  const client = (await import('prom-client')).default;
  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  const made = makeAll(client, registry);
  const given: Record<GivenLabel, Set<string>> = {
    route: new Set(['none']),
    queue: new Set(),
    type: new Set(),
    service: new Set(),
    version: new Set(),
  };
  const collectors: (() => void | Promise<void>)[] = [];
  const bounded = new Map<MetricName, (labels: Readonly<Record<string, string>>) => Record<string, string>>();
  for (const [name, { labels }] of Object.entries(metricList)) {
    bounded.set(name as MetricName, boundBy(labels, given));
  }

  return {
    add: (name, labels, by = 1) => (made.get(name) as Counter).inc(bounded.get(name)!(labels), by),
    observe: (name, labels, value) => (made.get(name) as Histogram).observe(bounded.get(name)!(labels), value),
    set: (name, labels, value) => (made.get(name) as Gauge).set(bounded.get(name)!(labels), value),
    forget: (name) => forget(made.get(name) as Gauge, metricList[name]),
    allow(label, values) {
      for (const value of values) given[label].add(value);
    },
    begin() {
      for (const [name, { kind, labels }] of Object.entries(metricList)) {
        if (kind !== 'counter') continue;
        const combinations = combine(Object.entries(labels).map(([label, values]) => [label, listOf(values, given)]));
        if (combinations.length > MOST_BEGUN) continue;
        for (const combination of combinations) (made.get(name as MetricName) as Counter).inc(combination, 0);
      }
    },
    onScrape: (collect) => void collectors.push(collect),
    async scrape() {
      const late = new AbortController();
      const all = Promise.allSettled(collectors.map(async (collect) => collect()));
      await Promise.race([all, sleep(COLLECT_MS, undefined, { signal: late.signal }).catch(() => {})]);
      late.abort();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

type Client = typeof import('prom-client');

function makeAll(client: Client, registry: Registry): Map<MetricName, Counter | Gauge | Histogram> {
  return new Map(
    Object.entries(metricList).map(([name, spec]) => {
      const options = { name, help: plain(spec.help), labelNames: Object.keys(spec.labels), registers: [registry] };
      return [name as MetricName, makeOne(client, options, spec)];
    }),
  );
}

/** Meanings are written for docs/metrics.md: here without its links. */
const plain = (help: string): string => help.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');

function makeOne(
  client: Client,
  options: { name: string; help: string; labelNames: string[]; registers: Registry[] },
  spec: (typeof metricList)[MetricName],
): Counter | Gauge | Histogram {
  switch (spec.kind) {
    case 'counter':
      return new client.Counter(options);
    case 'gauge': {
      const gauge = new client.Gauge(options);
      forget(gauge, spec);
      return gauge;
    }
    case 'histogram':
      return new client.Histogram({ ...options, buckets: [...spec.buckets] });
  }
}

/** Also of a gauge without labels, which the library sets to 0: nobody has told its value yet. */
function forget(gauge: Gauge, { labels }: { labels: object }): void {
  gauge.reset();
  if (Object.keys(labels).length === 0) gauge.remove();
}

type LabelValues = readonly string[] | GivenLabel;

const listOf = (values: LabelValues, given: Record<GivenLabel, Set<string>>): Set<string> =>
  typeof values === 'string' ? given[values] : new Set(values);

/** Every set of label values that there can be; one empty set where there are no labels. */
function combine(lists: readonly (readonly [string, Set<string>])[]): Record<string, string>[] {
  return lists.reduce<Record<string, string>[]>(
    (sets, [label, values]) => sets.flatMap((set) => [...values].map((value) => ({ ...set, [label]: value }))),
    [{}],
  );
}

/** A value that is not on the label's list becomes `other`: whoever asks for a million things makes one more line. */
function boundBy(labels: Readonly<Record<string, LabelValues>>, given: Record<GivenLabel, Set<string>>) {
  const lists = Object.entries(labels).map(([label, values]) => [label, listOf(values, given)] as const);
  return (told: Readonly<Record<string, string>>): Record<string, string> => {
    const safe: Record<string, string> = {};
    for (const [label, values] of lists) safe[label] = values.has(told[label]!) ? told[label]! : OTHER;
    return safe;
  };
}
