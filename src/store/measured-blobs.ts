// A blob store that tells how long its operations take and how they end.

import { SheafError } from '../errors.ts';
import type { BlobStore } from './blob-store.ts';

export interface BlobOperation {
  operation: string;
  /** `refused`: about the file, such as one that is too large. */
  outcome: 'ok' | 'failed' | 'refused';
  ms: number;
}

const measured: ReadonlySet<PropertyKey> = new Set(['stage', 'read', 'remove']);

export function measuredBlobs<T extends BlobStore>(store: T, tell: (operation: BlobOperation) => void): T {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || !measured.has(name)) return method;
      return async (...given: unknown[]) => {
        const started = performance.now();
        const end = (outcome: BlobOperation['outcome']): void =>
          tell({ operation: String(name), outcome, ms: performance.now() - started });
        try {
          const result = await method.apply(target, given);
          end('ok');
          return result;
        } catch (error) {
          end(error instanceof SheafError && error.code.startsWith('file.') ? 'refused' : 'failed');
          throw error;
        }
      };
    },
  });
}
