// A paragraph, bullet or title of a posting that knows where it stands: the same whether it was read off pages or stated by a feed.

import type { Evidence } from '../../../../document/value.ts';

export interface PostingItem {
  /** Without its bullet; white space is single spaces. */
  text: string;
  bullet: boolean;
  /** How sure its setting alone says that it is a title: 0–1. */
  title: number;
  /** Where [start, end) of its text stands. */
  evidence(start: number, end: number): Evidence[];
}

/** The part of an item from `start` to `end`, without white space around it. */
export function partOf(item: PostingItem, start: number, end = item.text.length): PostingItem {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(item.text[from]!)) from++;
  while (to > from && /\s/.test(item.text[to - 1]!)) to--;
  return {
    text: item.text.slice(from, to),
    bullet: item.bullet,
    title: 0,
    evidence: (a, b) => item.evidence(from + a, from + b),
  };
}
