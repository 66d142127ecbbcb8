// Resolution of pictures that do not tell theirs, or tell a default that means nothing: photos, screenshots, saved scans.

/** Width and height in points of the papers that business documents come on. */
const PAPERS = [
  [595.3, 841.9],
  [612, 792],
  [612, 1008],
  [419.5, 595.3],
] as const;
const PAPER_TOLERANCE = 0.012;
/** Resolutions that programs write when nobody measured anything. */
const DEFAULT_DPI = new Set([72, 96]);
/** A page at its stated resolution is between these sizes in inches. */
const PAGE_INCHES = { least: 1, most: 50 };
/** Median character height of running text: the x-height of 9 to 10 point letters. */
const TEXT_POINTS = 5;
const FALLBACK_DPI = 150;

export interface PictureSize {
  /** Pixels. */
  width: number;
  height: number;
  /** As the file states it. */
  statedDpi?: number | undefined;
  /** Median character height in pixels. */
  textHeight?: number | undefined;
}

/** Dots per inch, at best stated, else from a paper's proportions, else from the size of the text. */
export function estimateDpi({ width, height, statedDpi, textHeight }: PictureSize): number {
  if (statedDpi !== undefined && isPlausible(width, height, statedDpi)) return statedDpi;
  const fromText = textHeight === undefined ? undefined : (textHeight * 72) / TEXT_POINTS;
  const fromPaper = paperDpi(width, height);
  // Proportions alone may be chance; text of a half to twice the usual size bears them out.
  if (fromPaper !== undefined) {
    const ratio = fromText === undefined ? 1 : fromText / fromPaper;
    if (ratio > 0.5 && ratio < 2) return fromPaper;
  }
  return Math.min(1200, Math.max(36, fromText ?? FALLBACK_DPI));
}

function isPlausible(width: number, height: number, dpi: number): boolean {
  if (!(dpi >= 50 && dpi <= 2400)) return false;
  if (DEFAULT_DPI.has(Math.round(dpi)))
    return paperDpi(width, height) !== undefined && Math.abs(paperDpi(width, height)! / dpi - 1) < 0.02;
  const long = Math.max(width, height) / dpi;
  return long >= PAGE_INCHES.least && long <= PAGE_INCHES.most;
}

function paperDpi(width: number, height: number): number | undefined {
  const ratio = Math.max(width, height) / Math.min(width, height);
  for (const [short, long] of PAPERS) {
    if (Math.abs(ratio / (long / short) - 1) < PAPER_TOLERANCE) return (Math.max(width, height) * 72) / long;
  }
  return undefined;
}
