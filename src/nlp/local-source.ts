// Our models in this process's children.

import type { ComponentReport } from '../observe/readiness.ts';
import type { DescribedModel } from './describe-model.ts';
import { bundledEmbedding, bundledModel } from './model-folder.ts';
import type { ModelSource } from './model-source.ts';
import type { Entity } from './nlp.ts';
import { createModelPool, type ModelPoolOptions, type ModelPoolStats, type ModelState } from './pool/model-pool.ts';

export interface LocalSourceOptions extends Omit<ModelPoolOptions, 'models'> {
  /** Another embedding model than the one that comes with the package, and its dimension. */
  embedding?: DescribedModel | undefined;
}

export interface LocalSource extends ModelSource {
  stats(): ModelPoolStats;
}

/** An embedding sees 256 tokens; what lies beyond so many characters is not even split. */
const MOST_CHARS = 8_000;

/** Starts no process before the first call. */
export function createLocalSource({ embedding, ...pool }: LocalSourceOptions = {}): LocalSource {
  const { folder, dimension } = embedding ?? bundledEmbedding();
  const entities = bundledModel('entities');
  const children = createModelPool({ ...pool, models: { embedding: folder, entities } });
  return {
    embeddingModel: { id: folder.id, dimension },
    entityModel: entities.id,
    embed: (texts, { urgency = 'interactive', signal }) =>
      children.run<Float32Array>(
        'embed',
        texts.map((text) => text.slice(0, MOST_CHARS)),
        { urgency, signal },
      ),
    findEntities: (texts, { urgency = 'interactive', signal, byLine }) =>
      children.run<Entity[]>(byLine ? 'lines' : 'entities', texts, { urgency, signal }),
    checks: {
      embedding_model_loaded: () => reportOf(children.state('embed')),
      ner_model_loaded: () => reportOf(children.state('entities')),
    },
    stats: () => children.stats(),
    close: () => children.close(),
  };
}

function reportOf(state: ModelState): ComponentReport {
  if (state.state === 'failed')
    return { ok: false, error: 'the model could not be loaded', details: { state: 'failed' } };
  if (state.state === 'on-demand') return { ok: true, details: { state: 'on demand' } };
  return { ok: true, details: { state: 'loaded', loadMs: state.model.ms } };
}
