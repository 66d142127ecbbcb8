// The original file of a document, and pictures of its pages.

import type { Readable } from 'node:stream';
import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import { type DocumentDetail, findDocument } from '../store/documents.ts';
import type { ByteRange } from '../store/objects/object-store.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

export interface DocumentFile {
  content: Readable;
  name: string;
  mediaType: string;
  /** Of the whole file. */
  size: number;
  sha256: string;
  /** The part that `content` is, when it is not the whole. */
  range: ByteRange | undefined;
}

export interface FileRequest {
  documentId: string;
  requestId?: string | undefined;
  /** Which part of the file is wanted. */
  choose?: (file: { size: number; sha256: string }) => ByteRange | undefined;
}

/**
 * The download stands in the audit log when this resolves. Throws `document.not-found`, `store.blob-damaged`; a large file
 * that is damaged shows so only at its end, where the stream breaks off.
 */
export async function openDocumentFile(
  { db, blobs }: Pick<Services, 'db' | 'blobs'>,
  actor: Actor,
  { documentId, requestId, choose }: FileRequest,
): Promise<DocumentFile> {
  const document = await ensureDocument(db, actor.workspaceId, documentId);
  const { sha256, size, name, media_type: mediaType } = document;
  const range = choose?.({ size, sha256 });
  const content = await blobs.read(sha256, range);
  const target = { type: 'document', id: documentId };
  try {
    await inWorkspace(db, actor.workspaceId, (trx) =>
      recordActs(trx, actor, [{ action: 'document.downloaded', target, requestId }]),
    );
  } catch (error) {
    content.destroy();
    throw error;
  }
  return { content, name, mediaType, size, sha256, range };
}

/** Throws `document.not-found`, `page.not-found` for a page that the document is known not to have. */
export async function ensurePage(
  { db }: Pick<Services, 'db'>,
  { workspaceId }: Actor,
  { documentId, page = 1 }: { documentId: string; page?: number },
): Promise<void> {
  const { page_count } = await ensureDocument(db, workspaceId, documentId);
  if (page > 1 && page_count !== null && page > page_count) throw new SheafError('page.not-found');
}

export interface PageRequest {
  documentId: string;
  /** 1-based. */
  page: number;
  dpi: number;
}

/** Pictures are kept in these resolutions: whoever asked for all of them, page by page, would fill the disk otherwise. */
const keptDpi: ReadonlySet<number> = new Set([72, 110, 150, 200]);

/** PNG of one page, turned as the boxes of its values stand. Throws `document.not-found`, `page.not-found`, and what rendering throws. */
export async function drawPage(
  { db, blobs, reader, secrets, pageImages }: Pick<Services, 'db' | 'blobs' | 'reader' | 'secrets' | 'pageImages'>,
  { workspaceId }: Actor,
  { documentId, page, dpi }: PageRequest,
): Promise<Uint8Array> {
  const document = await ensureDocument(db, workspaceId, documentId);
  if (document.page_count !== null && page > document.page_count) throw new SheafError('page.not-found');
  const password = document.sealed_password ? secrets.open(document.sealed_password) : undefined;
  // Pictures are shared by content, but who has an encrypted file without its password must not see another's.
  const source = document.sealed_password ? document.id : document.sha256;
  const rotation = document.page_geometry.find(({ number }) => number === page)?.rotation;
  const view = {
    page,
    dpi,
    ...(rotation === undefined ? {} : { rotation }),
    ...(password === undefined ? {} : { password }),
  };
  const draw = async (): Promise<Uint8Array> => {
    try {
      return await blobs.withFile(document.sha256, (path) => reader.renderPage({ path, name: document.name }, view));
    } catch (error) {
      if (error instanceof SheafError && error.code === 'file.not-found') throw new SheafError('page.not-found');
      throw error;
    }
  };
  return keptDpi.has(dpi) ? pageImages.get({ source, page, dpi, rotation }, draw) : draw();
}

async function ensureDocument(db: Services['db'], workspaceId: string, id: string): Promise<DocumentDetail> {
  const document = await inWorkspace(db, workspaceId, (trx) => findDocument(trx, id));
  if (!document) throw new SheafError('document.not-found');
  return document;
}
