// What one call may ask for, so that nobody's call keeps all others waiting for minutes.

import { SheafError } from '../errors.ts';

export interface CallLimits {
  texts: number;
  /** Of all texts together. */
  chars: number;
}

export const embedLimits: CallLimits = { texts: 1000, chars: 2_000_000 };
/** An embedding looks at the beginning of a text; entities are looked for in all of it. */
export const entityLimits: CallLimits = { texts: 1000, chars: 500_000 };

/** Throws SheafError `models.too-much`. */
export function ensureWithin(texts: readonly string[], limits: CallLimits): void {
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length <= limits.texts && chars <= limits.chars) return;
  throw new SheafError('models.too-much', `At most ${limits.texts} texts with ${limits.chars} characters in all.`, {
    details: { texts: texts.length, chars },
  });
}
