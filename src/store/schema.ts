// The tables as the code sees them. The SQL that makes them stands in migrations/.

import type { ColumnType, Generated } from 'kysely';
import type { LineProof } from '../document/line-proof.ts';
import type { PageGeometry } from '../document/parsed-document.ts';
import type {
  Assessment,
  Candidates,
  DocumentRecord,
  FieldComparison,
  Json,
  StructuredSource,
} from '../document/value.ts';
import type { ArtifactSchema } from './schema-artifacts.ts';
import type { BackupTable } from './schema-backup.ts';
import type { CaseSchema } from './schema-cases.ts';
import type { FindingsSchema } from './schema-findings.ts';
import type { HeldSchema } from './schema-held.ts';
import type { IdentitySchema } from './schema-identity.ts';
import type { IntakeSchema } from './schema-intake.ts';
import type { JobTable } from './schema-jobs.ts';
import type { KeepingSchema, SoftDeleteColumns } from './schema-keeping.ts';
import type { LearningSchema } from './schema-learning.ts';
import type { EmailTable } from './schema-mail.ts';
import type { MatchingSchema } from './schema-matching.ts';
import type { ModelSchema } from './schema-models.ts';
import type { NoticeSchema } from './schema-notices.ts';
import type { ReviewSchema } from './schema-reviews.ts';
import type { SearchSchema } from './schema-search.ts';
import type { SearchingSchema } from './schema-searching.ts';
import type { TypesSchema } from './schema-types.ts';

/** Read as T; written as JSON text made by `toJsonb`. */
type Jsonb<T> = ColumnType<T, string, string>;
type CreatedAt = ColumnType<Date, Date | undefined, never>;

/** Where a document stands for the people who work with it. */
export const documentStates = [
  'uploaded',
  'processing',
  'extracted',
  'review_pending',
  'approved',
  'published',
  'archived',
  'failed',
  'quarantined',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** How far the machine is with one reading of a document. */
export const runStatuses = ['queued', 'running', 'succeeded', 'partial', 'failed'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** What a workspace may use. */
export const tierNames = ['free', 'pro', 'enterprise'] as const;
export type Tier = (typeof tierNames)[number];

export const usageKinds = ['documents', 'exports', 'apiCalls'] as const;
export type UsageKind = (typeof usageKinds)[number];

export interface RunProgress {
  /** 1, 2, 3 … within the run: the id of the server-sent event. */
  seq: number;
  stage: string;
  at: string;
}

export interface RunError {
  code: string;
  message: string;
}

export interface WorkspaceTable {
  id: string;
  name: string;
  /** null = the server's default tier. */
  tier: ColumnType<Tier | null, Tier | null | undefined, Tier | null>;
  /** ISO 3166-1 alpha-2: whose law says how long things are kept; null = not said. */
  jurisdiction: ColumnType<string | null, string | null | undefined, string | null>;
  /** Who made it, as far as the account still exists. */
  created_by: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: CreatedAt;
}

export interface FileTable {
  workspace_id: string;
  sha256: string;
  media_type: string;
  size: number;
  created_at: CreatedAt;
}

export interface DocumentTable extends SoftDeleteColumns {
  id: string;
  workspace_id: string;
  sha256: string;
  name: string;
  state: DocumentState;
  type_hint: string | null;
  /** The file's password, sealed (sealed-secrets.ts). */
  sealed_password: string | null;
  page_count: number | null;
  /** Of the pages that were read; empty before that. */
  page_geometry: ColumnType<PageGeometry[], string | undefined, string>;
  language: string | null;
  uploaded_by: string | null;
  /** When and by whom it was let out of quarantine; it is not kept back again. */
  released_at: Date | null;
  released_by: string | null;
  /** What it came in with; null for what came before there were batches. */
  batch_id: ColumnType<string | null, string | null | undefined, never>;
  created_at: CreatedAt;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface RunTable {
  id: string;
  workspace_id: string;
  document_id: string;
  status: RunStatus;
  stage: string | null;
  progress: Jsonb<RunProgress[]>;
  /** Stage → milliseconds. */
  timings: Jsonb<Record<string, number>>;
  trace: Jsonb<{ stage: string; ms: number; notes: Record<string, number | string> }[]>;
  warnings: Jsonb<{ code: string; message: string; page?: number }[]>;
  error: ColumnType<RunError | null, string | null, string | null>;
  versions: Jsonb<Record<string, string>>;
  request_id: string | null;
  created_at: CreatedAt;
  started_at: Date | null;
  finished_at: Date | null;
}

export interface RecordTable extends SoftDeleteColumns {
  id: string;
  workspace_id: string;
  document_id: string;
  run_id: string;
  /** Place of the record in its document, from 0: a file may hold several. */
  position: number;
  type: string;
  /** Of a type that the workspace declared: the version that it was read by. */
  type_version: number | null;
  confidence: number;
  alternatives: Jsonb<DocumentRecord['alternatives']>;
  pages: Jsonb<number[]>;
  fields: Jsonb<DocumentRecord['fields']>;
  lines: Jsonb<DocumentRecord['lines']>;
  issues: Jsonb<DocumentRecord['issues']>;
  /** null when the engine that read it gives none. */
  assessment: ColumnType<Assessment | null, string | null, string | null>;
  /** null where there are no line items to prove. */
  line_proof: ColumnType<LineProof | null, string | null | undefined, string | null>;
  /** Of a record that a structured file states. */
  structured: ColumnType<StructuredSource | null, string | null, never>;
  /** Of one that stands beside a page. */
  comparison: ColumnType<FieldComparison[] | null, string | null, never>;
  /** Grows with each change; the ETag. */
  version: Generated<number>;
  created_at: CreatedAt;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

/** What the fields of a record were chosen among; apart from it, because few who read records ask for it. */
export interface RecordCandidatesTable {
  workspace_id: string;
  record_id: string;
  candidates: Jsonb<Candidates>;
}

export interface CorrectionTable {
  id: string;
  workspace_id: string;
  record_id: string;
  document_id: string;
  path: string;
  /** The decided value before and after; null = there was none, or it was cleared. */
  before: ColumnType<Json, string | null, never>;
  after: ColumnType<Json, string | null, never>;
  made_by: string | null;
  created_at: CreatedAt;
}

export interface IdempotencyKeyTable {
  workspace_id: string;
  key: string;
  /** Hash of what was asked, so that a key cannot answer for another request. */
  fingerprint: string;
  /** The kept answer; null while the request that claimed the key still runs. */
  response: ColumnType<Json | null, string | null, string | null>;
  status: ColumnType<number | null, number | null | undefined, number | null>;
  /** The answer carries a secret, and is text that only this server can open. */
  sealed: ColumnType<boolean, boolean | undefined, boolean>;
  claimed_at: ColumnType<Date, Date | undefined, Date>;
  created_at: CreatedAt;
}

/** What a workspace used of one quota in one period. */
export interface UsageCountTable {
  workspace_id: string;
  kind: UsageKind;
  /** First day of the period, UTC: YYYY-MM-DD. */
  period_start: ColumnType<Date | string, string, never>;
  used: number;
}

/** Requests of one caller in one window; shared by all processes. */
export interface RequestCountTable {
  subject: string;
  window_seconds: number;
  /** Seconds since 1970 divided by the window's length. */
  window_number: number;
  count: number;
  changed_at: Date;
}

/** Which keys the processes of this installation hold. */
export interface InstallationKeyTable {
  name: string;
  /** HMAC of a constant under the key. */
  fingerprint: string;
  since: ColumnType<Date, Date | undefined, Date>;
}

export interface Schema
  extends IdentitySchema,
    KeepingSchema,
    MatchingSchema,
    ModelSchema,
    SearchSchema,
    SearchingSchema,
    TypesSchema,
    FindingsSchema,
    ReviewSchema,
    NoticeSchema,
    LearningSchema,
    ArtifactSchema,
    CaseSchema,
    HeldSchema,
    IntakeSchema {
  workspaces: WorkspaceTable;
  files: FileTable;
  documents: DocumentTable;
  runs: RunTable;
  records: RecordTable;
  corrections: CorrectionTable;
  record_candidates: RecordCandidatesTable;
  idempotency_keys: IdempotencyKeyTable;
  emails: EmailTable;
  jobs: JobTable;
  usage_counts: UsageCountTable;
  request_counts: RequestCountTable;
  installation_keys: InstallationKeyTable;
  backups: BackupTable;
}
