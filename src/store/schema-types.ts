// Document types of a workspace's own, as the code sees them.

import type { ColumnType, Generated } from 'kysely';
import type { TypeDefinition } from '../document/type-definition.ts';

/** draft: being worked on; published: read by; superseded: a newer one is; retired: not read by any more. */
export const typeStates = ['draft', 'published', 'superseded', 'retired'] as const;
export type TypeState = (typeof typeStates)[number];

export interface DocumentTypeTable {
  workspace_id: string;
  type_id: string;
  /** 1, 2, 3 … of the type. */
  version: number;
  state: TypeState;
  definition: ColumnType<TypeDefinition, string, string>;
  /** Counts the changes of a draft. */
  revision: Generated<number>;
  made_by: string | null;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
  published_at: Date | null;
}

export interface TypesSchema {
  document_types: DocumentTypeTable;
}
