// One look at a way in that has to be asked: a mailbox, a watched folder, a place among objects. Whatever is interrupted is
// found again by the next look, and known.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { errorCatalogue, SheafError } from '../errors.ts';
import type { MailFate } from '../intake/imap-mailbox.ts';
import type { WaitingFile } from '../intake/watched-folder.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findIntakeSource, type IntakeSourceRow, listDueSources, noteLook } from '../store/intake-sources.ts';
import { type PollIntakePayload, pollIntakeQueue } from '../store/queues.ts';
import type { FeedSettings, ImapSettings } from '../store/schema-intake.ts';
import { lookAtFeed } from './look-at-feed.ts';
import type { Services } from './services.ts';
import { type ArrivalPlace, takeArrival, takeMail } from './take-arrival.ts';

export type PollDeps = Pick<
  Services,
  'db' | 'blobs' | 'queue' | 'mediaTypeOf' | 'tierPolicy' | 'secrets' | 'intake' | 'log' | 'reader' | 'fetchOutside'
>;

const EVERY_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
const FILES_OF_A_LOOK = 200;
const SOURCES_OF_A_ROUND = 500;

/** Queues a look at everything that is due. Returns how many. */
export async function queueDueLooks(
  { db, queue, intake }: Pick<PollDeps, 'db' | 'queue' | 'intake'>,
  now = new Date(),
): Promise<number> {
  const kinds = (['imap', 'folder', 'objects', 'feed'] as const).filter((kind) => intake[kind] !== undefined);
  const due = await listDueSources(db, { now, kinds, limit: SOURCES_OF_A_ROUND });
  for (const { workspace_id: workspaceId, id: sourceId } of due) {
    await inWorkspace(db, workspaceId, async (trx) => {
      const source = await findIntakeSource(trx, sourceId);
      if (!source) return;
      // Not due again while its job waits or runs; a job that is lost is made up for by then.
      await postpone(trx, source, now);
      await queue.enqueue(trx, pollIntakeQueue.name, [{ workspaceId, sourceId, requestId: null }]);
    });
  }
  if (due.length > 0) queue.wake(pollIntakeQueue.name);
  return due.length;
}

const LOST_AFTER_MS = 15 * 60_000;

async function postpone(trx: Trx, { id, last_error, failures }: IntakeSourceRow, now: Date): Promise<void> {
  await noteLook(trx, id, { error: last_error, failures, nextAt: new Date(now.getTime() + LOST_AFTER_MS) });
}

/** Never throws for what the other side does: that is noted, and the next look comes later and later. */
export async function pollIntake(
  deps: PollDeps,
  { workspaceId, sourceId }: PollIntakePayload,
  signal?: AbortSignal,
): Promise<void> {
  const source = await inWorkspace(deps.db, workspaceId, (trx) => findIntakeSource(trx, sourceId));
  if (!source?.enabled) return;
  let more = false;
  let error: string | null = null;
  try {
    more = await lookAt(deps, source, signal);
  } catch (thrown) {
    signal?.throwIfAborted();
    if (!(thrown instanceof SheafError)) throw thrown;
    // Switched off meanwhile: nobody has to be told.
    if (thrown.code === 'intake.paused' || thrown.code === 'intake.not-found') return;
    const reason = thrown.details.reason;
    error = typeof reason === 'string' ? `${thrown.code}: ${reason}` : thrown.code;
    deps.log.warn(
      { event: 'intake-failed', source: sourceId, kind: source.kind, code: thrown.code, reason },
      'a way in failed',
    );
  }
  const failures = error === null ? 0 : source.failures + 1;
  const pause = error === null && more ? 0 : pauseOf(source, failures);
  await inWorkspace(deps.db, workspaceId, (trx) =>
    noteLook(trx, sourceId, { error, failures, nextAt: new Date(Date.now() + pause) }),
  );
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** After failures in a row longer and longer. A feed is never asked more often than its interval says. */
function pauseOf({ kind, settings }: IntakeSourceRow, failures: number): number {
  const longer = 2 ** Math.min(failures, 10);
  if (kind !== 'feed') return failures === 0 ? EVERY_MS : Math.min(EVERY_MS * longer, LONGEST_PAUSE_MS);
  const every = (settings as FeedSettings).every * MINUTE_MS;
  return failures === 0 ? every : Math.max(every, Math.min((every * longer) / 2, DAY_MS));
}

/** Whether more is waiting. */
async function lookAt(deps: PollDeps, source: IntakeSourceRow, signal?: AbortSignal): Promise<boolean> {
  const place = { workspaceId: source.workspace_id, sourceId: source.id };
  if (source.kind === 'imap') return lookIntoMailbox(deps, { source, place, signal });
  if (source.kind === 'mail') return false;
  if (source.kind === 'feed') {
    await lookAtFeed(deps, { source, place, signal });
    return false;
  }
  const watched = deps.intake[source.kind];
  if (!watched) throw new SheafError('intake.off');
  const files = await watched.listWaiting(place.workspaceId, FILES_OF_A_LOOK);
  for (const file of files) {
    signal?.throwIfAborted();
    await takeFile(deps, place, file);
  }
  return files.length === FILES_OF_A_LOOK;
}

/** Moved out of the way only when its document is on disk. */
async function takeFile(deps: PollDeps, place: ArrivalPlace, file: WaitingFile): Promise<void> {
  let reason: string;
  try {
    const blob = await deps.blobs.stage(await file.open(), deps.intake.maxBytes);
    if (!(await file.isUnchanged())) return await blob.discard();
    const key = createHash('sha256').update(`${file.name}\n${file.identity}\n${blob.sha256}`).digest('hex');
    const { outcome, reason: why } = await takeArrival(deps, place, { key, name: file.name, blob, polled: true });
    if (outcome !== 'refused') return await file.finish({ done: true });
    reason = why ?? 'refused';
  } catch (error) {
    if (!(error instanceof SheafError) || error.code !== 'file.too-large') throw error;
    reason = error.code;
  }
  await file.finish({ done: false, reason: inWords(reason) });
}

function inWords(code: string): string {
  const entry = errorCatalogue[code as keyof typeof errorCatalogue] as { title: string; advice: string } | undefined;
  return entry ? `${code}: ${entry.title}. ${entry.advice}` : code;
}

async function lookIntoMailbox(
  deps: PollDeps,
  { source, place, signal }: { source: IntakeSourceRow; place: ArrivalPlace; signal: AbortSignal | undefined },
): Promise<boolean> {
  const { imap, maxBytes } = deps.intake;
  if (!imap) throw new SheafError('intake.off');
  const password = source.sealed_secret ? deps.secrets.open(source.sealed_secret) : '';
  // Sealed under a key that is gone.
  if (password === undefined)
    throw new SheafError('intake.unreachable', undefined, { details: { reason: 'password' } });
  const access = { ...(source.settings as ImapSettings), password };
  const take = async (mail: { bytes: Buffer } | { tooLarge: number }): Promise<MailFate> => {
    if ('tooLarge' in mail) {
      deps.log.warn(
        { event: 'intake-too-large', source: source.id, size: mail.tooLarge },
        'a mail is larger than the limit',
      );
      return 'refused';
    }
    const content = Readable.from([mail.bytes]);
    const { outcome } = await takeMail(deps, place, { content, maxBytes, polled: true });
    return outcome === 'refused' ? 'refused' : 'taken';
  };
  return (await imap.eachUnseen(access, take, signal)).more;
}
