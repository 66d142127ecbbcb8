// `sheaf validate`: files in, the rules that fired out, without a server.

import os from 'node:os';
import { SheafError } from '../errors.ts';
import { failedValidation, type ValidateResult, type Validator } from '../pipeline/validate-result.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import type { FoundFile } from './expand-paths.ts';
import { parseCount, parseOptions } from './parse-options.ts';
import { printFiles } from './print-files.ts';
import { printValidation } from './print-validation.ts';
import { type SpooledFile, spoolStdin } from './spool-stdin.ts';
import { terminalOf } from './terminal.ts';
import { toSafeLine } from './to-safe-line.ts';

export const validateCommand: Command = {
  usage: 'FILE… [--json] [--jobs N] [--password P]',
  description:
    'Judges e-invoices, orders and other business documents as XML (UBL, CII), PDFs that carry them, and records: every rule of ' +
    'EN 16931, Peppol, XRechnung and national sets that fired, by its id. A folder is walked; "-" reads standard input.',
  options: {
    '--json': 'one JSON object per file and line instead of the table',
    '--jobs N': 'files judged at the same time (default: one per core)',
    '--password P': 'password of encrypted PDFs',
  },
  examples: [
    'sheaf validate invoice.xml',
    'sheaf validate outbox/ --json > verdicts.ndjson',
    'sheaf validate - < invoice.xml',
  ],
  run: runValidate,
};

async function runValidate(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean' },
    jobs: { type: 'string' },
    password: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('give a file, a folder, or "-"');
  if (positionals.filter((name) => name === '-').length > 1) throw new UsageError('"-" can stand only once');
  const jobs = values.jobs === undefined ? os.availableParallelism() : parseCount(String(values.jobs), 'jobs');
  const validator = await services.createValidator({ jobs });
  // Kills the children, so that nothing is waited for.
  io.signal.addEventListener('abort', () => void validator.close(), { once: true });
  const password = typeof values.password === 'string' ? values.password : undefined;
  try {
    return await judgeAll(positionals, { validator, jobs, password, json: values.json === true, io });
  } finally {
    await validator.close();
  }
}

interface ValidateRun {
  validator: Validator;
  jobs: number;
  password: string | undefined;
  json: boolean;
  io: CliIo;
}

async function judgeAll(names: readonly string[], run: ValidateRun): Promise<ExitCode> {
  const { io, jobs, json } = run;
  const terminal = terminalOf(io.stdout, io.env);
  return printFiles(names, {
    jobs,
    io,
    work: (found) => judgeFound(found, run),
    interrupted: (found) => failedValidation(found.name, { code: 'internal', message: 'interrupted' }),
    print: (result, first) => (json ? toSafeLine(result) : printValidation(result, terminal, first)),
    isBad: ({ valid }) => !valid,
    nothing: 'sheaf validate: there is no file to judge',
  });
}

async function judgeFound(found: FoundFile, { validator, password, io }: ValidateRun): Promise<ValidateResult> {
  if ('error' in found) return failedValidation(found.name, found.error);
  let spooled: SpooledFile | undefined;
  try {
    if (found.path === '-') spooled = await spoolStdin(io.stdin);
    const input = { path: spooled?.path ?? found.path, name: found.name };
    return await validator.validate(input, password === undefined ? {} : { password });
  } catch (error) {
    const code = error instanceof SheafError ? error.code : 'internal';
    return failedValidation(found.name, { code, message: (error as Error).message });
  } finally {
    await spooled?.remove();
  }
}
