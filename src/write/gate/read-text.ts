// A text as the gate sees it: sentences of words, numbers and dates, with where each stands and what is denied.

import { foldText } from '../../recognize/labels/tokens.ts';
import { alphanumericCodes, type Code, findCodes, TOKEN } from './find-codes.ts';
import { findDateClaims } from './find-date-claims.ts';
import { findQuantities } from './find-quantities.ts';
import { separableParticles } from './german-stems.ts';
import { type GateLanguage, guessLanguage } from './language.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { markDenied } from './mark-denied.ts';
import type { DateClaim } from './partial-date.ts';
import type { Quantity } from './quantity.ts';
import { splitSentences } from './split-sentences.ts';
import { irregularForms, stemOf } from './stems.ts';
import { deniers, nearDeniers } from './vocabulary/claim-words.ts';

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

export type Placed<T> = T & { segment: number; phrase: number };

export interface Sentence {
  start: number;
  end: number;
  text: string;
  words: Word[];
  quantities: Placed<Quantity>[];
  dates: Placed<DateClaim>[];
  codes: Placed<Code>[];
  segments: number;
}

const SHAPED =
  /^\.NET$|^[CFJ](?:\+\+|#)$|\.(?:js|io|net|ai|py)$|^\p{Ll}+\p{Lu}|\p{Lu}\p{Ll}+\p{Lu}|^\p{Lu}{2,}$|\p{N}/u;
const HARD_BREAK = /[;()[\]{}|•·\n]|\s[-–—]\s|—/u;
const ALIAS = /^\s?\((?:the |der |die |das |nachfolgend |hereinafter )?["“„]?\p{Lu}\p{L}+["”“]?\)/u;
const CLAUSE_WORDS = new Set(
  'but once while whereas although though because so which who whose whom when where after before aber sondern während weil obwohl'.split(
    ' ',
  ),
);
const JOINERS = new Set(['and', 'or', 'und', 'oder', 'sowie', 'then']);
const AUXILIARIES = new Set(
  'is are was were be been has have had will would can could may might shall should must do does did am ist sind war waren hat habe haben hatte wird wurde kann muss darf will wollen soll sollte möchte konnte'.split(
    ' ',
  ),
);
const PLAIN_VERBS = new Set(
  'lead manage run write prepare keep own oversee build rose fell led ran wrote kept made took gave held won grew taught built sold cut set oversaw met spoke began drove lost felt got supervise coach train teach advise speak speaks swims hold holds report support handle runs gilt'.split(
    ' ',
  ),
);

export function languageOf(text: string, given?: GateLanguage): GateLanguage {
  return given ?? guessLanguage(text) ?? 'en';
}

/** Sentences of `text`; offsets are into the whole of it. */
export function readText(text: string, language: GateLanguage): Sentence[] {
  return splitSentences(text, language).map(({ start, end }) => readSentence(text.slice(start, end), start, language));
}

function readSentence(text: string, offset: number, language: GateLanguage): Sentence {
  const lexicon = lexiconOf(language);
  let rest = text;
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  };
  const codes = findCodes(rest);
  for (const { start, end } of codes) blank(start, end);
  const dates = findDateClaims(rest);
  for (const { start, end } of dates) blank(start, end);
  const more = alphanumericCodes(rest);
  for (const { start, end } of more) blank(start, end);
  codes.push(...more);
  const quantities = findQuantities(rest, language);
  for (const { start, end } of quantities) blank(start, end);
  const taken = [...codes, ...dates, ...quantities];
  const words = readWords(rest, text, lexicon, taken);
  const segments = placeWords(rest, text, words, taken);
  freeInPlace(words, quantities, dates);
  for (const [i, word] of words.entries()) word.title = TITLE.test(word.raw) && isTitle(words, i);
  addPhrases(words, lexicon);
  if (language === 'de') joinParticles(words);
  markDenied(words, segments, lexicon);
  const place = <T extends { start: number; end: number }>(one: T): Placed<T> => ({
    ...one,
    start: one.start + offset,
    end: one.end + offset,
    ...placeOf(words, text, one),
  });
  return {
    start: offset,
    end: offset + text.length,
    text,
    quantities: quantities.map(place),
    dates: dates.map(place),
    codes: codes.map(place),
    segments,
    words: words.map((word) => ({ ...word, start: word.start + offset, end: word.end + offset })),
  };
}

function readWords(rest: string, text: string, lexicon: Lexicon, taken: readonly { end: number }[]): Word[] {
  const words: Word[] = [];
  const push = (raw: string, start: number): void => {
    const folded = foldText(raw).replaceAll('’', "'");
    const bare = folded.replace(/'s$|'$/, '');
    const first =
      words.length === 0 && taken.every(({ end }) => end > start) && !/[\p{L}\p{N}]/u.test(text.slice(0, start));
    const capital = /^\p{Lu}/u.test(raw);
    words.push({
      start,
      end: start + raw.length,
      raw,
      folded: bare,
      stems: [stemOf(folded, lexicon.language)],
      free:
        lexicon.isFree(raw.toLowerCase()) ||
        lexicon.isFree(folded) ||
        deniers.has(folded) ||
        nearDeniers.has(folded) ||
        /n't$/.test(folded),
      name:
        (SHAPED.test(raw) && !/^[ck]?m[²³]$/.test(raw)) ||
        (capital && !first && lexicon.language !== 'de' && !(raw.length === 1 && /\d\s?$/.test(text.slice(0, start)))),
      title: false,
      segment: 0,
      phrase: 0,
      denied: false,
      direction: undefined,
    });
  };
  for (const match of rest.matchAll(TOKEN)) {
    const raw = match[0];
    if (SHAPED.test(raw) && !/[-/&:,]/.test(raw) && !/^(?:\p{L}\.)+\p{L}?$/u.test(raw)) push(raw, match.index);
    else if (/^\.?(?:\p{L}\.)+\p{L}$/u.test(raw)) push(raw.replaceAll('.', ''), match.index);
    else {
      for (const piece of raw.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)?/gu))
        push(piece[0], match.index + piece.index);
    }
  }
  // A word split in writing keeps its length for offsets only.
  return words;
}

/** Numbers the clauses and list items; gives the number of clauses. */
function placeWords(
  rest: string,
  text: string,
  words: Word[],
  taken: readonly { start: number; end: number }[],
): number {
  let [segment, phrase] = [0, 0];
  for (const [i, word] of words.entries()) {
    const last = words[i - 1];
    const gap = text.slice(last ? last.end : 0, word.start);
    const bare = withoutTaken(gap, last ? last.end : 0, taken);
    if (last) {
      const lower = word.raw.toLowerCase();
      // "one or two": one range, not two items.
      const isInRange =
        /^(?:or|oder)$/.test(lower) &&
        taken.some(({ end }) => end <= word.start && word.start - end <= 1) &&
        taken.some(({ start }) => start >= word.end && start - word.end <= 1);
      const isJoiner = JOINERS.has(lower) && !isInRange;
      const comma = /,/.test(bare);
      if (
        (HARD_BREAK.test(bare) && !isAlias(text, last.end, bare)) ||
        (CLAUSE_WORDS.has(lower) && !isTimeWord(lower, rest, word.end) && !isSoFar(words, i)) ||
        // "die zum Praxisanleiter noch nicht": what is left out has a clause of its own.
        (comma &&
          /^(?:die|der|das|den)$/.test(lower) &&
          /^(?:zu|zum|zur|von|vom|für|aus|in|im)$/.test(words[i + 1]?.raw ?? '')) ||
        (lower === 'that' && AUXILIARIES.has(words[i + 1]?.raw.toLowerCase() ?? ''))
      )
        segment++;
      else if (
        (isJoiner || comma) &&
        !(comma && !isJoiner && resumes(words, i)) &&
        opensClause(words, isJoiner ? i + 1 : i, rest, isJoiner && /^\s*,/.test(rest.slice(word.end)))
      )
        segment++;
      if (comma || isJoiner || /[;|•·\n]/.test(bare)) phrase++;
      if (/^(?:from|von|vom)$/.test(last.raw.toLowerCase())) word.direction = 'from';
      if (/^(?:to|into|onto|auf|nach|zu|zum|zur)$/.test(last.raw.toLowerCase())) word.direction = 'to';
      if (/^(?:the|a|an|der|die|das|den|dem)$/.test(last.raw.toLowerCase())) word.direction = last.direction;
    }
    word.segment = segment;
    word.phrase = phrase;
  }
  return segment + 1;
}

/** "Vale Software Ltd (the Provider) grants": what somebody is called breaks no clause, neither where it begins nor where it ends. */
function isAlias(text: string, end: number, gap: string): boolean {
  if (!/^\s?[()]\s?$/.test(gap)) return false;
  const from = gap.includes('(') ? end : text.lastIndexOf('(', end);
  return from >= 0 && ALIAS.test(text.slice(from, from + 48));
}

function withoutTaken(gap: string, from: number, taken: readonly { start: number; end: number }[]): string {
  let bare = gap;
  for (const { start, end } of taken) {
    const [a, b] = [Math.max(0, start - from), Math.min(gap.length, end - from)];
    if (a < b) bare = bare.slice(0, a) + ' '.repeat(b - a) + bare.slice(b);
  }
  return bare;
}

const isSoFar = (words: readonly Word[], i: number): boolean =>
  words[i]?.folded === 'so' && words[i + 1]?.folded === 'far';

/** "after 2019" and "before June" open no clause. */
const isTimeWord = (word: string, rest: string, end: number): boolean =>
  ((word === 'after' || word === 'before' || word === 'when') && /^\s{2,}/.test(rest.slice(end, end + 4))) ||
  (word === 'once' && !/^\s(?:the|it|they|he|she|we|I|all|both|you)\b/.test(rest.slice(end, end + 8)));

/** "Her manager, Colin Marsh, has": a verb behind an aside goes on with the clause that has none yet. */
function resumes(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const clause = words.slice(0, at).filter((one) => one.segment === words[at - 1]!.segment);
  const isVerb = (one: Word): boolean => isVerbForm(one.raw) && !/ing$/i.test(one.raw);
  return (
    isVerb(word) &&
    new Set(clause.map(({ phrase }) => phrase)).size === 2 &&
    !clause.some(isVerb) &&
    clause.some((one) => one.name || /^\p{Lu}/u.test(one.raw))
  );
}

function opensClause(words: readonly Word[], at: number, rest: string, afterJoiner: boolean): boolean {
  const PRONOUN = /^(?:i|he|she|it|they|we|you|ich|er|sie|es|wir)$/i;
  const first = words[at];
  if (!first) return false;
  for (let i = at; i < Math.min(at + 4, words.length); i++) {
    const word = words[i]!;
    const isAside = i === at + 1 && afterJoiner;
    if (i > at && !isAside && /[,;:()]/.test(rest.slice(words[i - 1]!.end, word.start))) return false;
    const lower = word.raw.toLowerCase();
    if (JOINERS.has(lower)) return false;
    if (PRONOUN.test(lower) && i === at) return true;
    if (AUXILIARIES.has(lower) || PLAIN_VERBS.has(lower) || (irregularForms.has(lower) && i <= at + 2)) return true;
    const isLower = /^\p{Ll}/u.test(word.raw);
    if (isLower && lower.length > 4 && /(?:[^e]ed|ing)$/.test(lower) && i <= at + 1) return true;
    if (
      isLower &&
      i === at &&
      lower.length > 5 &&
      /(?:te|ten)$/.test(lower) &&
      !/^(?:route|site|complete|private)$/.test(lower)
    )
      return true;
  }
  return false;
}

/** By its form; nouns that look like it are taken for verbs too. */
export function isVerbForm(raw: string): boolean {
  const lower = raw.toLowerCase();
  return (
    AUXILIARIES.has(lower) ||
    PLAIN_VERBS.has(lower) ||
    irregularForms.has(lower) ||
    (lower.length > 4 && /(?:[^e]ed|ing)$/.test(lower))
  );
}

const TITLE = /^(?:Head|Lead|Chief|Chair|Principal|Director|Manager|Supervisor)$/;
const isTitle = (words: readonly Word[], i: number): boolean =>
  i > 0 || /^(?:of|at|for)$/.test(words[1]?.folded ?? '') || /^\p{Lu}/u.test(words[1]?.raw ?? '');

/** Words that claim nothing where they stand: "a team of 4", "runs until", "cost €145". */
function freeInPlace(
  words: readonly Word[],
  quantities: readonly { start: number; dimension: string }[],
  dates: readonly { start: number }[],
): void {
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    const end = next?.end ?? word.end;
    const counts = (at: number, money: boolean): boolean =>
      quantities.some((one) => one.start >= at && one.start - at <= 4 && one.dimension.startsWith('money') === money);
    if (/^(?:team|group)$/.test(word.folded) && /^(?:of|von)$/.test(next?.folded ?? '') && counts(end, false))
      word.free = true;
    if (/^(?:costs?|kosten|kostet)$/.test(word.folded) && (counts(word.end, true) || (next?.free && counts(end, true))))
      word.free = true;
    if (isSoFar(words, i - 1)) word.free = true;
    // "on time", "on-call": together they claim what neither does alone.
    const last = words[i - 1]?.folded;
    if (/^(?:time|call)$/.test(word.folded) && last === 'on' && next?.folded !== 'for') word.free = false;
    // "fand … statt": that it happened is all it says.
    if (/^(?:find|fand)/.test(word.folded) && words.some(({ folded }) => folded === 'statt')) word.free = true;
    if (word.folded === 'statt' && words.some(({ folded }) => /^(?:find|fand)/.test(folded))) word.free = true;
    if (
      /^(?:runs?|lauft)$/.test(word.folded) &&
      /^(?:from|until|till|for|von|bis)$/.test(next?.folded ?? '') &&
      dates.some((one) => one.start >= end && one.start - end <= 4)
    )
      word.free = true;
  }
}

function addPhrases(words: Word[], lexicon: Lexicon): void {
  for (const [i, word] of words.entries()) {
    for (const phrase of lexicon.phrasesFrom(word.stems[0]!)) {
      const span = words.slice(i, i + phrase.words.length);
      if (
        span.length < phrase.words.length ||
        !span.every((one, k) => one.stems[0] === phrase.words[k] && (k === 0 || one.start - span[k - 1]!.end <= 1))
      )
        continue;
      // The words of a phrase are supported by the phrase; their own meaning is not what is claimed.
      for (const one of span) one.stems.push(phrase.stem);
      break;
    }
  }
}

const BARE_VERBS =
  /^(?:nahm|nimmt|nehme|nehmen|gab|gibt|gebe|geben|ging|geht|gehen|macht|machte|mache|kam|kommt|stellt|stellte|hielt|halt)$/;

/** "Ich leitete sie an": the verb is "anleiten". */
function joinParticles(words: Word[]): void {
  for (const [i, particle] of words.entries()) {
    const next = words[i + 1];
    if (
      !separableParticles.has(particle.folded) ||
      (next && next.segment === particle.segment && next.phrase === particle.phrase)
    )
      continue;
    for (const word of words) {
      if (word.segment !== particle.segment || word === particle || word.start > particle.start) continue;
      if (/^\p{Ll}/u.test(word.raw) || word === words[0]) word.stems.push(particle.folded + word.stems[0]!);
      // "nahm … an": the bare verb claims nothing, with its particle it does.
      if (BARE_VERBS.test(word.folded)) word.free = false;
    }
  }
}

/** The clause and list item of a number or date: those of the word it leads up to, else of the one before. */
function placeOf(
  words: readonly Word[],
  text: string,
  one: { start: number; end: number },
): { segment: number; phrase: number } {
  const next = words.find((word) => word.start >= one.end);
  const last = words.findLast((word) => word.end <= one.start);
  const pick = (word: Word | undefined) => ({ segment: word?.segment ?? 0, phrase: word?.phrase ?? 0 });
  const BREAK = /[,;()|•·\n]/;
  if (!next || JOINERS.has(next.raw.toLowerCase()) || BREAK.test(text.slice(one.end, next.start)))
    return pick(last ?? next);
  if (!last || BREAK.test(text.slice(last.end, one.start))) return pick(next);
  return pick(last.segment === next.segment && last.phrase === next.phrase ? last : next);
}
