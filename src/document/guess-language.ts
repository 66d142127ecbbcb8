// The language of a text from its script, its commonest words and its letters: no model, no tables to load.

import { languageLetters, languageWords, scriptLanguages } from './language-words.ts';

export interface LanguageEvidence {
  /** ISO 639-1. */
  language: string;
  /** How much speaks for it: about one a word that few other languages have. */
  evidence: number;
  /** For the language that comes second. */
  second: number;
}

const SCRIPT_EVIDENCE = 10;

const languagesByWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(languageWords)) {
  for (const word of new Set(words.split(' '))) {
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
  }
}

/** Undefined when nothing speaks for any language. */
export function guessLanguage(text: string): LanguageEvidence | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return guessByScript(text, letters) ?? guessByWords(text);
}

function guessByScript(text: string, letters: number): LanguageEvidence | undefined {
  const found = scriptLanguages.find(([script]) => (text.match(script)?.length ?? 0) > 0.4 * letters);
  return found && { language: found[1], evidence: SCRIPT_EVIDENCE, second: 0 };
}

/** Each known word counts for its languages, the less the more of them share it. */
function guessByWords(text: string): LanguageEvidence | undefined {
  const scores = new Map<string, number>();
  const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  const lower = text.toLowerCase();
  for (const word of lower.match(/\p{L}+/gu) ?? []) {
    const languages = languagesByWord.get(word);
    for (const language of languages ?? []) add(language, 1 / languages!.length);
  }
  for (const [language, letters] of Object.entries(languageLetters)) {
    const hits = lower.match(letters)?.length ?? 0;
    if (hits > 0) add(language, Math.min(3, 0.15 * hits));
  }
  const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  return best && { language: best[0], evidence: best[1], second: second?.[1] ?? 0 };
}
