// A folder into which people or machines put files: what lies still is taken, and then moved out of the way.

import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

export interface WaitingFile {
  name: string;
  size: number;
  /** Another one put there later under the same name has another. */
  identity: string;
  /** As it lies there. */
  open(): Promise<Readable>;
  /** Whether nobody wrote to it since it was listed. */
  isUnchanged(): Promise<boolean>;
  /** Into `done/` or `failed/` beside it; a failed one gets a file that says why. */
  finish(how: { done: true } | { done: false; reason: string }): Promise<void>;
}

/** Written to until a moment ago, it may not be whole. */
const STILL_MS = 5_000;
/** What programs call a file that is on its way. */
const UNFINISHED = /^[.~]|\.(?:part|partial|tmp|temp|crdownload|filepart|swp)$|~$/i;

/** Makes it when it is not there. */
export async function ensureFolder(folder: string): Promise<void> {
  for (const name of ['.', 'done', 'failed']) await mkdir(path.join(folder, name), { recursive: true, mode: 0o750 });
}

/** Regular files that lie still, oldest first; links and what hides are left alone. */
export async function listWaiting(
  folder: string,
  { limit, now = Date.now() }: { limit: number; now?: number },
): Promise<WaitingFile[]> {
  await ensureFolder(folder);
  const found: { file: WaitingFile; at: number }[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || UNFINISHED.test(entry.name)) continue;
    const stats = await stat(path.join(folder, entry.name), { bigint: true }).catch(() => undefined);
    if (!stats || now - Number(stats.mtimeMs) < STILL_MS) continue;
    found.push({ file: waitingFile(folder, entry.name, stats), at: Number(stats.mtimeMs) });
  }
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, limit)
    .map(({ file }) => file);
}

interface Looks {
  size: bigint;
  mtimeNs: bigint;
  ino: bigint;
}

const identityOf = ({ size, mtimeNs, ino }: Looks): string => `${size} ${mtimeNs} ${ino}`;

function waitingFile(folder: string, name: string, looks: Looks): WaitingFile {
  const file = path.join(folder, name);
  const identity = identityOf(looks);
  return {
    name,
    size: Number(looks.size),
    identity,
    async open() {
      const handle: FileHandle = await open(
        file,
        constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
      );
      return handle.createReadStream();
    },
    async isUnchanged() {
      const after = await stat(file, { bigint: true }).catch(() => undefined);
      return after !== undefined && identityOf(after) === identity;
    },
    async finish(how) {
      const target = await freeName(path.join(folder, how.done ? 'done' : 'failed'), name);
      await rename(file, target);
      if (!how.done) await writeFile(`${target}.reason.txt`, `${how.reason}\n`, { mode: 0o640 });
    },
  };
}

/** Nothing that lies there is written over. */
async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let count = 1; ; count++) {
    const target = path.join(folder, count === 1 ? name : `${stem} (${count})${ext}`);
    if (!(await stat(target).catch(() => undefined))) return target;
  }
}
