// What the pool and its children say to each other. Errors cross as code and message, never as stack.

import type { ModelFolder } from '../model-folder.ts';
import type { Urgency } from '../nlp.ts';

/** Which models a child serves; it loads each when it is first asked for. */
export interface ChildModels {
  embedding: ModelFolder;
  entities: ModelFolder;
}

/** `lines`: entities of a text line by line, by the model for entities. */
export type ModelTask = 'embed' | 'entities' | 'lines';

export interface TaskMessage {
  kind: 'task';
  id: number;
  task: ModelTask;
  urgency: Urgency;
  texts: readonly string[];
}

export type ParentMessage = { kind: 'models'; models: ChildModels } | TaskMessage;

/** What a model that was loaded is like. */
export interface LoadedModel {
  inputs: readonly string[];
  /** Of an embedding; 0 for a model that gives none. */
  dimension: number;
  ms: number;
}

export type ModelMessage =
  | { kind: 'ready' }
  | { kind: 'loaded'; task: ModelTask; model: LoadedModel }
  /** One result a text, in their order. */
  | { kind: 'done'; id: number; results: unknown[]; ms: number }
  | { kind: 'failed'; id: number; code: string; message: string }
  /** It works on something long. */
  | { kind: 'alive' };
