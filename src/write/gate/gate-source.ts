// What a rewrite may lean on, and what is said of a part of it that leans on nothing.

export interface GateSource {
  /** By which an operation cites it. */
  id: string;
  /** passage: of a document; value: of a record; fact: given by a person. */
  kind: 'passage' | 'value' | 'fact';
  text: string;
  /** What a value is, in words: "Due date". */
  label?: string | undefined;
  /** Claims of two subjects (two employments, two offers) do not support one sentence together. */
  subject?: string | undefined;
  /** Belongs to every sentence of its subject: the line with employer, title and dates. Values of a record do anyway. */
  heading?: boolean | undefined;
  /** Text that a reader of the document does not see. It supports nothing. */
  hidden?: boolean | undefined;
}

export type UnsupportedKind =
  | 'name'
  | 'title'
  | 'credential'
  | 'skill'
  | 'number'
  | 'percent'
  | 'money'
  | 'duration'
  | 'date'
  | 'code'
  | 'negation'
  | 'hedge'
  | 'strength'
  | 'quantifier'
  | 'superlative'
  | 'causality'
  | 'attribution'
  | 'merged'
  | 'claim'
  | 'disguise';

export interface Nearest {
  source: string;
  /** Offsets in the source's text. */
  start: number;
  end: number;
  text: string;
}

/** A figure that no source says, but that follows from what they say. */
export interface ComputedFigure {
  /** Offsets in the value. */
  start: number;
  end: number;
  text: string;
  from: Nearest[];
}

/** Words that stand for the source's own: they say it otherwise, and a person judges whether they say the same. */
export interface Wording {
  /** Offsets in the value. */
  start: number;
  end: number;
  text: string;
  /** The words of the source in whose place they stand. */
  instead: string;
}

export interface Unsupported {
  kind: UnsupportedKind;
  /** Offsets in the value. */
  start: number;
  end: number;
  text: string;
  why: string;
  /** What the sources say that comes closest. */
  nearest?: Nearest | undefined;
}
