// Making an artifact as a caller asks for it: from a body that is given, from a document or record, or from both.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import { gatherSources, type SourceThing } from './artifact-sources.ts';
import type { Actor, Services } from './services.ts';
import { createArtifact, declarationOf } from './write-artifact.ts';

type Deps = Pick<Services, 'db' | 'artifactKinds' | 'types'>;

export interface ArtifactWish {
  kind: string;
  title: string;
  /** Left out: made of the source's texts, where the kind can be. */
  body?: Json | undefined;
  from?: SourceThing | undefined;
  requestId: string;
}

/**
 * Its id. Throws `artifact.unknown-kind`, `artifact.invalid`, `artifact.full`, `record.not-found`, `document.not-found`.
 */
export async function startArtifact(deps: Deps, actor: Actor, wish: ArtifactWish): Promise<string> {
  const { kind, title, from, requestId } = wish;
  const { fromTexts } = declarationOf(deps.artifactKinds, kind);
  const { sources, texts } = from
    ? await inWorkspace(deps.db, actor.workspaceId, (trx) => gatherSources(trx, deps.types, from))
    : { sources: [], texts: [] };
  const body = wish.body ?? fromTexts?.({ title, texts });
  if (body === undefined) throw new SheafError('artifact.invalid', 'This kind cannot be made without a body.');
  return createArtifact(deps, actor, { kind, title, body, sources, requestId });
}
