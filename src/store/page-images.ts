// Rendered pages, kept on disk so that each is drawn once. Losing them costs time only.

import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from './new-id.ts';

export interface PageImageKey {
  /** What the picture is of: a content's hash or a document's id. */
  source: string;
  page: number;
  dpi: number;
  /** Degrees clockwise; undefined when nobody knew yet how the page lies, and its own text decided. */
  rotation: number | undefined;
}

export interface PageImages {
  /** The kept image, or the one that `draw` makes. */
  get(key: PageImageKey, draw: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Deletes the pictures of these contents or documents. */
  remove(sources: readonly string[]): Promise<void>;
}

export function openPageImages(directory: string): PageImages {
  return {
    async get({ source, page, dpi, rotation }, draw) {
      const folder = path.join(directory, source.slice(-2));
      const file = path.join(folder, `${source}-${page}-${dpi}-${rotation ?? 'own'}.png`);
      const kept = await readFile(file).catch(() => undefined);
      if (kept) return kept;
      const drawn = await draw();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = `${file}.${newId()}`;
      await writeFile(temporary, drawn, { mode: 0o600 });
      await rename(temporary, file);
      return drawn;
    },
    async remove(sources) {
      for (const source of sources) {
        const folder = path.join(directory, source.slice(-2));
        const names = await readdir(folder).catch(() => []);
        // Whatever begins so: also what a process left that died while it wrote.
        for (const name of names) if (name.startsWith(`${source}-`)) await rm(path.join(folder, name), { force: true });
      }
    },
  };
}
