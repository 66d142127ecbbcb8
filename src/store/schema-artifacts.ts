// The tables of artifacts as the code sees them.

import type { ColumnType } from 'kysely';
import type { Json } from '../document/value.ts';

type Jsonb<T> = ColumnType<T, string, string>;
type Made = ColumnType<Date, Date | undefined, never>;

export const artifactWriters = ['person', 'rules', 'model', 'fallback'] as const;
export type ArtifactWriter = (typeof artifactWriters)[number];

export interface ArtifactTable {
  workspace_id: string;
  id: string;
  kind: string;
  title: string;
  version: number;
  created_by: string | null;
  created_at: Made;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

/** Never changed and never deleted but with its artifact: undoing adds a version. */
export interface ArtifactVersionTable {
  workspace_id: string;
  artifact_id: string;
  version: number;
  body: Jsonb<Json>;
  operations: Jsonb<object[]>;
  written_by: ArtifactWriter | 'restored';
  restored_from: number | null;
  made_by: string | null;
  made_at: Made;
}

export interface ArtifactSourceTable {
  workspace_id: string;
  artifact_id: string;
  id: string;
  source: Jsonb<object>;
  given_by: string | null;
  given_at: Made;
}

export interface ArtifactProposalTable {
  workspace_id: string;
  id: string;
  artifact_id: string;
  base_version: number;
  written_by: ArtifactWriter;
  verdicts: Jsonb<object[]>;
  state: ColumnType<'open' | 'applied', 'open' | undefined, 'applied'>;
  proposed_by: string | null;
  proposed_at: Made;
  decided_by: ColumnType<string | null, undefined, string>;
  decided_at: ColumnType<Date | null, undefined, Date>;
}

export interface ArtifactSchema {
  artifacts: ArtifactTable;
  artifact_versions: ArtifactVersionTable;
  artifact_sources: ArtifactSourceTable;
  artifact_proposals: ArtifactProposalTable;
}
