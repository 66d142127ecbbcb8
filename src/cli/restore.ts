// `sheaf restore`: an archive becomes an installation again.

import { tellDamaged } from './backup.ts';
import { carry, showBytes, sumRows } from './carry.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import type { RestoredInstallation } from './installation-services.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';

export const restoreCommand: Command = {
  usage: 'FILE|- [--replace --yes] [--json]',
  description:
    'Puts an archive of "sheaf backup" into DATA_DIR or DATABASE_URL, which must be empty, whatever kind of database it came from (docs/backup.md). ' +
    'Every count and hash is compared before anything counts; an older schema is brought up to date; a newer one is refused. ' +
    'BACKUP_PASSPHRASE or BACKUP_IDENTITY_FILE open an encrypted one. Exit code 0: restored; 1: restored, but the archive lacks damaged files; 2: not restored.',
  options: {
    '--replace':
      'give up the installation that is there, after the archive was verified; needs --yes. The embedded database is put aside, not deleted',
    '--yes': 'yes, replace it',
    '--json': 'one JSON object',
  },
  examples: ['DATA_DIR=/srv/sheaf-new sheaf restore sheaf.tar.zst'],
  run: runRestore,
};

async function runRestore(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    replace: { type: 'boolean' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('takes one file, or "-"');
  const replace = values.replace === true;
  if (replace && values.yes !== true) {
    throw new UsageError('--replace gives up the installation that is there: say --yes, too, when that is meant');
  }
  if (replace && file === '-') throw new UsageError('--replace verifies the archive first, and needs a file for that');
  return carry('restore', io, async (watched) => {
    const source = file === '-' ? io.stdin : file;
    const restored = await services.installation.restore({ ...watched, source, replace });
    await writeTo(io.stdout, values.json ? `${JSON.stringify(restored)}\n` : print(restored));
    await tellDamaged(io, restored.manifest.damaged);
    return restored.manifest.damaged.length > 0 ? 1 : 0;
  });
}

function print({ header, manifest, chains, keys, migrated, putAside, jobsDropped }: RestoredInstallation): string {
  const { count, bytes } = manifest.blobs;
  const lines = [
    `restored: as of ${header.createdAt}, ${sumRows(manifest.tables)} rows, ${manifest.jobs.rows} waiting jobs, ${count} files (${showBytes(bytes)})`,
    `compared: every row, count and content with the archive; ${chains} chains of the audit log are whole`,
  ];
  if (migrated.length > 0) lines.push(`migrated: ${migrated.join(', ')}`);
  if (jobsDropped > 0) lines.push(`left out: ${jobsDropped} jobs of a kind that this version does not have`);
  if (putAside) lines.push(`put aside: ${putAside}; delete it when it is not needed`);
  for (const { file, state } of keys) {
    if (state === 'missing')
      lines.push(`before you start: put ${file} into DATA_DIR/secrets; the archive does not hold it`);
    if (state === 'other') {
      lines.push(
        `before you start: DATA_DIR/secrets/${file} is another key than the archive was made with; put the right one there`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
