// From a box on a page to the locator of what stands there: cells of line items keep boxes, words keep locators.

import { type Box, centerX, centerY } from './box.ts';
import type { Page, Word } from './parsed-document.ts';

export type FindLocator = (page: number, box: Box) => string | undefined;

/** Of the first word whose middle lies in the box. Documents without locators cost nothing. */
export function createLocatorFinder(pages: readonly Page[]): FindLocator {
  const placed = new Map<number, Word[]>();
  for (const page of pages) {
    const words = page.lines.flatMap((line) => line.words.filter((word) => word.locator !== undefined));
    if (words.length > 0)
      placed.set(
        page.number,
        words.sort((a, b) => centerY(a.box) - centerY(b.box)),
      );
  }
  return (page, box) => {
    const words = placed.get(page);
    if (!words) return undefined;
    for (let i = firstBelow(words, box[1]); i < words.length && centerY(words[i]!.box) <= box[3]; i++) {
      const x = centerX(words[i]!.box);
      if (x >= box[0] && x <= box[2]) return words[i]!.locator;
    }
    return undefined;
  };
}

/** Index of the first word whose middle is at `y` or lower. */
function firstBelow(words: readonly Word[], y: number): number {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (centerY(words[middle]!.box) < y) from = middle + 1;
    else to = middle;
  }
  return from;
}
