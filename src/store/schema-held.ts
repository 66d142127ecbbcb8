// The tables of documents that came out of others and of batches, as the code sees them.

import type { ColumnType } from 'kysely';

type CreatedAt = ColumnType<Date, Date | undefined, never>;

/** What came in together, so that it has one progress. */
export interface BatchTable {
  workspace_id: string;
  id: string;
  /** null: it came in by itself. */
  created_by: string | null;
  created_at: CreatedAt;
}

/** Which document another came out of: a row for each attachment and each entry of an archive. */
export interface DocumentParentTable {
  workspace_id: string;
  document_id: string;
  parent_id: string;
  /** The document that was given itself. */
  root_id: string;
  /** From 1, in the order of the parent's file. */
  position: number;
  /** How many containers lie around it. */
  depth: number;
}

export interface HeldSchema {
  batches: BatchTable;
  document_parents: DocumentParentTable;
}
