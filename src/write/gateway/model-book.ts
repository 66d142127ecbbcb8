// What the gateway needs to be kept: who may ask, what it may cost, what it did cost, what was answered. The store does it.

import type { NoAnswerReason } from '../model-gateway.ts';

/** Millionths of the currency. */
export interface ModelAmount {
  tokens: number;
  costMicros: number;
}

/** Millionths of the currency for a million tokens. */
export interface ModelPrices {
  inputMicros: number;
  outputMicros: number;
}

export interface CallHead {
  id: string;
  workspaceId: string;
  userId: string | undefined;
  prompt: string;
  promptVersion: number;
  provider: string;
  model: string;
  redacted: boolean;
}

export interface CallEnd {
  call: CallHead;
  outcome: Exclude<NoAnswerReason, 'not-configured'> | 'answered';
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
  /** Times that the model answered. */
  rounds: number;
  /** Requests that were made for that. */
  tries: number;
  ms: number;
  /** What was sent and answered, when that is to be kept. */
  request: string | undefined;
  response: string | undefined;
}

export interface ModelBook {
  /** Whether the tier of the workspace includes models. */
  admits(workspaceId: string): Promise<boolean>;
  /** Holds so much for the call instead of what it held; false = that would pass a budget. Freed by itself after `holdMs`. */
  reserve(call: CallHead, amount: ModelAmount, holdMs: number): Promise<boolean>;
  settle(end: CallEnd): Promise<void>;
  /** A call that was answered from what is kept. */
  noteCached(call: CallHead): Promise<void>;
  /** Which question it is, as a key that says nothing about it. */
  keyOf(question: string): string;
  findAnswer(workspaceId: string, key: string): Promise<string | undefined>;
  keepAnswer(workspaceId: string, answer: { key: string; json: string; forMs: number }): Promise<void>;
}
