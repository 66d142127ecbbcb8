// One clause of a rewrite beside one sentence of the sources: what the checks are given and what they find.

import type { UnsupportedKind } from './gate-source.ts';
import type { Lexicon } from './lexicon.ts';
import type { AmountFault } from './match-amounts.ts';
import type { Occurrence } from './match-words.ts';
import type { Unit } from './prepare-sources.ts';
import type { Sentence } from './read-text.ts';
import type { Word } from './word.ts';

export interface Finding {
  start: number;
  end: number;
  kind: UnsupportedKind;
  why: string;
  /** Where the sources come closest. */
  near?: { unit: Unit; mention?: { start: number; end: number } } | undefined;
  nearest?: { source: string; start: number; end: number; text: string } | undefined;
  /** The word that nothing cited has; not set where a rule found more than that. */
  absent?: Word | undefined;
  /** Of a figure: what is wrong with it. */
  fault?: AmountFault | undefined;
  /** Said of another subject. */
  merged?: boolean | undefined;
}

export interface ClauseInput {
  told: Sentence;
  segment: number;
  /** The sentence that the clause leans on; none: the headings alone. */
  unit: Unit | undefined;
  headings: readonly Unit[];
  /** All units of the subject, for names' legal forms. */
  whole: readonly Unit[];
  lexicon: Lexicon;
}

export interface ClauseMatch {
  findings: Finding[];
  /** Content words of the clause that were found in `unit` itself: of two units with as many findings, the one that says more. */
  overlap: number;
  /** Figures that no source says, but that follow from what they say. */
  computed: Computed[];
  /** Where nothing else is found: words that only stand for the source's. */
  wording: WordingSpan[];
  unit: Unit | undefined;
  /** Words that need support. */
  words: readonly Word[];
  found: Found;
}

export interface WordingSpan {
  start: number;
  end: number;
  instead: readonly { unit: Unit; start: number; end: number }[];
}

export interface Computed {
  start: number;
  end: number;
  from: readonly { unit: Unit; start: number; end: number }[];
}

export type Found = ReadonlyMap<Word, readonly Occurrence[]>;

/** A clause with the words that need support, and where each was found. */
export interface MannerInput extends ClauseInput {
  words: readonly Word[];
  found: Found;
}
