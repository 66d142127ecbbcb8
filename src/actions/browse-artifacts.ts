// Looking artifacts up: what they are, what they lean on, what was changed by whom and why. Each throws `artifact.not-found`.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import {
  type ArtifactFilter,
  type ArtifactRow,
  type ArtifactVersionRow,
  findArtifact,
  findVersion,
  listArtifacts,
  listHistory,
  listSources,
  listVersionSteps,
} from '../store/artifacts.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { type BodyChange, compareBodies } from '../write/compare-bodies.ts';
import type { GateSource } from '../write/gate/gate-source.ts';
import { type Timeline, timelineOf } from '../write/version-timeline.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

export type ArtifactView = ArtifactRow & { body: Json; timeline: Timeline };

export async function getArtifacts({ db }: Deps, actor: Actor, filter: ArtifactFilter): Promise<ArtifactRow[]> {
  return inWorkspace(db, actor.workspaceId, (trx) => listArtifacts(trx, filter));
}

export async function getArtifact({ db }: Deps, actor: Actor, id: string): Promise<ArtifactView> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const artifact = await existing(trx, id);
    const { body } = await versionOf(trx, id, artifact.version);
    return { ...artifact, body, timeline: timelineOf(await listVersionSteps(trx, id)) };
  });
}

export interface SourceView {
  source: GateSource;
  givenBy: string | null;
  givenAt: Date;
}

export async function getArtifactSources({ db }: Deps, actor: Actor, id: string): Promise<SourceView[]> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await existing(trx, id);
    const rows = await listSources(trx, id);
    return rows.map((row) => ({ source: row.source as GateSource, givenBy: row.given_by, givenAt: row.given_at }));
  });
}

export async function getArtifactHistory(
  { db }: Deps,
  actor: Actor,
  asked: { artifactId: string; before?: number | undefined; limit: number },
): Promise<Omit<ArtifactVersionRow, 'body'>[]> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await existing(trx, asked.artifactId);
    return listHistory(trx, asked);
  });
}

export async function getArtifactVersion(
  { db }: Deps,
  actor: Actor,
  { artifactId, version }: { artifactId: string; version: number },
): Promise<ArtifactVersionRow> {
  return inWorkspace(db, actor.workspaceId, (trx) => versionOf(trx, artifactId, version));
}

/** Left out: the newest version, and the one before it. */
export async function compareArtifactVersions(
  { db }: Deps,
  actor: Actor,
  asked: { artifactId: string; from?: number | undefined; to?: number | undefined },
): Promise<{ from: number; to: number; changes: BodyChange[] }> {
  const { artifactId } = asked;
  const { from, to, before, after } = await inWorkspace(db, actor.workspaceId, async (trx) => {
    const { version } = await existing(trx, artifactId);
    const last = asked.to ?? version;
    const first = asked.from ?? Math.max(1, last - 1);
    const [older, newer] = [await versionOf(trx, artifactId, first), await versionOf(trx, artifactId, last)];
    return { from: first, to: last, before: older.body, after: newer.body };
  });
  return { from, to, changes: compareBodies(before, after) };
}

async function existing(trx: Trx, id: string): Promise<ArtifactRow> {
  const artifact = await findArtifact(trx, id);
  if (!artifact) throw new SheafError('artifact.not-found');
  return artifact;
}

async function versionOf(trx: Trx, id: string, version: number): Promise<ArtifactVersionRow> {
  const found = await findVersion(trx, id, version);
  if (!found) throw new SheafError('artifact.not-found');
  return found;
}
