// What was fetched, as a file for whoever reads files: in a folder of its own, gone when it was read.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface LaidOut {
  path: string;
  remove(): Promise<void>;
}

export async function layOut(content: Uint8Array): Promise<LaidOut> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-feed-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'feed');
  try {
    await writeFile(file, content, { mode: 0o600 });
  } catch (error) {
    await remove();
    throw error;
  }
  return { path: file, remove };
}
