// How likely each sentence of the found passages answers the question: what it speaks of, what it means, and whether it holds
// a value of the kind that was asked for.

import { findInstructions } from '../../recognize/instructions/find-instructions.ts';
import { type Span, splitSentences } from '../../recognize/sentences.ts';
import { findValues } from './answer-values.ts';
import { type FoldedWord, fold, foldWords, likeness } from './fold-words.ts';
import { type AnswerKind, articles, functionWords, sameQuestions, sentenceVerbs } from './question-words.ts';
import type { Question } from './read-question.ts';

/** A passage that search found, best first. */
export interface AskedPassage {
  id: string;
  /** Of the document or record. */
  title: string;
  /** Names and codes of the document or record, wherever they stand in it. */
  about?: string | undefined;
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
  /** Share of the question's names and codes, weighed by how rare each is, that it or what is around it has. */
  named: number;
  /** The same of the codes and quoted words, all of which an answer must have. */
  required: number;
  /** How much of the label before the value, by the best of its names, the question says; undefined without a known label. */
  label: number | undefined;
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
const weights = {
  bias: -10.4,
  coverage: 3.4,
  own: 2.2,
  similarity: 4.2,
  alike: 12,
  noValue: -0.2,
  unlike: -2,
  value: 2.2,
  rank: 0.8,
  named: 2.4,
  label: 1.8,
};
/** Cosines below it speak against a sentence, however many words it shares with the question. */
const UNLIKE_BELOW = 0.3;
/**
 * From it on they speak for it more and more, where no kind of value is asked for that could: hardly anything is so near to a
 * question by chance.
 */
const ALIKE_FROM = 0.5;
/** Stands for the cosine where no model looked at the sentence. */
const UNKNOWN_SIMILARITY = 0.35;
const UNKNOWN_VALUE = 0.6;
const UNKNOWN_LABEL = 0.5;
/** A labelled value of another kind than was asked for is no answer, whatever words it shares. */
const WRONG_KIND = -0.5;

const IN_ALIAS = 0.95;
const IN_TITLE = 0.8;

const IN_NEIGHBOUR = 0.5;
const IN_PASSAGE = 0.3;
const SAME_WORD = 0.9;
/** Also words that ask for the same. */
const ALMOST = 0.8;

interface Sentence extends Span {
  text: string;
  words: FoldedWord[];
  /** The heading above it inside the passage. */
  heading: string;
}

/** What is known of a label that stands before a value, as in "Buyer name: Harbour Foods". */
export interface KnownLabel {
  /** What kinds of question its value answers. */
  kinds: readonly AnswerKind[];
  /** Its own and what else people call it ("customer", "sold to"), each as its folded words. */
  names: readonly (readonly string[])[];
}

/** By the folded label. */
export type KnownLabels = ReadonlyMap<string, KnownLabel>;

/** Without similarities, which are added by `withSimilarity`. In the order of the passages. */
export function scoreSentences(
  question: Question,
  passages: readonly AskedPassage[],
  labels: KnownLabels = new Map(),
): ScoredSentence[] {
  const split = passages.map((passage) => ({ passage, sentences: sentencesOf(passage) }));
  const rarity = rarityOf(
    question.terms,
    split.flatMap(({ sentences }) => sentences),
  );
  const identifying = new Set([...question.names, ...question.required]);
  const nameRarity = question.terms.map((term, t) => (identifying.has(term) ? rarity[t]! : 0));
  return split.flatMap(({ passage, sentences }, place) => {
    const whole = foldedOf(passage.text);
    const called = foldedOf(`${passage.title}\n${passage.about ?? ''}`);
    return sentences.map((sentence, i): ScoredSentence => {
      const heading = [passage.context, sentence.heading].filter(Boolean).join(' · ') || passage.title;
      const head = [...called, ...foldedOf(heading)];
      const near = [sentences[i - 1], sentences[i + 1]]
        .flatMap((other) => other?.words ?? [])
        .map(({ folded }) => folded);
      const own = sentence.words.map(({ folded }) => folded);
      const label = labels.get(fold(/^([^:\n]{1,60}):\s/.exec(sentence.text)?.[1] ?? ''));
      const said = namesSaid(question, label);
      const coverage = covered(question.terms, rarity, [
        [own, 1],
        [said, IN_ALIAS],
        [head, IN_TITLE],
        [near, IN_NEIGHBOUR],
        [whole, IN_PASSAGE],
      ]);
      // What its document is called is said of every sentence in it: what is left must be in the sentence itself.
      const asked = question.terms.map((term, t) =>
        identifying.has(term) || bestLikeness(term, [[head, 1]]) >= SAME_WORD ? 0 : rarity[t]!,
      );
      const signals: SentenceSignals = {
        own: asked.every((weight) => weight === 0)
          ? coverage
          : covered(question.terms, asked, [
              [own, 1],
              [said, IN_ALIAS],
            ]),
        coverage,
        similarity: undefined,
        value: signalOfValue(sentence.text, question, label),
        rank: 1 / (1 + place / 4),
        named: covered(question.terms, nameRarity, [
          [head, 1],
          [whole, 1],
        ]),
        required: namedIn(question.required, [...head, ...whole]),
        label: label && Math.max(...label.names.map((name) => saidShare(name, question))),
      };
      return {
        passage,
        start: sentence.start,
        end: sentence.end,
        text: sentence.text,
        heading,
        signals,
        score: scoreOf(signals),
      };
    });
  });
}

const foldedOf = (text: string): string[] => foldWords(text).map(({ folded }) => folded);

export function withSimilarity(sentence: ScoredSentence, similarity: number): ScoredSentence {
  const signals = { ...sentence.signals, similarity };
  return { ...sentence, signals, score: scoreOf(signals) };
}

function scoreOf({ coverage, own, similarity, value, rank, named, required, label }: SentenceSignals): number {
  if (required < 1) return 0;
  const alike = Math.max(0, similarity ?? UNKNOWN_SIMILARITY);
  const sum =
    weights.bias +
    weights.coverage * coverage +
    weights.own * own +
    weights.similarity * alike +
    (value === undefined ? weights.noValue + weights.alike * Math.max(0, alike - ALIKE_FROM) : 0) +
    weights.unlike * Math.max(0, 1 - alike / UNLIKE_BELOW) +
    weights.value * (value ?? UNKNOWN_VALUE) +
    weights.rank * rank +
    weights.named * named +
    weights.label * (label ?? UNKNOWN_LABEL);
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
    // What speaks to machines is nobody's answer.
    else if (findInstructions(text, { hidden: false }).length === 0) sentences.push({ ...span, text, words, heading });
  }
  return sentences;
}

const LONGEST_HEADING = 8;

/**
 * A few words without a value: each with a capital, as in "7.2 Governing Law.", or, where a number stands before them, only the first,
 * as in "7.2 Governing law and jurisdiction." But not "Total: 12.50", "Ends 1 May" or "9. The fee is due.".
 */
function isHeading(text: string, words: readonly FoldedWord[]): boolean {
  if (words.length > LONGEST_HEADING) return false;
  const said = text
    .replace(/^[\s(]*(?:(?:\p{N}[\p{N}.]*|(?:[A-Za-z]|[IVXivx]{1,5})[.)])[.)]*\s+)/u, '')
    .replace(/^(?:Section|Article|§)\s*[\p{N}.]+/u, '');
  if (/\p{N}|[:=]\s*\S/u.test(said)) return false;
  const content = said
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !functionWords.has(fold(word).replace(/\P{L}+/gu, '')));
  if (content.every((word) => /^\P{L}*\p{Lu}/u.test(word))) return true;
  const isNumbered = said.length < text.trimStart().length;
  return isNumbered && /^\p{Lu}[^,;]*[\p{L})][.:]?\s*$/u.test(said) && namesAThing(foldWords(said));
}

/** No verb that makes a sentence of it, and no article before, as clauses have that are sentences: a name of what follows. */
function namesAThing(words: readonly FoldedWord[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || articles.has(first.folded) || functionWords.has(last.folded)) return false;
  return !words.some(({ folded }) => sentenceVerbs.has(folded));
}

/** Between 0 and 1: words that stand in most sentences tell little about which of them answers. */
function rarityOf(terms: readonly string[], sentences: readonly Sentence[]): number[] {
  return terms.map((term) => {
    const having = sentences.filter(({ words }) =>
      words.some(({ folded }) => likeness(term, folded) >= SAME_WORD),
    ).length;
    return Math.log(1 + (sentences.length + 1) / (having + 1));
  });
}

type Place = readonly [words: readonly string[], counts: number];

function covered(terms: readonly string[], rarity: readonly number[], places: readonly Place[]): number {
  const all = rarity.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return 1;
  return terms.reduce((sum, term, i) => sum + rarity[i]! * bestLikeness(term, places), 0) / all;
}

function bestLikeness(term: string, places: readonly Place[]): number {
  let best = 0;
  for (const [words, counts] of places) {
    if (counts <= best) continue;
    for (const word of words) best = Math.max(best, counts * closeness(term, word));
  }
  return best;
}

/** Of words, and of words that ask for the same thing. */
function closeness(one: string, other: string): number {
  const alike = likeness(one, other);
  return alike < ALMOST && sameQuestions.some((words) => words.has(one) && words.has(other)) ? ALMOST : alike;
}

function namedIn(names: readonly string[], words: readonly string[]): number {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return 1;
  return wanted.filter((name) => words.some((word) => likeness(name, word) >= SAME_WORD)).length / wanted.length;
}

/** Words of those names of a label that the question says in full: "customer", but not "customer order". */
function namesSaid(question: Question, label: KnownLabel | undefined): string[] {
  return (label?.names ?? []).filter((name) => saidShare(name, question) === 1).flat();
}

function saidShare(name: readonly string[], { terms }: Question): number {
  const content = name.filter((word) => !functionWords.has(word));
  if (content.length === 0) return 0;
  return content.filter((word) => bestLikeness(word, [[terms, 1]]) >= ALMOST).length / content.length;
}

function signalOfValue(text: string, question: Question, label: KnownLabel | undefined): number | undefined {
  if (question.kinds.length === 0) return undefined;
  if (label) return question.kinds.some((kind) => label.kinds.includes(kind)) ? 1 : WRONG_KIND;
  return Number(question.kinds.some((kind) => holdsNewValue(text, kind, question)));
}

/** A value that the question itself names is no answer to it. */
function holdsNewValue(text: string, kind: Question['kinds'][number], question: Question): boolean {
  const asked = fold(question.text);
  return findValues(text, kind).some(({ start, end }) => !asked.includes(fold(text.slice(start, end))));
}
