// What models/entities/labels.json says of its model: heads, labels, numbers of the special pieces, sizes of windows.

export interface EntityHead {
  name: string;
  /** `O`, `B-X`, `I-X`, in the order of the model's output. */
  labels: readonly string[];
}

export interface EntityLabels {
  name: string;
  version: string;
  specialIds: { pad: number; newline: number; unk: number; cls: number; sep: number };
  /** Pieces of a window, without the marks at both ends. */
  windowPieces: number;
  /** Pieces by which windows overlap. */
  windowStride: number;
  shapes: Record<'plain' | 'title' | 'upper' | 'mixed' | 'digit' | 'newline', number>;
  heads: readonly EntityHead[];
}
