// Reads the text format of Prometheus (0.0.4) strictly: what is not exactly as the format says throws.

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface Family {
  name: string;
  type: 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';
  help: string;
  samples: Sample[];
}

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;
const VALUE = /^(?:[+-]?Inf|NaN|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;

export function parseExposition(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family>();
  const series = new Set<string>();
  let current: Family | undefined;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const comment = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line);
    if (comment) {
      const [, kind, name, rest] = comment as unknown as [string, string, string, string];
      if (!METRIC.test(name)) throw new Error(`not a name: ${line}`);
      if (kind === 'HELP') {
        if (families.has(name)) throw new Error(`${name} comes twice`);
        current = { name, help: rest, type: 'untyped', samples: [] };
        families.set(name, current);
      } else {
        if (current?.name !== name || current.samples.length > 0) throw new Error(`misplaced: ${line}`);
        if (!/^(counter|gauge|histogram|summary)$/.test(rest)) throw new Error(`no type: ${line}`);
        current.type = rest as Family['type'];
      }
      continue;
    }
    const match = SAMPLE.exec(line);
    if (!match || !current) throw new Error(`not a sample: ${line}`);
    const [, name, labelText, valueText] = match as unknown as [string, string, string | undefined, string];
    if (!sampleNames(current).includes(name)) throw new Error(`${name} stands under ${current.name}`);
    if (!VALUE.test(valueText)) throw new Error(`not a value: ${line}`);
    const labels = parseLabels(labelText ?? '', line);
    const id = `${name} ${JSON.stringify(Object.entries(labels).sort())}`;
    if (series.has(id)) throw new Error(`twice: ${line}`);
    series.add(id);
    current.samples.push({ name, labels, value: Number(valueText.replace('Inf', 'Infinity')) });
  }
  for (const family of families.values()) checkFamily(family);
  return families;
}

const sampleNames = ({ name, type }: Family): string[] =>
  type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];

function parseLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const match = LABEL.exec(text);
    if (!match) throw new Error(`not labels: ${line}`);
    if (match[1]! in labels) throw new Error(`a label twice: ${line}`);
    labels[match[1]!] = match[2]!.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));
  }
  return labels;
}

function checkFamily({ name, type, samples }: Family): void {
  if (type === 'counter' && samples.some(({ value }) => !(value >= 0))) throw new Error(`${name} fell below 0`);
  if (type !== 'histogram') return;
  const groups = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) => JSON.stringify(labels));
  for (const group of groups.values()) {
    const buckets = group.filter((sample) => sample.name.endsWith('_bucket'));
    const bounds = buckets.map(({ labels }) => Number(labels.le!.replace('+Inf', 'Infinity')));
    const count = group.find((sample) => sample.name.endsWith('_count'))?.value;
    if (bounds.some((bound, i) => i > 0 && bound <= bounds[i - 1]!)) throw new Error(`${name}: bounds out of order`);
    if (buckets.some(({ value }, i) => i > 0 && value < buckets[i - 1]!.value))
      throw new Error(`${name}: not cumulative`);
    if (bounds.at(-1) !== Number.POSITIVE_INFINITY || buckets.at(-1)!.value !== count)
      throw new Error(`${name}: no end`);
  }
}
