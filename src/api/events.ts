// /events: what changes in the workspace and what somebody is told, as server-sent events for the console. Ends when the caller's
// session does, or their role is another: whoever comes back is looked at anew.

import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { findShownNotification, getUnreadCount } from '../actions/notifications.ts';
import type { Actor } from '../actions/services.ts';
import { SheafError } from '../errors.ts';
import { type EventPlace, hasReached, type LiveEvent, listEventsBetween } from '../store/live-events.ts';
import type { Role } from '../store/roles.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { memberOf, watchAccess } from './authenticate.ts';
import { beginStream } from './event-stream.ts';
import { showNotification } from './notification-representations.ts';

type Services = ApiContext['services'];

/** Windows and programs of one person, in this process. */
const MOST_STREAMS = 10;
/** Comments keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** How long a stream can outlive its session, besides what access is remembered for. */
const LOOK_MS = 3000;
/** A client that does not read is let go. */
const MOST_UNREAD_BYTES = 1024 * 1024;
/** Events that are kept for whoever comes back; of more, the client is told to begin anew. */
const MOST_RESUMED = 1000;
/** Less than what the clock keeps (jobs/mail-notices.ts). */
const RESUMED_WITHIN_MS = 23 * 60 * 60 * 1000;

export function eventRoutes(app: App, { services }: ApiContext): void {
  const stopping = new AbortController();
  app.addHook('preClose', async () => stopping.abort());
  const streams = new Map<string, number>();

  app.get(
    '/events',
    {
      // The answer to HEAD would be as long as the stream.
      exposeHeadRoute: false,
      config: { access: 'notifications.read', counted: false },
      schema: {
        tags: ['Notifications'],
        operationId: 'watchWorkspace',
        summary: 'What changes in the workspace, as server-sent events',
        description:
          'First `ready` ({unread}), then `document` ({documentId, state}), `run` ({runId, status}), `notice` (a notification) and `unread` ({unread}) as they come. Ids are opaque; Last-Event-ID resumes after one for a day, and `reset` says that something was missed: load what you show again. The stream ends when the session ends or the role changes.',
        headers: z.object({ 'last-event-id': z.string().max(200).optional() }),
        response: problems(401, 403, 429),
      },
    },
    async (request, reply) => {
      const actor = memberOf(request);
      const open = streams.get(actor.userId) ?? 0;
      if (open >= MOST_STREAMS)
        throw new SheafError('events.too-many', undefined, { details: { retryAfterSeconds: 10 } });
      streams.set(actor.userId, open + 1);
      try {
        await stream(reply, {
          services,
          actor,
          lastEventId: request.headers['last-event-id'],
          isAllowed: watchAccess(services, request),
          stopping: stopping.signal,
        });
      } finally {
        const left = streams.get(actor.userId)! - 1;
        if (left > 0) streams.set(actor.userId, left);
        else streams.delete(actor.userId);
      }
      return reply;
    },
  );
}

interface StreamOptions {
  services: Services;
  actor: Actor & { role: Role };
  lastEventId: string | undefined;
  isAllowed: () => Promise<boolean>;
  stopping: AbortSignal;
}

async function stream(reply: FastifyReply, options: StreamOptions): Promise<void> {
  const { services, actor, lastEventId, isAllowed, stopping } = options;
  const waiting: LiveEvent[] = [];
  const wakeUp = { now: () => {} };
  const isMine = ({ userId }: LiveEvent): boolean => userId === null || userId === actor.userId;
  const { from, stop } = await services.events.watch(actor.workspaceId, (event) => {
    if (!isMine(event)) return;
    waiting.push(event);
    wakeUp.now();
  });
  let over = false;
  const end = (): void => {
    over = true;
    wakeUp.now();
  };
  try {
    const missed = await resume(services, actor.workspaceId, { lastEventId, from });
    const unread = await getUnreadCount(services, actor);
    const raw = beginStream(reply);
    raw.once('close', end);
    stopping.addEventListener('abort', end, { once: true });
    const send = (type: string, data: unknown, place: EventPlace): void => {
      raw.write(`id: ${idOf(place)}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    if (missed === 'gap') send('reset', {}, from);
    send('ready', { unread }, from);
    for (const event of missed === 'gap' ? [] : missed) if (isMine(event)) waiting.unshift(event);
    if (missed !== 'gap') waiting.sort(inOrder);
    try {
      await tellAll({ raw, send, waiting, wakeUp, services, actor, isAllowed, isOver: () => over });
    } catch {
      // The database is away: the stream ends, and the client's reconnect meets the real answer.
    } finally {
      stopping.removeEventListener('abort', end);
      raw.end();
    }
  } finally {
    stop();
  }
}

function inOrder(a: LiveEvent, b: LiveEvent): number {
  const [x, y] = [BigInt(a.place.xact), BigInt(b.place.xact)];
  if (x !== y) return x < y ? -1 : 1;
  return a.place.id - b.place.id;
}

interface Telling {
  raw: FastifyReply['raw'];
  send: (type: string, data: unknown, place: EventPlace) => void;
  waiting: LiveEvent[];
  wakeUp: { now: () => void };
  services: Services;
  actor: Actor & { role: Role };
  isAllowed: () => Promise<boolean>;
  isOver: () => boolean;
}

async function tellAll({ raw, send, waiting, wakeUp, services, actor, isAllowed, isOver }: Telling): Promise<void> {
  let lookedAt = performance.now();
  let beatAt = performance.now();
  while (!isOver()) {
    const woken = wake(wakeUp, LOOK_MS);
    if (performance.now() - lookedAt >= LOOK_MS) {
      lookedAt = performance.now();
      if (!(await isAllowed())) return;
    }
    const events = waiting.splice(0);
    for (const { type, data, place } of events) {
      if (type === 'notice') {
        const row = await findShownNotification(services, actor, String(data.notificationId));
        if (row) send('notice', showNotification(row), place);
      } else if (type !== 'unread') send(type, data, place);
    }
    const last = events.findLast(({ type }) => type === 'notice' || type === 'unread');
    if (last) send('unread', { unread: await getUnreadCount(services, actor) }, events.at(-1)!.place);
    if (raw.writableLength > MOST_UNREAD_BYTES) return;
    if (performance.now() - beatAt >= HEARTBEAT_MS) {
      beatAt = performance.now();
      raw.write(': still here\n\n');
    }
    // What came while this was told is told at once.
    if (waiting.length === 0) await woken;
  }
}

/** Set up before looking, so that what comes meanwhile is not slept through. */
function wake(wakeUp: { now: () => void }, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wakeUp.now = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** When it was sent, and where it stands. */
const idOf = ({ xact, id }: EventPlace): string => `${Date.now()}.${xact}.${id}`;

async function resume(
  { db }: Pick<Services, 'db'>,
  workspaceId: string,
  { lastEventId, from }: { lastEventId: string | undefined; from: EventPlace },
): Promise<LiveEvent[] | 'gap'> {
  if (lastEventId === undefined || lastEventId === '') return [];
  const [, at, xact, id] = /^(\d{1,15})\.(\d{1,18})\.(\d{1,15})$/.exec(lastEventId) ?? [];
  if (at === undefined || Math.abs(Date.now() - Number(at)) > RESUMED_WITHIN_MS) return 'gap';
  const after: EventPlace = { xact: xact!, id: Number(id) };
  if (!(await hasReached(db, after))) return 'gap';
  const events = await listEventsBetween(db, workspaceId, { after, upTo: from, limit: MOST_RESUMED });
  return events.length === MOST_RESUMED ? 'gap' : events;
}
