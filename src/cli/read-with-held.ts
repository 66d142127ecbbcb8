// A file with all that it holds: attachments of a mail, entries of an archive, and what those hold, as one result.

import { SheafError } from '../errors.ts';
import {
  failedRead,
  type HeldResult,
  type Reader,
  type ReadInput,
  type ReadOptions,
  type ReadResult,
} from '../pipeline/read-result.ts';
import { readInOrder } from './read-in-order.ts';

export interface ReadAlong {
  options: ReadOptions;
  /** Files read at the same time. */
  jobs: number;
}

/** Of one given file, however deep they lie. */
const MOST_FILES = 2000;

interface Held {
  path: string;
  result: ReadResult;
}

/** Records of held files stand in `documents` with their `source`; `files` says how each went. */
export async function readWithHeld(reader: Reader, input: ReadInput, along: ReadAlong): Promise<ReadResult> {
  const budget = { left: MOST_FILES };
  const { result, held } = await readTree(reader, input, { ...along, depth: 0, at: '', budget });
  return held.length === 0 ? result : joined(result, held);
}

interface Place extends ReadAlong {
  depth: number;
  at: string;
  budget: { left: number };
}

async function readTree(reader: Reader, input: ReadInput, place: Place): Promise<{ result: ReadResult; held: Held[] }> {
  // A temporary folder that takes nothing must not keep a plain file from being read.
  const folder = await reader.makeHoldFolder();
  try {
    const hold = folder ? { hold: { folder: folder.path, depth: place.depth } } : {};
    const result = await reader.read(input, { ...place.options, ...hold });
    const files = folder && opened(result) ? (result.held ?? []) : [];
    const held: Held[] = [];
    const kind = result.pages === 0 ? 'entry' : 'attachment';
    const readOne = async ({ position, name }: (typeof files)[number]): Promise<Held[]> => {
      const at = `${place.at}${kind} ${position}`;
      if (place.budget.left-- <= 0) return [{ path: at, result: tooMany(name) }];
      const inner = { path: folder!.pathOf(position), name };
      const below = await readTree(reader, inner, { ...place, depth: place.depth + 1, at: `${at}/` });
      return [{ path: at, result: below.result }, ...below.held];
    };
    for await (const read of readInOrder(listed(files), readOne, place)) held.push(...read);
    return { result, held };
  } finally {
    await folder?.remove();
  }
}

/** Nothing lies in the folder of what failed, or was too deep. */
const opened = ({ status, warnings }: ReadResult): boolean =>
  status !== 'failed' && !warnings.some(({ code }) => code === 'mail.too-deep');

async function* listed<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

function tooMany(name: string): ReadResult {
  const { code, message } = new SheafError(
    'archive.too-large',
    `More than ${MOST_FILES} files are not taken out of one.`,
  );
  return failedRead(name, { code, message });
}

function joined(own: ReadResult, held: readonly Held[]): ReadResult {
  const allFailed = own.documents.length === 0 && held.every(({ result }) => result.status === 'failed');
  const wholly = held.every(({ result }) => result.status === 'succeeded');
  const status = allFailed ? 'failed' : wholly ? own.status : 'partial';
  const documents = held.flatMap(({ path: at, result }) =>
    result.documents.map((document) => ({ ...document, source: { name: result.file, path: at } })),
  );
  return {
    ...own,
    status,
    pages: held.reduce((sum, { result }) => sum + result.pages, own.pages),
    language: own.language ?? held.find(({ result }) => result.language)?.result.language ?? null,
    documents: [...own.documents, ...documents],
    files: held.map(fileOf),
    timings: addTimings([own, ...held.map(({ result }) => result)]),
    error: own.error ?? (allFailed ? held[0]!.result.error : null),
  };
}

function fileOf({ path: at, result }: Held): HeldResult {
  const { file: name, sha256, status, pages, warnings, error } = result;
  return { path: at, name, sha256, status, pages, warnings, error };
}

function addTimings(results: readonly ReadResult[]): ReadResult['timings'] {
  const sum: ReadResult['timings'] = {};
  for (const { timings } of results) {
    for (const [stage, ms] of Object.entries(timings)) sum[stage] = Math.round(((sum[stage] ?? 0) + ms) * 10) / 10;
  }
  return sum;
}
