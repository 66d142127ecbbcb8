// The only file that knows everything: config → store → reader → jobs → api, as far as the mode asks for them.

import { readFileSync } from 'node:fs';
import { ensureFirstOwner, type FirstOwner } from './actions/ensure-first-owner.ts';
import type { Services } from './actions/services.ts';
import type { GuardedRoute } from './api/authenticate.ts';
import { createClosers } from './compose/closers.ts';
import type { Engine, EngineOptions } from './compose/engine.ts';
import { measureCore } from './compose/measure-core.ts';
import { type CoreParts, openCore } from './compose/open-core.ts';
import { startApi, startHealthApi } from './compose/start-api.ts';
import { startObserving } from './compose/start-observing.ts';
import { startWorkers } from './compose/start-workers.ts';
import { tellSettings } from './compose/tell-settings.ts';
import type { Core, Foundation } from './compose/world.ts';
import { readConfig } from './config.ts';
import { flushErrorReports } from './observe/error-reports.ts';
import { type Logger, moduleLogger } from './observe/logger.ts';
import { openLogs } from './observe/logs.ts';
import { createMetrics } from './observe/metrics.ts';
import { ReadinessRegistry } from './observe/readiness.ts';
import { createOutsideServices } from './outside/outside-services.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8000` */
  address: string;
  /** What runs in this process, for tests that look inside. */
  inside: { services: Services; routes: readonly GuardedRoute[] };
  /** Stops taking requests, lets running work finish within the deadline, closes everything. */
  stop(): Promise<void>;
}

export interface ServerWorld {
  env: Readonly<Record<string, string | undefined>>;
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  createEngine: (options: EngineOptions) => Promise<Engine>;
  /** Is shown every mail of accounts besides. */
  takeMail?: Services['sendAccountMail'] | undefined;
}

const FLUSH_MS = 1000;

/** Starts everything in this process. Throws SheafError: `config.invalid`, `store.locked`, `store.schema-newer`, `store.unavailable`. */
export async function startServer({ env, stdout, createEngine, takeMail }: ServerWorld): Promise<RunningServer> {
  const config = await readConfig(env);
  const logs = openLogs({
    level: config.logLevel,
    forPeople: config.environment === 'development' && stdout.isTTY === true,
    destination: stdout,
    file: config.logFile,
  });
  const { log } = logs;
  tellSettings(env, log);
  const closers = createClosers(moduleLogger(log, 'serve'));
  const foundation: Foundation = {
    config,
    logs,
    flush: async () => void (await Promise.all([flushErrorReports(FLUSH_MS), logs.flush()])),
    log,
    version: packageVersion(),
    closers,
    readiness: new ReadinessRegistry(),
    outside: createOutsideServices(config.outsideRetry),
    metrics: config.metrics.enabled ? await createMetrics() : undefined,
  };
  try {
    await startObserving(foundation);
    return await start(foundation, { createEngine, takeMail });
  } catch (error) {
    await closers.closeAll();
    await logs.close();
    throw error;
  }
}

/** Closed in the opposite order: first no more requests, then no more jobs, then no reader, then no database. */
async function start(foundation: Foundation, parts: CoreParts): Promise<RunningServer> {
  const { config, logs, log, version, closers } = foundation;
  const core = await openCore(foundation, parts);
  measureCore(core);
  if (config.mode !== 'api') await startWorkers(core);
  const { address, routes } =
    config.mode === 'worker' ? { address: await startHealthApi(core), routes: [] } : await startApi(core);
  const firstStart = config.mode === 'worker' ? false : await welcomeOwner(core);
  log.info(
    {
      event: 'ready',
      module: 'serve',
      address,
      version,
      environment: config.environment,
      mode: config.mode,
      database: core.services.databaseKind,
      firstStart,
    },
    `ready at ${config.mode === 'worker' ? address : core.services.identity.publicUrl().origin}`,
  );

  let stopping = false;
  core.engine.warm().catch((error: unknown) => {
    // A stop ends the child that is starting: no fault.
    if (!stopping) log.warn({ error, module: 'serve' }, 'no reader could be started ahead');
  });

  return {
    address,
    inside: { services: core.services, routes },
    async stop() {
      stopping = true;
      const started = performance.now();
      log.info({ event: 'stopping', module: 'serve' }, 'stopping');
      await closers.closeAll();
      log.info({ event: 'stopped', module: 'serve', duration_ms: Math.round(performance.now() - started) }, 'stopped');
      await logs.close();
    },
  };
}

/** True when this start made the first owner. */
async function welcomeOwner({ config, log, services }: Core): Promise<boolean> {
  const owner = await ensureFirstOwner(services, {
    admin: config.admin,
    makeLocal: !config.strict,
  });
  tellHowToSignIn(moduleLogger(log, 'serve'), owner, services.identity.publicUrl());
  return owner.made;
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

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
