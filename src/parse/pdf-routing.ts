// Which pages need OCR: decided by what their text is worth, not by whether they hold images.

import type { PageComplexityStats } from '@llamaindex/liteparse';
import type { ReadPage } from './pdf-page.ts';
import type { PageText } from './pdf-words.ts';

/** A page with more usable characters than this carries its own text, whatever images lie beneath it. */
const DENSE_CHARS = 600;
/** A page with fewer shows at most a stamp, a page number or a fax header of its own. */
const STAMP_CHARS = 60;
const MOSTLY_IMAGE = 0.4;
const OUTLINED_LETTERS = 20;

/** Worth asking how much of it is image. */
export function isSparse(text: PageText): boolean {
  return text.usableChars < DENSE_CHARS;
}

/** Its own text alone does not prove that there is nothing else to read: letters may be drawn as outlines. */
export function showsLittle(text: PageText): boolean {
  return text.usableChars < STAMP_CHARS;
}

/** Glyphs without meaning, or letters that form no words: the text layer lies about the page. */
export function isGarbled(text: PageText): boolean {
  if (text.unusableChars > 20 && text.unusableChars > 0.25 * text.usableChars) return true;
  return text.usableChars > 100 && readableShare(text) < 0.4;
}

/** Share of Latin words of three letters and more that a mouth could say; 1 when there are too few to tell. */
function readableShare(text: PageText): number {
  const sample = text.words.slice(0, 200).map((word) => word.text);
  const latin = sample.join(' ').match(/[A-Za-zÀ-ɏ]{3,}/g) ?? [];
  if (latin.length < 25) return 1;
  return latin.filter((letters) => /[aeiouyà-öø-ýāēīōūąęě]/i.test(letters)).length / latin.length;
}

/** `look` is absent when the page is dense, no image can be a page's picture, or the engine could not tell. */
export function needsOcr(
  page: Pick<ReadPage, 'text' | 'curvedShapes'>,
  look: PageComplexityStats | undefined,
): boolean {
  const { text } = page;
  if (isGarbled(text)) return true;
  if (!look) return false;
  const imageShare = look.fullPageImage ? 1 : Math.max(look.largestImageCoverage, look.imageCoverage);
  if (imageShare >= MOSTLY_IMAGE) return true;
  if (!showsLittle(text)) return false;
  // Letters drawn as outlines, or a small picture on an otherwise empty page.
  return imageShare > 0.02 || look.isGarbled || page.curvedShapes >= OUTLINED_LETTERS;
}
