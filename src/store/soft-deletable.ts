// Everything that goes into the trash before it goes for good, as data. A table joins by a row here, the four columns and
// the policy of its migration (makeSoftDelete in 0004), and its audit actions.

import type { AuditAction } from './audit-actions.ts';

export interface SoftDeletable {
  table: string;
  /** Column that the list of the trash shows. */
  title: string;
  /** The thing that it belongs to: it cannot be restored while that one is in the trash. */
  parent?: { kind: string; column: string };
  /** Whose own it may be: for others it is not there. */
  owner?: string;
  audit: { deleted: AuditAction; restored: AuditAction; purged: AuditAction };
}

export const softDeletables = {
  document: {
    table: 'documents',
    title: 'name',
    audit: { deleted: 'document.deleted', restored: 'document.restored', purged: 'document.purged' },
  },
  record: {
    table: 'records',
    title: 'type',
    parent: { kind: 'document', column: 'document_id' },
    audit: { deleted: 'record.deleted', restored: 'record.restored', purged: 'record.purged' },
  },
  case: {
    table: 'cases',
    title: 'title',
    owner: 'owner_id',
    audit: { deleted: 'case.deleted', restored: 'case.restored', purged: 'case.purged' },
  },
} as const satisfies Record<string, SoftDeletable>;

export type SoftDeletableKind = keyof typeof softDeletables;
export const softDeletableKinds = Object.keys(softDeletables) as [SoftDeletableKind, ...SoftDeletableKind[]];

/** What goes into the trash, and comes back, together with a thing of this kind. */
export function followersOf(kind: SoftDeletableKind): { kind: SoftDeletableKind; table: string; column: string }[] {
  return softDeletableKinds.flatMap((follower) => {
    const { table, parent }: SoftDeletable = softDeletables[follower];
    return parent?.kind === kind ? [{ kind: follower, table, column: parent.column }] : [];
  });
}
