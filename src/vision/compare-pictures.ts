// How alike two pictures are, part by part: a copy, the same thing seen otherwise, or only the same colours.

import { dotProduct } from '../document/dot-product.ts';
import type { Looked } from './looked.ts';
import type { PictureComparison } from './vision.ts';

/** Pictures with less are plain areas: their hashes are noise, and equal noise means nothing. */
const LEAST_CONTRAST = 4;
/** From here on hashes say that one is a copy of the other; unrelated pictures seldom agree in more than two thirds of the bits. */
const COPY_FROM = 0.7;
/** Median cosines of photos of different things (docs/pictures.md): nothing that is alike by chance counts. */
const UNRELATED = { joined: 0.89, handMade: 0.82 };

export function comparePictures(one: Looked, other: Looked): PictureComparison {
  const layout =
    Math.min(one.contrast, other.contrast) < LEAST_CONTRAST
      ? 0
      : agreement(one.hashes.perceptual, other.hashes.perceptual) / 2 +
        agreement(one.hashes.difference, other.hashes.difference) / 2;
  const colours = dotProduct(one.colours, other.colours);
  const isModel = one.encoded !== undefined && other.encoded !== undefined;
  const byHand = dotProduct(one.handMade, other.handMade);
  const encoded = isModel ? dotProduct(one.encoded!, other.encoded!) : 0;
  const content = isModel ? above((encoded + byHand) / 2, UNRELATED.joined) : above(byHand, UNRELATED.handMade);
  // A copy is a copy whatever else is said. Where it is none, what the pictures show counts, and colours a little.
  const copy = layout > COPY_FROM ? layout : 0;
  return {
    status: isModel ? 'model' : 'fallback',
    similarity: clamp(Math.max(copy, 0.9 * content + 0.1 * colours * content)),
    parts: [
      { part: 'layout', similarity: clamp(layout) },
      ...(isModel ? [{ part: 'content', similarity: clamp(encoded) }] : []),
      { part: 'colours and edges', similarity: clamp(byHand) },
      { part: 'colours', similarity: clamp(colours) },
    ],
  };
}

/** The encoder's answer and the hand-made features as one unit vector: its cosines are the means of theirs. */
export function joinVectors(encoded: Float32Array, handMade: Float32Array): Float32Array {
  return Float32Array.from([...encoded, ...handMade], (value) => value * Math.SQRT1_2);
}

/** Of two hashes: 1 when all bits agree, 0 when half of them do, as they do by chance. */
export function agreement(one: string, other: string): number {
  let differing = 0;
  for (let i = 0; i < one.length; i++) {
    let bits = Number.parseInt(one[i]!, 16) ^ Number.parseInt(other[i]!, 16);
    for (; bits > 0; bits &= bits - 1) differing++;
  }
  return Math.max(0, 1 - (2 * differing) / (4 * one.length));
}

const above = (cosine: number, unrelated: number): number => Math.max(0, (cosine - unrelated) / (1 - unrelated));

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
