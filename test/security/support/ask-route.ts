// One request to a route as one caller, and what kind of answer it was.

import type { GuardedRoute } from '../../../src/api/authenticate.ts';
import { newId } from '../../../src/store/new-id.ts';
import type { CallerName, Things, World } from './matrix-world.ts';
import { callOfSegment, routeRows, thingOfSegment } from './route-rows.ts';

export interface RouteAnswer {
  status: number;
  code: string | undefined;
  /** Without what differs between two requests: their own ids, and those that were asked for. */
  text: string;
}

export interface RouteQuestion {
  route: GuardedRoute;
  caller: CallerName;
  world: World;
  /** The workspace that the request names: in its address, or in the header where a permission of it is needed. */
  workspaceId: string;
  /** Whose ids stand in address and body. */
  things: Things;
}

export const nameOf = ({ method, url }: GuardedRoute): string => `${method} ${url}`;

export const needsWorkspace = ({ access }: GuardedRoute): boolean =>
  access !== 'public' && access !== 'account' && access !== 'system';

/** Ids in the address besides the workspace's, or in the body: things that may be somebody else's. */
export const namesThings = (route: GuardedRoute): boolean =>
  /:(?!workspaceId|page)/.test(route.url) || routeRows[nameOf(route)]?.body?.toString().includes('things') === true;

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export async function askRoute(url: string, question: RouteQuestion): Promise<RouteAnswer> {
  const { route, caller, world, workspaceId, things } = question;
  const person = caller === 'anonymous' ? undefined : world.people[caller];
  const row = routeRows[nameOf(route)];
  const body = await row?.body?.({ things, world, caller: person });
  const response = await fetch(url + (await addressOf(route, workspaceId, things)), {
    method: route.method,
    headers: {
      ...(person ? { authorization: `Bearer ${person.token}` } : {}),
      ...(needsWorkspace(route) ? { 'sheaf-workspace': workspaceId } : {}),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...row?.headers,
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  // This one ends when the caller goes away.
  const isEndless = response.ok && route.url === '/api/v1/events';
  if (isEndless) await response.body?.cancel();
  const text = isEndless ? '' : await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const { requestId, ...problem } = isProblem ? JSON.parse(text) : {};
  const told = isProblem ? JSON.stringify(problem) : text;
  return { status: response.status, code: problem.code, text: told.replace(anyId, '<id>') };
}

async function addressOf({ url, method }: GuardedRoute, workspaceId: string, things: Things): Promise<string> {
  const segments = url.split('/');
  const filled = await Promise.all(
    segments.map(async (segment, i) => {
      if (segment === '*') return 'x';
      if (!segment.startsWith(':')) return segment;
      if (segment === ':workspaceId') return workspaceId;
      if (segment === ':version') return '1';
      if (segment.startsWith(':page')) return segment.replace(':page', '1');
      return idFor(segments[i - 1]!, things, method !== 'DELETE');
    }),
  );
  return filled.join('/');
}

/** Of kinds of things that a workspace may have few of. */
const kept = new WeakMap<Things, Map<string, string>>();

/** What a segment does not tell is an id that nothing has. */
async function idFor(segment: string, things: Things, stays: boolean): Promise<string> {
  const thing = thingOfSegment[segment];
  if (thing) return things[thing]();
  const making = callOfSegment[segment];
  if (!making || !things.ask) return newId();
  const mine = kept.get(things) ?? new Map<string, string>();
  kept.set(things, mine);
  const known = mine.get(segment);
  if (making.few && stays && known !== undefined) return known;
  const { status, body } = await things.ask(making.call, making.body());
  if (status >= 300) throw new Error(`${making.call} answered ${status}: ${JSON.stringify(body)}`);
  const id = making.id(body);
  if (stays) mine.set(segment, id);
  return id;
}
