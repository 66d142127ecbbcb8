// Every route of the running server × every caller, judged by the table of permissions. Routes are taken from the server
// itself: one that is added is tried at once, and asked for a row that says how to use it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GuardedRoute } from '../../src/api/authenticate.ts';
import { may, type Permission } from '../../src/identity/permissions.ts';
import { type Role, roles } from '../../src/store/roles.ts';
import { startTestServer, upload } from '../support/test-server.ts';
import { askRoute, nameOf, namesThings, needsWorkspace, type RouteAnswer } from './support/ask-route.ts';
import { type CallerName, callerNames, isIntact, makeWorld, renewSession, type World } from './support/matrix-world.ts';
import { isStaticFile, routeRows } from './support/route-rows.ts';

const server = await startTestServer({
  env: { EMAIL_VERIFICATION: 'off', WORKSPACES_PER_PERSON: '1000', OUTGOING_ALLOW: '127.0.0.1:9', INTAKE_MAIL: 'on' },
});
const { routes, services } = server.inside;
const walked = routes.filter((route) => route.method !== 'HEAD' && route.method !== 'OPTIONS');

let sha256: string;
let world: World;

beforeAll(async () => {
  const [uploaded] = await upload(server.url, { 'paper.txt': 'number: A-1' });
  sha256 = uploaded!.sha256;
  world = await makeWorld({ services, url: server.url, sha256 });
});
afterAll(() => server.stop());

type Expected = 'passes' | 'auth.required' | 'auth.forbidden' | 'workspace.not-found';

/** What the table says for a request that names the workspace `home`. */
function expectedOf({ access }: GuardedRoute, caller: CallerName): Expected {
  if (access === 'public') return 'passes';
  if (caller === 'anonymous') return 'auth.required';
  if (access === 'account') return 'passes';
  if (access === 'system') return caller === 'system' ? 'passes' : 'auth.forbidden';
  if (!(roles as readonly string[]).includes(caller)) return 'workspace.not-found';
  return may(caller as Role, access) ? 'passes' : 'auth.forbidden';
}

const statusOf = { 'auth.required': 401, 'auth.forbidden': 403, 'workspace.not-found': 404 } as const;

function judge(route: GuardedRoute, caller: CallerName, answer: RouteAnswer): void {
  const what = `${nameOf(route)} as ${caller}: ${answer.status} ${answer.text.slice(0, 300)}`;
  const expected = expectedOf(route, caller);
  expect(answer.status, what).toBeLessThan(500);
  if (expected !== 'passes') {
    expect(answer, what).toMatchObject({ status: statusOf[expected], code: expected });
    return;
  }
  const row = routeRows[nameOf(route)];
  // A public route may refuse what it was sent; the guard before it must not.
  if (row?.status !== 401) expect(Object.keys(statusOf), what).not.toContain(answer.code);
  if (!row) expect([401, 403], what).not.toContain(answer.status);
  // The last owner may ask to leave; that it is refused is another matter.
  else if (answer.code === 'workspace.last-owner') expect(caller, what).toBe('owner');
  else if (row.status !== undefined) expect(answer.status, what).toBe(row.status);
  else expect(answer.status, what).toBeLessThan(300);
}

/** The world as it was made: what a request used up is made anew. */
async function intactWorld(): Promise<World> {
  if (await isIntact(world)) return world;
  for (const name of callerNames) if (name !== 'anonymous') await renewSession(world, name).catch(() => undefined);
  if (!(await isIntact(world))) world = await makeWorld({ services, url: server.url, sha256 });
  return world;
}

const ask = async (
  route: GuardedRoute,
  caller: CallerName,
  { workspace = 'home', things = 'home' }: { workspace?: Side; things?: Side } = {},
): Promise<RouteAnswer> => {
  const there = route.method === 'GET' && !route.url.includes('admin') ? world : await intactWorld();
  const { workspaceId } = there[workspace];
  return askRoute(server.url, { route, caller, world: there, workspaceId, things: there[things] });
};
type Side = 'home' | 'away' | 'missing';

test('every route has a row that says how to use it', () => {
  const without = walked.map((route) => nameOf(route)).filter((name) => !(name in routeRows));
  const missing = without.filter((name) => !isStaticFile(name.split(' ')[1]!));
  expect(missing, 'add a line for each of these to test/security/support/route-rows.ts').toEqual([]);
});

test('no row stands for a route that is gone', () => {
  const names = new Set(walked.map(nameOf));
  expect(Object.keys(routeRows).filter((name) => !names.has(name))).toEqual([]);
});

test('every route asks of its caller what its row says', () => {
  const told = walked.map((route) => [nameOf(route), route.access]);
  const meant = walked.map((route) => [
    nameOf(route),
    isStaticFile(route.url) ? 'public' : (routeRows[nameOf(route)]?.access ?? route.access),
  ]);
  expect(told).toEqual(meant);
});

test('HEAD and GET of an address need the same', () => {
  for (const head of routes.filter((route) => route.method === 'HEAD')) {
    if (isStaticFile(head.url)) continue;
    const get = routes.find((route) => route.method === 'GET' && route.url === head.url);
    expect(get?.access, head.url).toBe(head.access);
  }
});

describe.each(walked.map((route) => [nameOf(route), route] as const))('%s', (_name, route) => {
  // Those who may not come first: what a permitted caller does must not be the reason for a refusal.
  const callers = [...callerNames].sort(
    (a, b) => Number(expectedOf(route, a) === 'passes') - Number(expectedOf(route, b) === 'passes'),
  );

  test('answers every caller as the table says', async () => {
    for (const caller of callers) judge(route, caller, await ask(route, caller));
  });

  test.runIf(needsWorkspace(route))(
    'a workspace of others is like one that does not exist, to every role',
    async () => {
      for (const caller of roles) {
        const theirs = await ask(route, caller, { workspace: 'away', things: 'away' });
        const none = await ask(route, caller, { workspace: 'missing', things: 'missing' });
        expect(theirs, `as ${caller}`).toEqual(none);
        expect(theirs, `as ${caller}`).toMatchObject({ status: 404, code: 'workspace.not-found' });
      }
    },
  );

  test.runIf(needsWorkspace(route) && namesThings(route))(
    'things of another workspace are like things that do not exist, to every role',
    async () => {
      for (const caller of roles) {
        const theirs = await ask(route, caller, { things: 'away' });
        const none = await ask(route, caller, { things: 'missing' });
        expect(theirs, `as ${caller}`).toEqual(none);
        const allowed = may(caller, route.access as Permission);
        const row = routeRows[nameOf(route)];
        if (row) expect(theirs.status, `as ${caller}`).toBe(allowed ? (row.foreign ?? 404) : 403);
        else expect(theirs.status, `as ${caller}`).toBeGreaterThanOrEqual(400);
      }
    },
  );
});

test('without a workspace of one’s own no permission is had, whatever the route', async () => {
  const { token } = world.people.nobody;
  for (const path of ['/documents', '/records', '/types']) {
    const response = await fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status, path).toBe(403);
  }
});
