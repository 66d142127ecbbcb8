// The one way to a language model. Output is structured and validated, or there is none: free text of a model is never used.

import type { ZodType } from 'zod';

/** Text that a model is shown as data. It never becomes an instruction. */
export interface QuotedText {
  /** By which the answer may cite it. */
  id: string;
  text: string;
}

export interface GenerateRequest<T> {
  workspaceId: string;
  userId?: string | undefined;
  /** A prompt file, by name; its version is recorded with the call. */
  prompt: string;
  /** Filled into the prompt's places; never text from documents. */
  variables?: Readonly<Record<string, string | number>>;
  sources?: readonly QuotedText[];
  schema: ZodType<T>;
  maxOutputTokens?: number;
  /** Names of people and companies that stand in the sources: with MODEL_REDACT the model sees placeholders for them. */
  names?: readonly string[];
  signal?: AbortSignal;
  /** Is told of what arrives, for a person who waits: pieces of JSON, not yet validated. */
  onPartial?: (text: string) => void;
  /** What `onPartial` was told so far is void: the answer begins anew. */
  onRestart?: () => void;
}

export type NoAnswerReason =
  | 'not-configured'
  /** The tier of the workspace does not include models. */
  | 'not-in-tier'
  | 'over-budget'
  /** What is to be told is more than MODEL_INPUT_KB. */
  | 'too-long'
  | 'unavailable'
  | 'refused'
  | 'invalid-output'
  | 'cancelled';

export type Generated<T> =
  | { status: 'model'; value: T; callId: string; cached: boolean }
  /** What asked goes on without a model, and says so. */
  | { status: 'none'; reason: NoAnswerReason; callId?: string | undefined };

export interface ModelGateway {
  /** False: no provider is configured; every feature works on its path without a model. */
  readonly configured: boolean;
  /**
   * Never throws for what a provider does. With FALLBACK_TO_FREE=no it throws `model.over-budget`, `model.not-in-tier` or
   * `model.unavailable` where it would have answered `none`, so that nothing goes on without the model.
   */
  generate<T>(request: GenerateRequest<T>): Promise<Generated<T>>;
}

/** Where nobody is asked. */
export const noModelGateway: ModelGateway = {
  configured: false,
  generate: async () => ({ status: 'none', reason: 'not-configured' }),
};
