// Labels of words to spans of the text that was given.

import { bestLabels } from './best-labels.ts';
import type { EntityHead } from './entity-labels.ts';
import type { EntitySpan } from './entity-span.ts';
import type { EncodedWord } from './word-pieces.ts';

export interface JudgedWords {
  text: string;
  words: readonly EncodedWord[];
  head: EntityHead;
  /** One row of the head's labels a word. */
  logits: Float32Array;
}

/** Sorted by place, not overlapping each other. The score is the mean probability of the words' labels. */
export function entitySpans({ text, words, head, logits }: JudgedWords): EntitySpan[] {
  const { path, probabilities } = bestLabels(logits, head.labels);
  const found: EntitySpan[] = [];
  for (let first = 0; first < path.length; ) {
    const label = head.labels[path[first]!]!;
    let end = first + 1;
    if (label !== 'O') while (end < path.length && head.labels[path[end]!] === `I-${label.slice(2)}`) end++;
    const span = label === 'O' ? undefined : withoutNewlines(words, first, end);
    if (span) {
      const start = words[span.first]!.start;
      const stop = words[span.end - 1]!.end;
      let sum = 0;
      for (let word = span.first; word < span.end; word++) sum += probabilities[word]!;
      found.push({
        head: head.name,
        label: label.slice(2),
        start,
        end: stop,
        text: text.slice(start, stop),
        score: Math.round((sum / (span.end - span.first)) * 10_000) / 10_000,
      });
    }
    first = end;
  }
  return found;
}

/** Line breaks at the ends of a span belong to no name. */
function withoutNewlines(
  words: readonly EncodedWord[],
  from: number,
  to: number,
): { first: number; end: number } | undefined {
  let first = from;
  let end = to;
  while (end > first && words[end - 1]!.newline) end--;
  while (end > first && words[first]!.newline) first++;
  return end > first ? { first, end } : undefined;
}
