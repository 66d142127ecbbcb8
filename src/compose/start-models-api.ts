// A process that runs models for others: no database, no accounts, no documents.

import { buildModelsApi } from '../api/build-models-api.ts';
import { moduleLogger } from '../observe/logger.ts';
import { listen } from './listen.ts';
import { openLocalVision, openServedNlp } from './open-models.ts';
import type { Foundation } from './world.ts';

/** Listens; returns the address. */
export async function startModelsApi(foundation: Foundation): Promise<string> {
  const { config, version, readiness, log, metrics } = foundation;
  metrics?.allow('version', [version]);
  metrics?.set('sheaf_build_info', { version, mode: config.mode, database: 'none' }, 1);
  const context = {
    version,
    readiness,
    log: moduleLogger(log, 'api'),
    metrics: metrics && { metrics, token: config.metrics.token, publicUrl: undefined },
    tokens: config.models.tokens,
    requestMs: config.requestTimeoutMs,
  };
  return listen(await buildModelsApi({ ...context, ...(await openModels(foundation)) }), config.port, foundation);

  async function openModels({ config: { mode } }: Foundation) {
    if (mode === 'vision') return { vision: await openLocalVision(foundation) };
    const nlp = await openServedNlp(foundation);
    // Without its models such a process is of no use: whoever sends requests is to send them elsewhere.
    for (const [name, check] of Object.entries(nlp.checks)) readiness.add(name, check);
    void nlp.embed(['ready?'], {}).catch(() => undefined);
    void nlp.findEntities(['ready?'], {}).catch(() => undefined);
    return { nlp };
  }
}
