// What the parts of a process are put together from.

import type { Services } from '../actions/services.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../observe/logger.ts';
import type { Logs } from '../observe/logs.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { ReadinessRegistry } from '../observe/readiness.ts';
import type { OutsideServices } from '../outside/outside-services.ts';
import type { Database } from '../store/database.ts';
import type { Closers } from './closers.ts';
import type { Engine } from './engine.ts';

/** Made first; every part adds to its closers and its readiness. */
export interface Foundation {
  config: Config;
  logs: Logs;
  /** For who ends the process in a hurry: error reports and log lines get a second to leave. */
  flush: () => Promise<void>;
  log: Logger;
  version: string;
  closers: Closers;
  readiness: ReadinessRegistry;
  /** Services of others that this process calls. */
  outside: OutsideServices;
  /** undefined: nothing is measured. */
  metrics: Metrics | undefined;
}

/** Open and ready; what the API and the workers stand on. */
export interface Core extends Foundation {
  engine: Engine;
  database: Database;
  services: Services;
  authSecret: string;
  /** For links, until a public address is set. */
  listensAt: { address: string | undefined };
}
