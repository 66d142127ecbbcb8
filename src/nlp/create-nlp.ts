// Nlp over a source of models: limits of a call, and fixed rules where no model can be asked.

import { setImmediate } from 'node:timers/promises';
import { SheafError } from '../errors.ts';
import { embedLimits, ensureWithin, entityLimits } from './call-limits.ts';
import { embedByHashing, hashedModel } from './hashed-embedding.ts';
import type { ModelSource } from './model-source.ts';
import type { Embeddings, Entities, Entity, ModelStatus, Nlp, NlpOptions } from './nlp.ts';

export interface NlpReport {
  task: 'embed' | 'entities';
  /** How the call ended. */
  outcome: ModelStatus | 'failed';
  texts: number;
  ms: number;
}

export interface CreateNlpOptions {
  source: ModelSource;
  /** Is told of every call that ended, for metrics. */
  onCall?: ((report: NlpReport) => void) | undefined;
}

export function createNlp({ source, onCall }: CreateNlpOptions): Nlp {
  async function told<T extends { status: ModelStatus }>(
    task: NlpReport['task'],
    texts: readonly string[],
    work: () => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    let outcome: NlpReport['outcome'] = 'failed';
    try {
      const result = await work();
      outcome = result.status;
      return result;
    } finally {
      onCall?.({ task, outcome, texts: texts.length, ms: performance.now() - started });
    }
  }

  return {
    embeddingModel: () => source.embeddingModel,
    embed: (texts, options = {}) =>
      told<Embeddings>('embed', texts, async () => {
        ensureWithin(texts, embedLimits);
        try {
          const vectors = await source.embed(texts, options);
          return { status: 'model', model: source.embeddingModel, vectors };
        } catch (error) {
          if (!isUnavailable(error)) throw error;
          return { status: 'fallback', model: hashedModel, vectors: await onEach(texts, embedByHashing, options) };
        }
      }),
    findEntities: (texts, options = {}) =>
      told<Entities>('entities', texts, async () => {
        ensureWithin(texts, entityLimits);
        try {
          const entities = await source.findEntities(texts, options);
          return { status: 'model', model: source.entityModel, entities };
        } catch (error) {
          if (!isUnavailable(error)) throw error;
          const entities: Entity[][] = [];
          for (const text of texts) entities.push(options.byLine ? [] : await findByRules(text, options));
          return { status: 'fallback', model: RULES, entities };
        }
      }),
    async detectLanguage(texts) {
      ensureWithin(texts, entityLimits);
      const { detectLanguageOf } = await import('./detect-languages.ts');
      return onEach(texts, detectLanguageOf, {});
    },
    close: () => source.close(),
  };
}

/** Changed whenever rules alone would find something else. */
const RULES = 'rules@1';

/** Its word lists are loaded when they are needed: the models' own processes have them, this one seldom wants them. */
async function findByRules(text: string, options: NlpOptions): Promise<Entity[]> {
  const { findInPiece, joinRuleEntities, rulePieces } = await import('../recognize/entities/rule-entities.ts');
  const pieces = [...rulePieces(text)];
  return joinRuleEntities(await onEach(pieces, (piece) => findInPiece(text, piece), options));
}

const isUnavailable = (error: unknown): boolean => error instanceof SheafError && error.code === 'models.unavailable';

/** Requests get their turn between any two of them. */
async function onEach<T, R>(all: readonly T[], work: (one: T) => R, { signal }: NlpOptions): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) {
    results.push(work(one));
    await setImmediate();
    signal?.throwIfAborted();
  }
  return results;
}
