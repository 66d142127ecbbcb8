// A thing named in a text, by whoever found it. Several finders may name the same thing: all are candidates.

export interface EntitySpan {
  /** Which head of the model, or `rules`. */
  head: string;
  label: string;
  start: number;
  end: number;
  text: string;
  /** 0–1; not calibrated. */
  score: number;
}
