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

export interface RecognizeOptions {
  /** Tesseract's name of the language model: `eng`, `deu` … */
  model: string;
  /** How the page is laid out. `page` finds blocks itself, `block` takes the image as one column of lines, `sparse` finds text anywhere. */
  layout: 'page' | 'block' | 'sparse';
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
export const segmentationMode: Record<RecognizeOptions['layout'], string> = { page: '3', block: '6', sparse: '11' };
