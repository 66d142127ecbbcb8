// Who does what in a sentence: its verbs with the words that name the doer and what is done to, as far as word order shows it.

import { isContent } from './content-words.ts';
import { isVerbForm, type Sentence } from './read-text.ts';
import type { Word } from './word.ts';

export interface Act {
  verb: Word;
  /** Content words and pronouns that name the doer; empty: nobody is named. */
  doer: readonly Word[];
  /** The doer is not named because whoever writes is meant ("Led a team"), or the clause before names it. */
  elided: boolean;
  passive: boolean;
  /** What follows the verb, or stands before it when it is done to. */
  thing: readonly Word[];
  /** Whom it goes to and comes from, as far as "to" and "from" behind the verb say it. */
  to: readonly Word[];
  from: readonly Word[];
}

const BE = new Set('is are was were be been being am get got gets wird wurde werden wurden'.split(' '));
const LEADING_UP = new Set(
  `is are was were be been being am has have had do does did will would can could may might shall should must not never also
  then still already soon always often usually to n't only just currently now recently successfully jointly together`.split(
    /\s+/,
  ),
);
const MODALS = new Set('will would can could may might shall should must to not'.split(' '));
const PREPOSITIONS = new Set(
  'of in on at by for from to into with within during under over about after before between through without near above below among against since until as per than according via towards behind following'.split(
    ' ',
  ),
);
const DETERMINERS = new Set(
  'the a an his her its their our my your this that these those each every all some any no both two three four five six seven eight nine ten several'.split(
    ' ',
  ),
);
const RELATIVES = new Set('which who whom whose that'.split(' '));
/** Nobody in particular. */
const ANYBODY = /^(?:people|others?|someone|somebody|anyone|anybody|everyone|everybody|else|leute|andere)$/;

export const persons: ReadonlySet<string> = new Set('i we he she they it you'.split(' '));
const LIGHT = /^(?:came|went|gave|took|made|brought|kept|put|sets?|gives|takes|makes|keeps|brings|holds|held)$/;
const JOINS = new Set('and or but while whereas although though because so then where when'.split(' '));

/** "Nominated for a prize": done to whoever writes. */
const GIVEN =
  /^(?:nominated|awarded|promoted|elected|appointed|selected|shortlisted|chosen|invited|employed|hired|commissioned)$/;
const TIMES =
  /^(?:end|beginning|start|middle|close|noon|midnight|then|now|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|easter|christmas|spring|summer|autumn|winter)$/;

/** English only: where word order says who does it. */
export function findActs(sentence: Sentence): Act[] {
  const known = read.get(sentence);
  if (known) return known;
  const acts = readActs(sentence).map((act) => ({ ...act, ...goals(sentence.words, act.verb) }));
  read.set(sentence, acts);
  return acts;
}
const read = new WeakMap<Sentence, Act[]>();

type BareAct = Omit<Act, 'to' | 'from'>;

function goals(words: readonly Word[], verb: Word): Pick<Act, 'to' | 'from'> {
  const behind = words.slice(words.indexOf(verb) + 1).filter((word) => word.segment === verb.segment);
  const stop = behind.findIndex(
    (word, k) => k > 0 && isVerbForm(word.raw) && !word.name && !BE.has(word.folded) && isContent(word),
  );
  const part = stop < 0 ? behind : behind.slice(0, stop);
  const nounsBehind = (preposition: string): Word[] => {
    const at = part.findIndex(({ folded }) => folded === preposition);
    return at < 0 ? [] : takeNouns(part, at + 1, verb.segment);
  };
  return { to: [...nounsBehind('to'), ...nounsBehind('into')], from: nounsBehind('from') };
}

function readActs(sentence: Sentence): BareAct[] {
  const acts: BareAct[] = [];
  const { words } = sentence;
  for (const [i, verb] of words.entries()) {
    const led = under(words, i);
    if (led) acts.push({ verb, doer: led, elided: false, passive: false, thing: [] });
    if (!isVerbHere(words, i)) continue;
    const last = acts.at(-1);
    // "plans to open": who plans would open it; "asked her to open": who would is not told by word order.
    if (words[i - 1]?.folded === 'to' && last && last.verb.segment === verb.segment && !isPassive(words, i - 1)) {
      const isControlled = last.thing.length === 0 && !last.passive;
      acts.push({
        verb,
        doer: isControlled ? last.doer : [],
        elided: isControlled && last.elided,
        passive: false,
        thing: objectOf(words, i),
      });
      continue;
    }
    // "hard to find": nobody is named.
    if (words[i - 1]?.folded === 'to') {
      acts.push({ verb, doer: [], elided: false, passive: false, thing: objectOf(words, i) });
      continue;
    }
    const span = spanBefore(words, i);
    const passive = isPassive(words, i);
    const by = passive || /(?:ed|en|wn|ht|lt|ade|ed by)$|^led$/.test(verb.folded) ? namedBy(sentence, i) : [];
    // "Using Go and Java, built": an aside before the verb names nobody.
    const isAside =
      /ing$/.test(words[0]!.folded) &&
      span.words[0] !== undefined &&
      span.words.every((word) => word.phrase < verb.phrase) &&
      words.indexOf(span.words[0]) <= 1;
    let subject = span.relative || isAside ? [] : nounsOf(span.words, sentence);
    const thing = passive ? subject : objectOf(words, i);
    if (passive || by.length > 0) subject = by;
    const isFirst = words.slice(0, i).every((word) => LEADING_UP.has(word.folded));
    const follows = !span.relative && span.words.length === 0 && by.length === 0 && !passive;
    if (follows && !isFirst && last && last.verb.segment >= verb.segment - 1 && isJoined(words, i)) {
      acts.push({ verb, doer: last.passive ? [] : last.doer, elided: last.elided, passive, thing });
      continue;
    }
    const isGiven = isFirst && GIVEN.test(verb.folded) && PREPOSITIONS.has(words[i + 1]?.folded ?? '');
    acts.push({ verb, doer: subject, elided: isFirst && !passive && !isGiven && by.length === 0, passive, thing });
  }
  return acts;
}

/** "Under the guidance of Dr. Abebe": she guided. */
function under(words: readonly Word[], i: number): Word[] | undefined {
  const [of, first, second] = [words[i + 1], words[i - 1]?.folded, words[i - 2]?.folded];
  if (of?.folded !== 'of' || !(first === 'under' || (second === 'under' && first === 'the'))) return undefined;
  const nouns = takeNouns(words, i + 2, words[i]!.segment);
  return nouns.length > 0 ? nouns : undefined;
}

const isJoined = (words: readonly Word[], i: number): boolean => {
  let at = i - 1;
  while (at >= 0 && LEADING_UP.has(words[at]!.folded)) at--;
  return at >= 0 && JOINS.has(words[at]!.folded);
};

/** In the place of a verb: not behind an article or a preposition, and in a verb's form or with somebody before it. */
function isVerbHere(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  const before = words[i - 1];
  if (LEADING_UP.has(word.folded)) return false;
  // "replace broken bottles", "keep the kiln insured": what another verb leaves behind, nobody's act.
  if (/(?:ed|en)$/.test(word.folded) && isLeft(words, i)) return false;
  if ((!isContent(word) && !LIGHT.test(word.folded)) || (word.name && i > 0) || (i > 0 && /^\p{Lu}/u.test(word.raw)))
    return false;
  const lower = before?.folded ?? '';
  if (before && before.segment === word.segment && before.phrase === word.phrase) {
    if (MODALS.has(lower) || persons.has(lower)) return true;
    if (DETERMINERS.has(lower) || PREPOSITIONS.has(lower)) return false;
  }
  // "is liable for": who is what.
  if (isQuality(words, i)) return true;
  if (isVerbForm(word.raw)) return !/ing$/.test(word.folded) || i === 0 || BE.has(lower);
  const next = words[i + 1];
  if (next && /^(?:me|him|them|us)$/.test(next.folded) && next.start - word.end === 1) return true;
  // "Answer to the manager": a line that opens with what is done.
  if (i === 0)
    return next !== undefined && next.start - word.end === 1 && BARE.test(word.folded) && PREPOSITIONS.has(next.folded)
      ? true
      : next !== undefined && /^(?:to|the|a|an|all|my|our)$/.test(next.folded) && next.start - word.end === 1;
  // "the client supplies": a third person, behind the first noun of its clause and before something.
  const clause = words.filter((one) => one.segment === word.segment);
  const at = clause.indexOf(word);
  const opens = DETERMINERS.has(clause[0]!.folded) || clause[0]!.folded === 'either' || before!.name;
  // "the couple supply the wine".
  const isPlural =
    at > 0 &&
    opens &&
    next !== undefined &&
    /^(?:the|a|an|all|their|its|his|her)$/.test(next.folded) &&
    next.start - word.end === 1 &&
    /^\p{Ll}/u.test(word.raw) &&
    isContent(before!) &&
    !clause
      .slice(1, at)
      .some((one) => LEADING_UP.has(one.folded) || isVerbForm(one.raw) || PREPOSITIONS.has(one.folded));
  if (isPlural) return true;
  return (
    /[^su]s$/.test(word.folded) &&
    at > 0 &&
    at < clause.length - 1 &&
    opens &&
    isContent(before!) &&
    !/s$/.test(lower) &&
    !clause.slice(1, at).some((one) => LEADING_UP.has(one.folded) || isVerbForm(one.raw))
  );
}

/** Open a line of what somebody does, before a preposition: "Sit on the board". */
const BARE =
  /^(?:sit|stand|step|fly|teach|agree|speak|talk|look|act|deputise|deputize|join|play|sing|travel|commute|respond|reply|care|cook|swim|train|coach|volunteer|negotiate|liaise|deal|help|assist|advise|live|move|lecture|trade|cycle|shop|stay|participate)$/;

function isLeft(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  if (!before || before.segment !== words[i]!.segment) return false;
  const next = words[i + 1];
  const isVerb = (word: Word): boolean => !LEADING_UP.has(word.folded) && !BE.has(word.folded) && isContent(word);
  if (
    next &&
    next.segment === before.segment &&
    /^(?:will|would|shall|may|can|must|to)$/.test(words[i - 2]?.folded ?? '') &&
    isVerb(before)
  )
    return true;
  return (
    words
      .slice(Math.max(0, i - 5), i - 1)
      .some(
        (word) => word.segment === before.segment && /^(?:keep|keeps|kept|have|had|get|got|gets)$/.test(word.folded),
      ) &&
    !LEADING_UP.has(before.folded) &&
    !BE.has(before.folded) &&
    isContent(before)
  );
}

const isQuality = (words: readonly Word[], i: number): boolean =>
  BE.has(words[i - 1]?.folded ?? '') &&
  !isVerbForm(words[i]!.raw) &&
  /^\p{Ll}/u.test(words[i]!.raw) &&
  /^(?:for|of|to|with|about|in)$/.test(words[i + 1]?.folded ?? '') &&
  words[i + 1]!.start - words[i]!.end === 1;

const isPassive = (words: readonly Word[], i: number): boolean => {
  if (/ing$/.test(words[i]!.folded) || isQuality(words, i)) return false;
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const lower = words[at]!.folded;
    if (words[at]!.segment !== words[i]!.segment) return false;
    if (BE.has(lower)) return true;
    if (!LEADING_UP.has(lower)) return false;
  }
  return false;
};

/** The words before a verb, back to where its clause or list item begins; apart from what leads up to it. */
function spanBefore(words: readonly Word[], i: number): { words: Word[]; relative: boolean } {
  const verb = words[i]!;
  const span: Word[] = [];
  let relative = false;
  for (let at = i - 1; at >= 0; at--) {
    const word = words[at]!;
    if (word.segment !== verb.segment) break;
    if (RELATIVES.has(word.folded)) {
      relative = span.length === 0;
      break;
    }
    if (JOINS.has(word.folded) && !/^(?:and|or)$/.test(word.folded)) break;
    // "checked applications and answered": what another verb is done to is no doer.
    if (/^(?:and|or)$/.test(word.folded) && (span.length === 0 || hasVerb(words, at, verb))) break;
    if (span.length === 0 && LEADING_UP.has(word.folded)) continue;
    if (span.length > 0 && isVerbForm(word.raw) && isContent(word) && !DETERMINERS.has(words[at - 1]?.folded ?? ''))
      break;
    span.unshift(word);
    if (persons.has(word.folded)) break;
  }
  return { words: span, relative };
}

const hasVerb = (words: readonly Word[], before: number, verb: Word): boolean =>
  words.slice(0, before).some((word, k) => word.segment === verb.segment && k > 0 && isVerbForm(word.raw));

/** "The fleet manager, Agnes Dorn," without "of the city" and "On Monday,". */
function nounsOf(span: readonly Word[], sentence: Sentence): Word[] {
  const nouns: Word[] = [];
  let skipping = false;
  for (const [k, word] of span.entries()) {
    const gap = k > 0 ? sentence.text.slice(span[k - 1]!.end - sentence.start, word.start - sentence.start) : '';
    if (/,/.test(gap) || persons.has(word.folded)) skipping = false;
    if (PREPOSITIONS.has(word.folded)) skipping = true;
    if (!skipping && (isContent(word) || persons.has(word.folded)) && !ANYBODY.test(word.folded)) nouns.push(word);
  }
  return nouns;
}

const MEASURES = /^(?:votes?|points?|pages?|places?|times|degrees?|seats?|people|goals?|league|more|fifths?|units?)$/;
/** A line that opens with what was done to whoever writes. */
const isGiven = (words: readonly Word[], i: number): boolean =>
  words.slice(0, i).every((word) => LEADING_UP.has(word.folded));

function namedBy({ words, quantities }: Sentence, i: number): Word[] {
  const verb = words[i]!;
  const at = words.findIndex((word, k) => k > i && word.segment === verb.segment && word.folded === 'by');
  if (at < 0 || words.slice(i + 1, at).some((word) => isVerbForm(word.raw))) return [];
  const next = words[at + 1];
  if (!next || /ing$/.test(next.folded)) return [];
  if ([next, words[at + 2]].some((word) => word && TIMES.test(word.folded) && word.start - next.end < 3)) return [];
  // "by five votes", "by a quarter": an amount does nothing.
  // What does something are many of a kind: "by two brokers".
  const amount = quantities.find(
    ({ start, end }) => start < next.end && words[at]!.start <= end && start - words[at]!.end <= 2,
  );
  if (amount && !(amount.dimension === 'count' && isGiven(words, i) && !MEASURES.test(words[at + 1]?.folded ?? '')))
    return [];
  return takeNouns(words, at + 1, verb.segment);
}

const objectOf = (words: readonly Word[], i: number): Word[] => takeNouns(words, i + 1, words[i]!.segment);

function takeNouns(words: readonly Word[], from: number, segment: number): Word[] {
  const nouns: Word[] = [];
  for (const word of words.slice(from)) {
    if (word.segment !== segment || PREPOSITIONS.has(word.folded) || RELATIVES.has(word.folded)) break;
    if (/^(?:and|or)$/.test(word.folded)) break;
    if (isContent(word) || /^(?:me|him|them|us|one|rest|others?)$/.test(word.folded)) nouns.push(word);
  }
  return nouns;
}
