// The whole API on a port.

import type { GuardedRoute } from '../api/authenticate.ts';
import { buildApi } from '../api/build-api.ts';
import { createFileLinks } from '../api/file-links.ts';
import { createQueueRoom } from '../api/queue-room.ts';
import { listen } from './listen.ts';
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
