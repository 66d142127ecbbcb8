// What looking at one picture gives, before anything is compared.

import type { PictureHashes } from './vision.ts';

export interface Looked {
  hashes: PictureHashes;
  /** As it is seen: turned as its camera says. */
  width: number;
  height: number;
  /** Standard deviation of its brightness, 0–255: a plain area has hashes that say nothing. */
  contrast: number;
  /** Shares of colours, unit vector. */
  colours: Float32Array;
  /** Made by hand from colours and edges, unit vector. */
  handMade: Float32Array;
  /** By the picture encoder, unit vector; undefined when it could not be run. */
  encoded?: Float32Array | undefined;
}
