// What a caller chooses of an artifact's kind, put together from what was given and from what it is tailored to.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findRecord, listRecords, type RecordRow } from '../store/records.ts';
import type { ArtifactDeclaration } from '../write/artifact-declaration.ts';
import { gatherSources, type SourceThing } from './artifact-sources.ts';
import type { Actor, Services } from './services.ts';

export interface OptionsWish {
  options?: Readonly<Record<string, Json>> | undefined;
  /** A record or document whose words become options: what the text is tailored to. */
  target?: SourceThing | undefined;
}

/** Undefined for a kind without options. Throws `artifact.invalid-options`, `artifact.wrong-source`, `record.not-found`, `document.not-found`. */
export async function readOptions(
  { db, types }: Pick<Services, 'db' | 'types'>,
  { workspaceId }: Actor,
  declaration: ArtifactDeclaration,
  { options, target }: OptionsWish,
): Promise<Json | undefined> {
  if (!declaration.options) {
    if (options !== undefined || target !== undefined) throw new SheafError('artifact.invalid-options');
    return undefined;
  }
  const told = target
    ? await inWorkspace(db, workspaceId, async (trx) => {
        if (!declaration.target) throw new SheafError('artifact.wrong-source');
        const record = await recordFor(trx, declaration.target.types, target);
        const { texts } = await gatherSources(trx, types, target);
        return declaration.target.optionsOf(record, texts);
      })
    : {};
  const parsed = declaration.options.safeParse({ ...told, ...options });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SheafError('artifact.invalid-options', `${issue!.path.join('.') || 'options'}: ${issue!.message}`);
}

/**
 * The record that is meant: it must be of one of the types, and of a document the only one. Throws `artifact.wrong-source`,
 * `record.not-found`.
 */
export async function recordFor(trx: Trx, wanted: readonly string[], thing: SourceThing): Promise<RecordRow> {
  const MOST_LOOKED_AT = 50;
  const found =
    'record' in thing
      ? [await findRecord(trx, thing.record)]
      : await listRecords(trx, { documentId: thing.document, limit: MOST_LOOKED_AT });
  if ('record' in thing && !found[0]) throw new SheafError('record.not-found');
  const fitting = found.filter((one) => one !== undefined && wanted.includes(one.type));
  if (fitting.length !== 1) throw new SheafError('artifact.wrong-source');
  return fitting[0]!;
}
