// What accounts cost: processor time of a sign-in, and of knowing who asks compared with the same route without.

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { ensureFirstOwner } from '../src/actions/ensure-first-owner.ts';
import { signIn } from '../src/actions/sign-in.ts';
import type { ApiContext } from '../src/api/api-context.ts';
import { useAuthCookies } from '../src/api/auth-cookies.ts';
import { authenticateRequests } from '../src/api/authenticate.ts';
import { typeRoutes } from '../src/api/types.ts';
import { createBetterAuth } from '../src/identity/better-auth.ts';
import { createIdentity } from '../src/identity/identity.ts';
import { createLogger } from '../src/observe/logger.ts';
import { packs } from '../src/packs/index.ts';
import { createTypeCatalogue } from '../src/pipeline/type-catalogue.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrateDatabase } from '../src/store/migrate.ts';
import { identitySettings } from '../test/support/identity-settings.ts';
import { type Measurement, measured, median } from './measurement.ts';

const LOGINS = 30;
const ROUNDS = 100;
const REQUESTS = 50;
const admin = { email: 'bench@example.com', password: 'bench bench bench' };
const caller = { address: '127.0.0.1', network: '127.0.0.1', userAgent: 'bench', requestId: 'bench' };

export async function measureAuth(): Promise<Measurement[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sheaf-bench-'));
  const database = await openDatabase({ dataDir, onError: () => {} });
  try {
    await migrateDatabase(database.db);
    const sendAccountMail = async (): Promise<void> => {};
    const identity = createIdentity({
      createAuth: createBetterAuth,
      db: database.db,
      settings: identitySettings,
      publicUrl: () => new URL('http://127.0.0.1:8000'),
      sendMail: sendAccountMail,
      onError: () => {},
    });
    const log = createLogger({ level: 'error', forPeople: false, destination: process.stderr });
    const deps = { db: database.db, identity, sendAccountMail, log };
    await ensureFirstOwner(deps, { admin, makeLocal: false });

    const login = async (): Promise<string> => {
      const result = await signIn(deps, caller, admin);
      if (result.status !== 'signed-in') throw new Error('the owner could not sign in');
      await identity.settled();
      return result.tokens.accessToken;
    };
    for (let i = 0; i < 5; i++) await login();
    const loginMs: number[] = [];
    for (let i = 0; i < LOGINS; i++) loginMs.push(await cpuMs(login));
    const token = await login();

    const get = await twins({ ...deps, types: createTypeCatalogue(packs).types } as unknown as ApiContext['services']);
    const guarded = () => get('/guarded/types', { authorization: `Bearer ${token}` });
    const open = () => get('/open/types', {});
    await repeat(guarded);
    await repeat(open);
    // Many short rounds, turn by turn, and their medians: a collection of garbage falls into few of them.
    const times: { guarded: number[]; open: number[] } = { guarded: [], open: [] };
    for (let round = 0; round < ROUNDS; round++) {
      if (round % 2 === 0) times.guarded.push(await cpuMs(() => repeat(guarded)));
      times.open.push(await cpuMs(() => repeat(open)));
      if (round % 2 === 1) times.guarded.push(await cpuMs(() => repeat(guarded)));
    }
    return [
      measured(
        'sign-in with a password, processor time, database included',
        median(loginMs),
        'ms',
        { bound: 'at most', limit: 60 },
        `slowest ${Math.max(...loginMs).toFixed(0)} ms`,
      ),
      measured(
        'GET /types: processor time that knowing who asks adds',
        (median(times.guarded) / median(times.open) - 1) * 100,
        '%',
        { bound: 'at most', limit: 10 },
        `without it ${((1000 * median(times.open)) / REQUESTS).toFixed(0)} µs, no network in between`,
      ),
    ];
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The same route twice, and nothing between it and the caller but the framework. */
async function twins(services: ApiContext['services']) {
  const app = fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await useAuthCookies(app as never, { secure: false, refreshSeconds: 3600 });
  authenticateRequests(app as never, services);
  const context = { services } as ApiContext;
  await app.register(async (scope) => typeRoutes(scope as never, context), { prefix: '/guarded' });
  await app.register(
    async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { ...route.config, access: 'public' };
      });
      typeRoutes(scope as never, context);
    },
    { prefix: '/open' },
  );
  await app.ready();
  return async (url: string, headers: Record<string, string>): Promise<void> => {
    const response = await app.inject({ url, headers });
    if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  };
}

async function repeat(act: () => Promise<void>): Promise<void> {
  for (let i = 0; i < REQUESTS; i++) await act();
}

/** Processor time of this process with all its threads. */
async function cpuMs(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
