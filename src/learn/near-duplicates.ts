// Whether two lessons say the same. Two that differ in a number or a "not" never do, however alike they look.

import { canonicalJson } from '../document/canonical-json.ts';
import { foldText } from '../document/fold-text.ts';
import type { Lesson } from './lesson.ts';

/** Texts that share so much of their words, or of their runs of three letters, say the same. */
const SAME_WORDS = 0.8;
const SAME_TRIGRAMS = 0.75;
const SAME_MEANING = 0.93;

/** Cosine of two texts' meaning, −1 to 1; undefined when it cannot be told. */
export type CompareMeaning = (one: string, other: string) => number | undefined;

type Said = Pick<Lesson, 'kind' | 'scope' | 'text' | 'effect' | 'context'>;

export function sayTheSame(one: Said, other: Said, compareMeaning?: CompareMeaning): boolean {
  if (one.kind !== other.kind || one.scope.kind !== other.scope.kind || one.scope.id !== other.scope.id) return false;
  if (canonicalJson({ ...one.context }) !== canonicalJson({ ...other.context })) return false;
  if (canonicalJson(one.effect) !== canonicalJson(other.effect)) return false;
  // What it does is what it says; the text only explains it.
  if (one.effect !== null) return true;
  return sameText(one.text, other.text, compareMeaning);
}

export function sameText(one: string, other: string, compareMeaning?: CompareMeaning): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.join(' ') === b.join(' ')) return true;
  if (decisive(a) !== decisive(b)) return false;
  if (overlap(new Set(a), new Set(b)) >= SAME_WORDS || overlap(trigramsOf(a), trigramsOf(b)) >= SAME_TRIGRAMS)
    return true;
  return (compareMeaning?.(one, other) ?? 0) >= SAME_MEANING;
}

/** Compared without case, marks, punctuation and spacing. */
function wordsOf(text: string): string[] {
  return (foldText(text).match(/\d+(?:[.,]\d+)*|[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []).map((word) =>
    word.replace('’', "'"),
  );
}

/** Words that turn a sentence round, in the languages that documents come in; with their parts ("don't"). */
const turning = new Set(
  `not no never nor without avoid except unless stop less fewer more before after above below min max minimum maximum
  always only nicht kein keine keinen keiner nie niemals ohne weniger mehr vor nach nur immer ne pas jamais sans moins plus
  avant apres no nunca sin menos mas antes despues non mai senza meno piu nao sem niet geen nooit zonder minder meer increase
  decrease raise lower add remove up down left right`
    .split(/\s+/)
    .filter(Boolean),
);

function decisive(words: readonly string[]): string {
  return words
    .filter((word) => /\d/.test(word) || turning.has(word) || word.endsWith("n't"))
    .sort()
    .join(' ');
}

function trigramsOf(words: readonly string[]): Set<string> {
  const text = ` ${words.join(' ')} `;
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3)));
}

/** Jaccard. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((item) => other.has(item)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 1 : common / all;
}
