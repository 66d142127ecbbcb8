// Speed and memory of back-up, verification and restore on a made installation: node bin/run.js bench/backup.ts [documents]
// With TEST_DATABASE_URL also on that PostgreSQL server.

import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { openBackupFile } from '../src/store/transfer/backup-file.ts';
import { countBackup, makeBackupFile } from '../src/store/transfer/make-backup.ts';
import { restoreBackup } from '../src/store/transfer/restore-backup.ts';
import { verifyBackup } from '../src/store/transfer/verify-backup.ts';
import { keepDocument, newOwner, openHouse } from '../test/support/kept-things.ts';
import { makeTemporaryFolder } from '../test/support/temporary-folder.ts';
import { openFolderBlobs } from '../test/support/test-blobs.ts';
import { prepareEmptyPlace, serverUrl } from '../test/support/test-database.ts';

const documents = Number(process.argv[2] ?? 2000);
/** About what an invoice of two pages has: its file, and its record with evidence. */
const FILE_BYTES = 150_000;
const FIELD_BYTES = 40_000;

let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50).unref();

async function measure<T>(what: string, bytes: () => number, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.();
  peak = process.memoryUsage.rss();
  const rest = peak;
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  const mb = bytes() / 1e6;
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${(mb / seconds).toFixed(1)} MB/s, peak ${(peak / 1e6).toFixed(0)} MB (before ${(rest / 1e6).toFixed(0)} MB)`,
  );
  return result;
}

for (const kind of serverUrl ? (['embedded', 'server'] as const) : (['embedded'] as const)) {
  const house = await openHouse(kind);
  const owner = await newOwner(house);
  for (let i = 0; i < documents; i++) {
    const content = randomBytes(FILE_BYTES / 2).toString('hex');
    await keepDocument(house, owner, { content, name: `${i}.pdf` });
  }
  await house.queue.stop(1000);
  const words = Array.from({ length: 500 }, () => randomBytes(6).toString('hex'));
  const fields = JSON.stringify({
    lines: Array.from({ length: FIELD_BYTES / 40 }, (_, i) => ({ text: words[i % 500], box: [i, i + 0.25, 10, 20] })),
  });
  await sql`select set_config('sheaf.transfer', 'on', false)`.execute(house.db);
  await sql`update records set fields = cast(${fields}::text as jsonb)`.execute(house.db);
  const file = path.join(makeTemporaryFolder(), 'a.tar.zst');
  let bytes = 0;
  const made = await measure(
    `${kind} back-up`,
    () => bytes,
    async () => {
      const options = {
        db: house.db,
        blobs: house.blobs,
        dataDir: house.opened.dataDir,
        version: 'bench',
        encryption: {},
      };
      const result = await makeBackupFile(file, options);
      bytes = documents * fields.length + countBackup(result).blobBytes;
      return result;
    },
  );
  console.log(
    `${kind}: ${documents} documents, ${countBackup(made).rows} rows, ${(bytes / 1e6).toFixed(0)} MB of rows and files, archive ${(statSync(file).size / 1e6).toFixed(0)} MB`,
  );
  await measure(
    `${kind} verification`,
    () => bytes,
    async () => verifyBackup({ content: await openBackupFile(file), keys: {} }),
  );
  const place = await prepareEmptyPlace(kind);
  const blobs = await openFolderBlobs(place.dataDir, { exclusive: true });
  const target = { dataDir: place.dataDir, databaseUrl: place.env.DATABASE_URL };
  await measure(
    `${kind} restore`,
    () => bytes,
    async () =>
      restoreBackup({
        place: target,
        blobs,
        content: await openBackupFile(file),
        name: file,
        keys: {},
        replace: false,
      }),
  );
  rmSync(path.dirname(file), { recursive: true });
  await place.drop();
  await house.opened.remove();
}
process.exit();
