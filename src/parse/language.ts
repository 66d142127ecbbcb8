// The language a document is written in, from its words alone.

import type { Page } from '../document/parsed-document.ts';
import { languageLetters, languageWords, scriptLanguages } from './language-words.ts';

const MIN_LETTERS = 40;
const MAX_CHARS = 4000;
/** Evidence below this, or not clearly ahead of the next language, goes to the statistical detector. */
const MIN_SCORE = 4;
const CLEAR_LEAD = 1.5;

/** ISO 639-1, or null when there is too little text to tell. */
export async function detectLanguage(pages: readonly Pick<Page, 'lines'>[]): Promise<string | null> {
  const sample = sampleText(pages);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return null;
  return detectByScript(sample, letters) ?? detectByWords(sample) ?? (await detectByStatistics(sample));
}

/** Words without digits: codes, amounts and web addresses say nothing about the language. */
function sampleText(pages: readonly Pick<Page, 'lines'>[]): string {
  const words: string[] = [];
  let length = 0;
  for (const page of pages) {
    for (const line of page.lines) {
      for (const { text } of line.words) {
        if (!/^[\p{L}\p{M}'’.,;:()-]+$/u.test(text)) continue;
        words.push(text);
        length += text.length + 1;
        if (length > MAX_CHARS) return words.join(' ');
      }
    }
  }
  return words.join(' ');
}

function detectByScript(sample: string, letters: number): string | undefined {
  return scriptLanguages.find(([script]) => (sample.match(script)?.length ?? 0) > 0.4 * letters)?.[1];
}

const languagesByWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(languageWords)) {
  for (const word of new Set(words.split(' '))) {
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
  }
}

/** Each known word counts for its languages, the less the more of them share it. */
function detectByWords(sample: string): string | undefined {
  const scores = new Map<string, number>();
  const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  const lower = sample.toLowerCase();
  for (const word of lower.match(/\p{L}+/gu) ?? []) {
    const languages = languagesByWord.get(word);
    for (const language of languages ?? []) add(language, 1 / languages!.length);
  }
  for (const [language, letters] of Object.entries(languageLetters)) {
    const hits = lower.match(letters)?.length ?? 0;
    if (hits > 0) add(language, Math.min(3, 0.15 * hits));
  }
  const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  if (!best || best[1] < MIN_SCORE || best[1] < CLEAR_LEAD * (second?.[1] ?? 0)) return undefined;
  return best[0];
}

/** Loaded only when needed: its tables take 90 MB and half a second, for one document in many. */
async function detectByStatistics(sample: string): Promise<string | null> {
  const { eld } = await import('eld/extrasmall');
  return eld.detect(sample).language || null;
}
