// Whether our models run on this machine, for `sheaf doctor`.

import { describeEmbeddingModel } from '../nlp/describe-model.ts';
import { createLocalSource } from '../nlp/local-source.ts';

/** Their ids. Throws SheafError `models.unavailable` or `config.invalid`. */
export async function tryModels(embeddingFolder: string | undefined): Promise<{ embedding: string; entities: string }> {
  const embedding = embeddingFolder === undefined ? undefined : await describeEmbeddingModel(embeddingFolder);
  const source = createLocalSource({ embedding });
  try {
    await source.embed(['Does it run?'], {});
    await source.findEntities(['Does it run?'], {});
    return { embedding: source.embeddingModel.id, entities: source.entityModel };
  } finally {
    await source.close();
  }
}
