// The vector of what somebody typed, in the time that a person waits for; without one, words alone are searched.

import type { Nlp } from '../nlp/nlp.ts';

export interface QueryVector {
  vector: Float32Array;
  model: string;
}

/** Why a search goes without: no model answers, only rules; or none in time. */
export type NoVector = 'fallback' | 'text-only';

/** A model that is started anew takes longer, and is there for the next query. */
const PATIENCE_MS = 400;
/** Whoever turns the page, or corrects a letter and goes back, asks for the same again. */
const MOST_KEPT = 200;
const kept = new Map<string, QueryVector>();

export async function findQueryVector(
  nlp: Pick<Nlp, 'embed' | 'embeddingModel'>,
  text: string,
): Promise<QueryVector | NoVector> {
  const key = `${nlp.embeddingModel().id} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const inTime = new AbortController();
  const { promise: late, resolve } = Promise.withResolvers<'text-only'>();
  const timer = setTimeout(() => {
    resolve('text-only');
    inTime.abort();
  }, PATIENCE_MS);
  try {
    const asked = nlp.embed([text], { urgency: 'interactive', signal: inTime.signal }).then((answer) => {
      if (answer.status !== 'model') return 'fallback' as const;
      const found = { vector: answer.vectors[0]!, model: answer.model.id };
      keep(key, found);
      return found;
    });
    // When the time is over, nobody waits for it any more.
    asked.catch(() => {});
    return await Promise.race([asked, late]);
  } catch {
    // Too many wait for the model: the words can be searched all the same.
    return 'text-only';
  } finally {
    clearTimeout(timer);
  }
}

function keep(key: string, found: QueryVector): void {
  kept.set(key, found);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
