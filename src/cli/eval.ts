// `sheaf eval`: accuracy, calibration and speed on the user's own gold set.

import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type GoldDocument, parseGold } from '../eval/gold.ts';
import { reportHtml } from '../eval/report-html.ts';
import { type EvalReport, type ScoredPair, type SetSummary, scoreSet } from '../eval/score-set.ts';
import type { ReadOptions } from '../pipeline/read-result.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import { readSet } from './evaluate-set.ts';
import { openGoldInputs } from './gold-input.ts';
import { writeTo } from './output.ts';
import { parseCount, parseOptions } from './parse-options.ts';
import { printEval } from './print-eval.ts';
import { showProgress } from './progress.ts';
import { cleanText, terminalOf } from './terminal.ts';
import { loadTypesFile } from './types-file.ts';

export const evalCommand: Command = {
  usage: 'SETDIR… [--json] [--report out.html] [--types FILE.yaml] [--ocr-lines] [--jobs N]',
  description:
    'Reads the documents of SETDIR/gold.jsonl and compares with the answers there: accuracy by field, line items, types, ' +
    'calibration of confidence, speed. One JSON object a line: {id, file | text | ocr_lines, type?, fields: {path: value}, lines?}. ' +
    'Several folders are judged as one set, with a line for each.',
  options: {
    '--json': 'the whole report as JSON, with every error',
    '--report out.html': 'also write a page with errors by class',
    '--types FILE.yaml': 'document types of your own',
    '--ocr-lines': 'read the ocr_lines of documents that have a file as well',
    '--jobs N': 'files read at the same time (default: one per core)',
  },
  examples: ['sheaf synth --type invoice --count 10 --seed 1 --out set && sheaf eval set --report set.html'],
  run: runEval,
};

async function runEval(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean' },
    report: { type: 'string' },
    types: { type: 'string' },
    'ocr-lines': { type: 'boolean' },
    jobs: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('give a folder with a gold.jsonl');
  const jobs = values.jobs === undefined ? os.availableParallelism() : parseCount(String(values.jobs), 'jobs');
  const sets: { setDir: string; documents: GoldDocument[] }[] = [];
  for (const setDir of positionals) {
    const gold = parseGold(await readGold(setDir));
    for (const problem of gold.problems)
      io.stderr.write(`${cleanText(`sheaf eval: ${path.join(setDir, 'gold.jsonl')}, ${problem}`)}\n`);
    if (gold.documents.length === 0) throw new UsageError(`${path.join(setDir, 'gold.jsonl')} holds no document`);
    sets.push({ setDir, documents: gold.documents });
  }
  const readOptions: ReadOptions = {};
  if (typeof values.types === 'string') readOptions.userTypes = (await loadTypesFile(values.types)).content;

  const prefer = values['ocr-lines'] === true ? 'ocr' : 'file';
  const kinds = kindsOfTypes(readOptions.userTypes);
  const reader = await services.createReader({ jobs });
  io.signal.addEventListener('abort', () => void reader.close(), { once: true });
  const progress = showProgress(io.stderr);
  const read: { set: string; pairs: ScoredPair[]; seconds: number }[] = [];
  try {
    for (const { setDir, documents } of sets) {
      if (io.signal.aborted) break;
      const inputs = await openGoldInputs(setDir, { prefer });
      try {
        const onRead = ({ gold: { id } }: ScoredPair) => progress.finished(id);
        const done = await readSet(documents, { reader, inputOf: inputs.inputOf, jobs, readOptions, kinds, onRead });
        read.push({ set: setDir, ...done });
      } finally {
        await inputs.close();
      }
    }
  } finally {
    progress.clear();
    await reader.close();
  }
  if (io.signal.aborted) return 130;
  const report = reportOn(read, kinds);
  if (typeof values.report === 'string') {
    const title = positionals.map((setDir) => path.basename(path.resolve(setDir))).join(', ');
    const page = reportHtml(report, { title, when: new Date().toISOString() });
    await writeFile(values.report, page);
  }
  await writeTo(
    io.stdout,
    values.json === true ? `${JSON.stringify(report)}\n` : printEval(report, terminalOf(io.stdout, io.env)),
  );
  return report.failed > 0 ? 1 : 0;
}

/** Over all sets together; several are told one by one as well. */
function reportOn(
  read: readonly { set: string; pairs: ScoredPair[]; seconds: number }[],
  kinds: Readonly<Record<string, string>>,
): EvalReport & { sets?: SetSummary[] } {
  const seconds = read.reduce((sum, one) => sum + one.seconds, 0);
  const all = scoreSet(
    read.flatMap(({ pairs }) => pairs),
    { seconds, kinds },
  );
  if (read.length === 1) return all;
  const sets = read.map(({ set, ...one }): SetSummary => {
    const { documents, failed, fieldScore, calibration } = scoreSet(one.pairs, { seconds: one.seconds, kinds });
    return { set, documents, failed, fieldScore, calibration };
  });
  return { ...all, sets };
}

async function readGold(setDir: string): Promise<string> {
  try {
    return await readFile(path.join(setDir, 'gold.jsonl'), 'utf8');
  } catch (error) {
    throw new UsageError(
      `${path.join(setDir, 'gold.jsonl')} cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}

/** Field id → kind, of all types of the file. */
export function kindsOfTypes(userTypes: unknown): Record<string, string> {
  const kinds: Record<string, string> = {};
  const types = (userTypes as { types?: unknown } | undefined)?.types;
  if (!Array.isArray(types)) return kinds;
  for (const type of types as { fields?: Record<string, { kind?: unknown }> }[]) {
    for (const [path, field] of Object.entries(type?.fields ?? {})) {
      if (typeof field?.kind === 'string') kinds[path] = field.kind;
    }
  }
  return kinds;
}
