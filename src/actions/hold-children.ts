// What a mail or an archive holds becomes documents of its own: once, however often the reading is done again.

import { SheafError } from '../errors.ts';
import type { HoldFolder, ReadResult } from '../pipeline/read-result.ts';
import type { StagedBlob } from '../store/blob-store.ts';
import type { Trx } from '../store/database.ts';
import { countUnderRoot, findDocumentParent, listTakenPositions } from '../store/document-parents.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import type { Services } from './services.ts';
import { type Taking, takeDocuments } from './take-documents.ts';

/** Out of one file that was given, however deep. */
const MOST_UNDER_ROOT = 2000;
/** As large as anything that the reading lays out (parse/hold-files.ts). */
const MAX_BYTES = 160 * 1024 * 1024;

export interface StagedChild {
  position: number;
  name: string;
  blob: StagedBlob;
}

/** Brings the files that the reading laid out to the blobs; none has an address yet. Throws `store.files-unavailable`. */
export async function stageChildren(
  { blobs }: Pick<Services, 'blobs'>,
  held: ReadResult['held'],
  folder: HoldFolder | undefined,
): Promise<StagedChild[]> {
  const staged: StagedChild[] = [];
  if (!held || held.length === 0 || !folder) return staged;
  try {
    for (const { position, name } of held) {
      const content = await folder.open(position);
      staged.push({ position, name: cleanText(name), blob: await blobs.stage(content, MAX_BYTES) });
    }
    return staged;
  } catch (error) {
    await discardChildren(staged);
    throw error;
  }
}

export async function discardChildren(children: readonly StagedChild[]): Promise<void> {
  await Promise.all(children.map(({ blob }) => blob.discard()));
}

export interface Parent {
  id: string;
  /** What its documents inherit. */
  taking: Taking;
}

type Deps = Pick<Services, 'queue' | 'mediaTypeOf' | 'tierPolicy'>;

/** Throws `quota.exceeded`, `archive.too-large`; then none of them is taken. The blobs must be held (`holdBlobs`). Returns how many are new. */
export async function keepChildren(
  trx: Trx,
  deps: Deps,
  parent: Parent,
  children: readonly StagedChild[],
): Promise<number> {
  const taken = await listTakenPositions(trx, parent.id);
  const fresh = children.filter(({ position }) => !taken.has(position));
  if (fresh.length === 0) return 0;
  const above = await findDocumentParent(trx, parent.id);
  const rootId = above?.root_id ?? parent.id;
  const { workspaceId } = parent.taking;
  if ((await countUnderRoot(trx, { workspaceId, rootId })) + fresh.length > MOST_UNDER_ROOT) {
    throw new SheafError('archive.too-large', `More than ${MOST_UNDER_ROOT} documents are not taken out of one file.`);
  }
  for (const { blob } of fresh) await blob.keep();
  // Lists go by id, newest first: the first of them must be the newest.
  const ids = fresh.map(() => newId()).reverse();
  const files = fresh.map(({ position, name, blob }, index) => ({
    id: ids[index]!,
    run: newId(),
    name,
    blob,
    parent: { id: parent.id, rootId, position, depth: (above?.depth ?? 0) + 1 },
  }));
  await takeDocuments(trx, deps, parent.taking, files);
  return files.length;
}
