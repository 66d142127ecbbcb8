// What a mail or an archive holds, laid into a folder of the caller's, for whoever reads it as documents of their own.

import { constants } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { ParsedDocument } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import type { ParseContext } from './parse-context.ts';

export interface HoldOptions {
  /** Each file lies in it under its position (`heldFilePath`). */
  folder: string;
  /** How many containers lie around this file: 0 = it was given itself. */
  depth: number;
}

/** A folder of the caller's for one reading. */
export interface HoldFolder {
  path: string;
  pathOf(position: number): string;
  /** What the reading laid there, and nothing that a link leads to: what the child did is not believed. */
  open(position: number): Promise<Readable>;
  remove(): Promise<void>;
}

/** undefined when the temporary folder takes nothing: a file that holds none is read all the same. */
export async function makeHoldFolder(): Promise<HoldFolder | undefined> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-held-')).catch(() => undefined);
  if (folder === undefined) return undefined;
  const pathOf = (position: number) => heldFilePath(folder, position);
  return {
    path: folder,
    pathOf,
    async open(position) {
      const handle = await open(pathOf(position), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      return handle.createReadStream();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Containers within containers that are opened: mail → archive → mail. */
const MAX_HELD_DEPTH = 3;
/** Of one container; an archive cannot inflate to more (archive-guard.ts), and a mail is no larger than its file. */
const MAX_BYTES = 160 * 1024 * 1024;

const heldFilePath = (folder: string, position: number): string => path.join(folder, `${Math.trunc(position)}`);

export const opensHeld = (hold: HoldOptions | undefined): hold is HoldOptions =>
  hold !== undefined && hold.depth < MAX_HELD_DEPTH;

/** Throws `archive.too-large`. */
export function createHolder({ folder }: HoldOptions): NonNullable<ParseContext['hold']> {
  let bytes = 0;
  return async (file) => {
    bytes += file.bytes.length;
    if (bytes > MAX_BYTES) throw new SheafError('archive.too-large');
    // Never over what lies there: a second one of the same position would be a mistake of ours.
    const handle = await open(heldFilePath(folder, file.position), 'wx', 0o600);
    try {
      await handle.writeFile(file.bytes);
    } finally {
      await handle.close();
    }
  };
}

/** Says that files were left unopened. Throws `archive.too-deep` for an archive, of which nothing else would be left. */
export function tellTooDeep(doc: ParsedDocument, hold: HoldOptions | undefined): void {
  if (!hold || opensHeld(hold) || !doc.held || doc.held.length === 0) return;
  if (doc.format === 'archive') throw new SheafError('archive.too-deep');
  const message = `Its ${doc.held.length} attachments were not opened: they lie too deep in other files.`;
  doc.warnings.push({ code: 'mail.too-deep', message });
}
