// Made, written and applied in one step, for callers that want the text and not the conversation. What the gate refused stays out; the
// artifact keeps both versions, so that every change can still be looked at and taken back.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import type { ArtifactAssessment } from '../write/assessment.ts';
import { type BodyChange, compareBodies } from '../write/compare-bodies.ts';
import { type ArtifactView, getArtifact } from './browse-artifacts.ts';
import { proposeWriting, type WrittenProposal } from './propose-writing.ts';
import type { Actor, Services } from './services.ts';
import { type ArtifactWish, startArtifact } from './start-artifact.ts';
import { applyProposal, removeArtifact } from './write-artifact.ts';

type Deps = Pick<Services, 'db' | 'artifactKinds' | 'types' | 'gateway'>;

export interface RewriteWish extends ArtifactWish {
  writer: 'rules' | 'model';
}

export interface Rewritten {
  /** As it is now. */
  artifact: ArtifactView;
  proposal: WrittenProposal;
  original: Json;
  changes: BodyChange[];
  assessment: { before: ArtifactAssessment; after: ArtifactAssessment } | undefined;
}

/** Throws what starting, proposing and applying throw. Nothing is left behind when it cannot be written. */
export async function rewriteArtifact(deps: Deps, actor: Actor, wish: RewriteWish): Promise<Rewritten> {
  const { writer, options, target, requestId } = wish;
  const artifactId = await startArtifact(deps, actor, wish);
  try {
    const { body: original } = await getArtifact(deps, actor, artifactId);
    const proposal = await proposeWriting(deps, actor, { artifactId, wish: { writer, options, target } });
    await applyAccepted(deps, actor, { artifactId, proposal, requestId });
    const artifact = await getArtifact(deps, actor, artifactId);
    const changes = compareBodies(original, artifact.body);
    return { artifact, proposal, original, changes, assessment: proposal.assessment };
  } catch (error) {
    await removeArtifact(deps, actor, { id: artifactId, requestId }).catch(() => {});
    throw error;
  }
}

/** A text that is as good as it gets stays as it is. */
async function applyAccepted(
  deps: Deps,
  actor: Actor,
  { artifactId, proposal, requestId }: { artifactId: string; proposal: WrittenProposal; requestId: string },
): Promise<void> {
  try {
    await applyProposal(deps, actor, { artifactId, proposalId: proposal.id, requestId });
  } catch (error) {
    if (!(error instanceof SheafError) || error.code !== 'artifact.nothing-accepted') throw error;
  }
}
