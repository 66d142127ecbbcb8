// What is said of an artifact besides its text, as its pack computes it: score, what is missing, questions, contradictions. Nothing is
// kept: the same artifact with the same options is judged the same.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { findArtifact, findVersion, listSources } from '../store/artifacts.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import type { ArtifactDeclaration } from '../write/artifact-declaration.ts';
import type { ArtifactAssessment } from '../write/assessment.ts';
import type { GateSource } from '../write/gate/gate-source.ts';
import { type OptionsWish, readOptions } from './artifact-options.ts';
import type { Actor, Services } from './services.ts';
import { declarationOf } from './write-artifact.ts';

type Deps = Pick<Services, 'db' | 'artifactKinds' | 'types'>;

export interface AssessmentWish extends OptionsWish {
  artifactId: string;
  /** Left out: the newest. */
  version?: number | undefined;
  /** Ids of artifacts to compare with. */
  beside?: readonly string[] | undefined;
}

/** Throws `artifact.not-found`, `artifact.not-assessed`, `artifact.invalid-options`, `artifact.wrong-source`. */
export async function assessArtifact(deps: Deps, actor: Actor, wish: AssessmentWish): Promise<ArtifactAssessment> {
  const seen = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { kind, body } = await readBody(trx, wish.artifactId, wish.version);
    const sources = (await listSources(trx, wish.artifactId)).map(({ source }) => source as GateSource);
    const beside: Awaited<ReturnType<typeof readBody>>[] = [];
    for (const id of new Set(wish.beside)) if (id !== wish.artifactId) beside.push(await readBody(trx, id));
    return { kind, body, sources, beside };
  });
  const declaration = declarationOf(deps.artifactKinds, seen.kind);
  const options = await readOptions(deps, actor, declaration, wish);
  const assessed = assess(declaration, { ...seen, options });
  if (!assessed) throw new SheafError('artifact.not-assessed');
  return assessed;
}

export interface Assessed {
  body: Json;
  sources: readonly GateSource[];
  options: Json | undefined;
  beside?: readonly { id: string; kind: string; title: string; body: Json }[];
}

/** Undefined where the kind is not assessed. */
export const assess = (
  declaration: ArtifactDeclaration,
  { body, sources, options = {}, beside = [] }: Assessed,
): ArtifactAssessment | undefined => declaration.assess?.({ body, sources, options, beside, now: new Date() });

async function readBody(trx: Trx, id: string, version?: number) {
  const artifact = await findArtifact(trx, id);
  const found = artifact && (await findVersion(trx, id, version ?? artifact.version));
  if (!found) throw new SheafError('artifact.not-found');
  return { id, kind: artifact.kind, title: artifact.title, body: found.body };
}
