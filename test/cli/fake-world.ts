// A terminal and a reader for the tests of commands. The reader answers as the real one does, from a table.

import { readFile } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import type { CliIo, CliServices } from '../../src/cli/command.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { installation } from '../../src/compose/installation.ts';
import type { DocumentRecord, Value } from '../../src/document/value.ts';
import { createLists } from '../../src/operator-lists.ts';
import { packs } from '../../src/packs/index.ts';
import { makeHoldFolder } from '../../src/parse/hold-files.ts';
import type { Reader, ReadInput, ReadOptions, ReadResult } from '../../src/pipeline/read-result.ts';
import { failedValidation, type Validator } from '../../src/pipeline/validate-result.ts';
import { checkAudit } from '../../src/store/check-audit.ts';
import { forgetInstallationKey } from '../../src/store/forget-installation-key.ts';
import { migratePlace } from '../../src/store/migrate-place.ts';

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

export interface World {
  stdin?: string;
  env?: Record<string, string>;
  /** Called for each file that is read. */
  read?: (input: ReadInput, options: ReadOptions) => Promise<ReadResult> | ReadResult;
  validator?: Validator;
  tty?: boolean;
  signal?: AbortSignal;
  tryDatabase?: () => Promise<void>;
  tryMail?: () => Promise<string | undefined>;
  tryLanguageModel?: () => Promise<string | undefined>;
  tryModels?: () => Promise<{ embedding: string; entities: string }>;
  stdout?: Writable;
}

export async function sheaf(args: string[], world: World = {}): Promise<Outcome> {
  const stdout = sink();
  const stderr = sink();
  const io: CliIo = {
    stdin: Readable.from(world.stdin === undefined ? [] : [Buffer.from(world.stdin)]),
    stdout: Object.assign(world.stdout ?? stdout.stream, { isTTY: world.tty ?? false }),
    stderr: Object.assign(stderr.stream, { isTTY: world.tty ?? false }),
    env: world.env ?? {},
    signal: world.signal ?? new AbortController().signal,
  };
  const services: CliServices = {
    createReader: async () =>
      readerOf(world.read ?? (async (input) => resultOf(input.name, await readFile(input.path, 'utf8')))),
    createValidator: async () =>
      world.validator ?? {
        validate: async ({ name }) => failedValidation(name, { code: 'file.unsupported', message: 'nothing' }),
        close: async () => {},
      },
    listTypes: async () => ['invoice', 'receipt'],
    startServer: async () => ({ stop: async () => {}, stopsWithinMs: 1000 }),
    tryDatabase: world.tryDatabase ?? (async () => {}),
    verifyAudit: checkAudit,
    forgetKey: forgetInstallationKey,
    lists: createLists(packs),
    installation,
    migrate: migratePlace,
    tryModels: world.tryModels ?? (async () => ({ embedding: 'sentence-encoder@0', entities: 'entities@0' })),
    tryMail: world.tryMail ?? (async () => undefined),
    tryLanguageModel: world.tryLanguageModel ?? (async () => undefined),
  };
  const code = await runCommand(args, io, services);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function sink() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

function readerOf(read: NonNullable<World['read']>): Reader {
  return {
    read: async (input, options = {}) => read(input, options),
    makeHoldFolder,
    renderPage: async () => new Uint8Array(),
    close: async () => {},
  };
}

/** A result whose only field is the file's text. */
export function resultOf(name: string, text: string, change: Partial<ReadResult> = {}): ReadResult {
  return {
    file: name,
    sha256: 'ab'.repeat(32),
    status: 'succeeded',
    pages: 1,
    pageGeometry: [],
    language: 'en',
    documents: [recordOf({ title: given(text) })],
    warnings: [],
    timings: { parse: 3.2, total: 5.7 },
    error: null,
    ...change,
  };
}

export function recordOf(fields: Record<string, Value>, change: Partial<DocumentRecord> = {}): DocumentRecord {
  return { type: 'invoice', confidence: 0.98, alternatives: [], pages: [1], fields, lines: [], issues: [], ...change };
}

export function given(value: Value['value'], change: Partial<Value> = {}): Value {
  return {
    value,
    raw: String(value),
    origin: 'read',
    confidence: 0.97,
    evidence: [{ page: 1, box: [10, 20, 30.04, 40], text: String(value) }],
    source: 'label-right',
    signals: {},
    ...change,
  };
}
