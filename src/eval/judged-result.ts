// What the judge needs of a read: the shape is a part of the read result, so that eval does not depend on the engine.

import type { DocumentRecord } from '../document/value.ts';

export interface JudgedResult {
  documents: readonly DocumentRecord[];
  pages: number;
  timings: Readonly<Record<string, number>>;
  error: { code: string; message: string } | null;
}
