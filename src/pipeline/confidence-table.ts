// How a value's confidence is made up, in log-odds. Fitted: "npm run fit:confidence" writes the numbers; do not edit them.

export interface ConfidenceTable {
  /** At the knee of the curve, and the slopes below and above it, over the log-odds that the choice gives a value. */
  intercept: number;
  below: number;
  above: number;
  /** For what OCR read at all, and for how unsure it was of its least sure word (0–1). */
  ocr: number;
  doubt: number;
  /** By the kind of the field. */
  kinds: Readonly<Record<string, number>>;
}

// biome-ignore format: written by a script
export const confidenceTable: ConfidenceTable = {"intercept":2.9,"below":0.92,"above":0.17,"ocr":0.02,"doubt":-1.72,"kinds":{"currency":0.53,"date":-0.35,"duration":-0.38,"identifier":0.16,"money":-0.09,"text":-0.05,"vatId":0.18}};
