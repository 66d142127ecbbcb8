// For formats that are neither chosen of nor read back.

import type { ExportContext } from '../../src/pipeline/record-export.ts';

export function exportContext(now: Date): ExportContext {
  return { now, options: {}, reread: () => Promise.reject(new Error('this format is not read back')) };
}
