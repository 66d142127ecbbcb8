// Making an artifact as a caller asks for it: from a body that is given, from a document or record, or from both.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import type { ArtifactDeclaration } from '../write/artifact-declaration.ts';
import type { GateSource } from '../write/gate/gate-source.ts';
import { type OptionsWish, readOptions, recordFor } from './artifact-options.ts';
import { gatherSources, type SourceThing } from './artifact-sources.ts';
import type { Actor, Services } from './services.ts';
import { createArtifact, declarationOf } from './write-artifact.ts';

type Deps = Pick<Services, 'db' | 'artifactKinds' | 'types'>;

export interface ArtifactWish extends OptionsWish {
  kind: string;
  title: string;
  /** Left out: made of the source, where the kind can be. */
  body?: Json | undefined;
  from?: SourceThing | undefined;
  requestId: string;
}

/**
 * Its id. Throws `artifact.unknown-kind`, `artifact.invalid`, `artifact.invalid-options`, `artifact.wrong-source`, `artifact.full`,
 * `record.not-found`, `document.not-found`.
 */
export async function startArtifact(deps: Deps, actor: Actor, wish: ArtifactWish): Promise<string> {
  const { kind, title, requestId } = wish;
  const declaration = declarationOf(deps.artifactKinds, kind);
  const options = await readOptions(deps, actor, declaration, wish);
  const made = await makeOf(deps, actor, { declaration, wish, options });
  const body = wish.body ?? made.body;
  if (body === undefined) throw new SheafError('artifact.invalid', 'This kind cannot be made without a body.');
  return createArtifact(deps, actor, { kind, title, body, sources: made.sources, requestId });
}

interface Making {
  declaration: ArtifactDeclaration;
  wish: ArtifactWish;
  options: Json | undefined;
}

async function makeOf(
  { db, types }: Deps,
  { workspaceId }: Actor,
  { declaration: { fromRecord, fromTexts }, wish: { from, title }, options }: Making,
): Promise<{ body: Json | undefined; sources: GateSource[] }> {
  if (!from) return { body: fromTexts?.({ title, texts: [] }), sources: [] };
  return inWorkspace(db, workspaceId, async (trx) => {
    if (fromRecord) return fromRecord.make(await recordFor(trx, fromRecord.types, from), options ?? {});
    const { sources, texts } = await gatherSources(trx, types, from);
    return { body: fromTexts?.({ title, texts }), sources };
  });
}
