// One look at a feed: fetched only when it changed, taken apart in a sandboxed child, and each item taken once as it is. An item that
// changed is another one; the same again, in whatever order, is known.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { SheafError } from '../errors.ts';
import type { OutgoingResponse } from '../notify/guarded-fetch.ts';
import type { ReadResult } from '../pipeline/read-result.ts';
import { unknownType } from '../pipeline/unknown-type.ts';
import { inWorkspace } from '../store/database.ts';
import { type IntakeSourceRow, putFeedState } from '../store/intake-sources.ts';
import type { FeedSettings, FeedState } from '../store/schema-intake.ts';
import type { Services } from './services.ts';
import { type ArrivalPlace, takeArrival } from './take-arrival.ts';

export type FeedDeps = Pick<
  Services,
  'db' | 'blobs' | 'queue' | 'mediaTypeOf' | 'tierPolicy' | 'intake' | 'reader' | 'fetchOutside'
>;

const TIMEOUT_MS = 60_000;
const MOST_BYTES = 50 * 1024 * 1024;
const ACCEPT =
  'application/json, application/feed+json, application/rss+xml, application/atom+xml, application/xml, text/csv, */*;q=0.5';
/** Longer ones are no versions that anybody sends back. */
const LONGEST_TAG = 500;

/** Throws `intake.off`, `intake.feed-failed`, `outgoing.refused`, `outgoing.failed`, and what taking throws. */
export async function lookAtFeed(
  deps: FeedDeps,
  { source, place, signal }: { source: IntakeSourceRow; place: ArrivalPlace; signal: AbortSignal | undefined },
): Promise<void> {
  if (!deps.intake.feed) throw new SheafError('intake.off');
  const { url } = source.settings as FeedSettings;
  const answer = await fetchFeed(deps, { url, known: source.feed_state, signal });
  if (!answer) return;
  const state = stateOf(answer);
  if (state.sha256 !== source.feed_state?.sha256) await takeItems(deps, { answer, place, signal });
  // Only now: what was cut off before is fetched again, and what was taken is known.
  await inWorkspace(deps.db, place.workspaceId, (trx) => putFeedState(trx, source.id, state));
}

/** undefined: it is as it was. */
async function fetchFeed(
  { fetchOutside, intake }: Pick<FeedDeps, 'fetchOutside' | 'intake'>,
  { url, known, signal }: { url: string; known: FeedState | null; signal: AbortSignal | undefined },
): Promise<OutgoingResponse | undefined> {
  const answer = await fetchOutside(url, {
    headers: {
      accept: ACCEPT,
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    },
    timeoutMs: TIMEOUT_MS,
    maxBytes: Math.min(MOST_BYTES, intake.maxBytes),
    ...(signal ? { signal } : {}),
  });
  if (answer.status === 304 && known) return undefined;
  if (answer.status !== 200) throw failed(`status-${answer.status}`);
  if (answer.body.length === 0) throw failed('empty');
  return answer;
}

const failed = (reason: string): SheafError => new SheafError('intake.feed-failed', undefined, { details: { reason } });

function stateOf({ headers, body }: OutgoingResponse): FeedState {
  const tag = (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' && value.length <= LONGEST_TAG ? value : null;
  };
  return {
    etag: tag('etag'),
    lastModified: tag('last-modified'),
    sha256: createHash('sha256').update(body).digest('hex'),
  };
}

interface Taking {
  answer: OutgoingResponse;
  place: ArrivalPlace;
  signal: AbortSignal | undefined;
}

async function takeItems(deps: FeedDeps, { answer, place, signal }: Taking): Promise<void> {
  const { reader, intake } = deps;
  const name = nameOf(answer.url);
  const hold = await reader.makeHoldFolder();
  if (!hold) throw new SheafError('store.files-unavailable', 'The temporary folder takes nothing.');
  const file = await intake.feed!.layOut(answer.body);
  try {
    const options = { hold: { folder: hold.path, depth: 0 } };
    const result = await reader.read({ path: file.path, name }, options, undefined, signal);
    signal?.throwIfAborted();
    if (result.error?.code === 'reader.unavailable') throw new SheafError('reader.unavailable');
    if (result.held && result.held.length > 0) {
      for (const { position, name: itemName } of result.held) {
        signal?.throwIfAborted();
        await take(deps, place, { name: itemName, content: await hold.open(position) });
      }
    } else if (holdsOne(result)) await take(deps, place, { name, content: Readable.from([answer.body]) });
    else if (result.status === 'failed') throw failed(result.error?.code ?? 'unreadable');
  } finally {
    await Promise.all([hold.remove(), file.remove()]);
  }
}

/** A feed of one is read in place; one that has nothing, or is none, is no document. */
const holdsOne = ({ status, documents }: ReadResult): boolean =>
  status !== 'failed' && documents.some(({ type }) => type !== unknownType.id);

async function take(
  deps: FeedDeps,
  place: ArrivalPlace,
  { name, content }: { name: string; content: Readable },
): Promise<void> {
  const blob = await deps.blobs.stage(content, deps.intake.maxBytes).finally(() => content.destroy());
  // What stands in an item is what it is: it carries its own id, and where it stands in the feed says nothing.
  await takeArrival(deps, place, { key: `item ${blob.sha256}`, name, blob, polled: true });
}

function nameOf(address: string): string {
  const last = decodeURIComponentOr(URL.parse(address)?.pathname.split('/').findLast(Boolean) ?? '');
  return last.replace(/[\p{Cc}\\/]+/gu, ' ').trim() || 'feed';
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
