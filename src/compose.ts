// The only file that knows everything: config → store → reader → jobs → api, as far as the mode asks for them.

import { setTimeout as sleep } from 'node:timers/promises';
import type { FirstOwner } from './actions/ensure-first-owner.ts';
import type { Services } from './actions/services.ts';
import type { GuardedRoute } from './api/authenticate.ts';
import { createClosers } from './compose/closers.ts';
import { type CoreParts, openCore } from './compose/open-core.ts';
import { startObserving } from './compose/start-observing.ts';
import { tellSettings } from './compose/tell-settings.ts';
import type { Core, Foundation } from './compose/world.ts';
import { packageVersion } from './config/package-version.ts';
import { isModelMode } from './config/server.ts';
import { readConfig } from './config.ts';
import { flushErrorReports } from './observe/error-reports.ts';
import { type Logger, moduleLogger } from './observe/logger.ts';
import { openLogs } from './observe/logs.ts';
import { ReadinessRegistry } from './observe/readiness.ts';
import { createOutsideServices } from './outside/outside-services.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8000` */
  address: string;
  /** What runs in this process, for tests that look inside. */
  inside: { services: Services; routes: readonly GuardedRoute[] };
  /**
   * Says that it is not ready, takes nothing more, lets running work finish within STOP_SECONDS, hands back what is left, and
   * closes everything.
   */
  stop(): Promise<void>;
  /** Time after which a stop that is not over hangs. */
  stopsWithinMs: number;
  log: Logger;
}

export interface ServerWorld extends CoreParts {
  env: Readonly<Record<string, string | undefined>>;
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  /** Gets the log before anything else is done. */
  onLog?: ((started: { log: Logger; flush: () => Promise<void> }) => void) | undefined;
}

const FLUSH_MS = 1000;
/** For closing what was not told how long it may take. */
const CLOSING_MS = 10_000;

/** Starts everything in this process. Throws SheafError: `config.invalid`, `store.locked`, `store.schema-newer`, `store.unavailable`. */
export async function startServer({ env, stdout, onLog, ...parts }: ServerWorld): Promise<RunningServer> {
  const config = await readConfig(env);
  const logs = openLogs({
    level: config.logLevel,
    forPeople: config.environment === 'development' && stdout.isTTY === true,
    destination: stdout,
    file: config.logFile,
  });
  const { log } = logs;
  const flush = async () => void (await Promise.all([flushErrorReports(FLUSH_MS), logs.flush()]));
  onLog?.({ log, flush });
  tellSettings(env, log);
  const closers = createClosers(moduleLogger(log, 'serve'));
  const foundation: Foundation = {
    config,
    logs,
    flush,
    log,
    version: packageVersion(),
    closers,
    readiness: new ReadinessRegistry(),
    outside: createOutsideServices(config.outsideRetry),
    metrics: config.metrics.enabled ? await (await import('./observe/metrics.ts')).createMetrics() : undefined,
  };
  try {
    await startObserving(foundation);
    return await start(foundation, parts);
  } catch (error) {
    await closers.closeAll(0);
    await logs.close();
    throw error;
  }
}

/** Each part is loaded only in a process that runs it. */
async function start(foundation: Foundation, parts: CoreParts): Promise<RunningServer> {
  const { config } = foundation;
  if (isModelMode(config.mode)) return serveModels(foundation);
  const core = await openCore(foundation, parts);
  if (core.metrics) (await import('./compose/measure-core.ts')).measureCore(core);
  // Requests first: a long queue that waits for this process must not hold up its start.
  const { address, routes, firstStart } = config.mode === 'worker' ? await serveHealth(core) : await serveApi(core);
  if (config.mode !== 'api') {
    const { startWorkers } = await import('./compose/start-workers.ts');
    await startWorkers(core);
  }
  tellReady(foundation, {
    address,
    shown: config.mode === 'worker' ? address : core.services.identity.publicUrl().origin,
    database: core.services.databaseKind,
    firstStart,
  });

  const stopping = { begun: false };
  core.engine.warm().catch((error: unknown) => {
    // A stop ends the child that is starting: no fault.
    if (!stopping.begun) foundation.log.warn({ error, module: 'serve' }, 'no reader could be started ahead');
  });
  return {
    address,
    inside: { services: core.services, routes },
    log: foundation.log,
    stopsWithinMs: config.stopTimeoutMs + CLOSING_MS,
    async stop() {
      stopping.begun = true;
      await stop(foundation);
      await foundation.logs.close();
    },
  };
}

/** Models for other processes: nothing of a person's is opened here. */
async function serveModels(foundation: Foundation): Promise<RunningServer> {
  const { startModelsApi } = await import('./compose/start-models-api.ts');
  const address = await startModelsApi(foundation);
  tellReady(foundation, { address, shown: address, database: 'none', firstStart: false });
  return {
    address,
    inside: {
      get services(): Services {
        throw new Error('a process that runs models for others has no services');
      },
      routes: [],
    },
    log: foundation.log,
    stopsWithinMs: foundation.config.stopTimeoutMs + CLOSING_MS,
    async stop() {
      await stop(foundation);
      await foundation.logs.close();
    },
  };
}

interface Ready {
  address: string;
  /** Where people find it. */
  shown: string;
  database: string;
  firstStart: boolean;
}

function tellReady({ config, log, version }: Foundation, { shown, ...ready }: Ready): void {
  const { environment, mode } = config;
  log.info({ event: 'ready', module: 'serve', version, environment, mode, ...ready }, `ready at ${shown}`);
}

interface Serving {
  address: string;
  routes: readonly GuardedRoute[];
  firstStart: boolean;
}

async function serveApi(core: Core): Promise<Serving> {
  const { startApi } = await import('./compose/start-api.ts');
  if (core.config.intake.smtp) await (await import('./compose/open-intake.ts')).startSmtp(core, core.services);
  // Accounts ask for the address that it listens at, so the owner is made after that; but who is told that it is ready may sign in.
  const release = core.readiness.hold();
  const started = await startApi(core);
  const owner = await makeFirstOwner(core);
  release();
  tellHowToSignIn(moduleLogger(core.log, 'serve'), owner, core.services.identity.publicUrl());
  return { ...started, firstStart: owner.made };
}

async function serveHealth(core: Core): Promise<Serving> {
  const { startHealthApi } = await import('./compose/start-health-api.ts');
  return { address: await startHealthApi(core), routes: [], firstStart: false };
}

/** Nothing is closed before whoever sends requests had the time to see that it is going. */
async function stop({ config, log, readiness, closers }: Foundation): Promise<void> {
  const started = performance.now();
  log.info({ event: 'stopping', module: 'serve' }, 'stopping');
  readiness.stop();
  await sleep(Math.min(config.stopDelayMs, config.stopTimeoutMs));
  await closers.closeAll(Math.max(0, config.stopTimeoutMs - (performance.now() - started)));
  log.info({ event: 'stopped', module: 'serve', duration_ms: Math.round(performance.now() - started) }, 'stopped');
}

async function makeFirstOwner({ config, services }: Core): Promise<FirstOwner> {
  const { ensureFirstOwner } = await import('./actions/ensure-first-owner.ts');
  return ensureFirstOwner(services, { admin: config.admin, makeLocal: !config.strict });
}

/** Standard output is where the person who started the server looks; the link counts once. */
function tellHowToSignIn(log: Logger, owner: FirstOwner, publicUrl: URL): void {
  if (owner.signInToken !== undefined) {
    const link = `${publicUrl.origin}/#sign-in=${owner.signInToken}`;
    log.info({ event: 'sign-in-link', link }, `sign in once with ${link}`);
  }
  if (owner.missing) {
    log.warn(
      { event: 'no-owner' },
      'nobody administers this installation: set SHEAF_ADMIN_EMAIL and SHEAF_ADMIN_PASSWORD, and start again',
    );
  }
}
