// `sheaf migrate`: brings the database to this version's schema, or tells what that would do.

import { readConfig } from '../config.ts';
import { errorCatalogue, SheafError } from '../errors.ts';
import { type Command, type MigrationReport, UsageError } from './command.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';

export const migrateCommand: Command = {
  usage: '[--check] [--json]',
  description:
    'Brings the database of DATABASE_URL or DATA_DIR to the schema of this version, job queue included; a start does the same unless MIGRATE_AT_START=no. ' +
    'The embedded database must not be in use. Several may run at once: one works, the others wait. Exit code 0: the schema is this version’s; 1: it is not (with --check: something is to be done); 2: wrong settings.',
  options: {
    '--check': 'changes nothing, and says what would be applied',
    '--json': 'one JSON object',
  },
  examples: ['sheaf migrate', 'sheaf migrate --check'],
  async run(args, io, services) {
    const { values, positionals } = parseOptions(args, { check: { type: 'boolean' }, json: { type: 'boolean' } });
    if (positionals.length > 0) throw new UsageError('takes no argument');
    const check = values.check === true;
    try {
      const { dataDir, databaseUrl } = await readConfig(io.env);
      const report = await services.migrate({ dataDir, databaseUrl }, { check });
      await writeTo(io.stdout, values.json ? `${JSON.stringify(report)}\n` : print(report));
      return report.pending.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof SheafError)) throw error;
      io.stderr.write(`sheaf migrate: ${error.message}\n${errorCatalogue[error.code].advice}\n`);
      return error.code === 'config.invalid' ? 2 : 1;
    }
  },
};

function print({ applied, pending }: MigrationReport): string {
  if (applied.length + pending.length === 0) return 'nothing to do: the schema is this version’s\n';
  return [...applied.map((name) => `applied  ${name}\n`), ...pending.map((name) => `pending  ${name}\n`)].join('');
}
