// Broken, hostile and odd files: each must end in a typed outcome, in time, without hurting the main process.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readInOrder } from '../../src/cli/read-in-order.ts';
import { errorCatalogue } from '../../src/errors.ts';
import type { Reader } from '../../src/pipeline/read-result.ts';

export interface RobustnessReport {
  files: number;
  /** `succeeded`, `partial` or the error code → files. */
  outcomes: Record<string, number>;
  /** Files without a typed outcome: code `internal`, no code of the catalogue, or the reader threw. */
  untyped: string[];
  slowest: { file: string; ms: number; outcome: string }[];
  peakMainRssMb: number;
}

export async function measureRobustness(dir: string, reader: Reader, jobs: number): Promise<RobustnessReport> {
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
