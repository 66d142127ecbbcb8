// A source of models that tells of every call how it ended.

import type { NlpReport } from './create-nlp.ts';
import type { ModelSource } from './model-source.ts';

export function measuredSource(source: ModelSource, onCall: (report: NlpReport) => void): ModelSource {
  async function told<T>(task: NlpReport['task'], texts: readonly string[], work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    let outcome: NlpReport['outcome'] = 'failed';
    try {
      const result = await work();
      outcome = 'model';
      return result;
    } finally {
      onCall({ task, outcome, texts: texts.length, ms: performance.now() - started });
    }
  }
  return {
    ...source,
    embed: (texts, options) => told('embed', texts, () => source.embed(texts, options)),
    findEntities: (texts, options) => told('entities', texts, () => source.findEntities(texts, options)),
  };
}
