// Comparison of lists: which line of the one is which of the other is itself a matter of assignment.

import type { Json } from '../../document/value.ts';
import { assignPairs, type Capacity, type PossiblePair } from '../assign-pairs.ts';
import type { Comparison, MatchContext, MatchFeature, Subject } from '../match-spec.ts';
import { identifierLikeness } from './code-features.ts';
import { said, textsIn } from './values.ts';
import { wordsOf } from './words.ts';

export interface LinesAbout {
  id: string;
  title: string;
  /** Columns whose equality names the thing. */
  identifiers: readonly string[];
  /** Columns of words. */
  texts: readonly string[];
  /** Columns of numbers that should be the same. */
  numbers: readonly string[];
  /** How often a line of each side may be taken: more than once where one line is delivered in parts. */
  most?: Capacity;
}

/** Longer lists are compared by their beginning: the work grows with the product. */
const MOST_LINES = 40;
/** A pair of lines less alike than this is none. */
const ALIKE = 0.45;
const NUMBER_TOLERANCE = 0.005;

type Line = Readonly<Record<string, Json>>;

/** Share of the shorter list's lines that found theirs, by how alike they are. Unknown when a list is empty. */
export function assignedLines(about: LinesAbout): MatchFeature {
  const { id, title, identifiers, texts, numbers, most } = about;
  const reads = [...identifiers, ...texts, ...numbers].map((column) => `lines[].${column}`);
  return {
    id,
    title,
    costly: true,
    reads: { left: reads, right: reads },
    compare(left: Subject, right: Subject, context: MatchContext): Comparison | undefined {
      const a = left.lines.slice(0, MOST_LINES);
      const b = right.lines.slice(0, MOST_LINES);
      if (a.length === 0 || b.length === 0) return undefined;
      const pairs: PossiblePair[] = [];
      for (const [i, one] of a.entries()) {
        for (const [j, other] of b.entries()) {
          const gain = lineLikeness(about, [one, other], context);
          if (gain >= ALIKE) pairs.push({ left: i, right: j, gain });
        }
      }
      const chosen = assignPairs(pairs, most);
      const shorter = Math.min(a.length, b.length);
      const total = chosen.reduce((sum, { gain }) => sum + gain, 0);
      const note = `${chosen.length} of ${shorter} found`;
      return { value: Math.min(1, total / shorter), left: sayLines(about, a), right: sayLines(about, b), note };
    },
  };
}

function lineLikeness(
  { identifiers, texts, numbers }: LinesAbout,
  [one, other]: readonly [Line, Line],
  context: MatchContext,
): number {
  let sum = 0;
  let weight = 0;
  const add = (value: number | undefined, size: number): void => {
    if (value === undefined) return;
    sum += value * size;
    weight += size;
  };
  for (const column of identifiers) add(both(one[column], other[column], identifierLikeness), 2);
  for (const column of texts)
    add(
      both(one[column], other[column], (a, b) => sharedShare(a, b, context)),
      2,
    );
  for (const column of numbers) add(sameNumber(one[column], other[column]), 1);
  return weight === 0 ? 0 : sum / weight;
}

function both(a: Json | undefined, b: Json | undefined, compare: (a: string, b: string) => number): number | undefined {
  return typeof a === 'string' && typeof b === 'string' && a !== '' && b !== '' ? compare(a, b) : undefined;
}

function sharedShare(left: string, right: string, { rarity }: MatchContext): number {
  const a = new Set(wordsOf(left));
  const b = new Set(wordsOf(right));
  let shared = 0;
  let ofA = 0;
  let ofB = 0;
  for (const word of a) {
    ofA += rarity(word);
    if (b.has(word)) shared += rarity(word);
  }
  for (const word of b) ofB += rarity(word);
  return Math.min(ofA, ofB) === 0 ? 0 : (shared / ofA + shared / ofB) / 2;
}

function sameNumber(a: Json | undefined, b: Json | undefined): number | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  return Math.abs(a - b) <= NUMBER_TOLERANCE * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
}

function sayLines({ texts, identifiers }: LinesAbout, lines: readonly Line[]): string {
  const names = lines.flatMap((line) =>
    [...texts, ...identifiers].flatMap((column) => textsIn(line[column] ?? null)).slice(0, 1),
  );
  return said(`${lines.length} lines: ${names.join('; ')}`);
}
