// A word as the gate reads it.

export interface Word {
  start: number;
  end: number;
  raw: string;
  folded: string;
  /** Base form; further ones of a phrase it is part of or a verb whose particle stands apart. */
  stems: string[];
  free: boolean;
  /** Written with a capital where a sentence does not begin, or in a shape that only names have. */
  name: boolean;
  /** "Head" of "Head of Sales", not of "Head a team". */
  title: boolean;
  /** Numbers of the clause and of the list item it stands in, within its sentence. */
  segment: number;
  phrase: number;
  denied: boolean;
  /** Directly behind "from" or "to". */
  direction: 'from' | 'to' | undefined;
}
