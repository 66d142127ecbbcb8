// The language a document is written in, from its words alone.

import { guessLanguage } from '../document/guess-language.ts';
import type { Page } from '../document/parsed-document.ts';

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
  const guess = guessLanguage(sample);
  const isClear = guess && guess.evidence >= MIN_SCORE && guess.evidence >= CLEAR_LEAD * guess.second;
  return isClear ? guess.language : await detectByStatistics(sample);
}

/** Words without digits: codes, amounts and web addresses say nothing about the language. */
function sampleText(pages: readonly Pick<Page, 'lines'>[]): string {
  const words: string[] = [];
  let length = 0;
  for (const page of pages) {
    // Where words say where they stand in the file, the others are labels of ours.
    const labelled = page.lines.some((line) => line.words.some((word) => word.locator !== undefined));
    for (const line of page.lines) {
      for (const { text, locator } of line.words) {
        if (labelled && locator === undefined) continue;
        if (!/^[\p{L}\p{M}'’.,;:()-]+$/u.test(text)) continue;
        words.push(text);
        length += text.length + 1;
        if (length > MAX_CHARS) return words.join(' ');
      }
    }
  }
  return words.join(' ');
}

/** Loaded only when needed: its tables take 90 MB and half a second, for one document in many. */
async function detectByStatistics(sample: string): Promise<string | null> {
  const { eld } = await import('eld/extrasmall');
  return eld.detect(sample).language || null;
}
