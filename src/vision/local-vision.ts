// Vision in children of this process: they start when a picture comes, and end when none does.

import { fileURLToPath } from 'node:url';
import { SheafError } from '../errors.ts';
import { bundledModel, type ModelFolder } from '../nlp/model-folder.ts';
import { createChildPool } from '../parse/child-pool.ts';
import type { ChildTrouble } from '../parse/child-trouble.ts';
import type { LookTask } from './child/picture-child.ts';
import { comparePictures, joinVectors } from './compare-pictures.ts';
import type { Looked } from './looked.ts';
import { ensurePicture } from './picture-kind.ts';
import type { Vision } from './vision.ts';

export interface LocalVisionOptions {
  /** Children at most. */
  size?: number;
  /** Of the picture encoder; `none`: hand-made features alone, marked `fallback`. Ours by default. */
  encoder?: ModelFolder | 'none';
  timeoutMs?: number;
  memoryBytes?: number;
  idleMs?: number;
  onTrouble?: (trouble: ChildTrouble) => void;
}

/** Two children with large pictures fit into the memory of a small server. */
const MEMORY_BYTES = 900_000_000;
const TIMEOUT_MS = 20_000;
/** Pictures that wait; each is held in memory. */
const MOST_WAITING = 16;
/** Features made by hand, and which. Changes whenever they do. */
export const HAND_MADE = 'hand-made-1';

export function createLocalVision(options: LocalVisionOptions = {}): Vision {
  const { size = 1, timeoutMs = TIMEOUT_MS, memoryBytes = MEMORY_BYTES, idleMs, onTrouble } = options;
  const encoder = options.encoder === 'none' ? undefined : (options.encoder ?? bundledModel('picture-encoder'));
  const pool = createChildPool({
    entry: fileURLToPath(new URL('./child/picture-child.ts', import.meta.url)),
    size,
    memoryBytes,
    heapMb: 128,
    ...(idleMs === undefined ? {} : { idleMs }),
    ...(onTrouble ? { onTrouble } : {}),
  });

  async function look(picture: Uint8Array, withEncoder: boolean): Promise<Looked> {
    ensurePicture(picture);
    if (pool.stats().waiting >= MOST_WAITING) throw new SheafError('models.busy');
    const task: LookTask = { bytes: picture, encoder: withEncoder ? encoder : undefined };
    return pool.run<Looked>('look', task, { timeoutMs });
  }

  return {
    hash: async (picture) => (await look(picture, false)).hashes,
    async features(picture) {
      const { width, height, encoded, handMade } = await look(picture, true);
      if (encoded && encoder) {
        const vector = joinVectors(encoded, handMade);
        return { status: 'model', model: `${encoder.id}+${HAND_MADE}`, vector, width, height };
      }
      return { status: 'fallback', model: HAND_MADE, vector: handMade, width, height };
    },
    async compare(one, other) {
      // Both at once where there are two children; in turn where there is one.
      const [first, second] = await Promise.all([look(one, true), look(other, true)]);
      return comparePictures(first, second);
    },
    close: () => pool.close(),
  };
}
