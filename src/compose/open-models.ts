// Our own models: in child processes that start when they are first asked, or on another machine, as the settings say.

import { createNlp, type NlpReport } from '../nlp/create-nlp.ts';
import { createLocalSource, type LocalSource } from '../nlp/local-source.ts';
import { measuredSource } from '../nlp/measured-source.ts';
import { bundledEmbedding, bundledModel } from '../nlp/model-folder.ts';
import type { ModelSource } from '../nlp/model-source.ts';
import type { Nlp } from '../nlp/nlp.ts';
import type { ModelPoolStats, ModelTrouble } from '../nlp/pool/model-pool.ts';
import type { Logger } from '../observe/logger.ts';
import { moduleLogger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { OutsidePolicy } from '../outside/outside-policy.ts';
import { outsideHealth } from '../outside/outside-services.ts';
import type { ChildTrouble } from '../parse/child-trouble.ts';
import type { Vision } from '../vision/vision.ts';
import type { Foundation } from './world.ts';

/** A person may wait: a service that is away is given up soon, tried again soon, and fixed rules answer meanwhile. */
const modelServicePolicy: Partial<OutsidePolicy> = {
  tries: 2,
  firstPauseMs: 100,
  longestPauseMs: 2_000,
  failures: 3,
  openMs: 10_000,
  atOnce: 16,
};

export async function openNlp(foundation: Foundation): Promise<Nlp> {
  const { config, readiness, closers, metrics } = foundation;
  const source = config.models.nlpUrl
    ? await openRemote(foundation, config.models.nlpUrl)
    : await openLocal(foundation);
  for (const [name, check] of Object.entries(source.checks)) readiness.add(name, check, { required: false });
  const nlp = createNlp({ source, onCall: metrics && countCalls(metrics) });
  closers.add(() => nlp.close());
  return nlp;
}

/** For a process that serves its models to others. */
export async function openServedNlp(foundation: Foundation): Promise<ModelSource> {
  const source = await openLocal(foundation);
  foundation.closers.add(() => source.close());
  return foundation.metrics ? measuredSource(source, countCalls(foundation.metrics)) : source;
}

async function openLocal({ config, log, metrics }: Foundation): Promise<LocalSource> {
  const { processes, idleMs } = config.models;
  const source = createLocalSource({
    embedding: await ownModel(config.models.embeddingFolder),
    size: processes,
    idleMs,
    onTrouble: tellTrouble(moduleLogger(log, 'nlp')),
  });
  if (metrics) metrics.onScrape(() => showPool(metrics, source.stats()));
  return source;
}

async function openRemote({ config, outside }: Foundation, url: URL): Promise<ModelSource> {
  const { createRemoteSource } = await import('../nlp/remote-source.ts');
  const embedding = (await ownModel(config.models.embeddingFolder)) ?? bundledEmbedding();
  return createRemoteSource({
    url,
    token: config.models.tokens[0],
    service: outside.add('nlp', modelServicePolicy),
    embeddingModel: { id: embedding.folder.id, dimension: embedding.dimension },
    entityModel: bundledModel('entities').id,
  });
}

async function ownModel(folder: string | undefined) {
  if (folder === undefined) return undefined;
  const { describeEmbeddingModel } = await import('../nlp/describe-model.ts');
  return describeEmbeddingModel(folder);
}

/** Starts nothing before a picture comes. */
export async function openLocalVision({ config, log }: Foundation): Promise<Vision> {
  const { createLocalVision } = await import('../vision/local-vision.ts');
  const tell = tellTrouble(moduleLogger(log, 'vision'));
  return createLocalVision({ size: config.models.processes, idleMs: config.models.idleMs, onTrouble: tell });
}

/** Pictures are looked at in this process's children, or on another machine; then these stand in while it is away. */
export async function openVision(foundation: Foundation): Promise<Vision> {
  const { config, closers } = foundation;
  const vision = config.models.visionUrl
    ? await openRemoteVision(foundation, config.models.visionUrl)
    : await openLocalVision(foundation);
  closers.add(() => vision.close());
  return vision;
}

async function openRemoteVision(foundation: Foundation, url: URL): Promise<Vision> {
  const { config, outside, readiness } = foundation;
  const { createRemoteVision } = await import('../vision/remote-vision.ts');
  const service = outside.add('vision', modelServicePolicy);
  readiness.add('vision', () => outsideHealth(service), { required: false });
  const token = config.models.tokens[0];
  return createRemoteVision({ url, token, service, openFallback: () => openLocalVision(foundation) });
}

const tellTrouble =
  (log: Logger) =>
  (trouble: ModelTrouble | ChildTrouble): void =>
    log.warn({ event: 'model-trouble', ...trouble }, 'a process that runs models was in trouble');

const countCalls =
  (metrics: Metrics) =>
  ({ task, outcome, texts, ms }: NlpReport): void => {
    metrics.add('sheaf_model_calls_total', { task, outcome });
    metrics.add('sheaf_model_texts_total', { task, outcome }, texts);
    metrics.observe('sheaf_model_call_duration_seconds', { task }, ms / 1000);
  };

function showPool(metrics: Metrics, { children, busy, waiting }: ModelPoolStats): void {
  metrics.set('sheaf_model_processes', { state: 'busy' }, busy);
  metrics.set('sheaf_model_processes', { state: 'idle' }, children - busy);
  metrics.set('sheaf_model_waiting', { urgency: 'interactive' }, waiting.interactive);
  metrics.set('sheaf_model_waiting', { urgency: 'background' }, waiting.background);
}
