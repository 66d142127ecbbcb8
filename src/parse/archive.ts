// A ZIP archive has no text of its own: what it holds is held out to whoever reads it as documents of their own.

import type { HeldFile } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import { guardArchive } from './archive-guard.ts';
import { tablesOfArchive } from './csv/tables-of-archive.ts';
import { heldName } from './held-name.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';

/** What systems put beside files, and files that their owner hid. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** Throws what the guard throws, and `file.empty` for an archive of folders alone. */
export async function parseArchive(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  // Archives in it pass the guard when they are read themselves: one that is bad costs no other entry.
  const entries = await guardArchive(bytes, { nested: false });
  const files = entries.filter(({ name, isFolder }) => !isFolder && !BESIDE.test(name));
  if (files.length === 0) throw new SheafError('file.empty', 'The archive holds no file');
  if (files.length > context.limits.maxHeldFiles) {
    throw new SheafError(
      'archive.too-large',
      `It holds ${files.length} files; the limit is ${context.limits.maxHeldFiles}.`,
    );
  }
  const held: HeldFile[] = [];
  for (const [index, file] of files.entries()) {
    const position = index + 1;
    const name = heldName(file.name, `file-${position}`);
    held.push({ position, name, size: file.size });
    await context.hold?.({ position, name, bytes: file.read() });
  }
  const tables = tablesOfArchive(files);
  const structured = tables ? { structured: [{ name: null, root: tables }] } : {};
  return { format: 'archive', pageCount: 0, pages: [], metadata: {}, attachments: [], held, ...structured };
}
