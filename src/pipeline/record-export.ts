// How a pack declares that a record can be written as a document that other programs read: an e-invoice, a calendar …

import type { DocumentRecord } from '../document/value.ts';
import { SheafError } from '../errors.ts';

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

/** Reads a file as if it had been uploaded, in a process that may be killed; undefined when no such record comes of it. */
export type RereadFile = (file: {
  bytes: Uint8Array;
  name: string;
  /** Type to read it by. */
  type: string;
}) => Promise<Pick<DocumentRecord, 'fields' | 'lines'> | undefined>;

export interface ExportContext {
  /** When the file says it was made. */
  now: Date;
  /** For formats that count as written only when they are read back. */
  reread: RereadFile;
  /** What was chosen of what the format declares, defaults filled in. */
  options: Readonly<Record<string, string>>;
}

/** Something that whoever asks for a file may choose. */
export interface ExportOption {
  /** As in the query: `design`. */
  id: string;
  title: string;
  values: readonly { id: string; title: string }[];
  /** What is taken when nothing is chosen; absent = the format decides by the record. */
  usual?: string;
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
  /** What can be chosen; absent = nothing. */
  options?: readonly ExportOption[];
  /** Looks without writing. Never throws on a record, whatever it lacks. */
  plan(record: ExportSource): ExportPlan;
  /** The file; only for a record whose plan has no gaps. Throws `export.not-read-back`. */
  serialize(record: ExportSource, context: ExportContext): Promise<Uint8Array>;
}

/** Fails at start, not when somebody downloads. */
export function checkExports(
  exports: readonly RecordExport[],
  types: readonly { id: string }[],
): readonly RecordExport[] {
  const known = new Set(types.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id, types: written, options = [] } of exports) {
    if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new Error(`export "${id}": an id has small letters, digits and hyphens`);
    for (const type of written) {
      if (!known.has(type)) throw new Error(`export "${id}": there is no type "${type}"`);
      if (seen.has(`${id} ${type}`)) throw new Error(`export "${id}" is declared twice for the type "${type}"`);
      seen.add(`${id} ${type}`);
    }
    for (const option of options) checkOption(id, option);
  }
  return exports;
}

function checkOption(format: string, { id, values, usual }: ExportOption): void {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || id === 'format') throw new Error(`export "${format}": no option can be "${id}"`);
  if (usual !== undefined && !values.some((value) => value.id === usual))
    throw new Error(`export "${format}": the option "${id}" has no value "${usual}"`);
}

/** What each option is, defaults filled in. Throws `export.unknown-option`. */
export function chooseOptions(
  options: readonly ExportOption[],
  chosen: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const made: Record<string, string> = {};
  for (const { id, values, usual } of options) {
    const value = chosen[id] ?? usual;
    if (value === undefined) continue;
    if (!values.some((known) => known.id === value)) throw new SheafError('export.unknown-option');
    made[id] = value;
  }
  return made;
}
