// What every computation is given and gives: a figure that is told, the sentences it may follow from, and those it does.

import type { Lexicon } from './lexicon.ts';
import { saysWord } from './match-words.ts';
import type { Unit } from './prepare-sources.ts';
import { type Quantity, quantitySupports } from './quantity.ts';
import type { Placed, Sentence, Word } from './read-text.ts';

export interface Span {
  unit: Unit;
  start: number;
  end: number;
}

export interface Computation {
  from: Span[];
  /** Words that name the computing and need no source: "total", "experience", "annual". */
  licenses: (word: Word) => boolean;
}

export type Amount = Placed<Quantity>;

export interface Claim {
  amount: Amount;
  told: Sentence;
  /** Content words of its clause. */
  words: readonly Word[];
  /** The sentence that the clause leans on, and all of the subject. */
  unit: Unit | undefined;
  units: readonly Unit[];
  lexicon: Lexicon;
}

export const proves = (claim: Claim, value: number, dimension: string, said: Quantity): boolean =>
  Number.isFinite(value) &&
  quantitySupports(
    { ...said, bound: 'exact', role: claim.amount.role, readings: [tidy(value)], dimension },
    claim.amount,
  );

/** Without the dust of binary fractions. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

export const isExact = (said: Amount): boolean => said.bound === 'exact' && said.readings.length === 1;
export const spanOf = (unit: Unit, one: { start: number; end: number }): Span => ({
  unit,
  start: one.start,
  end: one.end,
});
export const isSaidIn = ({ lexicon }: Claim, unit: Unit, word: Word): boolean =>
  [...unit.sentence.words, ...unit.carried.map((one) => one.word)].some((said) => saysWord(said, word, lexicon));

/** "from 8% to 2%". */
export function* changesIn({ sentence }: Unit): Generator<readonly [Amount, Amount]> {
  for (const [i, to] of sentence.quantities.entries()) {
    const from = sentence.quantities[i - 1];
    if (from?.role !== 'from' || to.role !== 'to' || from.dimension !== to.dimension) continue;
    if (isExact(from) && isExact(to) && from.readings[0] !== 0) yield [from, to];
  }
}
