// The trash: things marked as deleted, which no query sees that does not ask for them (a row policy hides them).

import { type RawBuilder, sql } from 'kysely';
import type { Trx } from './database.ts';
import { listDocumentTree } from './document-parents.ts';
import { cleanText } from './jsonb.ts';
import { listMatchIdsAround } from './matches.ts';
import { deleteNoticesAbout } from './notices.ts';
import {
  followersOf,
  type SoftDeletable,
  type SoftDeletableKind,
  softDeletableKinds,
  softDeletables,
} from './soft-deletable.ts';

export interface TrashedThing {
  kind: SoftDeletableKind;
  id: string;
  title: string;
  deletedAt: Date;
  deletedBy: string | null;
  reason: string | null;
}

export interface LockedThing {
  id: string;
  deletedAt: Date | null;
  parentId: string | null;
  /** Set when it went into the trash with this other thing. */
  deletedWith: string | null;
  /** Whose own it is; null = everybody's. */
  ownerId: string | null;
}

const specOf = (kind: SoftDeletableKind): SoftDeletable => softDeletables[kind];
const tableOf = (kind: SoftDeletableKind): RawBuilder<unknown> => sql.table(specOf(kind).table);

/** The document that a thing belongs to: of a document, the one that it came out of. */
function parentOf(kind: SoftDeletableKind): RawBuilder<unknown> {
  const { parent } = specOf(kind);
  if (parent) return sql.ref(parent.column);
  if (kind !== 'document') return sql`null::uuid`;
  return sql`(select parent_id from document_parents p where p.document_id = documents.id)`;
}

function ownerOf(kind: SoftDeletableKind): RawBuilder<unknown> {
  const { owner } = specOf(kind);
  return owner ? sql.ref(owner) : sql`null::uuid`;
}

/** The thing, and of a document all that came out of it. */
export async function listWith(trx: Trx, { kind, id }: { kind: SoftDeletableKind; id: string }): Promise<string[]> {
  return kind === 'document' ? listDocumentTree(trx, id) : [id];
}

/** Runs `work` where deleted rows exist too. May stand inside another one. */
export async function withTrash<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ before: string | null }>`select current_setting('sheaf.show_deleted', true) as before,
    set_config('sheaf.show_deleted', 'on', true)`.execute(trx);
  const result = await work();
  await sql`select set_config('sheaf.show_deleted', ${rows[0]?.before ?? ''}, true)`.execute(trx);
  return result;
}

/** Deleted or not; nobody else can change it before the transaction ends. Only inside `withTrash`. */
export async function lockThing(trx: Trx, kind: SoftDeletableKind, id: string): Promise<LockedThing | undefined> {
  const { rows } = await sql<LockedThing>`select id, deleted_at as "deletedAt", deleted_with as "deletedWith",
    ${parentOf(kind)} as "parentId", ${ownerOf(kind)} as "ownerId" from ${tableOf(kind)} where id = ${id} for update`.execute(
    trx,
  );
  return rows[0];
}

export interface Deletion {
  by: string | null;
  reason: string | null;
  at: Date;
}

/** Puts a thing that was locked into the trash, with what belongs to it. Only inside `withTrash`. */
export async function markDeleted(
  trx: Trx,
  { kind, id }: { kind: SoftDeletableKind; id: string },
  { by, reason, at }: Deletion,
): Promise<void> {
  const why = reason === null ? null : cleanText(reason);
  await sql`update ${tableOf(kind)} set deleted_at = ${at}, deleted_by = ${by}, delete_reason = ${why}, deleted_with = null
    where id = ${id}`.execute(trx);
  const ids = await listWith(trx, { kind, id });
  const along = sql`deleted_at = ${at}, deleted_by = ${by}, deleted_with = ${id}`;
  await sql`update ${tableOf(kind)} set ${along} where id = any(${ids}::uuid[]) and deleted_at is null`.execute(trx);
  for (const { table, column } of followersOf(kind)) {
    await sql`update ${sql.table(table)} set ${along}
      where ${sql.ref(column)} = any(${ids}::uuid[]) and deleted_at is null`.execute(trx);
  }
}

/** Takes a thing out of the trash, and what went in with it: not what had been deleted before for itself. Only inside `withTrash`. */
export async function markRestored(trx: Trx, { kind, id }: { kind: SoftDeletableKind; id: string }): Promise<void> {
  const cleared = sql`deleted_at = null, deleted_by = null, delete_reason = null, deleted_with = null`;
  const ids = await listWith(trx, { kind, id });
  await sql`update ${tableOf(kind)} set ${cleared}
    where id = ${id} or id = any(${ids}::uuid[]) and deleted_with = ${id}`.execute(trx);
  for (const { table, column } of followersOf(kind)) {
    await sql`update ${sql.table(table)} set ${cleared}
      where ${sql.ref(column)} = any(${ids}::uuid[]) and deleted_with = ${id}`.execute(trx);
  }
}

export interface TrashFilter {
  /** What is somebody else's own is not listed. */
  viewerId: string;
  kind?: SoftDeletableKind | undefined;
  /** The last thing of the page before. */
  after?: { deletedAt: Date; id: string } | undefined;
  limit: number;
}

/** Newest deletion first; what went in with another thing is not listed apart. */
export async function listTrash(trx: Trx, { viewerId, kind, after, limit }: TrashFilter): Promise<TrashedThing[]> {
  const kinds = kind ? [kind] : softDeletableKinds;
  const parts = kinds.map(
    (each) => sql`select ${each}::text as kind, id, ${sql.ref(specOf(each).title)} as title, deleted_at as "deletedAt",
      deleted_by as "deletedBy", delete_reason as reason
      from ${tableOf(each)} where deleted_at is not null and deleted_with is null and ${isSeen(each, viewerId)}`,
  );
  const place = after ? sql`where ("deletedAt", id) < (${after.deletedAt}::timestamptz, ${after.id}::uuid)` : sql``;
  return withTrash(trx, async () => {
    const { rows } = await sql<TrashedThing>`select * from (${sql.join(parts, sql` union all `)}) as trash ${place}
      order by "deletedAt" desc, id desc limit ${limit}`.execute(trx);
    return rows;
  });
}

const isSeen = (kind: SoftDeletableKind, viewerId: string): RawBuilder<unknown> =>
  sql`coalesce(${ownerOf(kind)} = ${viewerId}, true)`;

export interface TrashCount {
  kind: SoftDeletableKind;
  /** Those that went in with another thing included. */
  count: number;
  oldest: Date | null;
  /** Deleted before the given moment: the next purge takes them. */
  due: number;
}

export async function countTrash(
  trx: Trx,
  { viewerId, dueBefore }: { viewerId: string; dueBefore: Date },
): Promise<{ kinds: TrashCount[]; bytes: number }> {
  return withTrash(trx, async () => {
    const kinds: TrashCount[] = [];
    for (const kind of softDeletableKinds) {
      const { rows } = await sql<Omit<TrashCount, 'kind'>>`select count(*)::int as count, min(deleted_at) as oldest,
        (count(*) filter (where deleted_at < ${dueBefore}))::int as due
        from ${tableOf(kind)} where deleted_at is not null and ${isSeen(kind, viewerId)}`.execute(trx);
      kinds.push({ kind, ...rows[0]! });
    }
    const { rows } = await sql<{ bytes: number }>`select coalesce(sum(size), 0)::float8 as bytes from files f
      where exists (select from documents d where d.sha256 = f.sha256)
      and not exists (select from documents d where d.sha256 = f.sha256 and d.deleted_at is null)`.execute(trx);
    return { kinds, bytes: rows[0]!.bytes };
  });
}

/** The oldest things that were deleted before `before` for themselves: their followers go with them. */
export async function listPurgeable(
  trx: Trx,
  kind: SoftDeletableKind,
  { before, after, limit }: { before: Date; after?: string | undefined; limit: number },
): Promise<string[]> {
  const place = after ? sql`and id > ${after}` : sql``;
  return withTrash(trx, async () => {
    const { rows } = await sql<{ id: string }>`select id from ${tableOf(kind)}
      where deleted_at < ${before} and deleted_with is null ${place} order by id limit ${limit}`.execute(trx);
    return rows.map((row) => row.id);
  });
}

/**
 * Deletes a thing for good, with everything that refers to it, and the documents that went into the trash with it. Their ids.
 * Only inside `withTrash`.
 */
export async function deleteForGood(trx: Trx, kind: SoftDeletableKind, id: string): Promise<string[]> {
  const ids = await listWith(trx, { kind, id });
  // Gone with the records, they could not be told any more.
  const matches = kind === 'case' ? [] : await listMatchIdsAround(trx, [id, ...ids]);
  const { rows } = await sql<{ id: string }>`delete from ${tableOf(kind)}
    where id = ${id} or id = any(${ids}::uuid[]) and deleted_with = ${id} returning id`.execute(trx);
  const gone = rows.map((row) => row.id);
  await deleteNoticesAbout(trx, [...gone, ...matches]);
  return gone;
}

/**
 * Deletes the workspace's rows of contents that none of its documents has any more, and returns their hashes: what may
 * be removed from the blobs unless another workspace names it. Uploads must be held off (`keepUploadsOut`), or one that
 * has just found its content there would miss it. Only inside `withTrash`.
 */
export async function deleteUnusedFiles(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`delete from files where not exists (
    select from documents where documents.workspace_id = files.workspace_id and documents.sha256 = files.sha256
  ) returning sha256`.execute(trx);
  return rows.map((row) => row.sha256);
}
