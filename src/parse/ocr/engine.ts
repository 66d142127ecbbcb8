// What an OCR engine is to the rest: pixels in, words with boxes in pixels out. Two stand behind it.

/** One recognised word; the box is in pixels of the image that was given. */
export interface OcrWord {
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** 0–1. */
  confidence: number;
  /** Words of one text line share it. */
  line: string;
}

/** `page` lets the engine find blocks; `block` takes the image as one column of lines. */
export type OcrLayout = 'page' | 'block';

export interface RecognizeOptions {
  /** Tesseract's name of the language model: `eng`, `deu` … */
  model: string;
  layout: OcrLayout;
  dpi: number;
}

export interface OcrEngine {
  readonly name: string;
  /** Language models it has. */
  readonly models: ReadonlySet<string>;
  /** Words of an upright image (PNG) in reading order. */
  recognize(png: Uint8Array, options: RecognizeOptions): Promise<OcrWord[]>;
  /** Frees models and memory; the engine can be used again and loads them anew. */
  close(): Promise<void>;
}

/** Tesseract's page segmentation modes. */
export const segmentationMode: Record<OcrLayout, string> = { page: '3', block: '6' };
