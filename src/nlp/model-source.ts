// Whoever runs the models: this process's children or another machine. It answers with a model or not at all.

import type { ComponentReport } from '../observe/readiness.ts';
import type { EmbeddingModel, Entity, EntityOptions, NlpOptions } from './nlp.ts';

export interface ModelSource {
  embeddingModel: EmbeddingModel;
  /** Id of the model that finds entities. */
  entityModel: string;
  /** Unit vectors. Rejects with SheafError `models.unavailable`, `models.busy` or `models.too-much`, or the signal's reason. */
  embed(texts: readonly string[], options: NlpOptions): Promise<Float32Array[]>;
  /** As above. What the model and the rules found, merged. */
  findEntities(texts: readonly string[], options: EntityOptions): Promise<Entity[][]>;
  /** For readiness, by component name. Never runs a model. */
  checks: Readonly<Record<string, () => ComponentReport | Promise<ComponentReport>>>;
  close(): Promise<void>;
}
