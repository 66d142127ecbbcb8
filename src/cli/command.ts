// What a command of `sheaf` is: a name, its help, and a function from arguments to an exit code.

import type { Config } from '../config.ts';
import type { ImportedList } from '../pipeline/operator-list.ts';
import type { Reader } from '../pipeline/read-result.ts';
import type { Validator } from '../pipeline/validate-result.ts';
import type { InstallationServices } from './installation-services.ts';

/** 0: all well; 1: a file failed or a rule of severity error fired; 2: wrong usage. */
export type ExitCode = number;

/** The world a command may touch; given so that tests can give another. */
export interface CliIo {
  stdin: NodeJS.ReadableStream;
  stdout: CliStream;
  stderr: CliStream;
  env: Readonly<Record<string, string | undefined>>;
  /** Fires on the first interrupt; a command stops its work, cleans up and returns. */
  signal: AbortSignal;
}

export type CliStream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** What commands need from the rest of the house; main hands it in. */
export interface CliServices {
  createReader(options: { jobs: number; maxBytes?: number }): Promise<Reader>;
  createValidator(options: { jobs: number }): Promise<Validator>;
  /** Ids of the document types that are built in. */
  listTypes(): Promise<string[]>;
  /** Resolves when the server takes requests; throws SheafError when it cannot start. */
  startServer(world: { env: CliIo['env']; stdout: CliStream }): Promise<StartedServer>;
  /** Connects to a PostgreSQL server and leaves again. Throws SheafError `store.unavailable`. */
  tryDatabase(url: string): Promise<void>;
  /** Checks the audit log of an installation that has one. Throws SheafError when it cannot be looked at. */
  verifyAudit(
    place: { dataDir: string; databaseUrl?: string | undefined },
    options: AuditCheck,
  ): Promise<ChainReport[]>;
  /** Gives a lost key of the installation up. Throws SheafError when there is none to give up. */
  forgetKey(
    place: { dataDir: string; databaseUrl?: string | undefined },
    name: KeyName,
  ): Promise<{ secondFactors: number }>;
  /** Lists that the operator may extend or replace. */
  lists: ListServices;
  /** Back-up, restore, move. */
  installation: InstallationServices;
  /** Applies what the schema lacks; with `check` it only looks. Throws SheafError: `store.schema-newer`, `store.locked`, `store.unavailable`. */
  migrate(
    place: { dataDir: string; databaseUrl?: string | undefined },
    options: { check: boolean },
  ): Promise<MigrationReport>;
  /** Asks both models once. Throws SheafError `models.unavailable` or `config.invalid`. */
  tryModels(embeddingFolder: string | undefined): Promise<{ embedding: string; entities: string }>;
  /**
   * Connects to the mail server, logs in and leaves again; of a service over HTTP, sees whether it answers. Returns a code of why
   * that failed.
   */
  tryMail(mail: Config['mail']): Promise<string | undefined>;
  /** Asks the language model for one word. Returns why there was no answer. */
  tryLanguageModel(models: Config['languageModel']): Promise<string | undefined>;
}

/** All throw OperatorListError or SheafError. */
export interface ListServices {
  ids(): Promise<string[]>;
  import(
    list: string,
    dataDir: string,
    request: { files: readonly string[]; replace: boolean; dryRun: boolean },
  ): Promise<ImportedList>;
  /** Whether there was anything to forget. */
  reset(list: string, dataDir: string): Promise<boolean>;
}

export type KeyName = 'auth' | 'encryption';
export interface StartedServer {
  stop(): Promise<void>;
  /** A stop that takes longer hangs. */
  stopsWithinMs: number;
}

/** Names of migrations, in their order. */
export interface MigrationReport {
  applied: string[];
  pending: string[];
}

export interface AuditCheck {
  chain?: string | undefined;
  expect?: { seq: number; hash: string } | undefined;
}

/** What was found out about one chain of the audit log (store/verify-audit.ts). */
export interface ChainReport {
  chain: string;
  events: number;
  forgotten: number;
  head: { seq: number; hash: string };
  fault?: { kind: string; seq: number; message: string };
}

export interface Command {
  /** Text after the command's name in its usage line: `FILE… [--json]`. */
  usage: string;
  /** One paragraph. */
  description: string;
  /** Option → what it does, as printed by --help. */
  options: Readonly<Record<string, string>>;
  examples?: readonly string[];
  run(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode>;
}

/** Wrong arguments: printed with the usage line, exit code 2. */
export class UsageError extends Error {}
