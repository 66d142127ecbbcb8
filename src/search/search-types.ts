// What goes into a collection and what a search answers with, as plain data.

import type { Box } from '../document/box.ts';

/** What an item stands for. */
export interface ItemSource {
  type: 'document' | 'record' | 'item';
  id: string;
}

/** Name → value. Numbers can be asked for by ranges; dates too, as `YYYY-MM-DD…` text. Lists hold several values at once. */
export type Facets = Record<string, string | number | string[]>;

/** Where on the pages of a document a passage stands. */
export interface PassageBox {
  /** From 1. */
  page: number;
  box: Box;
  /** Which part of the passage's text stands in it; the whole when left out. */
  start?: number | undefined;
  end?: number | undefined;
  /** Left and right edge of each of its words, when known (document/passage.ts). */
  edges?: number[] | undefined;
}

export interface Passage {
  text: string;
  /** Where it stands in the text of the source. */
  start: number;
  end: number;
  page?: number | undefined;
  boxes?: PassageBox[] | undefined;
}

export interface SearchItem {
  /** Unique within its collection. */
  id: string;
  source: ItemSource;
  title: string;
  /** ISO 639-1; null when unknown: words are then taken as they stand. */
  language: string | null;
  facets: Facets;
  /** In reading order. */
  passages: Passage[];
}

/** Equal, any of a list, or within a range (ends included). Texts compare as texts, so dates work as `YYYY-MM-DD`. */
export type FacetFilter =
  | string
  | number
  | readonly (string | number)[]
  | { from?: string | number | undefined; to?: string | number | undefined };

export type FacetFilters = Record<string, FacetFilter>;

export interface SearchQuery {
  workspaceId: string;
  /** Words, "phrases", -excluded, prefix*. */
  text: string;
  /** Of the same text, by `model`. Without it only words count. */
  vector?: Float32Array | undefined;
  model?: string | undefined;
  /** All of the workspace when left out. */
  collectionIds?: readonly string[] | undefined;
  filters?: FacetFilters | undefined;
  /** Facets to count values of. */
  facetNames?: readonly string[] | undefined;
  limit: number;
  /** Passages that are shown of each item at most; three when left out. */
  passagesEach?: number | undefined;
  /** `nextCursor` of the answer before. */
  cursor?: string | undefined;
}

/** Offsets into the text that they belong to, end excluded. */
export interface TextSpan {
  start: number;
  end: number;
}

export interface PassageHit extends Passage {
  highlights: TextSpan[];
  /** Higher is better; comparable within one answer only. */
  score: number;
}

export interface ScoreParts {
  /** Place in the ranking by words, from 1, and its BM25 score; null: not found by words. */
  textRank: number | null;
  textScore: number | null;
  /** Place in the ranking by meaning, from 1, and its cosine; null: not found by meaning. */
  meaningRank: number | null;
  similarity: number | null;
  /** What the order is by. */
  fused: number;
}

export interface SearchHit {
  collectionId: string;
  itemId: string;
  source: ItemSource;
  title: string;
  titleHighlights: TextSpan[];
  language: string | null;
  facets: Facets;
  /** Best first. */
  passages: PassageHit[];
  score: ScoreParts;
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** Items that were found, by words or by meaning, before paging. Those by meaning are the nearest few hundred. */
  total: number;
  /** Most frequent values first, of all items found by words, or by meaning when no word was. */
  facets: Record<string, FacetCount[]>;
  /** Unknown words and what was searched for instead. */
  corrections: { word: string; corrected: string }[];
  /** The text with the corrections in it; null when there are none. */
  correctedText: string | null;
  /** Whether meaning took part: of all collections, of some (the others wait for vectors of this model), or of none. */
  meaning: 'all' | 'some' | 'none';
  nextCursor: string | null;
}
