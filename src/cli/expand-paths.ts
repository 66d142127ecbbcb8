// Arguments of `read` → the files to read: folders are walked, loops and special files are kept out.

import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorCode } from '../errors.ts';

/** A regular file to read, or a name that cannot be read and why. */
export type FoundFile = { name: string; path: string } | { name: string; error: { code: ErrorCode; message: string } };

/**
 * Files of the arguments, in their order; a folder's in the order of their names. Hidden entries of a folder are left out,
 * and so is what is neither file nor folder; a folder that links lead to twice is walked once.
 */
export async function* expandPaths(names: readonly string[]): AsyncGenerator<FoundFile> {
  for (const name of names) {
    const found = await examine(name);
    if (found === 'folder') yield* walk(name, new Set());
    else yield found;
  }
}

async function examine(name: string): Promise<FoundFile | 'folder'> {
  try {
    const stats = await stat(name);
    if (stats.isDirectory()) return 'folder';
    if (stats.isFile()) return { name, path: path.resolve(name) };
    return { name, error: { code: 'file.unreadable', message: `${name} is not a regular file` } };
  } catch (error) {
    return { name, error: openError(name, error as NodeJS.ErrnoException) };
  }
}

async function* walk(folder: string, visited: Set<string>): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    const real = await realpath(folder);
    if (visited.has(real)) return;
    visited.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { name: folder, error: openError(folder, error as NodeJS.ErrnoException) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(name, visited);
    else if (entry.isFile()) yield { name, path: path.resolve(name) };
    else if (entry.isSymbolicLink()) {
      const target = await examine(name);
      if (target === 'folder') yield* walk(name, visited);
      else yield target;
    }
  }
}

function openError(name: string, error: NodeJS.ErrnoException): { code: ErrorCode; message: string } {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file.not-found', message: `${name} is not there` };
    case 'EACCES':
    case 'EPERM':
      return { code: 'file.unreadable', message: `${name} may not be opened by this user` };
    case 'ELOOP':
      return { code: 'file.unreadable', message: `${name} is a link that leads to itself` };
    case 'ENAMETOOLONG':
      return { code: 'file.unreadable', message: 'the name is too long' };
    default:
      return { code: 'file.unreadable', message: `${name} cannot be opened (${error.code ?? error.message})` };
  }
}
