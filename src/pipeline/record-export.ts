// How a pack declares that a record can be written as a document that other programs read: an e-invoice, a calendar …

import type { DocumentRecord } from '../document/value.ts';

/** What is written; a corrected record as much as a fresh one. */
export type ExportSource = Pick<DocumentRecord, 'type' | 'fields' | 'lines'>;

/** Something that the record would have to say for the document to be valid. */
export interface ExportGap {
  /** JSON pointer into the record: `/fields/seller.vatId`, `/lines/0/unit`; `/` = the record as a whole. */
  pointer: string;
  message: string;
}

export interface ExportPlan {
  /** The specification that the document would follow, by a short name; null = it cannot be written. */
  profile: string | null;
  /** Empty when it can be written. Of the least that the format asks for, where it has several profiles. */
  gaps: readonly ExportGap[];
  /** What does not stand in the record as such: what follows from it, and why a lesser profile was taken. */
  notes: readonly string[];
}

export interface ExportContext {
  /** When the file says it was made. */
  now: Date;
}

export interface RecordExport {
  /** As in `?format=`: `ubl`. */
  id: string;
  title: string;
  mediaType: string;
  /** Of the file, without a dot. */
  extension: string;
  /** Document types whose records can be written in it. */
  types: readonly string[];
  /** Looks without writing. Never throws on a record, whatever it lacks. */
  plan(record: ExportSource): ExportPlan;
  /** The file; only for a record whose plan has no gaps. */
  serialize(record: ExportSource, context: ExportContext): Promise<Uint8Array>;
}

/** Fails at start, not when somebody downloads. */
export function checkExports(
  exports: readonly RecordExport[],
  types: readonly { id: string }[],
): readonly RecordExport[] {
  const known = new Set(types.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id, types: written } of exports) {
    if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new Error(`export "${id}": an id has small letters, digits and hyphens`);
    if (seen.has(id)) throw new Error(`export "${id}" is declared twice`);
    seen.add(id);
    const unknown = written.find((type) => !known.has(type));
    if (unknown !== undefined) throw new Error(`export "${id}": there is no type "${unknown}"`);
  }
  return exports;
}
