// What is said of an artifact besides its text: how good it is, part by part, what it leaves unsaid of what is asked for, what to
// ask the person, and what contradicts what. A pack computes it; the engine shows it and never asks what it is about.

/** Where a text stands. Neither source nor artifact: in the body that is assessed. */
export interface AssessedSpan {
  /** Id of a source of the artifact. */
  source?: string | undefined;
  /** Id of another artifact, that was named to be compared with. */
  artifact?: string | undefined;
  /** Place in the body. */
  path?: string | undefined;
  /** Offsets in that text. */
  start: number;
  end: number;
  text: string;
}

export interface ScorePart {
  id: string;
  title: string;
  /** Share of the whole, in points of 100. */
  weight: number;
  /** 0–1; null where there is nothing to judge: its weight goes to the others. */
  value: number | null;
  points: number;
  /** "4 of 9 bullets have a figure". */
  why: string;
}

export interface ImpactScore {
  /** Of the formula; figures of two versions are not compared. */
  version: string;
  /** 0–100. */
  score: number;
  parts: ScorePart[];
}

/** Something that is asked for. said: the text says it. unsaid: the sources say it, the text does not. absent: nobody says it. */
export interface Wanted {
  name: string;
  level: 'must' | 'nice';
  state: 'said' | 'unsaid' | 'absent';
  /** Where it is said; none for `absent`. */
  span?: AssessedSpan | undefined;
  /** How it is said there, when it has another name. */
  note?: string | undefined;
}

export interface Suggestion {
  keyword: string;
  /** Where it would stand. */
  path: string;
  why: string;
}

/** Its answer is given as a fact of `subject`; the writer then cites it. */
export interface Question {
  id: string;
  path: string;
  subject: string | undefined;
  text: string;
}

/** Two texts of which at most one can be true. */
export interface Contradiction {
  rule: string;
  message: string;
  spans: AssessedSpan[];
}

/** One thing that is known, with everything that says so. */
export interface KnownFact {
  kind: string;
  /** In words: "Engineer, Acme, March 2019 – present". */
  text: string;
  who: string | null;
  what: string | null;
  where: string | null;
  from: string | null;
  to: string | null;
  numbers: string[];
  spans: AssessedSpan[];
}

export interface ArtifactAssessment {
  score: ImpactScore;
  wanted: Wanted[];
  suggestions: Suggestion[];
  questions: Question[];
  facts: KnownFact[];
  contradictions: Contradiction[];
}
