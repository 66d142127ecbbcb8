// What is in the trash is not found; what is gone for good is not in the index. In the transaction that makes it so.

import type { Trx } from '../store/database.ts';
import { hideItemsOfSource, removeItemsOfSource } from '../store/search/items.ts';
import { listTrashStates } from '../store/search-sources.ts';
import type { SoftDeletableKind } from '../store/soft-deletable.ts';

interface Thing {
  kind: SoftDeletableKind;
  id: string;
}

/** After something was put into the trash or taken out of it; a document takes its records along. */
export async function followTrash(trx: Trx, workspaceId: string, { kind, id }: Thing): Promise<void> {
  for (const { type, id: of, inTrash } of await listTrashStates(trx, kind, id)) {
    await hideItemsOfSource(trx, { workspaceId, type, id: of, hidden: inTrash });
  }
}

/** Before it is deleted for good: its words, vectors and all. */
export async function removeFromSearch(trx: Trx, workspaceId: string, { kind, id }: Thing): Promise<void> {
  for (const { type, id: of } of await listTrashStates(trx, kind, id)) {
    await removeItemsOfSource(trx, { workspaceId, type, id: of });
  }
}
