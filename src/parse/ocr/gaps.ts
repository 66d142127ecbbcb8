// Letters that no word covers, gathered into patches of the page, and the patches put together into one small picture:
// layout analysis drops narrow columns of a table at times, and a second reading of the whole page would cost as much as the first.

import type { OcrWord } from './engine.ts';
import type { GreyImage } from './grey-image.ts';
import type { Blob } from './ink.ts';

/** A rectangle in pixels, ends exclusive. */
export interface Patch {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** In character heights: letters this near belong to one patch, with so much paper around. */
const REACH = { x: 2, y: 6 };
const MARGIN = 0.8;
const MOST_PATCHES = 12;

/** Patches around letters, all in the same pixels; those with most letters first. `size`: typical character height. */
export function gatherPatches(
  letters: readonly Blob[],
  size: number,
  page: { width: number; height: number },
): Patch[] {
  const patches: { box: Patch; letters: number }[] = [];
  for (const { x0, y0, x1, y1 } of letters) {
    const merged = { box: { x0, y0, x1, y1 }, letters: 1 };
    for (let i = patches.length - 1; i >= 0; i--) {
      const { box, letters: count } = patches[i]!;
      if (box.x0 - merged.box.x1 > REACH.x * size || merged.box.x0 - box.x1 > REACH.x * size) continue;
      if (box.y0 - merged.box.y1 > REACH.y * size || merged.box.y0 - box.y1 > REACH.y * size) continue;
      merged.box = unite(merged.box, box);
      merged.letters += count;
      patches.splice(i, 1);
    }
    patches.push(merged);
  }
  const margin = Math.round(MARGIN * size);
  return patches
    .sort((a, b) => b.letters - a.letters)
    .slice(0, MOST_PATCHES)
    .map(({ box }) => ({
      x0: Math.max(0, Math.floor(box.x0) - margin),
      y0: Math.max(0, Math.floor(box.y0) - margin),
      x1: Math.min(page.width, Math.ceil(box.x1) + margin),
      y1: Math.min(page.height, Math.ceil(box.y1) + margin),
    }));
}

function unite(a: Patch, b: Patch): Patch {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

export interface PatchSheet {
  image: GreyImage;
  /** Words of the sheet at their places on the page. */
  place(words: readonly OcrWord[]): OcrWord[];
}

const PAPER = 250;

/** The patches one under the other on white. */
export function layPatches(image: GreyImage, patches: readonly Patch[], size: number): PatchSheet {
  const space = Math.round(2 * size);
  const width = Math.max(1, ...patches.map((patch) => patch.x1 - patch.x0)) + 2 * space;
  const height = patches.reduce((sum, patch) => sum + patch.y1 - patch.y0 + space, space);
  const data = new Uint8Array(width * height).fill(PAPER);
  const tops: number[] = [];
  let top = space;
  for (const { x0, y0, x1, y1 } of patches) {
    tops.push(top);
    for (let y = y0; y < y1; y++) {
      const row = image.data.subarray(y * image.width + x0, y * image.width + x1);
      data.set(row, (top + y - y0) * width + space);
    }
    top += y1 - y0 + space;
  }
  const place = (words: readonly OcrWord[]): OcrWord[] =>
    words.map((word) => {
      const middle = (word.y0 + word.y1) / 2;
      const at = Math.max(
        0,
        tops.findLastIndex((start) => start <= middle),
      );
      const [dx, dy] = [patches[at]!.x0 - space, patches[at]!.y0 - tops[at]!];
      return {
        ...word,
        line: `patch.${word.line}`,
        x0: word.x0 + dx,
        y0: word.y0 + dy,
        x1: word.x1 + dx,
        y1: word.y1 + dy,
      };
    });
  return { image: { data, width, height }, place };
}
