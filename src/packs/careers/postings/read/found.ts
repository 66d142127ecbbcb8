// A value found in an item of a posting, before it is a candidate: pages and feeds make candidates of it each in their way.

import type { Json } from '../../../../document/value.ts';
import type { PostingItem } from '../text/posting-item.ts';

export interface Found {
  path: string;
  value: Json;
  /** Where it stands: spans of items; the first is what is printed. */
  places: readonly { item: PostingItem; start: number; end: number }[];
  source: string;
  /** 0–1. */
  sure: number;
}

export function foundIn(
  path: string,
  item: PostingItem,
  {
    value,
    start = 0,
    end = item.text.length,
    source,
    sure = 0.9,
  }: { value?: Json; start?: number; end?: number; source: string; sure?: number },
): Found {
  return {
    path,
    value: value ?? item.text.slice(start, end),
    places: [{ item, start, end }],
    source: `careers/${source}`,
    sure,
  };
}

/** Log-odds of a probability. */
export function oddsOf(sure: number): number {
  const p = Math.min(0.98, Math.max(0.05, sure));
  return Math.log(p / (1 - p));
}
