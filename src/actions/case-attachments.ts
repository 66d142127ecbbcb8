// Attaching exactly what was sent: a version of a record or artifact, with its hash and a copy that nothing changes.

import type { CaseAttachment, CaseSpec } from '../cases/case-spec.ts';
import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { findArtifact, findVersion } from '../store/artifacts.ts';
import {
  type CaseAttachmentRow,
  findCaseAttachment,
  hashOfContent,
  insertCaseAttachment,
  listCaseAttachments,
  markDetached,
} from '../store/case-attachments.ts';
import { insertCaseEvent } from '../store/case-events.ts';
import { type CaseRow, updateCase } from '../store/cases.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { cleanText, toJsonb } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { findRecord } from '../store/records.ts';
import { recordActs } from './audit.ts';
import { type CaseDeps, type CaseTarget, type CaseView, lockSeenCase, seenCase, viewCase } from './case-view.ts';
import { noteCaseOutcome } from './note-case-outcome.ts';
import type { Actor } from './services.ts';

/** Of one case, those that were detached included. */
const MOST_ATTACHMENTS = 200;
const MOST_TITLE = 300;

export interface AttachmentWish {
  /** As the type of the case names it. */
  role: string;
  /** Of the record or artifact. */
  id: string;
  /** The newest when absent. Of records only the newest is there. */
  version?: number | undefined;
}

/** In the place of what had the role before. Throws `case.wrong-attachment`, `case.full`. */
export async function attachToCase(
  deps: CaseDeps,
  actor: Actor,
  { attachment, ...target }: CaseTarget & { attachment: AttachmentWish },
): Promise<CaseView> {
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { row, spec } = await lockSeenCase(trx, deps, actor, target);
    if (!(await attachTo(trx, actor, { spec, row, attachment }))) return viewCase(trx, deps, actor, row);
    await noteCaseOutcome(trx, { spec, row });
    const changed = await updateCase(trx, row, {});
    await tell(trx, actor, target);
    return viewCase(trx, deps, actor, changed);
  });
}

/** It stays visible as what was attached once. Throws `case.attachment-not-found`. */
export async function detachFromCase(
  deps: CaseDeps,
  actor: Actor,
  { attachmentId, ...target }: CaseTarget & { attachmentId: string },
): Promise<CaseView> {
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { row, spec } = await lockSeenCase(trx, deps, actor, target);
    const found = await findCaseAttachment(trx, { caseId: row.id, id: attachmentId });
    if (!found || found.detached_at) throw new SheafError('case.attachment-not-found');
    const at = new Date();
    await markDetached(trx, attachmentId, at);
    await insertCaseEvent(trx, row, { kind: 'detached', by: actor.userId, at, data: { attachment: attachmentId } });
    await noteCaseOutcome(trx, { spec, row });
    const changed = await updateCase(trx, row, {});
    await tell(trx, actor, target);
    return viewCase(trx, deps, actor, changed);
  });
}

export interface AttachedContent extends CaseAttachmentRow {
  content: Json;
}

/** As it was when it was attached. Throws `case.attachment-not-found`, `case.content-gone`. */
export async function getAttachment(
  { db }: Pick<CaseDeps, 'db'>,
  actor: Actor,
  { caseId, id }: { caseId: string; id: string },
): Promise<AttachedContent> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await seenCase(trx, actor, caseId);
    const found = await findCaseAttachment(trx, { caseId, id });
    if (!found) throw new SheafError('case.attachment-not-found');
    const { content } = found;
    if (content === null) throw new SheafError('case.content-gone');
    return { ...found, content };
  });
}

/** False when exactly this is attached already. The caller holds the lock. */
export async function attachTo(
  trx: Trx,
  actor: Actor,
  { spec, row, attachment: wish }: { spec: CaseSpec; row: CaseRow; attachment: AttachmentWish },
): Promise<boolean> {
  const slot = spec.attachments.find(({ role }) => role === wish.role);
  if (!slot) throw new SheafError('case.wrong-attachment');
  const thing = slot.source === 'record' ? await readRecord(trx, wish) : await readArtifact(trx, wish);
  if (!thing || !takes(slot, thing.type)) throw new SheafError('case.wrong-attachment');
  const before = await listCaseAttachments(trx, [row.id]);
  const current = before.find(({ role, detached_at }) => role === wish.role && detached_at === null);
  const sha256 = hashOfContent(thing.content);
  if (current?.source_id === wish.id && current.source_version === thing.version && current.sha256 === sha256)
    return false;
  if (before.length >= MOST_ATTACHMENTS) throw new SheafError('case.full');
  const [id, at] = [newId(), new Date()];
  if (current) await markDetached(trx, current.id, at);
  await insertCaseAttachment(trx, {
    ...{ workspace_id: row.workspace_id, id, case_id: row.id, owner_id: row.owner_id },
    ...{ role: slot.role, source: slot.source, source_id: wish.id, source_type: thing.type },
    ...{ source_version: thing.version, title: cleanText(thing.title.slice(0, MOST_TITLE)), sha256 },
    ...{ content: toJsonb(thing.content), attached_by: actor.userId, attached_at: at, detached_at: null },
  });
  await insertCaseEvent(trx, row, {
    kind: 'attached',
    by: actor.userId,
    at,
    data: { attachment: id, role: slot.role },
  });
  return true;
}

interface Thing {
  type: string;
  version: number;
  title: string;
  content: Json;
}

const takes = ({ types }: CaseAttachment, type: string): boolean => types.length === 0 || types.includes(type);

/** Of a record, its values as they are now: older versions are not kept. */
async function readRecord(trx: Trx, { id, version }: AttachmentWish): Promise<Thing | undefined> {
  const record = await findRecord(trx, id);
  if (!record || (version !== undefined && version !== record.version)) return undefined;
  const { type, fields, lines } = record;
  const name = fields.title ?? fields['basics.name'] ?? fields.number;
  const title = typeof name?.value === 'string' ? name.value : type;
  return { type, version: record.version, title, content: { type, fields, lines } as unknown as Json };
}

async function readArtifact(trx: Trx, { id, version }: AttachmentWish): Promise<Thing | undefined> {
  const artifact = await findArtifact(trx, id);
  const found = artifact && (await findVersion(trx, id, version ?? artifact.version));
  if (!found) return undefined;
  const { kind: type, title } = artifact;
  return { type, version: found.version, title, content: { kind: type, title, body: found.body } };
}

const tell = (trx: Trx, actor: Actor, { id, requestId }: CaseTarget): Promise<void> =>
  recordActs(trx, actor, [{ action: 'case.changed', target: { type: 'case', id }, requestId }]);
