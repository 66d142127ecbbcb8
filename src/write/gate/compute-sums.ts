// Sums of what a sentence or an order lists, what so many cost at a price each, and what is left of what was ordered.

import { type Amount, type Claim, type Computation, isExact, proves, type Span, spanOf } from './computation.ts';
import { isContent } from './content-words.ts';
import type { Lexicon } from './lexicon.ts';
import { saysWord } from './match-words.ts';
import type { Unit } from './prepare-sources.ts';
import type { Sentence, Word } from './read-text.ts';

const TOTAL = /^(?:total\w*|sum|altogether|overall|all|whole|entire|combined|insgesamt|gesamt\w*|zusammen|summe)$/;
const ANYBODY =
  /^(?:people|persons?|staff|employees?|team|colleagues|items?|pieces|things|articles|units|personen|leute|mitarbeiter\w*|menschen|stuck|teile|gegenstande|artikel)$/;

/** "24 staff" of "18 nurses and 6 care assistants"; "£7 in total" of "£3 and £4". */
export function sumOf(claim: Claim): Computation | undefined {
  const { amount, words, units } = claim;
  const isMoney = amount.dimension.startsWith('money');
  if (!isMoney && amount.dimension !== 'count') return undefined;
  const head = words.find((word) => word.start >= amount.end);
  const total = words.find(({ folded }) => TOTAL.test(folded));
  if (!total && !(head && !isMoney && ANYBODY.test(head.folded) && head.start - amount.end <= 2)) return undefined;
  const licenses = (word: Word): boolean => word === total || (!isMoney && word === head && ANYBODY.test(word.folded));
  for (const unit of units) {
    const list = unit.sentence.quantities.filter(
      (one) => one.dimension === (isMoney ? unitMoney(unit) : 'count') && one.role === undefined,
    );
    const isList = list.length > 1 && list.every(isExact) && new Set(list.map(({ segment }) => segment)).size === 1;
    // "20, three of them new" and "£3 each" are no list to add up.
    if (!isList || unit.sentence.words.some(({ denied }) => denied)) continue;
    if (/\b(?:each|apiece|je|of which|of them|of whom|including|davon|darunter)\b/i.test(unit.sentence.text)) continue;
    const sum = list.reduce((all, { readings }) => all + readings[0]!, 0);
    if (proves(claim, sum, list[0]!.dimension, list[0]!))
      return { from: list.map((one) => spanOf(unit, one)), licenses };
  }
  return lineSum(claim, total);
}

const unitMoney = ({ sentence }: Unit): string | undefined =>
  sentence.quantities.find(({ dimension }) => dimension.startsWith('money'))?.dimension;

interface Line {
  value: number;
  dimension: string;
  said: Amount;
  from: Span[];
  name: Word | undefined;
}

const EACH = /^[\s,]*(?:each|apiece|a piece|per (?:piece|unit|item)|je|pro st[uü]ck)/i;

/** Lines of an order: a price alone, or so many at a price each, wherever the passages of the subject say how many. */
function linesOf({ units, lexicon }: Claim): Line[] {
  const lines: Line[] = [];
  for (const unit of units) {
    const { sentence } = unit;
    for (const said of sentence.quantities) {
      if (!said.dimension.startsWith('money') || !isExact(said)) continue;
      const isEach =
        EACH.test(sentence.text.slice(said.end - sentence.start)) ||
        /(?:\bje|zu je|each)\s*$/.test(sentence.text.slice(0, said.start - sentence.start)) ||
        (/\beach\s*[.,;]?$/.test(sentence.text.slice(said.end - sentence.start)) &&
          new Set(sentence.quantities.map(({ dimension }) => dimension)).size < 3);
      if (!isEach) {
        lines.push({
          value: said.readings[0]!,
          dimension: said.dimension,
          said,
          from: [spanOf(unit, said)],
          name: nameBefore(sentence, said),
        });
        continue;
      }
      const name = nameBefore(sentence, said);
      const counted = name && countOf(name, units, lexicon);
      if (counted)
        lines.push({
          value: counted.count.readings[0]! * said.readings[0]!,
          dimension: said.dimension,
          said,
          name,
          from: [spanOf(counted.unit, counted.count), spanOf(unit, said)],
        });
    }
  }
  return lines;
}

/** "four radiators at £180": what the price is said of. */
const nameBefore = ({ words }: Sentence, said: Amount): Word | undefined =>
  words.findLast(
    (word) =>
      word.end <= said.start &&
      said.start - word.end < 30 &&
      isContent(word) &&
      !/^(?:cost\w*|kost\w*|price\w*|charg\w*)$/.test(word.folded),
  );

function countOf(name: Word, units: readonly Unit[], lexicon: Lexicon): { unit: Unit; count: Amount } | undefined {
  const found = units.flatMap((unit) =>
    unit.sentence.quantities
      .filter((one) => one.dimension === 'count' && isExact(one))
      .filter((one) => {
        const next = unit.sentence.words.find((word) => word.start >= one.end && isContent(word));
        return next !== undefined && next.start - one.end <= 14 && saysWord(next, name, lexicon);
      })
      .map((count) => ({ unit, count })),
  );
  return new Set(found.map(({ count }) => count.readings[0])).size === 1 ? found[0] : undefined;
}

/** "£720" for the four radiators at £180 each, told of the radiators. */
export function productOf(claim: Claim): Computation | undefined {
  if (!claim.amount.dimension.startsWith('money')) return undefined;
  const line = linesOf(claim).find(
    ({ from, name, value, dimension, said }) =>
      from.length === 2 &&
      name !== undefined &&
      proves(claim, value, dimension, said) &&
      claim.words.some((word) => saysWord(name, word, claim.lexicon) && word.phrase === claim.amount.phrase),
  );
  return (
    line && {
      from: line.from,
      licenses: ({ folded }) => TOTAL.test(folded) || /^(?:come|comes|worth|kosten)$/.test(folded),
    }
  );
}

/** All lines of the order together. */
function lineSum(claim: Claim, total: Word | undefined): Computation | undefined {
  if (!total || !claim.amount.dimension.startsWith('money')) return undefined;
  const lines = linesOf(claim);
  if (lines.length < 2 || !lines.some(({ from }) => from.length === 2)) return undefined;
  if (new Set(lines.map(({ dimension }) => dimension)).size > 1) return undefined;
  const sum = lines.reduce((all, { value }) => all + value, 0);
  if (!proves(claim, sum, lines[0]!.dimension, lines[0]!.said)) return undefined;
  return {
    from: lines.flatMap(({ from }) => from),
    licenses: ({ folded }) => TOTAL.test(folded) || folded === 'worth',
  };
}

const MISSING =
  /^(?:missing|outstanding|remain\w*|left|rest|undelivered|short|fehl\w*|ubrig|verbleib\w*|ausstehend\w*)$/;

/** "six are missing" of "40 were ordered" and "34 were delivered": counted of one thing, of which nothing else is counted. */
export function restOf(claim: Claim): Computation | undefined {
  const { amount, words, units, lexicon } = claim;
  const mark = words.find(({ folded }) => MISSING.test(folded));
  if (!mark || amount.dimension !== 'count' || amount.bound !== 'exact') return undefined;
  const name = words.find((word) => word !== mark && /^\p{L}{3,}/u.test(word.raw));
  if (!name) return undefined;
  const counts = units.flatMap((unit) =>
    unit.sentence.quantities
      .filter((one) => one.dimension === 'count' && isExact(one))
      .filter((one) =>
        unit.sentence.words.some(
          (word) => word.start >= one.end && word.start - one.end <= 14 && saysWord(word, name, lexicon),
        ),
      )
      .map((count) => ({ unit, count })),
  );
  const [first, second] = counts;
  if (counts.length !== 2 || !first || !second) return undefined;
  const isOrdered = ({ unit }: { unit: Unit }): boolean => /\b(?:order|purchas|bestell)/i.test(unit.sentence.text);
  if (!isOrdered(first) || !proves(claim, first.count.readings[0]! - second.count.readings[0]!, 'count', first.count))
    return undefined;
  return { from: counts.map(({ unit, count }) => spanOf(unit, count)), licenses: (word) => word === mark };
}
