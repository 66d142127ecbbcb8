// `sheaf backup`: an installation into one archive, and whether an archive is whole.

import { carry, showBytes, sumRows } from './carry.ts';
import { type CliIo, type CliServices, type Command, type ExitCode, UsageError } from './command.ts';
import { writeTo } from './output.ts';
import { parseOptions } from './parse-options.ts';

export const backupCommand: Command = {
  usage:
    '[FILE|FOLDER|-] [--verify] [--with-keys] [--skip-damaged] [--json]   or   sheaf backup verify FILE|- [--json]',
  description:
    'Writes the database and all files of the installation in DATA_DIR or DATABASE_URL, as of one moment, into one archive (docs/backup.md). ' +
    'A folder gets a file named by the time; "-" is standard output; without a name it is BACKUP_DIR. BACKUP_PASSPHRASE or BACKUP_RECIPIENTS encrypt it. ' +
    'On PostgreSQL servers may go on running; the embedded database must not be in use. ' +
    '"verify" restores an archive into a scratch database and compares every count and hash. ' +
    'Exit code 0: done; 1: done, but files were damaged; 2: not done, or the archive is not whole.',
  options: {
    '--verify': 'restore it into a scratch database at once, and compare',
    '--with-keys': 'put the keys of DATA_DIR/secrets in although the archive is not encrypted',
    '--skip-damaged': 'go on without files that are missing or damaged, and list them',
    '--json': 'one JSON object',
  },
  examples: [
    'sheaf backup /var/backups/sheaf --verify',
    'sheaf backup - > sheaf.tar.zst',
    'sheaf backup verify sheaf.tar.zst',
  ],
  run: (args, io, services) =>
    args[0] === 'verify' ? runVerify(args.slice(1), io, services) : runBackup(args, io, services),
};

async function runBackup(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    verify: { type: 'boolean' },
    'with-keys': { type: 'boolean' },
    'skip-damaged': { type: 'boolean' },
    json: { type: 'boolean' },
  });
  if (positionals.length > 1) throw new UsageError('takes one file or folder');
  const toStream = positionals[0] === '-';
  if (toStream && values.verify) throw new UsageError('what went to standard output cannot be verified; write a file');
  if (toStream && io.stdout.isTTY) throw new UsageError('an archive does not go to a terminal; write a file');
  return carry('backup', io, async (watched) => {
    const target = toStream ? io.stdout : (positionals[0] ?? watched.config.backup.folder);
    if (target === undefined) throw new UsageError('name a file or a folder, or set BACKUP_DIR');
    const made = await services.installation.backUp({
      ...watched,
      target,
      withKeys: values['with-keys'] === true,
      skipDamaged: values['skip-damaged'] === true,
      verify: values.verify === true,
    });
    // Standard output is the archive.
    const out = toStream ? io.stderr : io.stdout;
    if (values.json) await writeTo(out, `${JSON.stringify(made)}\n`);
    else {
      const { file, size, rows, tables, jobs, blobs, blobBytes } = made;
      if (file !== undefined)
        await writeTo(out, `${file}  ${showBytes(size ?? 0)}${made.encrypted ? ', encrypted' : ''}\n`);
      await writeTo(
        out,
        `${rows} rows of ${tables} tables, ${jobs} waiting jobs, ${blobs} files (${showBytes(blobBytes)})\n`,
      );
      if (made.verified)
        await writeTo(out, 'verified: restored into a scratch database, every count and hash is right\n');
      if (made.keysApart.length > 0) {
        await writeTo(
          out,
          `not in it: ${made.keysApart.map((key) => `DATA_DIR/secrets/${key}`).join(', ')}. Keep them apart: without them, passwords of files and sign-in secrets cannot be opened.\n`,
        );
      }
    }
    await tellDamaged(io, made.damaged);
    return made.damaged.length > 0 ? 1 : 0;
  });
}

async function runVerify(args: readonly string[], io: CliIo, services: CliServices): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  if (positionals.length !== 1) throw new UsageError('verify takes one file, or "-"');
  return carry('backup verify', io, async (watched) => {
    const source = positionals[0] === '-' ? io.stdin : positionals[0]!;
    const { header, manifest, chains } = await services.installation.verify({ ...watched, source });
    const rows = sumRows(manifest.tables);
    const { count, bytes } = manifest.blobs;
    if (values.json) {
      const { createdAt, sheaf } = header;
      const told = {
        whole: true,
        createdAt,
        sheaf,
        rows,
        jobs: manifest.jobs.rows,
        blobs: count,
        blobBytes: bytes,
        chains,
      };
      await writeTo(io.stdout, `${JSON.stringify({ ...told, damaged: manifest.damaged })}\n`);
    } else {
      await writeTo(
        io.stdout,
        `whole: made at ${header.createdAt} by Sheaf ${header.sheaf}; ${rows} rows, ${manifest.jobs.rows} waiting jobs, ${count} files (${showBytes(bytes)}), ${chains} chains of the audit log\n`,
      );
    }
    await tellDamaged(io, manifest.damaged);
    return manifest.damaged.length > 0 ? 1 : 0;
  });
}

export async function tellDamaged(
  io: CliIo,
  damaged: readonly { sha256: string; documents?: readonly string[] }[],
): Promise<void> {
  for (const { sha256, documents = [] } of damaged) {
    io.stderr.write(`damaged: ${sha256}${documents.length > 0 ? `, of documents ${documents.join(', ')}` : ''}\n`);
  }
}
