// For a process without the API: whoever watches it finds the same health addresses.

import { buildHealthApi } from '../api/build-health-api.ts';
import { moduleLogger } from '../observe/logger.ts';
import { listen } from './listen.ts';
import type { Core } from './world.ts';

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
