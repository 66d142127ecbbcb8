// Artifacts, their versions, sources and proposals as rows. Every call runs inside a workspace's transaction.

import type { Selectable } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import type { ArtifactProposalTable, ArtifactTable, ArtifactVersionTable } from './schema-artifacts.ts';

export type ArtifactRow = Selectable<ArtifactTable>;
export type ArtifactVersionRow = Selectable<ArtifactVersionTable>;
export type ArtifactProposalRow = Selectable<ArtifactProposalTable>;

export interface NewVersion {
  body: Json;
  operations: readonly object[];
  writtenBy: ArtifactVersionRow['written_by'];
  restoredFrom?: number;
  madeBy: string;
}

type NewArtifact = Pick<ArtifactRow, 'workspace_id' | 'id' | 'kind' | 'title'>;

export async function insertArtifact(trx: Trx, artifact: NewArtifact, first: NewVersion): Promise<void> {
  const row = { ...artifact, title: cleanText(artifact.title), version: 1, created_by: first.madeBy };
  await trx.insertInto('artifacts').values(row).execute();
  await insertVersion(trx, { ...artifact, version: 1 }, first);
}

/** The next version of it, which becomes what it is. */
export async function addVersion(trx: Trx, artifact: ArtifactRow, next: NewVersion): Promise<number> {
  const version = artifact.version + 1;
  await trx.updateTable('artifacts').set({ version, updated_at: new Date() }).where('id', '=', artifact.id).execute();
  await insertVersion(trx, { ...artifact, version }, next);
  return version;
}

async function insertVersion(
  trx: Trx,
  { workspace_id, id, version }: Pick<ArtifactRow, 'workspace_id' | 'id' | 'version'>,
  { body, operations, writtenBy, restoredFrom, madeBy }: NewVersion,
): Promise<void> {
  await trx
    .insertInto('artifact_versions')
    .values({
      workspace_id,
      artifact_id: id,
      version,
      body: toJsonb(body),
      operations: toJsonb(operations),
      written_by: writtenBy,
      restored_from: restoredFrom ?? null,
      made_by: madeBy,
    })
    .execute();
}

export async function findArtifact(trx: Trx, id: string): Promise<ArtifactRow | undefined> {
  return trx.selectFrom('artifacts').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface ArtifactFilter {
  kind?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listArtifacts(trx: Trx, { kind, before, limit }: ArtifactFilter): Promise<ArtifactRow[]> {
  let query = trx.selectFrom('artifacts').selectAll().orderBy('id', 'desc').limit(limit);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.execute();
}

export async function countArtifacts(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('artifacts')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** With all that belongs to it. */
export async function deleteArtifact(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('artifacts').where('id', '=', id).execute();
}

/** Like findArtifact, but no other transaction can change it before this one ends. */
export async function lockArtifact(trx: Trx, id: string): Promise<ArtifactRow | undefined> {
  return trx.selectFrom('artifacts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findVersion(
  trx: Trx,
  artifactId: string,
  version: number,
): Promise<ArtifactVersionRow | undefined> {
  return trx
    .selectFrom('artifact_versions')
    .selectAll()
    .where('artifact_id', '=', artifactId)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Oldest first. */
export async function listVersions(trx: Trx, artifactId: string): Promise<ArtifactVersionRow[]> {
  return trx
    .selectFrom('artifact_versions')
    .selectAll()
    .where('artifact_id', '=', artifactId)
    .orderBy('version')
    .execute();
}

/** Newest first, without their bodies. */
export async function listHistory(
  trx: Trx,
  { artifactId, before, limit }: { artifactId: string; before?: number | undefined; limit: number },
): Promise<Omit<ArtifactVersionRow, 'body'>[]> {
  let query = trx
    .selectFrom('artifact_versions')
    .select([
      'workspace_id',
      'artifact_id',
      'version',
      'operations',
      'written_by',
      'restored_from',
      'made_by',
      'made_at',
    ])
    .where('artifact_id', '=', artifactId)
    .orderBy('version', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('version', '<', before);
  return query.execute();
}

/** Oldest first: which are others again. */
export async function listVersionSteps(
  trx: Trx,
  artifactId: string,
): Promise<{ version: number; restoredFrom: number | null }[]> {
  return trx
    .selectFrom('artifact_versions')
    .select(['version', 'restored_from as restoredFrom'])
    .where('artifact_id', '=', artifactId)
    .orderBy('version')
    .execute();
}

export interface SourceRow {
  workspaceId: string;
  artifactId: string;
  id: string;
  source: object;
  givenBy: string;
}

export async function insertSource(
  trx: Trx,
  { workspaceId, artifactId, id, source, givenBy }: SourceRow,
): Promise<void> {
  const row = { workspace_id: workspaceId, artifact_id: artifactId, id, source: toJsonb(source), given_by: givenBy };
  await trx.insertInto('artifact_sources').values(row).execute();
}

/** In the order in which they were given. */
export async function listSources(
  trx: Trx,
  artifactId: string,
): Promise<{ id: string; source: object; given_by: string | null; given_at: Date }[]> {
  return trx
    .selectFrom('artifact_sources')
    .select(['id', 'source', 'given_by', 'given_at'])
    .where('artifact_id', '=', artifactId)
    .orderBy('given_at')
    .orderBy('id')
    .execute();
}

/** Undecided proposals of it but the newest ones. */
export async function dropOldProposals(trx: Trx, artifactId: string, keep: number): Promise<void> {
  await trx
    .deleteFrom('artifact_proposals')
    .where('artifact_id', '=', artifactId)
    .where('state', '=', 'open')
    .where('id', 'not in', (query) =>
      query
        .selectFrom('artifact_proposals')
        .select('id')
        .where('artifact_id', '=', artifactId)
        .orderBy('id', 'desc')
        .limit(keep),
    )
    .execute();
}

export async function insertProposal(
  trx: Trx,
  proposal: Pick<
    ArtifactProposalRow,
    'workspace_id' | 'id' | 'artifact_id' | 'base_version' | 'written_by' | 'proposed_by'
  > & { verdicts: readonly object[] },
): Promise<void> {
  await trx
    .insertInto('artifact_proposals')
    .values({ ...proposal, verdicts: toJsonb(proposal.verdicts) })
    .execute();
}

export async function findProposal(trx: Trx, id: string): Promise<ArtifactProposalRow | undefined> {
  return trx.selectFrom('artifact_proposals').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function closeProposal(trx: Trx, id: string, decidedBy: string): Promise<void> {
  await trx
    .updateTable('artifact_proposals')
    .set({ state: 'applied', decided_by: decidedBy, decided_at: new Date() })
    .where('id', '=', id)
    .execute();
}
