// What can be told of a picture without knowing what it shows: hashes that survive re-encoding, features that survive more.

import type { ModelStatus } from '../nlp/nlp.ts';

export interface PictureHashes {
  /** 64 bits as 16 hexadecimal digits each. */
  perceptual: string;
  difference: string;
  average: string;
}

export interface PictureFeatures {
  status: ModelStatus;
  /** Features of two ids are never compared. */
  model: string;
  /** Unit vector. */
  vector: Float32Array;
  width: number;
  height: number;
}

export interface PictureComparison {
  status: ModelStatus;
  /** 0–1. */
  similarity: number;
  /** 0–1 by part, with what was compared: for reasons that a person reads. */
  parts: readonly { part: string; similarity: number }[];
}

export interface Vision {
  /** Bytes of a PNG, JPEG, WebP, TIFF or GIF. Throws SheafError `file.unsupported`, `file.corrupt`, `file.too-large`, `models.busy`. */
  hash(picture: Uint8Array): Promise<PictureHashes>;
  features(picture: Uint8Array): Promise<PictureFeatures>;
  compare(one: Uint8Array, other: Uint8Array): Promise<PictureComparison>;
  close(): Promise<void>;
}
