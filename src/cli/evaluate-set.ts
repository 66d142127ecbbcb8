// Reads every document of a gold set and scores the answers.

import type { GoldDocument } from '../eval/gold.ts';
import { type EvalReport, type ScoredPair, scoreSet } from '../eval/score-set.ts';
import type { Reader, ReadInput, ReadOptions } from '../pipeline/read-result.ts';
import { readInOrder } from './read-in-order.ts';

export interface EvaluateOptions {
  reader: Reader;
  inputOf(gold: GoldDocument): Promise<ReadInput>;
  jobs: number;
  readOptions?: ReadOptions;
  /** Declared kinds by path, for user-defined types. */
  kinds?: Readonly<Record<string, string>>;
  onRead?(pair: ScoredPair): void;
}

export async function evaluateSet(documents: readonly GoldDocument[], options: EvaluateOptions): Promise<EvalReport> {
  const { pairs, seconds } = await readSet(documents, options);
  return scoreSet(pairs, { seconds, kinds: options.kinds ?? {} });
}

/** What was read of each document; `seconds`: how long all of it took. */
export async function readSet(
  documents: readonly GoldDocument[],
  options: EvaluateOptions,
): Promise<{ pairs: ScoredPair[]; seconds: number }> {
  const started = performance.now();
  const pairs: ScoredPair[] = [];
  const readOne = async (gold: GoldDocument): Promise<ScoredPair> => {
    try {
      const result = await options.reader.read(await options.inputOf(gold), options.readOptions);
      return { gold, result };
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'internal';
      return {
        gold,
        result: { documents: [], pages: 0, timings: {}, error: { code, message: (error as Error).message } },
      };
    }
  };
  for await (const pair of readInOrder(each(documents), readOne, { jobs: options.jobs })) {
    pairs.push(pair);
    options.onRead?.(pair);
  }
  return { pairs, seconds: (performance.now() - started) / 1000 };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
