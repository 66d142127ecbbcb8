// Artifacts: make one, give it facts, propose changes, apply those that were accepted, go back to any version. Every change is a
// version with who, when, why and what it leans on.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import {
  type ArtifactProposalRow,
  type ArtifactRow,
  addVersion,
  closeProposal,
  countArtifacts,
  deleteArtifact,
  dropOldProposals,
  findArtifact,
  findProposal,
  findVersion,
  insertArtifact,
  insertProposal,
  insertSource,
  listSources,
  listVersionSteps,
  lockArtifact,
} from '../store/artifacts.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { holdsOnWorkspace, lockHolds } from '../store/holds.ts';
import { newId } from '../store/new-id.ts';
import type { ArtifactWriter } from '../store/schema-artifacts.ts';
import { applyOperations } from '../write/apply-operations.ts';
import type { ArtifactDeclaration, ArtifactKinds } from '../write/artifact-declaration.ts';
import { checkOperationsInTurns } from '../write/check-operations.ts';
import type { GateSource } from '../write/gate/gate-source.ts';
import { isPlain, type Operation, type Verdict } from '../write/operation.ts';
import { timelineOf } from '../write/version-timeline.ts';
import type { Proposal, WriterInput } from '../write/writer.ts';
import { recordActs } from './audit.ts';
import { refuseHeld } from './ensure-deletable.ts';
import { seesHolds } from './holds.ts';
import type { Actor, Services } from './services.ts';

export type WritingDeps = Pick<Services, 'db' | 'artifactKinds'>;

/** Of a workspace. */
const MOST_ARTIFACTS = 10_000;
/** Of an artifact. */
const MOST_SOURCES = 1000;
/** Characters of all its sources; the body as JSON may have as many. */
const MOST_CHARACTERS = 300_000;
const MOST_VERSIONS = 2000;
/** Undecided ones that are kept; older ones are forgotten. */
const KEPT_PROPOSALS = 50;

export interface ArtifactDraft {
  kind: string;
  title: string;
  body: Json;
  /** Passages and values that it may lean on; what a person gives comes by giveFact. */
  sources: readonly GateSource[];
  requestId?: string | undefined;
}

/** Its id. Throws `artifact.unknown-kind`, `artifact.invalid`, `artifact.full`. */
export async function createArtifact(
  { db, artifactKinds }: WritingDeps,
  actor: Actor,
  draft: ArtifactDraft,
): Promise<string> {
  const { kind, title, body, sources, requestId } = draft;
  const parsed = declarationOf(artifactKinds, kind).schema.safeParse(body);
  if (!parsed.success) throw new SheafError('artifact.invalid');
  ensureRoom(sources);
  ensureSize(parsed.data);
  const { workspaceId, userId } = actor;
  const id = newId();
  await inWorkspace(db, workspaceId, async (trx) => {
    const first = { body: parsed.data, operations: [], writtenBy: 'person' as const, madeBy: userId };
    if ((await countArtifacts(trx)) >= MOST_ARTIFACTS) throw new SheafError('artifact.full');
    await insertArtifact(trx, { workspace_id: workspaceId, id, kind, title }, first);
    for (const source of sources)
      await insertSource(trx, { workspaceId, artifactId: id, id: source.id, source, givenBy: userId });
    await recordActs(trx, actor, [{ action: 'artifact.created', target: { type: 'artifact', id }, requestId }]);
  });
  return id;
}

/** What a person says of themselves or of the matter; the id by which it is cited. Throws `artifact.not-found`, `artifact.full`. */
export async function giveFact(
  { db }: WritingDeps,
  actor: Actor,
  {
    artifactId,
    text,
    subject,
    requestId,
  }: { artifactId: string; text: string } & Partial<Record<'subject' | 'requestId', string | undefined>>,
): Promise<string> {
  const { workspaceId, userId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    // Two who give facts at once would both see room for one.
    if (!(await lockArtifact(trx, artifactId))) throw new SheafError('artifact.not-found');
    const id = `fact-${newId()}`;
    const source: GateSource = { id, kind: 'fact', text, ...(subject === undefined ? {} : { subject }) };
    ensureRoom([...(await sourcesOf(trx, artifactId)), source]);
    await insertSource(trx, { workspaceId, artifactId, id, source, givenBy: userId });
    await recordActs(trx, actor, [
      { action: 'artifact.fact-given', target: { type: 'artifact', id: artifactId }, requestId },
    ]);
    return id;
  });
}

export interface ProposalAnswer {
  id: string;
  baseVersion: number;
  writtenBy: ArtifactWriter;
  verdicts: Verdict[];
}

export type Writer = (input: WriterInput) => Promise<Proposal>;

/** A writer's operations or a person's, each with its verdict. Nothing is changed yet. Throws `artifact.not-found`. */
export async function proposeChanges(
  { db, artifactKinds }: WritingDeps,
  actor: Actor,
  { artifactId, by }: { artifactId: string; by: readonly Operation[] | Writer },
): Promise<ProposalAnswer> {
  const seen = await inWorkspace(db, actor.workspaceId, async (trx) =>
    readState(trx, await getArtifact(trx, artifactId)),
  );
  const input = {
    declaration: declarationOf(artifactKinds, seen.artifact.kind),
    body: seen.body,
    sources: seen.sources,
  };
  // A writer may ask a model, and judging takes its time: no transaction is held meanwhile.
  const written = typeof by === 'function' ? await by(input) : { status: 'person' as const, operations: [...by] };
  const verdicts = await checkOperationsInTurns({ ...input, operations: written.operations });
  const id = newId();
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    await getArtifact(trx, artifactId);
    await insertProposal(trx, {
      workspace_id: actor.workspaceId,
      id,
      artifact_id: artifactId,
      base_version: seen.artifact.version,
      written_by: written.status,
      verdicts,
      proposed_by: actor.userId,
    });
    await dropOldProposals(trx, artifactId, KEPT_PROPOSALS);
  });
  return { id, baseVersion: seen.artifact.version, writtenBy: written.status, verdicts };
}

export interface Applying {
  proposalId: string;
  /** Where it is known: a proposal of another artifact is not found. */
  artifactId?: string;
  /** Positions in the proposal; absent: all that were accepted. */
  chosen?: readonly number[] | undefined;
  /** Whoever applies has seen the words that are not the sources' and takes them; else such operations are left, or refused when chosen. */
  acceptWording?: boolean | undefined;
  seen?: SeenVersion | undefined;
  requestId?: string;
}

export type SeenVersion = (version: number) => boolean;

export interface Applied {
  version: number;
  applied: Operation[];
  /** Those of the proposal that were not accepted, with their reasons. */
  refused: Verdict[];
  /** Those that were accepted, but in other words than the sources', which nobody has taken. */
  held: Verdict[];
}

/**
 * Applies accepted operations of a proposal, all or those chosen by their position. Checked again, for a source may have gone.
 * Throws `artifact.not-found`, `artifact.changed`, `artifact.decided`, `artifact.refused-operation`, `artifact.nothing-accepted`,
 * `artifact.other-wording`, `artifact.full`.
 */
export async function applyProposal(deps: WritingDeps, actor: Actor, asked: Applying): Promise<Applied> {
  const { db, artifactKinds } = deps;
  const { proposalId, requestId, acceptWording = false } = asked;
  const found = await inWorkspace(db, actor.workspaceId, async (trx) => {
    const proposal = await findProposal(trx, proposalId);
    if (!proposal) throw new SheafError('artifact.not-found');
    const state = await readState(trx, await getArtifact(trx, proposal.artifact_id));
    ensureApplicable(proposal, state.artifact, asked);
    return { ...state, proposal };
  });
  const { body, sources, proposal } = found;
  const verdicts = proposal.verdicts as Verdict[];
  const operations = chosenOf(verdicts, asked);
  const declaration = declarationOf(artifactKinds, found.artifact.kind);
  // Judging takes its time: no transaction is held meanwhile. Below, the artifact must be the one that was judged.
  const again = await checkOperationsInTurns({ declaration, body, sources, operations });
  if (again.some(({ accepted }) => !accepted)) throw new SheafError('artifact.refused-operation');
  if (!acceptWording && !again.every(isPlain)) throw new SheafError('artifact.other-wording');
  const next = ensureSize(applyOperations(body, operations));
  const version = await inWorkspace(db, actor.workspaceId, async (trx) => {
    const artifact = await lockArtifact(trx, proposal.artifact_id);
    // Read again under the lock: of two who apply at once, the second sees that it is done.
    const now = artifact && (await findProposal(trx, proposalId));
    if (!now) throw new SheafError('artifact.not-found');
    ensureApplicable(now, artifact, asked);
    const known = new Set((await listSources(trx, artifact.id)).map(({ id }) => id));
    if (operations.some((one) => one.sources.some((id) => !known.has(id)))) throw new SheafError('artifact.changed');
    const made = await addVersion(trx, artifact, {
      body: next,
      operations,
      writtenBy: proposal.written_by,
      madeBy: actor.userId,
    });
    await closeProposal(trx, proposalId, actor.userId);
    const target = { type: 'artifact', id: artifact.id };
    await recordActs(trx, actor, [{ action: 'artifact.applied', target, details: { version: made }, requestId }]);
    return made;
  });
  return {
    version,
    applied: operations,
    refused: verdicts.filter(({ accepted }) => !accepted),
    held: acceptWording || asked.chosen ? [] : verdicts.filter((one) => one.accepted && !isPlain(one)),
  };
}

function ensureApplicable(
  { artifact_id, state, base_version }: ArtifactProposalRow,
  { version }: ArtifactRow,
  { artifactId, seen }: Applying,
): void {
  if (artifactId !== undefined && artifactId !== artifact_id) throw new SheafError('artifact.not-found');
  if (state !== 'open') throw new SheafError('artifact.decided');
  if (base_version !== version || (seen && !seen(version))) throw new SheafError('artifact.changed');
  if (version >= MOST_VERSIONS) throw new SheafError('artifact.full');
}

function chosenOf(verdicts: readonly Verdict[], { chosen, acceptWording }: Applying): Operation[] {
  const wanted = chosen
    ? [...new Set(chosen)].map((i) => verdicts[i])
    : verdicts.filter((one) => (acceptWording ? one.accepted : isPlain(one)));
  if (wanted.some((verdict) => !verdict?.accepted)) throw new SheafError('artifact.refused-operation');
  if (wanted.length === 0) throw new SheafError('artifact.nothing-accepted');
  return wanted.map((verdict) => verdict!.operation);
}

export interface GoingTo {
  artifactId: string;
  /** Or back, or forth, along what was done. */
  version: number | 'undo' | 'redo';
  seen?: SeenVersion | undefined;
  requestId?: string;
}

/**
 * Undo and redo: the body of any version becomes a new one; none is lost. Throws `artifact.not-found`, `artifact.changed`,
 * `artifact.no-undo`, `artifact.full`.
 */
export async function goToVersion({ db }: Pick<WritingDeps, 'db'>, actor: Actor, asked: GoingTo): Promise<number> {
  const { artifactId, seen, requestId } = asked;
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const artifact = await lockArtifact(trx, artifactId);
    if (!artifact) throw new SheafError('artifact.not-found');
    if (seen && !seen(artifact.version)) throw new SheafError('artifact.changed');
    const version =
      typeof asked.version === 'number'
        ? asked.version
        : timelineOf(await listVersionSteps(trx, artifactId))[asked.version];
    if (version === undefined) throw new SheafError('artifact.no-undo');
    const target = await findVersion(trx, artifactId, version);
    if (!target) throw new SheafError('artifact.not-found');
    if (artifact.version >= MOST_VERSIONS) throw new SheafError('artifact.full');
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

/** With all its versions. Throws `artifact.not-found`, `hold.stands`. */
export async function removeArtifact(
  { db }: Pick<WritingDeps, 'db'>,
  actor: Actor,
  { id, requestId }: { id: string; requestId: string },
): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    await lockHolds(trx, actor.workspaceId);
    if (!(await lockArtifact(trx, id))) throw new SheafError('artifact.not-found');
    refuseHeld(
      (await holdsOnWorkspace(trx)).filter(({ scope }) => scope === 'workspace'),
      seesHolds(actor),
    );
    await deleteArtifact(trx, id);
    await recordActs(trx, actor, [{ action: 'artifact.deleted', target: { type: 'artifact', id }, requestId }]);
  });
}

function ensureRoom(sources: readonly GateSource[]): void {
  const characters = sources.reduce((sum, { text }) => sum + text.length, 0);
  if (sources.length > MOST_SOURCES || characters > MOST_CHARACTERS) throw new SheafError('artifact.full');
}

function ensureSize(body: Json): Json {
  if (JSON.stringify(body).length > MOST_CHARACTERS) throw new SheafError('artifact.full');
  return body;
}

const sourcesOf = async (trx: Trx, artifactId: string): Promise<GateSource[]> =>
  (await listSources(trx, artifactId)).map(({ source }) => source as GateSource);

async function readState(trx: Trx, artifact: ArtifactRow) {
  const { body } = (await findVersion(trx, artifact.id, artifact.version))!;
  return { artifact, body, sources: await sourcesOf(trx, artifact.id) };
}

async function getArtifact(trx: Trx, id: string): Promise<ArtifactRow> {
  const artifact = await findArtifact(trx, id);
  if (!artifact) throw new SheafError('artifact.not-found');
  return artifact;
}

export function declarationOf(kinds: ArtifactKinds, kind: string): ArtifactDeclaration {
  const declaration = kinds.get(kind);
  if (!declaration) throw new SheafError('artifact.unknown-kind');
  return declaration;
}
