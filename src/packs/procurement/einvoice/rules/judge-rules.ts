// Runs rules over a document and collects what fired.

import type { FiredRule } from '../../../../pipeline/structured-syntax.ts';
import type { Rule } from './rule.ts';

/** Places reported of one rule; a broken file of a thousand lines says the same thing a thousand times. */
const MAX_PLACES = 100;

export function judgeRules<Document>(document: Document, rules: readonly Rule<Document>[]): FiredRule[] {
  const fired: FiredRule[] = [];
  for (const { id, severity, message, brokenAt } of rules) {
    const places = brokenAt(document);
    for (let i = 0; i < places.length && i < MAX_PLACES; i++)
      fired.push({ id, severity, path: places[i]!.path, message });
  }
  return fired;
}
