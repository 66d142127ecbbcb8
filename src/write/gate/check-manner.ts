// How something is claimed: whether it happened at all, was only meant, was only helped with, in a lesser rank, as a cause.

import { checkCause } from './check-cause.ts';
import { isReporting } from './check-reports.ts';
import type { Finding, Found, MannerInput } from './clause.ts';
import { clauseOf } from './clause-of.ts';
import { findActs } from './find-acts.ts';
import type { Lexicon } from './lexicon.ts';
import type { Occurrence } from './match-words.ts';
import type { Sentence, Word } from './read-text.ts';
import { irregularForms } from './stems.ts';
import {
  credentialWords,
  hedges,
  helping,
  lesseningAfter,
  lesseningBefore,
  titleWords,
} from './vocabulary/claim-words.ts';

export function checkManner(input: MannerInput): Finding[] {
  return [
    denial(input),
    firmness(input),
    done(input),
    unfinished(input),
    involvement(input),
    ...rank(input),
    checkCause(input),
  ].filter((one) => one !== undefined);
}

const spanOf = (words: readonly Word[]): { start: number; end: number } => ({
  start: words[0]!.start,
  end: words.at(-1)!.end,
});

/** The clause of the source sentence that shares most with what is told. */
export function alignedSegment({
  unit,
  words,
  found,
}: Pick<MannerInput, 'unit' | 'words' | 'found'>): number | undefined {
  if (!unit) return undefined;
  const counts = new Map<number, number>();
  for (const word of words) {
    const inUnit = (found.get(word) ?? []).filter((one) => one.unit === unit && !one.carried);
    for (const segment of new Set(inUnit.map((one) => one.word.segment)))
      counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  let best: number | undefined;
  for (const [segment, count] of counts) if (best === undefined || count > counts.get(best)!) best = segment;
  return best;
}

function denial({ words, found, unit, told, lexicon }: MannerInput): Finding | undefined {
  // Denied is what is said of somebody, not who it is said of.
  const acts = lexicon.language === 'en' ? findActs(told) : [];
  const doers = acts.flatMap(({ doer }) => doer);
  const verbs = words.filter((word) => found.has(word) && acts.some(({ verb }) => verb === word));
  const said =
    verbs.length > 0 && !words.some(({ denied }) => !denied)
      ? verbs
      : words.filter((word) => found.has(word) && !word.name && !doers.includes(word));
  for (const word of said.length > 0 ? said : words) {
    const all = found.get(word) ?? [];
    const own = all.filter((one) => one.unit === unit);
    const occurrences = own.length > 0 ? own : all;
    if (occurrences.length === 0 || occurrences.some((one) => one.word.denied === word.denied)) continue;
    if (word.denied && isElliptic(words, found)) continue;
    if (isToldGone(told, word, occurrences)) continue;
    const why = word.denied ? 'The sources affirm what is denied here.' : 'The sources deny what is said here.';
    return { start: word.start, end: word.end, kind: 'negation', why, near: { unit: occurrences[0]!.unit } };
  }
  return undefined;
}

const GONE = /^(?:missing|fehl(?:t|en|te|ten))$/;

/** "without lens cap", "there is no lens cap" and "the lens cap is missing": the one denies what the other says is gone. */
function isToldGone(told: Sentence, word: Word, occurrences: readonly Occurrence[]): boolean {
  const isGone = (sentence: Sentence, { segment }: Word): boolean =>
    clauseOf(sentence, segment).some(({ folded }) => GONE.test(folded));
  return occurrences.some((one) => isGone(one.sentence, one.word) !== isGone(told, word));
}

/** "Scaffolding is included; disposal is not": what is denied stands in the clause before. */
function isElliptic(words: readonly Word[], found: Found): boolean {
  return words.some((word) =>
    (found.get(word) ?? []).some(
      ({ word: said, sentence }) =>
        said.denied && /^(?:not|nicht)$/.test(clauseOf(sentence, said.segment).at(-1)!.folded),
    ),
  );
}

/** What was planned, may be or was nominated is told as such. */
function firmness(input: MannerInput): Finding | undefined {
  const { unit, told, segment } = input;
  const clause = clauseOf(told, segment);
  const own = clause.filter((word, i) => isHedge(word, clause[i + 1]));
  if (!unit || clause.some((word, i) => isReporting(word) || isModal(word, clause[i + 1]))) return undefined;
  // "will take a week" is firmer than "may take a week".
  const isFirmOnly =
    own.length > 0 &&
    own.every(({ folded }) => FIRM.test(folded)) &&
    !told.words.some(({ folded }) => CONDITION.test(folded));
  if (own.length > 0 && !isFirmOnly) return undefined;
  const hit = saidOnlyUnder(input, (said, sentence, word) => {
    const isToBe = (i: number): boolean =>
      /^(?:is|are)$/.test(said[i]!.folded) &&
      said[i + 1]?.folded === 'to' &&
      !/^(?:goal|aim|task|job|role|duty|purpose|target)$/.test(said[i - 1]?.folded ?? '');
    const at = said.findIndex((word, i) => isToBe(i) || (isHedge(word, said[i + 1]) && !isNoHedge(word, sentence)));
    const mark = said[at];
    if (isFirmOnly && mark && !MAYBE.test(mark.folded)) return undefined;
    // "at her suggestion", "which I had proposed": that it was so meant is told.
    if (mark && told.words.some((word) => word.stems[0] === mark.stems[0])) return undefined;
    if (mark && UNSURE.test(mark.folded) && mark.phrase !== word.phrase) return undefined;
    // At its end a hedge speaks of the whole clause, else of what follows.
    return at < 0 ? undefined : { mark: said[at]!, from: at >= said.length / 2 ? 0 : said[at]!.start };
  });
  return (
    hit && {
      ...spanOf([hit.word]),
      kind: 'hedge',
      why: `The source says "${hit.mark.raw}": it is not said to have happened.`,
      near: { unit },
    }
  );
}

const FIRM = /^(?:will|shall|must|won't)$/;
const CONDITION = /^(?:if|unless|once|when|provided|until|falls|sofern|wenn)$/;
const MAYBE = /^(?:may|might|could|possibly|perhaps|maybe|hope|hopes|hoped|consider|considers|considering|considered)$/;

/** Of what stands in the same item of a list, not of the others. */
const UNSURE = /^(?:probably|possibly|perhaps|maybe|likely|presumably|vermutlich|wahrscheinlich|vielleicht)$/;
const LEAVE = /^(?:may|can|could|might|kann|konnen|darf|durfen)$/;
const isAct = (word: Word): boolean => !/^\p{Lu}/u.test(word.raw) && /(?:ed|ing|s|t|te|ten|en)$/.test(word.folded);

/** A word told whose every place in the source lies in a clause with such a mark, behind it. */
function saidOnlyUnder(
  { unit, words, found }: MannerInput,
  markOf: (clause: readonly Word[], sentence: Sentence, word: Word) => { mark: Word; from: number } | undefined,
): { word: Word; mark: Word } | undefined {
  for (const word of words) {
    const all = found.get(word) ?? [];
    if (all.length === 0 || all.some((one) => one.unit !== unit)) continue;
    const marks = all.map((one) => {
      const mark = markOf(clauseOf(one.sentence, one.word.segment), one.sentence, one.word);
      // What may be done is a noun of the contract, too: "may be terminated with two months' notice" names the notice.
      if (mark && LEAVE.test(mark.mark.folded) && !isAct(word)) return undefined;
      return mark && one.word.start > mark.from ? mark.mark : undefined;
    });
    if (marks.every((mark) => mark !== undefined)) return { word, mark: marks[0]! };
  }
  return undefined;
}

/** What somebody has to do or may do is not told as done. */
const isModal = (word: Word, next: Word | undefined): boolean =>
  /^(?:permitted|allowed|obliged|planning|apply|applying|looking|seeking|awaiting|meant|scheduled)$/.test(
    word.folded,
  ) ||
  (/^(?:due|set|hoping|wishing|keen|likely)$/.test(word.folded) && next?.folded === 'to') ||
  (/^(?:is|are|has|have|had)$/.test(word.folded) && next?.folded === 'to');

const OWED =
  /^(?:offers?|offered|offering|due|payable|zahlbar|fallig|falligkeit|frist|anbieten|bietet|bieten|erst|sobald|bitten|bittet|bitte)$/;
/** "zu zahlen", "fertigzustellen". */
const isOwed = (word: Word, next: Word | undefined, clause: readonly Word[]): boolean =>
  OWED.test(word.folded) ||
  (/^(?:zu$|\p{Ll}{2,}zu\p{Ll}{3,}en$)/u.test(word.raw) &&
    (word.raw !== 'zu' || /en$/.test(next?.raw ?? '')) &&
    clause.some(({ folded }) => /^(?:ist|sind|hat|haben)$/.test(folded)));
/** Told as done: "was paid", "has replaced", "wurde gezahlt". */
const isDone = (word: Word, lexicon: Lexicon): boolean =>
  lexicon.language === 'de'
    ? /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:be|er|ver|ent|über|unter)\p{Ll}+(?:t|en)|\p{Ll}+iert|\p{Ll}{3,}(?:te|ten))$/u.test(
        word.raw,
      )
    : /[^e]ed$/.test(word.folded) || irregularForms.has(word.folded) || word.folded === 'paid';

/** "to reduce errors" is what something was for; "managed to reduce" is what was done. */
function isInfinitive({ sentence, index, word }: Occurrence): boolean {
  const [to, before] = [sentence.words[index - 1], sentence.words[index - 2]];
  return (
    to?.folded === 'to' &&
    to.segment === word.segment &&
    !/^(?:manag\w*|able|continu\w*|beg[au]n|got|had|helped|used|went|proceeded|started|decided)$/.test(
      before?.folded ?? '',
    ) &&
    !/^(?:on)$/.test(before?.folded ?? '')
  );
}

/** What is due, offered or to be done is not told as done. */
function done(input: MannerInput): Finding | undefined {
  const { unit, told, segment, lexicon, words, found } = input;
  const clause = clauseOf(told, segment);
  if (
    clause.some(
      (word, i) => isOwed(word, clause[i + 1], clause) || isHedge(word, clause[i + 1]) || isModal(word, clause[i + 1]),
    )
  )
    return undefined;
  const isSaidDone = ({ word, sentence }: Occurrence): boolean =>
    isDone(word, lexicon) && !clauseOf(sentence, word.segment).some((one, i, all) => isOwed(one, all[i + 1], all));
  for (const word of words) {
    const any = found.get(word) ?? [];
    // "head teacher" says nothing of "to lead".
    const own = any.filter((one) => one.word.stems[0] === word.stems[0]);
    const all = own.length > 0 ? own : any;
    if (all.length === 0 || word.name || !isDone(word, lexicon)) continue;
    // A payment that is spoken of has not been made.
    const isPaying = /^(?:pay|paid|zahl|bezahl|uberweis)/.test(word.stems[0]!);
    const isPaid = ({ word: said, sentence }: Occurrence): boolean =>
      isDone(said, lexicon) && !clauseOf(sentence, said.segment).some((one, i, rest) => isHedge(one, rest[i + 1]));
    const isRegular =
      clause.some(
        ({ folded }, i) =>
          /^(?:is|are|be|wird|werden)$/.test(folded) &&
          clause[i + 1]?.folded !== 'bezahlt' &&
          lexicon.language === 'en',
      ) || clause.some(({ folded }) => /^(?:wird|werden)$/.test(folded));
    if (isPaying && !isRegular && !all.some(isPaid))
      return {
        ...spanOf([word]),
        kind: 'hedge',
        why: 'The sources do not say that it was paid.',
        near: { unit: unit ?? all[0]!.unit },
      };
    if (all.some(isSaidDone)) continue;
    const owed = all.find(({ word: said, sentence }) =>
      clauseOf(sentence, said.segment).some((one, i, rest) => isOwed(one, rest[i + 1], rest)),
    );
    const isGoal = all.every((one) => one.unit === unit && isInfinitive(one));
    if (owed || (isGoal && lexicon.language === 'en'))
      return {
        ...spanOf([word]),
        kind: 'hedge',
        why: 'The sources do not say that it was done.',
        near: { unit: unit ?? all[0]!.unit },
      };
  }
  return undefined;
}

/** "to be submitted" is not submitted. */
const isHedge = (word: Word, next: Word | undefined): boolean =>
  hedges.has(word.raw.toLowerCase()) ||
  (word.folded === 'to' && next?.folded === 'be') ||
  (/^(?:applied|applies|apply|beworben|bewarb)$/.test(word.folded) && /^(?:for|um)$/.test(next?.folded ?? ''));

/** "plant" and "plan" as nouns, "may" as a name. */
function isNoHedge(word: Word, sentence: Sentence): boolean {
  const before = sentence.words[sentence.words.indexOf(word) - 1]?.folded;
  return (
    word.name ||
    (/^attempts?$/.test(word.folded) &&
      sentence.quantities.some(({ dimension, end }) => dimension === 'ordinal' && word.start - end === 1)) ||
    (/^plans?$|^plant$|^aims?$|^will$/.test(word.folded) &&
      /^(?:the|a|an|his|her|my|our|their|its|this)$/.test(before ?? ''))
  );
}

const UNFINISHED =
  /^(?:started|begun|began|starting|studying|enrolled|pursuing|progress|attending|taking|doing|besuche|besuch|derzeit)$/;

/** A degree that somebody only began is none that somebody has. */
function unfinished(input: MannerInput): Finding | undefined {
  const { unit, told, segment, lexicon, words, found } = input;
  if (!unit || clauseOf(told, segment).some((word) => UNFINISHED.test(word.folded) || isHedge(word, undefined)))
    return undefined;
  const isCredential = (word: Word): boolean =>
    credentialWords.has(word.folded) ||
    lexicon.isOneOf(credentialWords, word.stems[0]!) ||
    /^(?:completed|finished|abgeschlossen\p{L}*|absolviert\p{L}*)$/u.test(word.folded);
  for (const word of words.filter((one) => isCredential(one) && !one.denied)) {
    const marks = (found.get(word) ?? []).map(({ sentence }) =>
      sentence.words.find(({ folded }) => UNFINISHED.test(folded)),
    );
    const mark = marks[0];
    if (!mark || marks.includes(undefined)) continue;
    return {
      ...spanOf([word]),
      kind: 'credential',
      why: `The source says "${mark.raw}": it is not said to be finished.`,
      near: { unit },
    };
  }
  return undefined;
}

const PARTS =
  /^(?:attend(?:s|ed|ing)?|join(?:s|ed|ing)?|deputi[sz]\w*|substitut\w*|stands?|stood|standing|filled|fills|covers?|covered)$/;

function involvement(input: MannerInput): Finding | undefined {
  const { unit, told, segment, lexicon } = input;
  const helps = (word: Word): boolean => !word.name && word.stems.some((stem) => lexicon.isOneOf(helping, stem));
  // "attended" and "deputised" tell of a part, too.
  if (!unit || clauseOf(told, segment).some((word) => helps(word) || PARTS.test(word.folded))) return undefined;
  const hit = saidOnlyUnder(input, (said, _sentence, word) => {
    // In German the verb that says so may stand last.
    const mark = said.find(
      (one) => helps(one) && (lexicon.language !== 'de' || one.start < word.start || one.phrase === word.phrase),
    );
    return mark && { mark, from: lexicon.language === 'de' && /^\p{Ll}/u.test(mark.raw) ? -1 : mark.start };
  });
  return (
    hit && {
      ...spanOf([hit.word]),
      kind: 'strength',
      why: `The source says "${hit.mark.raw}": it was not done alone.`,
      near: { unit },
    }
  );
}

/** A deputy head is not told as head, a junior developer not as developer. */
function rank({ told, words, found, lexicon }: MannerInput): Finding[] {
  const findings: Finding[] = [];
  const toldLess = new Set(told.words.filter((word) => isLessening(word, lexicon)).map((word) => word.stems[0]!));
  for (const word of words) {
    const occurrences = found.get(word) ?? [];
    if (occurrences.length === 0) continue;
    // Of a title the line that names it counts, not that somebody else has it.
    const named = occurrences.filter(
      (one) => one.unit.heading && isTitle(word) && one.word.folded === word.folded && !isOfOthers(word, told),
    );
    const lessened = (named.length > 0 ? named : occurrences).map((one) => lessenedBy(one, lexicon));
    if (lessened.some((by) => by === undefined)) continue;
    const by = lessened[0]!;
    if (by.ordinal !== undefined ? told.quantities.some(({ dimension }) => dimension === 'ordinal') : toldLess.size > 0)
      continue;
    if (by.word === word.folded) continue;
    findings.push({
      start: word.start,
      end: word.end,
      kind: 'title',
      why: `The source says "${by.text}".`,
      near: { unit: occurrences[0]!.unit },
    });
  }
  return findings;
}

/** "Report to the hotel manager". */
function isOfOthers(word: Word, { words }: Sentence): boolean {
  const at = words.indexOf(word);
  const before = words.slice(Math.max(0, at - 4), at);
  const article = before.findLastIndex(({ folded }) => /^(?:the|my|our|her|his)$/.test(folded));
  return article > 0 && /^(?:to|for|of|with|by)$/.test(before[article - 1]!.folded);
}

const isTitle = ({ folded }: Word): boolean =>
  titleWords.has(folded) || /\p{L}{3,}(?:leitung|leiter|leiterin|chef|chefin|meister|meisterin)$/u.test(folded);

const isLessening = (word: Word, lexicon: Lexicon): boolean =>
  /^deputi[sz]/.test(word.folded) ||
  lesseningBefore.has(word.folded) ||
  lesseningAfter.has(word.folded) ||
  lexicon.isOneOf(lesseningBefore, word.stems[0]!);

function lessenedBy(
  { sentence, word, index }: Occurrence,
  lexicon: Lexicon,
): { text: string; word?: string; ordinal?: number } | undefined {
  const { words, quantities, start, text } = sentence;
  const behind = words[index + 1];
  const adjacent = (a: number, b: number): boolean =>
    b >= a && b - a <= 1 && !/[,;.]/.test(text.slice(a - start, b - start));
  // "Assistant Site Manager": the whole title is lessened.
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const one = words[at]!;
    if (!adjacent(one.end, words[at + 1]!.start) || (at < index - 1 && !isTitle(word))) break;
    if (isLesseningBefore(one, lexicon))
      return { text: text.slice(one.start - start, word.end - start), word: one.folded };
    if (one.free && one.folded !== 'duty') break;
  }
  if (behind && adjacent(word.end, behind.start) && lesseningAfter.has(behind.folded))
    return { text: `${word.raw} ${behind.raw}`, word: behind.folded };
  const ordinal = quantities.find(
    (one) => one.dimension === 'ordinal' && one.readings[0]! > 1 && adjacent(one.end, word.start),
  );
  return (
    ordinal && {
      text: `${text.slice(ordinal.start - start, ordinal.end - start)} ${word.raw}`,
      ordinal: ordinal.readings[0]!,
    }
  );
}

const isLesseningBefore = (word: Word, lexicon: Lexicon): boolean =>
  lesseningBefore.has(word.folded) && !/ed$|s$/.test(word.folded) && lexicon.language !== 'other';
