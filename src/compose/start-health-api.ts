// For a process without the API: whoever watches it finds the same health addresses.

import { buildHealthApi } from '../api/build-health-api.ts';
import { listen } from './listen.ts';
import type { Core } from './world.ts';

export async function startHealthApi(core: Core): Promise<string> {
  const { config, version, readiness, log } = core;
  return listen(await buildHealthApi({ version, readiness, log }), config.workerPort, core);
}
