// Numbers and dates of a rewrite against those of the sources: the same value is not enough, it must be said of the same thing.

import { isContent } from './content-words.ts';
import type { Nearest, UnsupportedKind } from './gate-source.ts';
import type { Lexicon } from './lexicon.ts';
import { saysWord } from './match-words.ts';
import { type DateClaim, dateSupports } from './partial-date.ts';
import type { Unit } from './prepare-sources.ts';
import { type Quantity, quantitySupports } from './quantity.ts';
import type { Placed, Sentence, Word } from './read-text.ts';

export interface AmountFinding {
  start: number;
  end: number;
  kind: UnsupportedKind;
  why: string;
  nearest: Nearest | undefined;
  fault: AmountFault;
}

/** absent: no such figure; differs: another value; other-thing: the value, said of something else. */
export type AmountFault = 'absent' | 'differs' | 'other-thing';

type Mention = Placed<Quantity> | Placed<DateClaim>;
const isQuantity = (mention: Mention): mention is Placed<Quantity> => 'bound' in mention;

interface Context {
  /** Content words before and behind, nearest first. */
  before: Word[];
  behind: Word[];
  clause: Word[];
  role: string | undefined;
  /** "two of them": the thing stands before. */
  ofThem: boolean;
  earlier: Word[];
  /** "a team of five", and nothing behind it. */
  ofTeam: boolean;
  /** The thing that the number tells from others of its kind. */
  numbers: Word | undefined;
}

interface Rival {
  unit: Unit;
  mention: Mention;
  score: number;
  counts: boolean;
}

/** A rival said of a thing this much nearer wins over one with the right value. */
const CLEARLY_NEARER = 1;

export function checkAmount(
  mention: Mention,
  sentence: Sentence,
  units: readonly Unit[],
  lexicon: Lexicon,
): AmountFinding | undefined {
  const told = contextOf(mention, sentence);
  const isCount = isQuantity(mention) && mention.dimension === 'count';
  const rivals: Rival[] = [];
  for (const unit of units) {
    for (const said of mentionsLike(mention, unit.sentence)) {
      const context = contextOf(said, unit.sentence);
      const counts = !isCount || isLabelledCount(unit) || countsTheSame(told, context, lexicon);
      rivals.push({ unit, mention: said, counts, score: closeness(told, context, lexicon, !isQuantity(mention)) });
    }
  }
  const fail = (fault: AmountFault, why: string, near: Rival | undefined): AmountFinding => ({
    start: mention.start,
    end: mention.end,
    kind: kindOf(mention),
    why,
    nearest: near && nearestOf(near),
    fault,
  });
  const best = rivals.reduce<Rival | undefined>(
    (most, one) => (!most || one.score > most.score ? one : most),
    undefined,
  );
  const right = rivals.filter(
    (one) =>
      supports(one.mention, mention) && (!isUnsure(one.unit.sentence, one.mention) || isUnsure(sentence, mention)),
  );
  if (right.length === 0)
    return rivals.length === 0
      ? fail('absent', 'No source says such a figure.', best)
      : fail('differs', 'The sources say otherwise.', best);
  const counting = right.filter((one) => one.counts && !tellsOfPart(told, one, lexicon));
  if (counting.length === 0) return fail('other-thing', 'The sources count something else.', right[0]);
  const bestRight = Math.max(...counting.map(({ score }) => score));
  if (best && best.score - bestRight >= CLEARLY_NEARER)
    return fail('other-thing', 'The sources say this of something else.', best);
  return undefined;
}

/** "740 births at home" of "740 births, about 90 of them at home": what is said of the part is not told of the whole. */
function tellsOfPart(told: Context, { unit: { sentence }, mention }: Rival, lexicon: Lexicon): boolean {
  const part = sentence.quantities.find(
    (one) => one.start > mention.end && OF_THEM_BEHIND.test(sentence.text.slice(one.end - sentence.start)),
  );
  if (!part || told.ofThem) return false;
  const meetsIn = (word: Word, fits: (said: Word) => boolean): boolean =>
    meets(
      word,
      sentence.words.filter((said) => isContent(said) && fits(said)),
      lexicon,
    );
  const isBehind = (said: Word): boolean => said.start > part.start && said.segment === mention.segment;
  return told.behind.some((word) => meetsIn(word, isBehind) && !meetsIn(word, (said) => !isBehind(said)));
}

const UNSURE =
  /(?:possibly|probably|perhaps|maybe|presumably|vermutlich|wahrscheinlich|möglicherweise|vielleicht)\s(?:\p{L}+\s){0,2}$/iu;
/** "possibly of 2024" is no support of "of 2024". */
const isUnsure = ({ text, start }: Sentence, one: Mention): boolean =>
  UNSURE.test(text.slice(Math.max(0, one.start - start - 40), one.start - start));

function supports(said: Mention, told: Mention): boolean {
  if (isQuantity(told)) {
    if (isQuantity(said)) return quantitySupports(said, told);
    // A count that looks like a year.
    return (
      told.dimension === 'count' &&
      said.readings.some((one) => one.month === undefined && told.readings.includes(one.year!))
    );
  }
  if (!isQuantity(said)) return dateSupports(said, told);
  return (
    said.dimension === 'count' &&
    told.readings.some((one) => one.month === undefined && said.readings.includes(one.year!))
  );
}

/** Of the same dimension: the mentions that could have been meant. */
function mentionsLike(told: Mention, sentence: Sentence): Mention[] {
  if (!isQuantity(told)) return sentence.dates.filter((said) => isAsExact(said, told));
  const family = (dimension: string): string =>
    /^(?:money|seconds|months|workdays)/.test(dimension) ? dimension.split(':')[0]! : dimension;
  const like = (said: Placed<Quantity>): boolean => {
    const [a, b] = [family(said.dimension), family(told.dimension)];
    return (
      a === b ||
      (b === 'count' && a === 'money') ||
      (a !== 'count' && b !== 'count' && /seconds|months|workdays/.test(a) && /seconds|months|workdays/.test(b))
    );
  };
  return sentence.quantities.filter(like);
}

/** A year alone could not have been meant by a day. */
function isAsExact(said: DateClaim, told: DateClaim): boolean {
  const [one, other] = [said.readings[0]!, told.readings[0]!];
  return (['year', 'month', 'day'] as const).every((part) => other[part] === undefined || one[part] !== undefined);
}

const OF_THEM_BEFORE = /(?:of (?:which|whom|them|these)|von denen|davon|darunter)\s*$/i;
const OF_THEM_BEHIND = /^\s(?:of (?:which|whom|them|these|those)|davon|von ihnen)(?![\p{L}])/iu;
const NUMBERED =
  /^(?:line|bus|train|tram|seat|row|platform|room|cinema|gate|floor|level|no|number|car|carriage|wagon|coach|size|page|form|locker|table|grade|year|class|phase|step|version|chapter|section|clause|unit|stall|desk|hall|linie|wagen|platz|sitz|reihe|gleis|raum|zimmer|saal|kino|grosse|seite|umkleide|schliessfach|etage|stufe|klasse|halle|kabine|schrank|ice|ic|re|nummer|nr)$/;

function contextOf(mention: Mention, sentence: Sentence): Context {
  const clause = sentence.words.filter((word) => word.segment === mention.segment && isContent(word));
  const item = clause.filter((word) => word.phrase === mention.phrase);
  return {
    before: item.filter((word) => word.end <= mention.start).reverse(),
    behind: item.filter((word) => word.start >= mention.end),
    clause,
    role: mention.role,
    ofThem:
      OF_THEM_BEFORE.test(sentence.text.slice(0, mention.start - sentence.start)) ||
      OF_THEM_BEHIND.test(sentence.text.slice(mention.end - sentence.start)),
    ofTeam: OF_TEAM.test(sentence.text.slice(0, mention.start - sentence.start)),
    earlier: sentence.words.filter((word) => word.end <= mention.start && isContent(word)),
    numbers: sentence.words.findLast(
      (word) => word.end < mention.start && mention.start - word.end === 1 && NUMBERED.test(word.folded),
    ),
  };
}

const meets = (told: Word, said: readonly Word[], lexicon: Lexicon): boolean =>
  said.some((word) => saysWord(word, told, lexicon) || saysWord(told, word, lexicon));

/** "Quantity: 1,200" counts what the record is about. */
const isLabelledCount = ({ source }: Unit): boolean =>
  source.kind === 'value' &&
  !/^\s*[\d.,]+\s+(?!pcs|pieces?|units?|items?|st[uü]ck)\p{L}{3,}/iu.test(source.text) &&
  /quantity|qty|\bcount|number of|menge|anzahl|stückzahl/i.test(source.label ?? '');

/** "12 machines and 3 engineers" does not support "12 engineers". */
function countsTheSame(told: Context, said: Context, lexicon: Lexicon): boolean {
  const head = told.behind.slice(0, 2);
  // "bus line 31", "Wagen 8": the number is a name of what stands before it.
  if (told.numbers && said.numbers && meets(told.numbers, [said.numbers], lexicon)) return true;
  if (head.length === 0) return true;
  // "heat pumps, 28 so far": what it counts stands before.
  const behind = said.behind.filter(({ folded }) => !/^(?:total|date|altogether|overall|insgesamt)$/.test(folded));
  const near = [
    ...behind.slice(0, 2),
    ...(said.ofThem || behind.length === 0 ? said.earlier : said.before.slice(0, 1)),
  ];
  if (near.length === 0 || told.ofThem) return true;
  return (
    head.some((word) => meets(word, near, lexicon)) ||
    (said.ofTeam && head[0] !== undefined && (PEOPLE.test(head[0].folded) || TEAM.test(head[0].folded)))
  );
}

/** "five people" of "a team of five". */
const PEOPLE =
  /^(?:people|persons?|staff|employees?|members?|colleagues?|workers?|strong|personen|leute|mitarbeit\w*|beschaftigte\w*|kolleg\w*|kopfe)$/;
const TEAM = /^(?:team|staff|crew|unit|group|department|squad|belegschaft|mannschaft|abteilung)$/;
const OF_TEAM =
  /(?:team|staff|crew|unit|group|department|squad|belegschaft|mannschaft|abteilung)\s(?:of|von|aus|mit)\s+$/i;

const ENDS = /^(?:end|expir|until|finish|conclud)/;
const STARTS = /^(?:begin|start|commenc)/;
/** "begins on … and ends on …" is "from … to …". */
function endsAsTold(told: Context, said: Context): boolean {
  const near = said.before.slice(0, 2);
  if (told.role === 'end') return near.some(({ stems }) => ENDS.test(stems[0]!));
  return told.role === 'start' && near.some(({ stems }) => STARTS.test(stems[0]!));
}

/** Dates are said of what stands before them; figures of what is on either side. */
function closeness(told: Context, said: Context, lexicon: Lexicon, isDate: boolean): number {
  const near = [...said.before.slice(0, 2), ...said.behind.slice(0, 2)];
  const neighbours = (isDate && told.before[0] ? [told.before[0]] : [told.before[0], told.behind[0]]).filter(
    (word) => word !== undefined,
  );
  const isEnd = endsAsTold(told, said);
  const touching = (isEnd ? 1 : 0) + neighbours.filter((word) => meets(word, near, lexicon)).length;
  const shared = told.clause.filter((word) => meets(word, said.clause, lexicon)).length;
  return 2 * touching + shared;
}

function kindOf(mention: Mention): UnsupportedKind {
  if (!isQuantity(mention)) return 'date';
  const { dimension } = mention;
  if (dimension === 'percent') return 'percent';
  if (dimension.startsWith('money')) return 'money';
  return dimension === 'seconds' || dimension === 'months' || dimension === 'workdays' ? 'duration' : 'number';
}

export function nearestOf({ unit, mention }: { unit: Unit; mention?: { start: number; end: number } }): Nearest {
  const { sentence, source, labelLength } = unit;
  const [from, to] = mention ? [mention.start, mention.end] : [sentence.start, sentence.end];
  const start = Math.max(0, from - labelLength);
  const end = Math.max(start, Math.min(to - labelLength, start + 240));
  return { source: source.id, start, end, text: source.text.slice(start, end) };
}
