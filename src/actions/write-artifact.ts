// Artifacts: make one, give it facts, propose changes, apply those that were accepted, go back to any version. Every change is a
// version with who, when, why and what it leans on.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import {
  type ArtifactRow,
  addVersion,
  closeProposal,
  findArtifact,
  findProposal,
  findVersion,
  insertArtifact,
  insertProposal,
  insertSource,
  listSources,
  lockArtifact,
} from '../store/artifacts.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { newId } from '../store/new-id.ts';
import type { ArtifactWriter } from '../store/schema-artifacts.ts';
import { applyOperations } from '../write/apply-operations.ts';
import type { ArtifactDeclaration } from '../write/artifact-declaration.ts';
import { checkOperations } from '../write/check-operations.ts';
import type { GateSource } from '../write/gate/gate-source.ts';
import type { Operation, Verdict } from '../write/operation.ts';
import type { Proposal, WriterInput } from '../write/writer.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

export interface WritingDeps extends Pick<Services, 'db'> {
  artifactKinds: ReadonlyMap<string, ArtifactDeclaration>;
}

export interface ArtifactDraft {
  kind: string;
  title: string;
  body: Json;
  /** Passages and values that it may lean on; what a person gives comes by giveFact. */
  sources: readonly GateSource[];
  requestId?: string | undefined;
}

/** Its id. Throws `artifact.unknown-kind`, `artifact.invalid`. */
export async function createArtifact(
  { db, artifactKinds }: WritingDeps,
  actor: Actor,
  draft: ArtifactDraft,
): Promise<string> {
  const { kind, title, body, sources, requestId } = draft;
  const parsed = declarationOf(artifactKinds, kind).schema.safeParse(body);
  if (!parsed.success) throw new SheafError('artifact.invalid');
  const { workspaceId, userId } = actor;
  const id = newId();
  await inWorkspace(db, workspaceId, async (trx) => {
    const first = { body: parsed.data, operations: [], writtenBy: 'person' as const, madeBy: userId };
    await insertArtifact(trx, { workspace_id: workspaceId, id, kind, title }, first);
    for (const source of sources)
      await insertSource(trx, { workspaceId, artifactId: id, id: source.id, source, givenBy: userId });
    await recordActs(trx, actor, [{ action: 'artifact.created', target: { type: 'artifact', id }, requestId }]);
  });
  return id;
}

/** What a person says of themselves or of the matter; the id by which it is cited. Throws `artifact.not-found`. */
export async function giveFact(
  { db }: WritingDeps,
  actor: Actor,
  { artifactId, text, subject, requestId }: { artifactId: string; text: string; subject?: string; requestId?: string },
): Promise<string> {
  const { workspaceId, userId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    await getArtifact(trx, artifactId);
    const id = `fact-${newId()}`;
    const source: GateSource = { id, kind: 'fact', text, ...(subject === undefined ? {} : { subject }) };
    await insertSource(trx, { workspaceId, artifactId, id, source, givenBy: userId });
    await recordActs(trx, actor, [
      { action: 'artifact.fact-given', target: { type: 'artifact', id: artifactId }, requestId },
    ]);
    return id;
  });
}

export interface ProposalAnswer {
  id: string;
  writtenBy: ArtifactWriter;
  verdicts: Verdict[];
}

/** A writer's operations or a person's, each with its verdict. Nothing is changed yet. Throws `artifact.not-found`. */
export async function proposeChanges(
  { db, artifactKinds }: WritingDeps,
  actor: Actor,
  { artifactId, by }: { artifactId: string; by: readonly Operation[] | ((input: WriterInput) => Promise<Proposal>) },
): Promise<ProposalAnswer> {
  const seen = await inWorkspace(db, actor.workspaceId, async (trx) => {
    const artifact = await getArtifact(trx, artifactId);
    const { body } = (await findVersion(trx, artifactId, artifact.version))!;
    const sources = (await listSources(trx, artifactId)).map(({ source }) => source as GateSource);
    return { artifact, body, sources };
  });
  const declaration = declarationOf(artifactKinds, seen.artifact.kind);
  const input = { declaration, body: seen.body, sources: seen.sources };
  // A writer may ask a model: no transaction is held meanwhile.
  const written = typeof by === 'function' ? await by(input) : { status: 'person' as const, operations: [...by] };
  const verdicts = checkOperations({ ...input, operations: written.operations });
  const id = newId();
  await inWorkspace(db, actor.workspaceId, (trx) =>
    insertProposal(trx, {
      workspace_id: actor.workspaceId,
      id,
      artifact_id: artifactId,
      base_version: seen.artifact.version,
      written_by: written.status,
      verdicts,
      proposed_by: actor.userId,
    }),
  );
  return { id, writtenBy: written.status, verdicts };
}

/**
 * Applies accepted operations of a proposal, all or those chosen by their position; the new version. Checked again, for a source
 * may have gone. Throws `artifact.not-found`, `artifact.changed`, `artifact.decided`, `artifact.refused-operation`.
 */
export async function applyProposal(
  { db, artifactKinds }: WritingDeps,
  actor: Actor,
  { proposalId, chosen, requestId }: { proposalId: string; chosen?: readonly number[]; requestId?: string },
): Promise<number> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const found = await findProposal(trx, proposalId);
    const artifact = found && (await lockArtifact(trx, found.artifact_id));
    // Read again under the lock: of two who apply at once, the second sees that it is done.
    const proposal = artifact && (await findProposal(trx, proposalId));
    if (!proposal) throw new SheafError('artifact.not-found');
    if (proposal.state !== 'open') throw new SheafError('artifact.decided');
    if (proposal.base_version !== artifact.version) throw new SheafError('artifact.changed');
    const verdicts = proposal.verdicts as Verdict[];
    const wanted = chosen ? [...new Set(chosen)].map((i) => verdicts[i]) : verdicts.filter(({ accepted }) => accepted);
    if (wanted.some((verdict) => !verdict?.accepted)) throw new SheafError('artifact.refused-operation');
    const operations = wanted.map((verdict) => verdict!.operation);
    const { body } = (await findVersion(trx, artifact.id, artifact.version))!;
    const sources = (await listSources(trx, artifact.id)).map(({ source }) => source as GateSource);
    const declaration = declarationOf(artifactKinds, artifact.kind);
    const again = checkOperations({ declaration, body, sources, operations });
    if (again.some(({ accepted }) => !accepted)) throw new SheafError('artifact.refused-operation');
    const next = {
      body: applyOperations(body, operations),
      operations,
      writtenBy: proposal.written_by,
      madeBy: actor.userId,
    };
    const version = await addVersion(trx, artifact, next);
    await closeProposal(trx, proposalId, actor.userId);
    const target = { type: 'artifact', id: artifact.id };
    await recordActs(trx, actor, [{ action: 'artifact.applied', target, details: { version }, requestId }]);
    return version;
  });
}

/** Undo and redo: the body of any version becomes a new one; none is lost. Throws `artifact.not-found`, `artifact.changed`. */
export async function goToVersion(
  { db }: WritingDeps,
  actor: Actor,
  {
    artifactId,
    version,
    seen,
    requestId,
  }: { artifactId: string; version: number; seen?: (version: number) => boolean; requestId?: string },
): Promise<number> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const artifact = await lockArtifact(trx, artifactId);
    const target = artifact && (await findVersion(trx, artifactId, version));
    if (!target) throw new SheafError('artifact.not-found');
    if (seen && !seen(artifact.version)) throw new SheafError('artifact.changed');
    const next = {
      body: target.body,
      operations: [],
      writtenBy: 'restored' as const,
      restoredFrom: version,
      madeBy: actor.userId,
    };
    const made = await addVersion(trx, artifact, next);
    const about = { type: 'artifact', id: artifactId };
    await recordActs(trx, actor, [
      { action: 'artifact.version-restored', target: about, details: { version: made, from: version }, requestId },
    ]);
    return made;
  });
}

async function getArtifact(trx: Trx, id: string): Promise<ArtifactRow> {
  const artifact = await findArtifact(trx, id);
  if (!artifact) throw new SheafError('artifact.not-found');
  return artifact;
}

function declarationOf(kinds: WritingDeps['artifactKinds'], kind: string): ArtifactDeclaration {
  const declaration = kinds.get(kind);
  if (!declaration) throw new SheafError('artifact.unknown-kind');
  return declaration;
}
