// What every recognizer returns: where in a string it saw what, and how sure it is from the string alone.

/** A span of a string read as a value of some kind. Offsets are UTF-16 indexes, `end` exclusive. */
export interface Mention<K extends string, V> {
  kind: K;
  start: number;
  end: number;
  raw: string;
  value: V;
  /** 0–1: how sure the form alone makes us (check digit passed ≈ .99, bare number ≈ .5). */
  certainty: number;
}
