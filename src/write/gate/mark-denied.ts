// Which words of a sentence are denied, clause by clause.

import type { Lexicon } from './lexicon.ts';
import type { Word } from './read-text.ts';
import { stemOf } from './stems.ts';
import { deniers, denyingWords, nearDeniers } from './vocabulary/claim-words.ts';

const NO = /^(?:no|kein|keine|keinen|keinem|keiner|keines)$/;

export function markDenied(words: Word[], segments: number, lexicon: Lexicon): void {
  for (let segment = 0; segment < segments; segment++) {
    const inside = words.filter((word) => word.segment === segment);
    const without = new Set<Word>();
    let denials = 0;
    for (const [i, word] of inside.entries()) {
      const lower = word.raw.toLowerCase();
      const contracted = /n['’]t$/.test(lower);
      const next = inside[i + 1]?.raw.toLowerCase() ?? '';
      const isOnly = /^(?:only|nur|just)$/.test(next);
      // "no later than" sets a limit, and "neither … nor" denies once.
      const isLimit = /^(?:later|earlier|more|less|fewer|longer)$/.test(next) && /^(?:no|not)$/.test(lower);
      const isSecond =
        /^(?:nor|noch)$/.test(lower) && inside.slice(0, i).some(({ folded }) => /^(?:neither|weder)$/.test(folded));
      // "No chip, no collar": each denies its own item, as one "no" would both.
      const isNextItem =
        NO.test(lower) && inside.slice(0, i).some((one) => NO.test(one.folded) && one.phrase !== word.phrase);
      if ((deniers.has(lower) || contracted) && !isOnly && !isLimit && !isSecond && !isNextItem) denials++;
      // "turned down", as "refused".
      if (/^turn(?:s|ed|ing)?$/.test(lower) && next === 'down') denials++;
      if (lower === 'yet' && inside[i + 1]?.raw.toLowerCase() === 'to') denials++;
      const instead = denyingWords.get(lower);
      if (instead !== undefined) {
        denials++;
        word.stems.push(stemOf(instead, lexicon.language));
      }
      if (nearDeniers.has(lower)) {
        for (const near of inside.slice(i + 1, i + 4)) if (near.phrase === word.phrase) without.add(near);
      }
    }
    // What something is without stays so, whatever else the clause denies.
    for (const word of inside) word.denied = without.has(word) || denials % 2 === 1;
  }
}
