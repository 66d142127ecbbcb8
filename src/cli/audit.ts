// `sheaf audit verify`: whether the audit log is what was written, chain by chain.

import { readConfig } from '../config.ts';
import { errorCatalogue, SheafError } from '../errors.ts';
import {
  type AuditCheck,
  type ChainReport,
  type CliIo,
  type CliServices,
  type Command,
  type ExitCode,
  UsageError,
} from './command.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';

/** As reports name the chain that belongs to no workspace. */
const SERVER_CHAIN = '00000000-0000-0000-0000-000000000000';
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export const auditCommand: Command = {
  usage: 'verify [--chain ID [--expect SEQ:HASH]] [--json]',
  description:
    'Recomputes the hash chains of the audit log in DATA_DIR or DATABASE_URL and names the first event of each chain that was altered, ' +
    'moved or is missing. The embedded database must not be in use. Exit code 0: all chains are whole; 1: one is not; 2: nothing was checked.',
  options: {
    '--chain ID': 'only the chain of this workspace; "server" for what belongs to none',
    '--expect SEQ:HASH':
      'a head written down earlier: the chain must still hold it (finds a log that was cut off or rewritten)',
    '--json': 'one JSON object a chain and line',
  },
  examples: [
    'sheaf audit verify',
    'sheaf audit verify --chain server --expect 418:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ],
  run: runAudit,
};

async function runAudit(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    chain: { type: 'string' },
    expect: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    throw new UsageError('there is "sheaf audit verify" only');
  const options = parseCheck(values.chain as string | undefined, values.expect as string | undefined);
  let reports: ChainReport[];
  try {
    const { dataDir, databaseUrl } = await readConfig(io.env);
    reports = await services.verifyAudit({ dataDir, databaseUrl }, options);
  } catch (error) {
    if (!(error instanceof SheafError)) throw error;
    io.stderr.write(`sheaf audit: ${error.message}\n${errorCatalogue[error.code].advice}\n`);
    return 2;
  }
  for (const report of reports) await writeTo(io.stdout, values.json ? `${JSON.stringify(report)}\n` : print(report));
  if (reports.length === 0 && !values.json) await writeTo(io.stdout, 'the audit log is empty\n');
  return reports.some((report) => report.fault) ? 1 : 0;
}

function parseCheck(chain: string | undefined, expect: string | undefined): AuditCheck {
  const id = chain === 'server' ? SERVER_CHAIN : chain;
  if (id !== undefined && !uuid.test(id)) throw new UsageError('--chain takes the id of a workspace, or "server"');
  if (expect === undefined) return { chain: id };
  const head = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(expect);
  if (!head) throw new UsageError('--expect takes SEQ:HASH as this command prints it');
  if (id === undefined) throw new UsageError('--expect needs --chain: each chain has a head of its own');
  return { chain: id, expect: { seq: Number(head[1]), hash: head[2]! } };
}

function print({ chain, events, forgotten, head, fault }: ChainReport): string {
  const name = chain === SERVER_CHAIN ? 'server' : chain;
  if (fault) return `BROKEN  ${name}  ${fault.kind} at event ${fault.seq}: ${fault.message}\n`;
  const note = forgotten > 0 ? `, the origin of ${forgotten} erased` : '';
  return `whole   ${name}  ${events} events${note}; head ${head.seq}:${head.hash}\n`;
}
