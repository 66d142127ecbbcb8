// How likely each sentence of the found passages answers the question: what it speaks of, what it means, and whether it holds
// a value of the kind that was asked for.

import { type Span, splitSentences } from '../../recognize/sentences.ts';
import { findValues } from './answer-values.ts';
import { type FoldedWord, fold, foldWords, likeness } from './fold-words.ts';
import { functionWords } from './question-words.ts';
import type { Question } from './read-question.ts';

/** A passage that search found, best first. */
export interface AskedPassage {
  id: string;
  /** Of the document or record. */
  title: string;
  /** Headings above it. */
  context: string | null;
  text: string;
  language: string | null;
}

export interface SentenceSignals {
  /** Share of what the question speaks of, weighed by how rare each word is among the passages: in the sentence, or less in what is around it. */
  coverage: number;
  /** The same, of the sentence alone. */
  own: number;
  /** Cosine of question and sentence; undefined without a model. */
  similarity: number | undefined;
  /** 1: holds a value of a kind that was asked for; undefined when no kind was. */
  value: number | undefined;
  /** 1 for the first passage, less for later ones. */
  rank: number;
  /** Share of the question's names and codes that its surroundings have. */
  named: number;
}

export interface ScoredSentence extends Span {
  passage: AskedPassage;
  /** As it stands in the passage. */
  text: string;
  /** What it stands under: headings of the passage and inside it, else the title. */
  heading: string;
  signals: SentenceSignals;
  /** 0–1. */
  score: number;
}

/** What counts how much: log-odds, set on questions over documents with known answers (docs/asking.md tells how well they do). */
const weights = { bias: -5.2, coverage: 3.4, own: 2.2, similarity: 4.2, unlike: -2, value: 1.3, rank: 0.8, named: 1.2 };
/** Cosines below it speak against a sentence, however many words it shares with the question. */
const UNLIKE_BELOW = 0.3;
/** Stands for the cosine where no model looked at the sentence. */
const UNKNOWN_SIMILARITY = 0.35;
const UNKNOWN_VALUE = 0.6;

const IN_TITLE = 0.8;
const IN_NEIGHBOUR = 0.5;
const IN_PASSAGE = 0.3;

interface Sentence extends Span {
  text: string;
  words: FoldedWord[];
  /** The heading above it inside the passage. */
  heading: string;
}

/** Without similarities, which are added by `withSimilarity`. In the order of the passages. */
export function scoreSentences(question: Question, passages: readonly AskedPassage[]): ScoredSentence[] {
  const split = passages.map((passage) => ({ passage, sentences: sentencesOf(passage) }));
  const rarity = rarityOf(
    question.terms,
    split.flatMap(({ sentences }) => sentences),
  );
  return split.flatMap(({ passage, sentences }, place) => {
    const whole = foldWords(passage.text).map(({ folded }) => folded);
    return sentences.map((sentence, i): ScoredSentence => {
      const heading = [passage.context, sentence.heading].filter(Boolean).join(' · ') || passage.title;
      const head = foldWords(`${passage.title}\n${heading}`).map(({ folded }) => folded);
      const near = [sentences[i - 1], sentences[i + 1]]
        .flatMap((other) => other?.words ?? [])
        .map(({ folded }) => folded);
      const own = sentence.words.map(({ folded }) => folded);
      const signals: SentenceSignals = {
        own: covered(question.terms, rarity, [[own, 1]]),
        coverage: covered(question.terms, rarity, [
          [own, 1],
          [head, IN_TITLE],
          [near, IN_NEIGHBOUR],
          [whole, IN_PASSAGE],
        ]),
        similarity: undefined,
        value:
          question.kinds.length === 0
            ? undefined
            : Number(question.kinds.some((kind) => holdsNewValue(sentence.text, kind, question))),
        rank: 1 / (1 + place / 4),
        named: namedIn(question, [...head, ...whole]),
      };
      return {
        passage,
        start: sentence.start,
        end: sentence.end,
        text: sentence.text,
        heading,
        signals,
        score: scoreOf(question, signals),
      };
    });
  });
}

export function withSimilarity(question: Question, sentence: ScoredSentence, similarity: number): ScoredSentence {
  const signals = { ...sentence.signals, similarity };
  return { ...sentence, signals, score: scoreOf(question, signals) };
}

function scoreOf(question: Question, { coverage, own, similarity, value, rank, named }: SentenceSignals): number {
  if (named < 1 && question.required.length > 0) return 0;
  const alike = Math.max(0, similarity ?? UNKNOWN_SIMILARITY);
  const sum =
    weights.bias +
    weights.coverage * coverage +
    weights.own * own +
    weights.similarity * alike +
    weights.unlike * Math.max(0, 1 - alike / UNLIKE_BELOW) +
    weights.value * (value ?? UNKNOWN_VALUE) +
    weights.rank * rank +
    weights.named * named;
  return 1 / (1 + Math.exp(-sum));
}

/** A heading is no answer by itself; it says what the sentences after it are about. */
function sentencesOf(passage: AskedPassage): Sentence[] {
  const sentences: Sentence[] = [];
  let heading = '';
  for (const span of splitSentences(passage.text, { language: passage.language })) {
    const text = passage.text.slice(span.start, span.end);
    const words = foldWords(text);
    if (isHeading(text, words)) heading = text;
    else sentences.push({ ...span, text, words, heading });
  }
  return sentences;
}

const LONGEST_HEADING = 8;

/** A few words, each with a capital, without a value: "7.2 Governing Law." but not "Total: 12.50" or "Ends 1 May". */
function isHeading(text: string, words: readonly FoldedWord[]): boolean {
  if (words.length > LONGEST_HEADING) return false;
  const said = text
    .replace(/^[\s(]*(?:(?:\p{N}[\p{N}.]*|(?:[A-Za-z]|[IVXivx]{1,5})[.)])[.)]*\s+)/u, '')
    .replace(/^(?:Section|Article|§)\s*[\p{N}.]+/u, '');
  if (/\p{N}|[:=]\s*\S/u.test(said)) return false;
  const content = said
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !functionWords.has(fold(word).replace(/\P{L}+/gu, '')));
  return content.every((word) => /^\P{L}*\p{Lu}/u.test(word));
}

/** Between 0 and 1: words that stand in most sentences tell little about which of them answers. */
function rarityOf(terms: readonly string[], sentences: readonly Sentence[]): number[] {
  return terms.map((term) => {
    const having = sentences.filter(({ words }) => words.some(({ folded }) => likeness(term, folded) >= 0.9)).length;
    return Math.log(1 + (sentences.length + 1) / (having + 1));
  });
}

type Place = readonly [words: readonly string[], counts: number];

function covered(terms: readonly string[], rarity: readonly number[], places: readonly Place[]): number {
  const all = rarity.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return 0;
  return terms.reduce((sum, term, i) => sum + rarity[i]! * bestLikeness(term, places), 0) / all;
}

function bestLikeness(term: string, places: readonly Place[]): number {
  let best = 0;
  for (const [words, counts] of places) {
    if (counts <= best) continue;
    for (const word of words) best = Math.max(best, counts * likeness(term, word));
  }
  return best;
}

function namedIn({ names, required }: Question, words: readonly string[]): number {
  const wanted = [...new Set([...names, ...required])];
  if (wanted.length === 0) return 1;
  return wanted.filter((name) => words.some((word) => likeness(name, word) >= 0.9)).length / wanted.length;
}

/** A value that the question itself names is no answer to it. */
function holdsNewValue(text: string, kind: Question['kinds'][number], question: Question): boolean {
  const asked = fold(question.text);
  return findValues(text, kind).some(({ start, end }) => !asked.includes(fold(text.slice(start, end))));
}
