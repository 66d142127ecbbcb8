// Ways in for documents of a workspace: made, listed, paused, deleted; and what came by them.

import { SheafError } from '../errors.ts';
import { hashAddressToken, makeAddressToken } from '../intake/address-token.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { type IntakeArrivalRow, listArrivals } from '../store/intake-arrivals.ts';
import {
  changeIntakeSource,
  countIntakeSources,
  deleteIntakeSource,
  findIntakeSource,
  type IntakeChange,
  type IntakeSourceRow,
  insertIntakeSource,
  listIntakeSources,
  lockIntakeSource,
} from '../store/intake-sources.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import type { FeedSettings, ImapSettings, IntakeKind } from '../store/schema-intake.ts';
import { recordActs } from './audit.ts';
import type { IntakeWays } from './intake-ways.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'secrets' | 'intake'>;
type MakingDeps = Deps & Pick<Services, 'checkOutgoing'>;

/** Of a kind; a workspace has one folder, and one place among the objects. */
const MOST: Readonly<Record<IntakeKind, number>> = { mail: 100, imap: 20, folder: 1, objects: 1, feed: 50 };

export interface IntakeFields {
  kind: IntakeKind;
  name: string;
  senders: readonly string[];
  typeHint: string | null;
  imap?: (ImapSettings & { password: string }) | undefined;
  feed?: FeedSettings | undefined;
}

/** The token, of an address, is in this answer and nowhere else. Throws `intake.off`, `intake.too-many`, `request.invalid`, `outgoing.refused`. */
export async function createIntake(
  { db, secrets, intake, checkOutgoing }: MakingDeps,
  actor: Actor,
  { kind, imap, feed, ...fields }: IntakeFields,
): Promise<{ row: IntakeSourceRow; token: string | undefined }> {
  ensureOn(intake, kind);
  if ((kind === 'imap') !== (imap !== undefined)) {
    throw new SheafError('request.invalid', 'imap is needed for a mailbox, and for nothing else', {
      details: { pointer: '/imap' },
    });
  }
  if ((kind === 'feed') !== (feed !== undefined)) {
    throw new SheafError('request.invalid', 'feed is needed for a feed, and for nothing else', {
      details: { pointer: '/feed' },
    });
  }
  if (feed) await checkOutgoing(feed.url);
  const token = kind === 'mail' ? makeAddressToken() : undefined;
  const { password, ...settings } = imap ?? { password: undefined };
  const row = await inWorkspace(db, actor.workspaceId, async (trx) => {
    if ((await countIntakeSources(trx, kind)) >= MOST[kind]) throw new SheafError('intake.too-many');
    const made = await insertIntakeSource(trx, {
      id: newId(),
      workspaceId: actor.workspaceId,
      kind,
      name: cleanText(fields.name),
      tokenHash: token ? hashAddressToken(token) : null,
      imap: imap ? (settings as ImapSettings) : null,
      feed,
      sealedSecret: password === undefined ? null : secrets.seal(password),
      senders: fields.senders.map((sender) => sender.toLowerCase().replace(/^@/, '')),
      typeHint: fields.typeHint,
      createdBy: actor.userId,
    });
    await recordActs(trx, actor, [
      { action: 'intake.created', target: { type: 'intake', id: made.id }, details: { kind } },
    ]);
    return made;
  });
  return { row, token };
}

function ensureOn(intake: IntakeWays, kind: IntakeKind): void {
  if (intake[kind] === undefined) throw new SheafError('intake.off');
}

export async function getIntakes(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  page: { before: string | undefined; limit: number },
): Promise<IntakeSourceRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listIntakeSources(trx, page));
}

/** Throws `intake.not-found`. */
export async function getIntake(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  id: string,
): Promise<IntakeSourceRow> {
  return inWorkspace(db, workspaceId, async (trx) => found(await findIntakeSource(trx, id)));
}

function found(row: IntakeSourceRow | undefined): IntakeSourceRow {
  if (!row) throw new SheafError('intake.not-found');
  return row;
}

/** What is absent stays. Throws `intake.not-found`. */
export async function changeIntake(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { id, ...change }: IntakeChange & { id: string },
): Promise<IntakeSourceRow> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    found(await lockIntakeSource(trx, id));
    const { name, senders } = change;
    const row = await changeIntakeSource(trx, id, {
      ...change,
      ...(name === undefined ? {} : { name: cleanText(name) }),
      ...(senders === undefined ? {} : { senders: senders.map((sender) => sender.toLowerCase().replace(/^@/, '')) }),
    });
    await tell(trx, actor, 'intake.changed', id, Object.keys(change));
    return row;
  });
}

/** What came by it stays; its list of arrivals goes. Throws `intake.not-found`. */
export async function deleteIntake({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    if (!(await deleteIntakeSource(trx, id))) throw new SheafError('intake.not-found');
    await tell(trx, actor, 'intake.deleted', id);
  });
}

async function tell(
  trx: Trx,
  actor: Actor,
  action: 'intake.changed' | 'intake.deleted',
  id: string,
  changed?: string[],
) {
  const target = { type: 'intake', id };
  await recordActs(trx, actor, [{ action, target, ...(changed ? { details: { changed } } : {}) }]);
}

/** Newest first. Throws `intake.not-found`. */
export async function getArrivals(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  id: string,
  page: { before: string | undefined; limit: number },
): Promise<IntakeArrivalRow[]> {
  return inWorkspace(db, workspaceId, async (trx) => {
    found(await findIntakeSource(trx, id));
    return listArrivals(trx, id, page);
  });
}
