// `sheaf move`: an embedded installation into PostgreSQL.

import { tellDamaged } from './backup.ts';
import { carry } from './carry.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import type { MovedInstallation } from './installation-services.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';

export const moveCommand: Command = {
  usage: '[--to postgres://user@host:5432/name] [--json]',
  description:
    'Copies the embedded database of DATA_DIR, which no server may have open, into an empty PostgreSQL database, and compares every row (docs/backup.md). ' +
    'The target is --to or DATABASE_URL; a password belongs into DATABASE_URL or PGPASSWORD, never on the command line. ' +
    'Interrupted, also by force, it goes on when it is run again. Afterwards the embedded database does not start any more. ' +
    'Exit code 0: moved; 1: moved, but files were missing or damaged before; 2: not moved.',
  options: { '--to URL': 'the target, without a password', '--json': 'one JSON object' },
  examples: ['DATA_DIR=/srv/sheaf-new DATABASE_URL=postgres://sheaf:secret@db.example.com/new sheaf move'],
  run: runMove,
};

async function runMove(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, { to: { type: 'string' }, json: { type: 'boolean' } });
  if (positionals.length > 0) throw new UsageError('takes no argument');
  const to = values.to as string | undefined;
  if (to !== undefined) ensureWithoutPassword(to);
  return carry('move', io, async (watched) => {
    const databaseUrl = to ?? watched.config.databaseUrl;
    if (databaseUrl === undefined) throw new UsageError('name the target with --to, or set DATABASE_URL');
    const moved = await services.installation.move({ ...watched, databaseUrl });
    await writeTo(io.stdout, values.json ? `${JSON.stringify(moved)}\n` : print(moved, watched.config.dataDir));
    await tellDamaged(
      io,
      moved.damaged.map((sha256) => ({ sha256 })),
    );
    return moved.damaged.length > 0 ? 1 : 0;
  });
}

function ensureWithoutPassword(to: string): void {
  if (!/^postgres(ql)?:\/\/.+/.test(to) || !URL.canParse(to)) {
    throw new UsageError('--to must look like postgres://user@host:5432/name');
  }
  const { password, searchParams } = new URL(to);
  if (password !== '' || searchParams.has('password')) {
    throw new UsageError(
      'every user of this machine can read a command line: put the password into DATABASE_URL or PGPASSWORD',
    );
  }
}

function print({ to, already, tables, rows, jobs, blobs }: MovedInstallation, dataDir: string): string {
  const lines = already
    ? [`moved to ${to} by an earlier call; nothing was left to do`]
    : [
        `moved to ${to}: ${rows} rows of ${tables} tables, ${jobs} waiting jobs`,
        `compared: every row of every table; ${blobs} files are whole`,
      ];
  return `${[
    ...lines,
    'next: set DATABASE_URL to the new database, and keep DATA_DIR as it is: the files and keys stay there',
    `the keys of ${dataDir}/secrets go on counting. A process that runs elsewhere needs them:`,
    `  copy the folder, or set AUTH_SECRET there to the output of: base64 -w0 < ${dataDir}/secrets/auth.key | tr '+/' '-_' | tr -d '='`,
    'the embedded database is kept, and does not start any more; delete its folder when it is not needed',
  ].join('\n')}\n`;
}
