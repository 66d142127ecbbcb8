// The retention settings of a workspace as rows, and what of its documents they are about.

import { sql } from 'kysely';
import type { Trx } from './database.ts';
import { withTrash } from './trash.ts';

export interface RetentionOverride {
  recordType: string;
  keepYears: number;
  deleteAfterYears: number | null;
}

export interface RetentionSettings {
  /** The workspace's jurisdiction: ISO 3166-1 alpha-2; null = none was chosen. */
  country: string | null;
  overrides: RetentionOverride[];
}

export async function findRetention(trx: Trx): Promise<RetentionSettings> {
  const workspace = await trx.selectFrom('workspaces').select('jurisdiction').executeTakeFirst();
  const overrides = await trx
    .selectFrom('retention_rules')
    .select(['record_type as recordType', 'keep_years as keepYears', 'delete_after_years as deleteAfterYears'])
    .orderBy('record_type')
    .execute();
  return { country: workspace?.jurisdiction ?? null, overrides };
}

/** Puts these settings in the place of those there were. */
export async function replaceRetention(
  trx: Trx,
  workspaceId: string,
  { country, overrides }: RetentionSettings,
): Promise<void> {
  await trx.updateTable('workspaces').set({ jurisdiction: country }).where('id', '=', workspaceId).execute();
  await trx.deleteFrom('retention_rules').execute();
  if (overrides.length === 0) return;
  await trx
    .insertInto('retention_rules')
    .values(
      overrides.map((rule) => ({
        workspace_id: workspaceId,
        record_type: rule.recordType,
        keep_years: rule.keepYears,
        delete_after_years: rule.deleteAfterYears,
      })),
    )
    .execute();
}

/** What the period of a record is counted from. */
export interface RetentionBasis {
  type: string;
  /** ISO date as it stands in the record; whatever a document said. */
  issued: string | null;
  createdAt: Date;
}

/** The date that a record bears: bills and orders call it issueDate, receipts and notes date. */
const issued = sql<string | null>`coalesce(fields->'issueDate'->>'value', fields->'date'->>'value')`;

/** Of the records of a document or of one record, in the trash or not. */
export async function listRetentionBases(
  trx: Trx,
  { documentIds = [], recordId }: { documentIds?: readonly string[]; recordId?: string },
): Promise<RetentionBasis[]> {
  const which = recordId ? sql`id = ${recordId}` : sql`document_id = any(${documentIds}::uuid[])`;
  return withTrash(trx, async () => {
    const { rows } = await sql<RetentionBasis>`select type, ${issued} as issued, created_at as "createdAt"
      from records where ${which}`.execute(trx);
    return rows;
  });
}

/** Of every record of the workspace, or of what one person uploaded: one entry for each type and year: enough to say until when something must be kept. */
export async function listRetentionBasesOfAll(trx: Trx, uploadedBy?: string): Promise<RetentionBasis[]> {
  const whose = uploadedBy
    ? sql`where document_id in (select id from documents where uploaded_by = ${uploadedBy})`
    : sql``;
  return withTrash(trx, async () => {
    const { rows } = await sql<RetentionBasis>`select type, max(${issued}) as issued, max(created_at) as "createdAt"
      from records ${whose} group by type, left(${issued}, 4), extract(year from created_at at time zone 'UTC')`.execute(
      trx,
    );
    return rows;
  });
}

export interface DocumentBases {
  documentId: string;
  bases: RetentionBasis[];
}

/** Documents that have records of these types, oldest first. */
export async function listDocumentBases(
  trx: Trx,
  { types, after, limit }: { types: readonly string[] | 'all'; after?: string | undefined; limit: number },
): Promise<DocumentBases[]> {
  const place = after ? sql`and document_id > ${after}` : sql``;
  const which = types === 'all' ? sql`true` : sql`type in (${sql.join(types)})`;
  // What still has documents that came out of it goes after them: it would take them along.
  const live = sql`select from document_parents p join documents d on d.id = p.document_id
    where p.parent_id = records.document_id`;
  const { rows } = await sql<{
    documentId: string;
    bases: (Omit<RetentionBasis, 'createdAt'> & { createdAt: string })[];
  }>`
    select document_id as "documentId",
      jsonb_agg(jsonb_build_object('type', type, 'issued', ${issued}, 'createdAt', created_at)) as bases
    from records where document_id in (
      select distinct document_id from records where ${which} ${place} and not exists (${live}) order by document_id limit ${limit}
    ) group by document_id order by document_id`.execute(trx);
  return rows.map(({ documentId, bases }) => ({
    documentId,
    bases: bases.map((basis) => ({ ...basis, createdAt: new Date(basis.createdAt) })),
  }));
}
