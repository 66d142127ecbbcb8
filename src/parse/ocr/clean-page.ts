// What stands between the text and its recognition, taken off the picture: dark bands turned over, light evened, ruling
// lines erased. In this order: evening out would take a dark band for a shadow, and its light text with it.

import { estimateBackground, flatten, isUneven } from './background.ts';
import { type Band, findDarkBands, turnBandsOver } from './dark-bands.ts';
import { type FoundRules, findRules } from './find-rules.ts';
import { type GreyImage, greyOf, sharpOf } from './grey-image.ts';
import { type Blob, binarize, characterBlobs, findBlobs } from './ink.ts';

/** A straight line in pixels of the image. */
export interface PictureRule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Bands and rules are looked for in a copy whose characters are this high. */
const WORK_TEXT_HEIGHT = 10;
const INK_WINDOW = 41;
/** Hairlines are pale in the smaller copy. */
const PALE_INK = 0.9;

export interface CleanedPage {
  image: GreyImage;
  rules: PictureRule[];
  /** What looks like characters once bands and rules are gone, in pixels of the image. */
  letters: Blob[];
}

/** Cleans a level image; its own pixels may change. `textHeight`: typical character height in pixels. */
export async function cleanPage(level: GreyImage, textHeight: number): Promise<CleanedPage> {
  const factor = Math.max(1, Math.round(textHeight / WORK_TEXT_HEIGHT));
  const size = textHeight / factor;
  let image = level;
  let work = factor === 1 ? { ...image, data: new Uint8Array(image.data) } : await reduce(image, factor);
  const bands = findDarkBands(work, size);
  turnBandsOver(work, bands);
  turnBandsOver(
    image,
    bands.map((band) => enlarge(band, factor, image)),
  );
  const background = estimateBackground(work);
  if (isUneven(background)) {
    work = flatten(work, background);
    image = flatten(image, { ...background, cell: background.cell * factor });
  }
  const found = findRules({ ...work, ink: binarize(work, INK_WINDOW, PALE_INK) }, size);
  eraseRules(image, found, work.width, factor);
  const rules = found.rules.map(({ across, at, from, to }) => {
    const [middle, start, end] = [(at + 0.5) * factor, from * factor, to * factor];
    return across ? { x0: start, y0: middle, x1: end, y1: middle } : { x0: middle, y0: start, x1: middle, y1: end };
  });
  return { image, rules, letters: findLetters(work, found.mask, factor) };
}

function findLetters(work: GreyImage, mask: Uint8Array, factor: number): Blob[] {
  const ink = binarize(work, INK_WINDOW);
  for (let i = 0; i < ink.length; i++) if (mask[i] !== 0) ink[i] = 0;
  return characterBlobs(findBlobs(ink, work.width, work.height), work).map((b) => ({
    x0: b.x0 * factor,
    y0: b.y0 * factor,
    x1: b.x1 * factor,
    y1: b.y1 * factor,
    pixels: b.pixels * factor * factor,
  }));
}

/** Whole pixels of the copy lie on whole pixels of the image; what is left over at the right and below is cut. */
function reduce(image: GreyImage, factor: number): Promise<GreyImage> {
  const [width, height] = [Math.floor(image.width / factor), Math.floor(image.height / factor)];
  const whole = sharpOf(image).extract({ left: 0, top: 0, width: width * factor, height: height * factor });
  return greyOf(whole.resize({ width, height, fit: 'fill', kernel: 'linear' }));
}

function enlarge(band: Band, factor: number, image: GreyImage): Band {
  return {
    x0: band.x0 * factor,
    y0: band.y0 * factor,
    x1: Math.min(image.width, band.x1 * factor),
    y1: Math.min(image.height, band.y1 * factor),
    ground: band.ground,
    paper: band.paper,
  };
}

/** Puts what lies on both sides of a rule in its place: paper, or the stroke of a letter that crosses it. */
function eraseRules(image: GreyImage, { mask }: FoundRules, width: number, factor: number): void {
  const height = Math.floor(mask.length / width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const kind = mask[y * width + x]!;
      if (kind === 0) continue;
      if ((kind & 1) !== 0 && (y === 0 || (mask[(y - 1) * width + x]! & 1) === 0)) {
        let end = y + 1;
        while (end < height && (mask[end * width + x]! & 1) !== 0) end++;
        for (let i = 0; i < factor; i++)
          bridge(image.data, x * factor + i, image.width, { from: y * factor, to: end * factor, size: image.height });
      }
      if ((kind & 2) !== 0 && (x === 0 || (mask[y * width + x - 1]! & 2) === 0)) {
        let end = x + 1;
        while (end < width && (mask[y * width + end]! & 2) !== 0) end++;
        for (let i = 0; i < factor; i++)
          bridge(image.data, (y * factor + i) * image.width, 1, {
            from: x * factor,
            to: end * factor,
            size: image.width,
          });
      }
    }
}

/** Pixels of soft edge on both sides of a rule. */
const SOFT = 2;
/** Grey levels that noise makes between neighbours of one shade. */
const GRAIN = 48;

function bridge(
  data: Uint8Array,
  start: number,
  step: number,
  { from, to, size }: { from: number; to: number; size: number },
): void {
  const first = Math.max(0, from - SOFT);
  const last = Math.min(size, to + SOFT);
  const before = first > 0 ? data[start + (first - 1) * step]! : 255;
  const after = last < size ? data[start + last * step]! : 255;
  // Of two like sides the mean, or noise would leave a bright line; of ink and paper the paper.
  const paper = Math.abs(before - after) < GRAIN ? (before + after) >> 1 : Math.max(before, after);
  for (let i = first; i < last; i++) data[start + i * step] = paper;
}
