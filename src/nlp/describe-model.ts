// What an operator's own embedding model is like: tried once, so that a folder that does not fit is told at start.

import { SheafError } from '../errors.ts';
import { bundledModel, type ModelFolder, openModelFolder } from './model-folder.ts';
import { createModelPool } from './pool/model-pool.ts';

export interface DescribedModel {
  folder: ModelFolder;
  dimension: number;
}

/** Throws SheafError `config.invalid`, which says what does not fit. */
export async function describeEmbeddingModel(path: string): Promise<DescribedModel> {
  const folder = await openModelFolder(path);
  const pool = createModelPool({ models: { embedding: folder, entities: bundledModel('entities') } });
  try {
    const [vector] = await pool.run<Float32Array>('embed', ['What does it say?'], { urgency: 'interactive' });
    return { folder, dimension: vector!.length };
  } catch (error) {
    const why = error instanceof SheafError ? error.message : 'it cannot be run';
    throw new SheafError('config.invalid', `EMBEDDING_MODEL_DIR: ${why}`, { cause: error });
  } finally {
    await pool.close();
  }
}
