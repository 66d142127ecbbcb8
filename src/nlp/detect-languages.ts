// Languages of short texts by rules alone.

import { guessLanguage } from '../document/guess-language.ts';
import type { LanguageGuess } from './nlp.ts';

const MOST_CHARS = 4_000;
/** Less is chance: two words that few other languages have. */
const LEAST_EVIDENCE = 1.5;
const CLEAR_LEAD = 1.5;
/** With so much evidence and no second language, a guess is as good as sure. */
const FULL_EVIDENCE = 6;

export function detectLanguageOf(text: string): LanguageGuess {
  const guess = guessLanguage(text.slice(0, MOST_CHARS));
  if (!guess) return { language: null, score: 0 };
  const { language, evidence, second } = guess;
  const score = (evidence / (evidence + second)) * Math.min(1, evidence / FULL_EVIDENCE);
  const isClear = evidence >= LEAST_EVIDENCE && evidence >= CLEAR_LEAD * second;
  return { language: isClear ? language : null, score: Math.round(score * 1000) / 1000 };
}
