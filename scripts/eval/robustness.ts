// Broken, hostile and odd files: each must end in a typed outcome, in time, without hurting the main process.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readInOrder } from '../../src/cli/read-in-order.ts';
import { errorCatalogue } from '../../src/errors.ts';
import type { Reader } from '../../src/pipeline/read-result.ts';
import type { Measure } from './measure.ts';

interface RobustnessReport {
  files: number;
  /** `succeeded`, `partial` or the error code → files. */
  outcomes: Record<string, number>;
  /** Files without a typed outcome: code `internal`, no code of the catalogue, or the reader threw. */
  untyped: string[];
  slowest: { file: string; ms: number; outcome: string }[];
  peakMainRssMb: number;
}

const MAX_MAIN_RSS_MB = 400;

export function robustnessMeasure(name: string): Measure {
  return {
    name,
    async run({ data, reader, jobs }) {
      const report = await readAll(path.join(data, name), reader, jobs);
      printReport(name, report);
      const measured = 1 - report.untyped.length / report.files;
      return {
        rows: [{ set: name, what: 'typed outcome', target: 1, measured, documents: report.files }],
        details: report,
      };
    },
  };
}

function printReport(name: string, report: RobustnessReport): void {
  console.log(`\n${name}: ${report.files} files`);
  for (const [outcome, count] of Object.entries(report.outcomes).sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(count).padStart(4)}  ${outcome}`);
  if (report.untyped.length > 0) console.log(`  without a typed outcome: ${report.untyped.join('; ')}`);
  const slowest = report.slowest.map(({ file, ms, outcome }) => `${file} ${(ms / 1000).toFixed(1)} s ${outcome}`);
  console.log(`  slowest: ${slowest.join('; ')}`);
  console.log(`  main process: ${report.peakMainRssMb.toFixed(0)} MB at most (limit ${MAX_MAIN_RSS_MB})`);
}

async function readAll(dir: string, reader: Reader, jobs: number): Promise<RobustnessReport> {
  const report: RobustnessReport = { files: 0, outcomes: {}, untyped: [], slowest: [], peakMainRssMb: 0 };
  const sample = setInterval(() => {
    report.peakMainRssMb = Math.max(report.peakMainRssMb, process.memoryUsage.rss() / 1e6);
  }, 50);
  const readOne = async (name: string) => {
    const started = performance.now();
    let outcome: string;
    try {
      const result = await reader.read({ path: path.join(dir, name), name });
      outcome = result.error?.code ?? result.status;
    } catch (error) {
      outcome = `threw ${(error as Error).name}`;
    }
    return { file: name, outcome, ms: performance.now() - started };
  };
  const all = [];
  for await (const read of readInOrder(filesOf(dir), readOne, { jobs })) {
    all.push(read);
    report.outcomes[read.outcome] = (report.outcomes[read.outcome] ?? 0) + 1;
    const typed = read.outcome === 'succeeded' || read.outcome === 'partial' || read.outcome in errorCatalogue;
    if (!typed || read.outcome === 'internal') report.untyped.push(`${read.file} (${read.outcome})`);
  }
  clearInterval(sample);
  report.files = all.length;
  report.slowest = all.sort((a, b) => b.ms - a.ms).slice(0, 8);
  return report;
}

async function* filesOf(dir: string): AsyncGenerator<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  yield* files.sort();
}
