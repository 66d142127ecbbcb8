// A text that was written, as a file: in every format that records of the type it stands for are exported in, with the same proof.

import { SheafError } from '../errors.ts';
import type { ExportSource } from '../pipeline/record-export.ts';
import { inWorkspace } from '../store/database.ts';
import { recordActs } from './audit.ts';
import { getArtifact, getArtifactVersion } from './browse-artifacts.ts';
import {
  type ExportChoice,
  type ExportedFile,
  nameOf,
  type PossibleExport,
  possibleExports,
  writeExport,
} from './export-record.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'reader' | 'recordExports' | 'artifactKinds'>;

/** Empty where nothing of its kind can be exported; throws `artifact.not-found`. */
export async function getArtifactExports(deps: Deps, actor: Actor, id: string): Promise<PossibleExport[]> {
  const { source } = await sourceOf(deps, actor, { artifactId: id });
  return source ? possibleExports(deps, source) : [];
}

export interface ArtifactExportRequest extends ExportChoice {
  artifactId: string;
  /** The newest when absent. */
  version?: number | undefined;
  requestId?: string | undefined;
}

/** Throws `artifact.not-found`, and what `exportRecord` throws of a format. */
export async function exportArtifact(
  deps: Deps,
  actor: Actor,
  { artifactId, version, requestId, ...choice }: ArtifactExportRequest,
): Promise<ExportedFile> {
  const { source, kind, version: written } = await sourceOf(deps, actor, { artifactId, version });
  if (!source) throw new SheafError('export.unknown-format');
  const name = `${nameOf(kind.split('/').at(-1)!)}-${artifactId}-${written}`;
  const { file, details } = await writeExport(deps, source, { ...choice, name });
  const target = { type: 'artifact', id: artifactId };
  await inWorkspace(deps.db, actor.workspaceId, (trx) =>
    recordActs(trx, actor, [
      { action: 'artifact.exported', target, requestId, details: { ...details, version: written } },
    ]),
  );
  return file;
}

async function sourceOf(
  deps: Pick<Deps, 'db' | 'artifactKinds'>,
  actor: Actor,
  { artifactId, version }: { artifactId: string; version?: number | undefined },
): Promise<{ source: ExportSource | undefined; kind: string; version: number }> {
  const artifact = await getArtifact(deps, actor, artifactId);
  const { body } = version === undefined ? artifact : await getArtifactVersion(deps, actor, { artifactId, version });
  const declaration = deps.artifactKinds.get(artifact.kind);
  return {
    source: declaration?.asRecord?.(body as ExportBody),
    kind: artifact.kind,
    version: version ?? artifact.version,
  };
}

type ExportBody = Awaited<ReturnType<typeof getArtifact>>['body'];
