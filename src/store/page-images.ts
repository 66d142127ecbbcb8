// Rendered pages, kept so that each is drawn once. In the object store, not on one machine: what is erased must go wherever it
// was drawn. Losing them costs time only.

import { buffer } from 'node:stream/consumers';
import type { ObjectStore } from './objects/object-store.ts';

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
  /** Deletes those that were drawn longer ago. */
  removeOlderThan(ageMs: number): Promise<void>;
}

const ROOM = 'page-images/';
const prefixOf = (source: string): string => `${ROOM}${source.slice(-2)}/${source}-`;

export function createPageImages(objects: ObjectStore): PageImages {
  return {
    async get({ source, page, dpi, rotation }, draw) {
      const key = `${prefixOf(source)}${page}-${dpi}-${rotation ?? 'own'}.png`;
      const kept = await objects
        .get(key)
        .then((found) => found && buffer(found.content))
        .catch(() => undefined);
      if (kept) return kept;
      const drawn = await draw();
      // A picture that cannot be kept is drawn again.
      await objects.put(key, [drawn]).catch(() => {});
      return drawn;
    },
    async remove(sources) {
      for (const source of sources) {
        for await (const { key } of objects.list(prefixOf(source))) await objects.remove(key);
        // Also what a process left that died while it wrote.
        await objects.clearHalfDone(prefixOf(source), 0);
      }
    },
    async removeOlderThan(ageMs) {
      for await (const { key, modifiedAt } of objects.list(ROOM)) {
        if (Date.now() - modifiedAt.getTime() > ageMs) await objects.remove(key);
      }
      await objects.clearHalfDone(ROOM, ageMs);
    },
  };
}
