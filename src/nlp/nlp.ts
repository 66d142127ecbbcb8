// What language models of our own do with a text: in this process's children, on another machine, or by fixed rules when neither
// works. Whoever asks does not see which, except by what the answer says.

import type { EntitySpan } from '../recognize/entities/entity-span.ts';

/** How an answer came about. `fallback`: no model could be asked; fixed rules answered, alike every time, and worse. */
export type ModelStatus = 'model' | 'fallback';

export interface EmbeddingModel {
  /** Name and content hash of the weights: vectors of two ids are never compared. */
  id: string;
  dimension: number;
}

export interface Embeddings {
  status: ModelStatus;
  model: EmbeddingModel;
  /** One unit vector a text, in the order of the texts: the cosine is the dot product. */
  vectors: Float32Array[];
}

/** `text.slice(start, end)` is what was found. */
export type Entity = EntitySpan;

export interface Entities {
  status: ModelStatus;
  model: string;
  /** One list a text, by place. */
  entities: Entity[][];
}

export interface LanguageGuess {
  /** ISO 639-1; null when the text is too short or mixed to tell. */
  language: string | null;
  /** 0–1. */
  score: number;
}

/** How urgent: what a person waits for goes before what fills an index. */
export type Urgency = 'interactive' | 'background';

export interface NlpOptions {
  urgency?: Urgency;
  signal?: AbortSignal;
}

export interface EntityOptions extends NlpOptions {
  /**
   * Skills and knowledge alone (no other kinds, no rules), each line judged alone and in the company of its neighbours: finds
   * them better in postings and résumés, and takes three times as long or more. Nothing where no model answers.
   */
  byLine?: boolean;
}

export interface Nlp {
  /** The model whose vectors `embed` gives while it answers with status `model`. */
  embeddingModel(): EmbeddingModel;
  /** Throws only SheafError: `models.busy` when too much waits, `models.too-much` over the limits of one call. */
  embed(texts: readonly string[], options?: NlpOptions): Promise<Embeddings>;
  findEntities(texts: readonly string[], options?: EntityOptions): Promise<Entities>;
  /** Rules alone, at once. */
  detectLanguage(texts: readonly string[]): Promise<LanguageGuess[]>;
  close(): Promise<void>;
}
