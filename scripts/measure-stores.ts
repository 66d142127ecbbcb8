// Speed and memory of the object stores: 300 MB through each driver, each in a process of its own, on real servers on this machine.
// What docs/storage.md tells was measured with it: `node bin/run.js scripts/measure-stores.ts`.

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type ObjectStoreSettings, openBlobs } from '../src/store/open-blobs.ts';
import { azureSettings, s3Settings } from '../test/support/object-servers.ts';
import { startServersForTests } from './servers-for-tests.ts';

const MEGABYTES = 300;
const kinds = ['file', 's3', 'azure'] as const;
type Kind = (typeof kinds)[number];

async function settingsOf(kind: Kind): Promise<ObjectStoreSettings> {
  if (kind === 's3') return { kind, ...s3Settings() };
  if (kind === 'azure') return { kind, ...(await azureSettings()) };
  return { kind };
}

/** As a request brings it: pieces of 64 kB, made as they are wanted. */
function content(): Readable {
  const piece = randomBytes(64 * 1024);
  let left = MEGABYTES * 16;
  return new Readable({
    read() {
      this.push(left-- > 0 ? piece : null);
    },
  });
}

const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(MEGABYTES / ((performance.now() - started) / 1000));
}

async function measure(kind: Kind): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sheaf-measure-'));
  const store = await settingsOf(kind);
  const onError = (error: Error): never => {
    throw error;
  };
  const { blobs } = await openBlobs({ dataDir, store, cacheBytes: 1e9, exclusive: true, onError });
  const before = peakMb();
  let sha256 = '';
  const put = await timed(async () => {
    const staged = await blobs.stage(content(), 1e9);
    await staged.keep();
    sha256 = staged.sha256;
  });
  const afterPut = peakMb();
  const get = await timed(async () => {
    const hash = createHash('sha256');
    for await (const chunk of await blobs.read(sha256)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sha256) throw new Error('other bytes came back');
  });
  const afterGet = peakMb();
  const file = await timed(() => blobs.withFile(sha256, async () => {}));
  console.log(
    `${kind}: put ${put} MB/s, get ${get} MB/s, as a file ${file} MB/s; peak memory ${before} MB before, ${afterPut} MB after put, ${afterGet} MB after get, ${peakMb()} MB at the end`,
  );
  await blobs.remove(sha256);
  await blobs.close();
  rmSync(dataDir, { recursive: true, force: true });
}

const kind = kinds.find((name) => name === process.argv[2]);
if (kind) await measure(kind);
else {
  const servers = await startServersForTests();
  for (const each of kinds) {
    const env = { ...process.env, ...servers.env };
    spawnSync(process.execPath, ['--no-warnings', import.meta.filename, each], { env, stdio: 'inherit' });
  }
  await servers.stop();
}
