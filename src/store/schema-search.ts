// What is searched, as the code sees it. Numbers are per collection and grow; ids are what callers know.

import type { ColumnType, Generated } from 'kysely';
import type { Facets, ItemSource, PassageBox } from '../search/search-types.ts';

type Counted = ColumnType<number, number | undefined, number>;

export interface SearchCollectionTable {
  id: string;
  workspace_id: string;
  /** Stands for the collection in the other tables. */
  number: number;
  kind: 'documents' | 'records' | 'custom';
  name: string;
  /** Of the items that are or were in it: a query is stemmed in each. */
  languages: Generated<string[]>;
  item_count: Counted;
  hidden_count: Counted;
  passage_count: Counted;
  word_count: Counted;
  title_word_count: Counted;
  /** The next passage gets it. */
  next_number: Counted;
  /** So many blocks of the index, from the first, are put together (merge-postings.ts). */
  merged_blocks: Counted;
  /** Whose vectors answer; null = none yet. */
  model: ColumnType<number | null, number | null | undefined, number | null>;
  /** Passages with numbers below have vectors of it. */
  model_to: Counted;
  /** Whose vectors are being made to answer instead. */
  next_model: ColumnType<number | null, number | null | undefined, number | null>;
  next_model_to: Counted;
  version: Generated<number>;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface SearchItemTable {
  workspace_id: string;
  collection: number;
  /** Of its first passage; the others follow it. */
  number: number;
  id: string;
  source_type: ItemSource['type'];
  source_id: string;
  title: string;
  language: string | null;
  facets: ColumnType<Facets, string, string>;
  passage_count: number;
  hidden: Generated<boolean>;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface SearchPassageTable {
  workspace_id: string;
  collection: number;
  number: number;
  /** Number of its item. */
  item: number;
  /** Of title and text: what is embedded. */
  hash: string;
  text: string;
  start_at: number;
  end_at: number;
  page: number | null;
  boxes: ColumnType<PassageBox[] | null, string | null, string | null>;
}

/** The inverted index: for a term of a field, which numbers of a block, or of several, hold it (search/postings.ts). */
export interface SearchPostingTable {
  workspace_id: string;
  collection: number;
  field: string;
  term: string;
  /** Of a row with several blocks, its level in the bits from 24 on. */
  block: number;
  entries: Uint8Array;
}

export interface SearchWordTable {
  workspace_id: string;
  collection: number;
  word: string;
  /** Its letters from the end. */
  backwards: string;
}

export interface SearchModelTable {
  workspace_id: string;
  number: number;
  id: string;
  dimension: number;
  /** Number of the newest block of codes; 0 = none yet. */
  last_block: Generated<number>;
}

export interface SearchVectorTable {
  workspace_id: string;
  model: number;
  hash: string;
  /** As pgvector writes it: `[0.1,0.2,…]`. */
  embedding: string;
  /** Of codes, the one that its code is in. */
  block: number;
}

/** Hashes and codes of about a hundred vectors that were put in together (vector-codes.ts). */
export interface SearchVectorCodeTable {
  workspace_id: string;
  model: number;
  block: number;
  entries: Uint8Array;
}

export interface SearchSchema {
  search_collections: SearchCollectionTable;
  search_items: SearchItemTable;
  search_passages: SearchPassageTable;
  search_postings: SearchPostingTable;
  search_words: SearchWordTable;
  search_models: SearchModelTable;
  search_vectors: SearchVectorTable;
  search_vector_codes: SearchVectorCodeTable;
}
