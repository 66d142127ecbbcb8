// The codes of a workspace's vectors: in rows that are only ever added, so that a process that has read some reads what came since.

import { sql } from 'kysely';
import { codeBytes, codeOf, sizeBytes, sizesOf } from '../../search/vector-codes.ts';
import type { Trx } from '../database.ts';
import type { KnownModel } from './models.ts';

const HASH_BYTES = 16;
/** A row stands in one page of the database. */
const ROW_BYTES = 7000;
/** Rows that are read at once. */
const READ = 256;
/** What a process keeps in mind of all workspaces; those that were asked for least lately go first. */
const MOST_BYTES = 64 * 2 ** 20;

const entryBytes = (dimension: number): number => HASH_BYTES + codeBytes(dimension) + sizeBytes(dimension);

interface OfModel {
  workspaceId: string;
  /** Its number. */
  model: number;
}

export interface CodePlace {
  model: number;
  block: number;
  hash: string;
}

/**
 * Numbers of new blocks, one for each of `count` vectors. From here on no other transaction puts in vectors of the model
 * before this one ends: so blocks are seen in the order of their numbers.
 */
export async function takeBlocks(
  trx: Trx,
  { workspaceId, model, dimension, count }: OfModel & { dimension: number; count: number },
): Promise<number[]> {
  const perRow = Math.floor(ROW_BYTES / entryBytes(dimension));
  const taken = Math.ceil(count / perRow);
  const { rows } = await sql<{ last: number }>`update search_models set last_block = last_block + ${taken}::integer
    where workspace_id = ${workspaceId} and number = ${model} returning last_block as last`.execute(trx);
  const first = rows[0]!.last - taken + 1;
  return Array.from({ length: count }, (_, at) => first + Math.floor(at / perRow));
}

export async function insertCodes(
  trx: Trx,
  { workspaceId, model }: OfModel,
  coded: readonly { hash: string; block: number; vector: Float32Array }[],
): Promise<void> {
  if (coded.length === 0) return;
  const blocks = [...Map.groupBy(coded, ({ block }) => block)];
  const entries = blocks.map(([, some]) =>
    some.map(({ hash, vector }) => plain(hash) + hexOf(codeOf(vector)) + hexOf(sizesOf(vector))).join(''),
  );
  await sql`insert into search_vector_codes (workspace_id, model, block, entries)
    select ${workspaceId}::uuid, ${model}::integer, n.block, decode(n.entries, 'hex')
    from unnest(${blocks.map(([block]) => block)}::integer[], ${entries}::text[]) n (block, entries)`.execute(trx);
}

/** With the vectors. Processes that have read them may keep them in mind: no vector stands behind them any more. */
export async function removeCodes(trx: Trx, workspaceId: string, gone: readonly CodePlace[]): Promise<void> {
  for (const [model, places] of Map.groupBy(gone, (place) => place.model)) {
    const hashes = new Set(places.map(({ hash }) => plain(hash)));
    const blocks = [...new Set(places.map(({ block }) => block))];
    const { rows } = await sql<{ block: number; entries: Uint8Array; dimension: number }>`
      select c.block, c.entries, m.dimension from search_vector_codes c
      join search_models m on m.workspace_id = c.workspace_id and m.number = c.model
      where c.workspace_id = ${workspaceId} and c.model = ${model} and c.block = any (${blocks}::integer[])`.execute(
      trx,
    );
    const left = rows.flatMap(({ block, entries, dimension }) => {
      const kept = entriesOf(entries, dimension).filter((entry) => !hashes.has(hexOf(entry.subarray(0, HASH_BYTES))));
      return kept.length === 0 ? [] : [{ block, entries: kept.map(hexOf).join('') }];
    });
    await sql`delete from search_vector_codes where workspace_id = ${workspaceId} and model = ${model}
      and block = any (${blocks}::integer[])`.execute(trx);
    if (left.length === 0) continue;
    await sql`insert into search_vector_codes (workspace_id, model, block, entries)
      select ${workspaceId}::uuid, ${model}::integer, n.block, decode(n.entries, 'hex')
      from unnest(${left.map((row) => row.block)}::integer[], ${left.map((row) => row.entries)}::text[])
        n (block, entries)`.execute(trx);
  }
}

function entriesOf(entries: Uint8Array, dimension: number): Uint8Array[] {
  const size = entryBytes(dimension);
  return Array.from({ length: Math.floor(entries.length / size) }, (_, at) =>
    entries.subarray(at * size, (at + 1) * size),
  );
}

const plain = (hash: string): string => hash.replaceAll('-', '');
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

/** Codes side by side, and in the same order sizes of components and hashes of the texts. A text that came, went and came again is there twice. */
export interface KnownCodes {
  codes: Uint8Array;
  sizes: Uint8Array;
  hashes: Uint8Array;
  count: number;
  /** Number of the last block in them. */
  to: number;
}

const known = new Map<string, KnownCodes>();
const nothing = new Uint8Array(0);
const none: KnownCodes = { codes: nothing, sizes: nothing, hashes: nothing, count: 0, to: 0 };

/** All codes of the model that this transaction sees, from memory but for those that came since. */
export async function knowCodes(
  trx: Trx,
  { workspaceId, model }: { workspaceId: string; model: KnownModel },
): Promise<KnownCodes> {
  const key = `${workspaceId} ${model.number}`;
  let all = known.get(key);
  // Behind what is known: the database is an older one that was restored.
  if (!all || all.to > model.last_block) all = none;
  while (all.to < model.last_block) {
    const { rows } = await sql<{ block: number; entries: Uint8Array }>`select block, entries from search_vector_codes
      where workspace_id = ${workspaceId} and model = ${model.number} and block > ${all.to}
      order by block limit ${READ}`.execute(trx);
    all = append(all, rows, model);
  }
  known.delete(key);
  known.set(key, all);
  forgetMost();
  return all;
}

/** Makes a new one: whoever reads another meanwhile keeps theirs. */
function append(
  all: KnownCodes,
  rows: readonly { block: number; entries: Uint8Array }[],
  model: KnownModel,
): KnownCodes {
  const bytes = codeBytes(model.dimension);
  const bytesOfSizes = sizeBytes(model.dimension);
  const size = entryBytes(model.dimension);
  const count = all.count + rows.reduce((sum, { entries }) => sum + Math.floor(entries.length / size), 0);
  const next: KnownCodes = {
    codes: copyInto(new Uint8Array(count * bytes), all.codes),
    sizes: copyInto(new Uint8Array(count * bytesOfSizes), all.sizes),
    hashes: copyInto(new Uint8Array(count * HASH_BYTES), all.hashes),
    count,
    to: rows.length < READ ? Math.max(model.last_block, rows.at(-1)?.block ?? 0) : rows.at(-1)!.block,
  };
  let place = all.count;
  for (const { entries } of rows) {
    for (const entry of entriesOf(entries, model.dimension)) {
      next.hashes.set(entry.subarray(0, HASH_BYTES), place * HASH_BYTES);
      next.codes.set(entry.subarray(HASH_BYTES, HASH_BYTES + bytes), place * bytes);
      next.sizes.set(entry.subarray(HASH_BYTES + bytes), place * bytesOfSizes);
      place += 1;
    }
  }
  return next;
}

function copyInto(into: Uint8Array, bytes: Uint8Array): Uint8Array {
  into.set(bytes);
  return into;
}

const bytesOf = ({ codes, sizes, hashes }: KnownCodes): number => codes.length + sizes.length + hashes.length;

function forgetMost(): void {
  let bytes = 0;
  for (const all of known.values()) bytes += bytesOf(all);
  for (const [key, all] of known) {
    if (bytes <= MOST_BYTES || known.size === 1) return;
    known.delete(key);
    bytes -= bytesOf(all);
  }
}

/** As the database writes it. */
export function hashAt({ hashes }: KnownCodes, place: number): string {
  const hex = hexOf(hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
