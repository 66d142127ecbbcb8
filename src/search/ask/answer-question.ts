// An answer made of sentences that stand in the passages, each with its place; or that none of them answers.

import { dotProduct } from '../../document/dot-product.ts';
import { foldWords, likeness } from './fold-words.ts';
import { type Question, readQuestion } from './read-question.ts';
import {
  type AskedPassage,
  type KnownLabels,
  type ScoredSentence,
  scoreSentences,
  withSimilarity,
} from './score-sentences.ts';

export interface Answer {
  /** False: not in these passages. `sentences` is empty then. */
  found: boolean;
  /** Best first. */
  sentences: readonly ScoredSentence[];
  /** All that were looked at, best first, also when none is good enough. */
  ranked: readonly ScoredSentence[];
}

export interface AskOptions {
  /** Unit vectors of texts, in order; without it, or when there are none, words alone decide. */
  embed?: ((texts: readonly string[]) => Promise<readonly Float32Array[] | undefined>) | undefined;
  /** Labels of records' fields. */
  labels?: KnownLabels | undefined;
}

/** Below it, "not in your documents" is the better answer (docs/asking.md). */
export const ANSWERS_FROM = 0.5;
const MOST_SENTENCES = 3;
/** A further sentence is shown when it is nearly as good as the first. */
const NEAR_THE_BEST = 0.85;
const EMBEDDED_SENTENCES = 48;
/** Two sentences that share this much say the same. */
const SAME = 0.7;

/** `passages`: best first. Deterministic for the same passages and vectors. */
export async function answerQuestion(
  asked: string,
  passages: readonly AskedPassage[],
  { embed, labels }: AskOptions = {},
): Promise<Answer> {
  const question = readQuestion(asked);
  if (question.terms.length === 0) return { found: false, sentences: [], ranked: [] };
  const byWords = scoreSentences(question, passages, labels).sort(byScore);
  const scored = embed ? await addSimilarities(question, byWords, embed) : byWords;
  const best = scored[0];
  if (!best || best.score < ANSWERS_FROM) return { found: false, sentences: [], ranked: scored };
  const sentences: ScoredSentence[] = [];
  for (const sentence of scored) {
    if (sentences.length === MOST_SENTENCES || sentence.score < NEAR_THE_BEST * best.score) break;
    // Where one sentence gives the value that was asked for, one without is no further answer.
    if (best.signals.value === 1 && sentence.signals.value !== 1) continue;
    if (!sentences.some((chosen) => sayTheSame(chosen, sentence))) sentences.push(sentence);
  }
  return { found: true, sentences, ranked: scored };
}

/** What words rank low is not looked at: a model reads some fifty sentences a second asked for by a person. */
async function addSimilarities(
  question: Question,
  sentences: readonly ScoredSentence[],
  embed: NonNullable<AskOptions['embed']>,
): Promise<ScoredSentence[]> {
  const read = sentences.slice(0, EMBEDDED_SENTENCES);
  const [asked, ...vectors] = (await embed([question.text, ...read.map(inContext)])) ?? [];
  if (!asked) return [...sentences];
  return read.map((sentence, i) => withSimilarity(sentence, dotProduct(asked, vectors[i]!))).sort(byScore);
}

function inContext({ heading, text }: ScoredSentence): string {
  return heading === '' ? text : `${heading}: ${text}`;
}

function byScore(one: ScoredSentence, other: ScoredSentence): number {
  return other.score - one.score;
}

function sayTheSame(one: ScoredSentence, other: ScoredSentence): boolean {
  const [a, b] = [one, other].map(({ text }) => [...new Set(foldWords(text).map(({ folded }) => folded))]) as [
    string[],
    string[],
  ];
  const shared = a.filter((word) => b.some((candidate) => likeness(word, candidate) >= 0.9)).length;
  return shared / Math.max(1, Math.min(a.length, b.length)) >= SAME;
}
