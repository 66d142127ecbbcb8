// One moment of the running embedded database, as a copy of its files. It has one session, so that a long transaction in it
// would hold up every request; the copy can be read elsewhere for as long as it takes.

import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';

/** A file changed this shortly before it was looked at may change again without another time of change. */
const UNSURE_MS = 5000;

interface Seen {
  size: bigint;
  mtimeNs: bigint;
}

/**
 * Copies twice: everything while work goes on, and then, with the session held, what changed meanwhile. What a crash at
 * that moment would leave is what the copy holds: every transaction that was committed, and no other. Returns how long
 * the session was held.
 */
export async function copyEmbeddedDatabase(
  pglite: PGlite,
  { from, to }: { from: string; to: string },
): Promise<number> {
  // Little is left to be replayed then.
  await pglite.query('checkpoint');
  const startedAt = Date.now();
  const first = await copyChanged(from, to, new Map());
  for (const [file, seen] of first) {
    if (Number(seen.mtimeNs / 1_000_000n) > startedAt - UNSURE_MS) first.delete(file);
  }
  return pglite.transaction(async (held) => {
    // The transaction begins with its first statement; nobody else's runs until it ends.
    await held.query('select 1');
    const started = performance.now();
    const last = await copyChanged(from, to, first);
    for (const file of await listFiles(to)) if (!last.has(file)) await rm(path.join(to, file), { force: true });
    return performance.now() - started;
  });
}

async function copyChanged(from: string, to: string, known: ReadonlyMap<string, Seen>): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const file = path.relative(from, path.join(entry.parentPath, entry.name));
    if (entry.isDirectory()) await mkdir(path.join(to, file), { recursive: true, mode: 0o700 });
    if (!entry.isFile()) continue;
    try {
      const { size, mtimeNs } = await stat(path.join(from, file), { bigint: true });
      const before = known.get(file);
      if (before?.size !== size || before.mtimeNs !== mtimeNs) {
        await mkdir(path.dirname(path.join(to, file)), { recursive: true, mode: 0o700 });
        await copyFile(path.join(from, file), path.join(to, file), constants.COPYFILE_FICLONE);
      }
      seen.set(file, { size, mtimeNs });
    } catch (error) {
      // Deleted meanwhile: the second round settles it.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return seen;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
