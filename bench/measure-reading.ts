// Reading speed: ratio to the bare text of the same engine on the same core, and how `read` uses all cores.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FileSet } from './bench-files.ts';
import { type Measurement, measured, median } from './measurement.ts';

const here = import.meta.dirname;
const ROUNDS = 3;
const MIN_RATIO = 0.4;
/** The bare text is machine code from the start; ours is compiled as it runs. */
const WARMTH = 'both sides after one pass over the files; ours goes on getting faster for some hundred pages';
/** Share of the cores that a batch must keep busy. */
const MIN_CORE_USE = 0.8;

const pinned = existsSync('/usr/bin/taskset');

/** Rounds alternate, so that noise of the machine meets both alike. */
export function measureReadingSpeed(sets: readonly FileSet[]): Measurement[] {
  const out: Measurement[] = [];
  for (const { name, files: all } of sets) {
    if (all.length === 0) continue;
    const scanned = new Set(rate('end-to-end.ts', all).scanned);
    const files = all.filter((file) => !scanned.has(file));
    const text: number[] = [];
    const words: number[] = [];
    const whole: number[] = [];
    const first: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      text.push(rate('text-only.ts', files).rate);
      words.push(rate('text-only.ts', ['--words', ...files]).rate);
      const endToEnd = rate('end-to-end.ts', files);
      whole.push(endToEnd.rate);
      first.push(endToEnd.firstPass ?? Number.NaN);
    }
    const ratio = median(whole.map((value, i) => value / text[i]!));
    out.push(measured(`${name}: end to end`, median(whole), 'pages/s on one core'));
    out.push(measured(`${name}: end to end, first pass`, median(first), 'pages/s on one core'));
    out.push(measured(`${name}: bare text of the same engine`, median(text), 'pages/s on one core'));
    out.push(measured(`${name}: text with word boxes of the same engine`, median(words), 'pages/s on one core'));
    const limit = { bound: 'at least', limit: MIN_RATIO } as const;
    out.push(
      measured(
        `${name}: end to end over bare text`,
        ratio,
        '',
        limit,
        `${WARMTH}; ${files.length} files, ${scanned.size} more need OCR`,
      ),
    );
    const cold = median(first.map((value, i) => value / text[i]!));
    out.push(measured(`${name}: end to end over bare text, first pass`, cold, ''));
    const pdftotext = peerRate(files);
    if (pdftotext !== undefined)
      out.push(measured(`${name}: pdftotext -layout, one process a file`, pdftotext, 'files/s on one core'));
  }
  return out;
}

/** Pages a second. */
function rate(script: string, files: readonly string[]): { rate: number; firstPass?: number; scanned?: string[] } {
  const command = onOneCore(process.execPath, ['--no-warnings', path.join(here, script), ...files]);
  const answer = execFileSync(...command, { encoding: 'utf8', maxBuffer: 1e8 });
  const { pages, ms, ...rest } = JSON.parse(answer) as {
    pages: number;
    ms: number;
    firstPass?: number;
    scanned?: string[];
  };
  return { rate: (1000 * pages) / ms, ...rest };
}

function peerRate(files: readonly string[]): number | undefined {
  if (!existsSync('/usr/bin/pdftotext')) return undefined;
  const started = performance.now();
  for (const file of files) spawnSync(...onOneCore('/usr/bin/pdftotext', ['-layout', file, '-']), { stdio: 'ignore' });
  return (1000 * files.length) / (performance.now() - started);
}

function onOneCore(command: string, args: string[]): [string, string[]] {
  return pinned ? ['/usr/bin/taskset', ['-c', '0', command, ...args]] : [command, args];
}

/** CPU time of `sheaf read FOLDER` and its children over wall time, as a share of the cores. */
export function measureCoreUse(files: readonly string[]): Measurement[] {
  const many = Array.from({ length: Math.ceil(300 / files.length) }, () => files).flat();
  const before = childTimes();
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--no-warnings', path.join(here, '..', 'src', 'main.ts'), 'read', '--json', ...many],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const wall = (performance.now() - started) / 1000;
  if (run.error) throw run.error;
  const cpu = childTimes() - before;
  const cores = os.availableParallelism();
  const limit = { bound: 'at least', limit: MIN_CORE_USE } as const;
  return [
    measured(
      'read over many files: share of all cores in use',
      cpu / wall / cores,
      '',
      limit,
      `${many.length} files, ${cores} cores, ${(many.length / wall).toFixed(0)} files/s; other load on the machine lowers it`,
    ),
  ];
}

/** Seconds of CPU that ended children of this process (and theirs) have used. Linux. */
function childTimes(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
