// Document types that a workspace declares itself: draft, try, publish, retire. A published version is never changed.

import type { TypeDefinition } from '../document/type-definition.ts';
import { SheafError } from '../errors.ts';
import type { ReadResult } from '../pipeline/read-result.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import {
  type DocumentTypeRow,
  deleteTypeDraft,
  insertTypeDraft,
  listTypeVersions,
  lockTypes,
  moveTypeVersions,
  updateTypeDraft,
} from '../store/document-types.ts';
import { findDocument } from '../store/documents.ts';
import { recordActs } from './audit.ts';
import { declarationOf, userTypesOf } from './known-types.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'types'>;

/** Each page is looked at with the words of every type: more would make reading slow for everybody. */
export const MOST_TYPES = 50;

/** All versions of its own types, by id, the newest first. */
export async function getOwnTypes({ db }: Deps, { workspaceId }: Actor): Promise<DocumentTypeRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listTypeVersions(trx));
}

/** The versions of one, the newest first. Throws `type.not-found`. */
export async function getOwnType({ db }: Deps, { workspaceId }: Actor, id: string): Promise<DocumentTypeRow[]> {
  return inWorkspace(db, workspaceId, (trx) => versionsOf(trx, id));
}

/** Its first draft. Throws `type.id-taken`, `type.too-many`. */
export async function createType(
  { db, types }: Deps,
  { workspaceId, userId }: Actor,
  { id, definition }: { id: string; definition: TypeDefinition },
): Promise<DocumentTypeRow> {
  return inWorkspace(db, workspaceId, async (trx) => {
    await lockTypes(trx, workspaceId);
    const all = await listTypeVersions(trx);
    if (types.some((type) => type.id === id) || all.some((row) => row.type_id === id))
      throw new SheafError('type.id-taken');
    const inUse = new Set(all.filter(({ state }) => state !== 'retired').map(({ type_id }) => type_id));
    if (inUse.size >= MOST_TYPES) throw new SheafError('type.too-many');
    return insertTypeDraft(trx, { workspaceId, typeId: id, version: 1, definition, madeBy: userId });
  });
}

/**
 * The draft of a type's next version: made when there is none, else changed, which needs the revision that was seen.
 * Throws `type.not-found`, `type.changed`.
 */
export async function putTypeDraft(
  { db }: Deps,
  { workspaceId, userId }: Actor,
  { id, definition, seen }: { id: string; definition: TypeDefinition; seen: () => (revision: number) => boolean },
): Promise<DocumentTypeRow> {
  return inWorkspace(db, workspaceId, async (trx) => {
    await lockTypes(trx, workspaceId);
    const versions = await versionsOf(trx, id);
    const draft = versions.find(({ state }) => state === 'draft');
    if (!draft)
      return insertTypeDraft(trx, {
        workspaceId,
        typeId: id,
        version: versions[0]!.version + 1,
        definition,
        madeBy: userId,
      });
    if (!seen()(draft.revision)) throw new SheafError('type.changed');
    return updateTypeDraft(trx, draft, definition);
  });
}

/** Throws `type.not-found`, `type.no-draft`. */
export async function dropTypeDraft({ db }: Deps, { workspaceId }: Actor, id: string): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    await lockTypes(trx, workspaceId);
    ensureDraft(await versionsOf(trx, id));
    await deleteTypeDraft(trx, id);
  });
}

/** From now on documents are read by the draft. Records keep the version they were read by. Throws `type.not-found`, `type.no-draft`. */
export async function publishType(
  { db }: Deps,
  actor: Actor,
  { id, requestId }: { id: string; requestId?: string },
): Promise<DocumentTypeRow[]> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await lockTypes(trx, actor.workspaceId);
    const { version } = ensureDraft(await versionsOf(trx, id));
    await moveTypeVersions(trx, { typeId: id, from: 'published', to: 'superseded' });
    await moveTypeVersions(trx, { typeId: id, from: 'draft', to: 'published' });
    const act = { action: 'type.published' as const, details: { type: id, version } };
    await recordActs(trx, actor, [{ ...act, requestId }]);
    return listTypeVersions(trx, id);
  });
}

/** No document is read by it any more; a new draft of it can be published later. Throws `type.not-found`. */
export async function retireType(
  { db }: Deps,
  actor: Actor,
  { id, requestId }: { id: string; requestId?: string },
): Promise<DocumentTypeRow[]> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await lockTypes(trx, actor.workspaceId);
    await versionsOf(trx, id);
    await moveTypeVersions(trx, { typeId: id, from: 'published', to: 'retired' });
    await recordActs(trx, actor, [{ action: 'type.retired', details: { type: id }, requestId }]);
    return listTypeVersions(trx, id);
  });
}

export interface TypeTrial {
  id: string;
  /** The newest when left out. */
  version?: number | undefined;
  documentId: string;
}

/**
 * Reads a document as this version would, and keeps nothing of it: fields, what each was chosen among, and which type
 * it would have been taken for. Throws `type.not-found`, `document.not-found`, `type.unreadable`.
 */
export async function tryType(
  deps: Pick<Services, 'db' | 'types' | 'blobs' | 'reader' | 'secrets' | 'hiddenTextPolicy'>,
  { workspaceId }: Actor,
  { id, version, documentId }: TypeTrial,
): Promise<ReadResult> {
  const { document, userTypes } = await inWorkspace(deps.db, workspaceId, async (trx) => {
    const versions = await versionsOf(trx, id);
    const tried = version === undefined ? versions[0] : versions.find((row) => row.version === version);
    if (!tried) throw new SheafError('type.not-found');
    const found = await findDocument(trx, documentId);
    if (!found) throw new SheafError('document.not-found');
    const others = ((await userTypesOf(trx, deps.types)).userTypes?.types ?? []).filter((other) => other.id !== id);
    return { document: found, userTypes: { types: [...others, declarationOf(tried)] } };
  });
  const password = document.sealed_password ? deps.secrets.open(document.sealed_password) : undefined;
  const options = {
    asType: id,
    userTypes,
    keepCandidates: true,
    hiddenText: deps.hiddenTextPolicy,
    ...(password === undefined ? {} : { password }),
  };
  const result = await deps.blobs.withFile(document.sha256, (path) =>
    deps.reader.read({ path, name: document.name }, options),
  );
  if (result.status === 'failed')
    throw new SheafError('type.unreadable', result.error?.message ?? 'The document could not be read.', {
      details: { reason: result.error?.code ?? 'internal' },
    });
  return result;
}

async function versionsOf(trx: Trx, id: string): Promise<DocumentTypeRow[]> {
  const versions = await listTypeVersions(trx, id);
  if (versions.length === 0) throw new SheafError('type.not-found');
  return versions;
}

function ensureDraft(versions: readonly DocumentTypeRow[]): DocumentTypeRow {
  const draft = versions.find(({ state }) => state === 'draft');
  if (!draft) throw new SheafError('type.no-draft');
  return draft;
}
