// Embeddings for tests of everything around them, in this process and at once: the real fixed rules, told as a model's.

import { SheafError } from '../../src/errors.ts';
import { createNlp } from '../../src/nlp/create-nlp.ts';
import { embedByHashing, hashedModel } from '../../src/nlp/hashed-embedding.ts';
import type { Nlp, NlpOptions } from '../../src/nlp/nlp.ts';

export interface ToyNlp extends Nlp {
  /** From now on it is another model, whose vectors cannot be compared with those before. */
  turnInto(id: string): void;
  /** Texts asked for so far. */
  asked: string[];
  /** Before each answer; throw `models.unavailable` for a model that cannot be asked. */
  hold: (options: NlpOptions) => Promise<void>;
}

export function createToyNlp(): ToyNlp {
  const model = { id: 'toy@1', dimension: hashedModel.dimension };
  const asked: string[] = [];
  const nlp = createNlp({
    source: {
      get embeddingModel() {
        return { ...model };
      },
      entityModel: 'toy@1',
      async embed(texts, options) {
        asked.push(...texts);
        await toy.hold(options);
        return texts.map(embedByHashing);
      },
      async findEntities() {
        throw new SheafError('models.unavailable');
      },
      checks: {},
      close: async () => {},
    },
  });
  const toy: ToyNlp = Object.assign(nlp, {
    asked,
    hold: async () => {},
    turnInto(id: string) {
      model.id = id;
    },
  });
  return toy;
}
