// What answers on a port: the whole API, or of a worker its health alone.

import type { App } from '../api/api-context.ts';
import type { GuardedRoute } from '../api/authenticate.ts';
import { buildApi } from '../api/build-api.ts';
import { buildHealthApi } from '../api/build-health-api.ts';
import { createFileLinks } from '../api/file-links.ts';
import { createQueueRoom } from '../api/queue-room.ts';
import { SheafError } from '../errors.ts';
import { moduleLogger } from '../observe/logger.ts';
import type { Core } from './world.ts';

/** Listens; returns the address. */
export async function startApi(core: Core): Promise<{ address: string; routes: readonly GuardedRoute[] }> {
  const { config, version, readiness, services, engine, authSecret, listensAt, metrics } = core;
  const api = await buildApi({
    services,
    readiness,
    version,
    makeSamples: engine.makeSamples,
    http: config.http,
    metrics: metrics && { metrics, token: config.metrics.token, publicUrl: config.publicUrl },
    ensureRoom: createQueueRoom({ db: services.db, limit: config.http.queueLimit }),
    fileLinks: createFileLinks({ secret: authSecret, filesUrl: config.http.filesUrl }),
    limits: { fileBytes: config.maxUploadBytes, files: config.maxUploadFiles, requestMs: config.requestTimeoutMs },
  });
  listensAt.address = await listen(api, config.port, core);
  return { address: listensAt.address, routes: api.guardedRoutes };
}

/** For a process without the API: whoever watches it finds the same health addresses. */
export async function startHealthApi(core: Core): Promise<string> {
  const { config, version, readiness, log } = core;
  // No proxy leads people here: a caller on this machine is one.
  const metrics = core.metrics && { metrics: core.metrics, token: config.metrics.token, publicUrl: undefined };
  return listen(
    await buildHealthApi({ version, readiness, log: moduleLogger(log, 'api'), metrics }),
    config.workerPort,
    core,
  );
}

async function listen(api: App, port: number, { config, closers }: Core): Promise<string> {
  closers.add(() => closeApi(api, config.stopTimeoutMs));
  // Where people find it is said once, when it is ready.
  const listenTextResolver = (): string => 'takes connections';
  return api.listen({ host: config.host, port, listenTextResolver }).catch((error: NodeJS.ErrnoException) => {
    throw refusedAddress(error, `${config.host}:${port}`);
  });
}

/** Requests that are under way may finish; past the deadline their connections are cut. */
async function closeApi(api: App, timeoutMs: number): Promise<void> {
  const timer = setTimeout(() => api.server.closeAllConnections(), timeoutMs);
  await api.close();
  clearTimeout(timer);
}

/** A port in use or out of reach is the operator's to settle, and says so. */
function refusedAddress(error: NodeJS.ErrnoException, where: string): unknown {
  if (error.code === 'EADDRINUSE')
    return new SheafError('serve.address-in-use', `Something else listens on ${where} already.`);
  if (error.code === 'EACCES') return new SheafError('serve.address-in-use', `This user may not listen on ${where}.`);
  return error;
}
