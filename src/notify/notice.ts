// A notice: that something happened which people, or programs of theirs, want to know. Raised in the transaction that makes it
// true, so that neither is without the other; what becomes of it (in the console, by mail, by webhook) is decided later.

import type { Trx } from '../store/database.ts';

export interface NewNotice {
  workspaceId: string;
  /** One of the declared kinds: `record.needs-review`, `search.new-hits`, `match.found` … */
  kind: string;
  /** The same event raised twice has the same key and makes one notice. */
  key: string;
  /** Who is told; absent: every member whose role may see the subject. */
  userIds?: readonly string[] | undefined;
  /** What it is about. */
  subject: {
    type: 'document' | 'record' | 'match' | 'saved-search' | 'job' | 'export' | 'lesson' | 'case' | 'workspace';
    id: string;
  };
  /** Fills the texts of the kind. Names and numbers, never whole texts of documents. */
  data: Readonly<Record<string, string | number | boolean | null>>;
  /** Of matches, 0–1: people set a minimum. */
  score?: number | undefined;
}

/** `trx` is in the workspace. */
export type RaiseNotice = (trx: Trx, notice: NewNotice) => Promise<void>;
