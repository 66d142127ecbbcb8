// `sheaf read`: files in, records out, without a server.

import os from 'node:os';
import { SheafError } from '../errors.ts';
import { failedRead, type Reader, type ReadInput, type ReadOptions, type ReadResult } from '../pipeline/read-result.ts';
import { type HiddenTextPolicy, hiddenTextPolicies } from '../pipeline/stages/inspect.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import type { FoundFile } from './expand-paths.ts';
import { parseCount, parseOptions } from './parse-options.ts';
import { printFiles } from './print-files.ts';
import { printResult } from './print-result.ts';
import { readWithHeld } from './read-with-held.ts';
import { type SpooledFile, spoolStdin } from './spool-stdin.ts';
import { terminalOf } from './terminal.ts';
import { toJsonLine } from './to-json-line.ts';
import { ensureKnownType, loadTypesFile } from './types-file.ts';

export const readCommand: Command = {
  usage:
    'FILE… [--json] [--type T] [--types FILE.yaml] [--jobs N] [--max-mb N] [--password P] [--hidden-text POLICY] [--pages-only]',
  description:
    'Reads PDF, image, DOCX, XLSX, ODS, CSV, text, HTML, XML, hOCR and ALTO files, mails with their attachments and ZIP archives, ' +
    'and prints what they say: type, fields with page and confidence, ' +
    'line items, and what is wrong. A folder is walked; "-" reads standard input.',
  options: {
    '--json': 'one JSON object per file and line instead of the table',
    '--type T': 'the type to prefer where the document itself leaves it open',
    '--types FILE.yaml': 'document types of your own',
    '--jobs N': 'files read at the same time (default: one per core)',
    '--max-mb N': 'largest file that is read, in megabytes (default: 25)',
    '--password P': 'password of encrypted files',
    '--hidden-text POLICY':
      'what to do with files that hide text or speak to machines: note, review or quarantine (default: review)',
    '--pages-only': 'read the pages alone: of an e-invoice, leave out the XML inside it',
  },
  examples: ['sheaf read invoice.pdf', 'sheaf read inbox/ --json > records.ndjson', 'sheaf read - < order.pdf'],
  run: runRead,
};

async function runRead(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean' },
    type: { type: 'string' },
    types: { type: 'string' },
    jobs: { type: 'string' },
    'max-mb': { type: 'string' },
    password: { type: 'string' },
    'hidden-text': { type: 'string' },
    'pages-only': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('give a file, a folder, or "-"');
  if (positionals.filter((name) => name === '-').length > 1) throw new UsageError('"-" can stand only once');
  const jobs = values.jobs === undefined ? os.availableParallelism() : parseCount(String(values.jobs), 'jobs');
  const options: ReadOptions = { asOf: new Date().toISOString().slice(0, 10) };
  const userTypes = typeof values.types === 'string' ? await loadTypesFile(values.types) : undefined;
  if (userTypes) options.userTypes = userTypes.content;
  if (typeof values.type === 'string') {
    ensureKnownType(values.type, [...(await services.listTypes()), ...(userTypes?.ids ?? [])]);
    options.typeHint = values.type;
  }
  if (typeof values.password === 'string') options.password = values.password;
  if (values['pages-only'] === true) options.pagesOnly = true;

  if (values['hidden-text'] !== undefined) options.hiddenText = parsePolicy(String(values['hidden-text']));

  const reader = await services.createReader({ jobs, ...maxBytesOf(values['max-mb']) });
  // Kills the readers' processes, so that nothing is waited for.
  io.signal.addEventListener('abort', () => void reader.close(), { once: true });
  try {
    return await readAll(positionals, { reader, options, jobs, json: values.json === true, io });
  } finally {
    await reader.close();
  }
}

function parsePolicy(text: string): HiddenTextPolicy {
  const policy = hiddenTextPolicies.find((known) => known === text);
  if (policy) return policy;
  throw new UsageError(`--hidden-text takes ${hiddenTextPolicies.join(', ')}, not "${text}"`);
}

/** Every byte of a file is held in memory by its reading process, hence the bound. */
function maxBytesOf(megabytes: unknown): { maxBytes?: number } {
  if (megabytes === undefined) return {};
  return { maxBytes: Math.min(parseCount(String(megabytes), 'max-mb'), 2048) * 1024 * 1024 };
}

interface ReadRun {
  reader: Reader;
  options: ReadOptions;
  jobs: number;
  json: boolean;
  io: CliIo;
}

async function readAll(names: readonly string[], { reader, options, jobs, json, io }: ReadRun): Promise<ExitCode> {
  const terminal = terminalOf(io.stdout, io.env);
  return printFiles(names, {
    jobs,
    io,
    work: (found) => readFound(found, { reader, options, jobs, io }),
    interrupted: (found) => failedResult(found.name, 'internal', 'interrupted'),
    print: (result, first) => (json ? toJsonLine(result) : printResult(result, terminal, first)),
    isBad,
    nothing: 'sheaf read: there is no file to read',
  });
}

async function readFound(found: FoundFile, { reader, options, jobs, io }: Omit<ReadRun, 'json'>): Promise<ReadResult> {
  if ('error' in found) return failedResult(found.name, found.error.code, found.error.message);
  let spooled: SpooledFile | undefined;
  try {
    if (found.path === '-') spooled = await spoolStdin(io.stdin);
    const input: ReadInput = { path: spooled?.path ?? found.path, name: found.name };
    return await readWithHeld(reader, input, { options, jobs });
  } catch (error) {
    const code = error instanceof SheafError ? error.code : 'internal';
    return failedResult(found.name, code, (error as Error).message);
  } finally {
    await spooled?.remove();
  }
}

/** Nothing was tried, so it took no time. */
function failedResult(file: string, code: string, message: string): ReadResult {
  return { ...failedRead(file, { code, message }), timings: { total: 0 } };
}

function isBad(result: ReadResult): boolean {
  if (result.status === 'failed' || result.files?.some((file) => file.status === 'failed')) return true;
  return result.documents.some((document) => document.issues.some((issue) => issue.severity === 'error'));
}
