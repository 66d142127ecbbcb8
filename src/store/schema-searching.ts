// Passages of what was read, and searches that people keep, as the code sees them.

import type { ColumnType, Generated } from 'kysely';
import type { Passage } from '../document/passage.ts';
import type { Json } from '../document/value.ts';

export const alertWays = ['off', 'immediately', 'daily'] as const;
export type AlertWay = (typeof alertWays)[number];

export interface DocumentPassagesTable {
  workspace_id: string;
  document_id: string;
  passages: ColumnType<Passage[], string, string>;
  created_at: ColumnType<Date, Date | undefined, never>;
}

export interface SavedSearchTable {
  id: string;
  workspace_id: string;
  made_by: string;
  name: string;
  text: string;
  filters: ColumnType<{ [name: string]: Json }, string, string>;
  /** null = everything that is searched. */
  collection_ids: string[] | null;
  alert: AlertWay;
  /** Whose vector of the text `vector` is; null = not made yet. */
  model: string | null;
  vector: number[] | null;
  version: Generated<number>;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface SavedSearchHitTable {
  workspace_id: string;
  saved_search_id: string;
  /** What was found, once however many items it has: `document:<id>`, or collection and item. */
  subject: string;
  collection_id: string;
  item_id: string;
  way: 'words' | 'meaning';
  found_at: ColumnType<Date, Date | undefined, never>;
  /** When its maker was told. */
  told_at: Date | null;
}

export interface SearchingSchema {
  document_passages: DocumentPassagesTable;
  saved_searches: SavedSearchTable;
  saved_search_hits: SavedSearchHitTable;
}
