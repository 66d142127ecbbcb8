// Lists that packs declare and operators import (pipeline/operator-list.ts), as files of the installation: DATA_DIR/lists/ID.json.

import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { SheafError } from './errors.ts';
import { type ImportedList, type ListFile, type OperatorList, OperatorListError } from './pipeline/operator-list.ts';
import type { Pack } from './pipeline/pack.ts';

/** The variable that tells a reading child where the lists lie. */
export const LISTS_VARIABLE = 'SHEAF_LISTS';
const MOST_FILES = 20;
const MOST_FILE_BYTES = 100_000_000;
const MOST_KEPT_BYTES = 400_000_000;

export const listsFolder = (dataDir: string): string => path.resolve(dataDir, 'lists');

const listsOf = (packs: readonly Pack[]): OperatorList[] => packs.flatMap(({ operatorLists = [] }) => operatorLists);

/**
 * Takes what was imported into use, once, before anything is read. With `check` it throws SheafError `config.invalid` for what
 * cannot be used; else that shows when it is needed.
 */
export async function useLists(packs: readonly Pack[], folder: string, { check = false } = {}): Promise<void> {
  for (const list of listsOf(packs)) {
    const kept = await readKept(folder, list);
    if (kept === undefined) continue;
    try {
      if (check) list.check(kept);
      list.use(kept);
    } catch (error) {
      if (!(error instanceof OperatorListError)) throw error;
      throw new SheafError('config.invalid', `${fileOf(folder, list)}: ${error.message}`, { cause: error });
    }
  }
}

export interface ListRequest {
  /** Paths as somebody gave them. */
  files: readonly string[];
  replace: boolean;
  /** Says what would be, and changes nothing. */
  dryRun: boolean;
}

/** Throws OperatorListError for files that cannot be read or understood: then nothing is changed. */
async function importList(
  list: OperatorList,
  folder: string,
  { files, replace, dryRun }: ListRequest,
): Promise<ImportedList> {
  if (files.length > MOST_FILES) throw new OperatorListError(`more than ${MOST_FILES} files at once`);
  const texts: ListFile[] = [];
  for (const file of files) texts.push(await readListFile(file));
  const kept = replace ? undefined : await readKept(folder, list);
  const imported = list.import(texts, { kept, replace });
  if (!dryRun) await writeKept(fileOf(folder, list), imported.kept);
  return imported;
}

/** Back to what Sheaf brings. Whether there was anything to forget. */
async function resetList(list: OperatorList, folder: string): Promise<boolean> {
  const file = fileOf(folder, list);
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  await rm(file, { force: true });
  return exists;
}

/** What a command needs of them, by id. */
export function createLists(packs: readonly Pack[]): {
  ids(): Promise<string[]>;
  import(id: string, dataDir: string, request: ListRequest): Promise<ImportedList>;
  reset(id: string, dataDir: string): Promise<boolean>;
} {
  const lists = listsOf(packs);
  const get = (id: string): OperatorList => {
    const list = lists.find((each) => each.id === id);
    if (!list) throw new OperatorListError(`there is no list ${id}`);
    return list;
  };
  return {
    ids: async () => lists.map(({ id }) => id),
    import: async (id, dataDir, request) => importList(get(id), listsFolder(dataDir), request),
    reset: async (id, dataDir) => resetList(get(id), listsFolder(dataDir)),
  };
}

const fileOf = (folder: string, { id }: OperatorList): string => path.join(folder, `${id}.json`);

async function readKept(folder: string, list: OperatorList): Promise<string | undefined> {
  const file = fileOf(folder, list);
  try {
    const { size } = await stat(file);
    if (size > MOST_KEPT_BYTES) throw new SheafError('config.invalid', `${file} is too large`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SheafError) throw error;
    throw new SheafError('config.invalid', `${file} cannot be read`, { cause: error });
  }
}

async function readListFile(name: string): Promise<ListFile> {
  const handle = await open(name, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new OperatorListError(`${name} cannot be read (${error.code})`);
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new OperatorListError(`${name} is no file`);
    if (found.size > MOST_FILE_BYTES) throw new OperatorListError(`${name} is larger than ${MOST_FILE_BYTES / 1e6} MB`);
    const bytes = await handle.readFile();
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof OperatorListError) throw error;
    throw new OperatorListError(`${name} is no text in UTF-8`);
  } finally {
    await handle.close();
  }
}

/** Written beside its place, synced and renamed: no process reads half of it. */
async function writeKept(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
