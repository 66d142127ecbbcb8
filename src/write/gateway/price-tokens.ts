// What a call can cost at most, before it is made, and what it did cost, as far as the provider can be believed.

import type { ModelAmount, ModelPrices } from './model-book.ts';

/** A tokenizer never makes more tokens than a text has bytes; roles and separators of a message come on top. */
const TOKENS_OF_A_MESSAGE = 16;
const BYTES_OF_A_TOKEN = 4;
/** No language is packed so tightly. */
const MOST_BYTES_OF_A_TOKEN = 24;

/** Millionths of the currency, rounded up. Prices are millionths for a million tokens. */
export function priceOf({ inputMicros, outputMicros }: ModelPrices, used: Tokens): number {
  const micros = BigInt(used.input) * BigInt(inputMicros) + BigInt(used.output) * BigInt(outputMicros);
  return Number((micros + 999_999n) / 1_000_000n);
}

export interface Tokens {
  input: number;
  output: number;
}

export const amountOf = (prices: ModelPrices, used: Tokens): ModelAmount => ({
  tokens: used.input + used.output,
  costMicros: priceOf(prices, used),
});

/** The most that these messages can be. */
export function mostInputTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + TOKENS_OF_A_MESSAGE, 0);
}

/** What such texts usually are. */
export function likelyInputTokens(texts: readonly string[]): number {
  return Math.ceil(mostInputTokens(texts) / BYTES_OF_A_TOKEN);
}

export interface Reported {
  input: number | undefined;
  output: number | undefined;
}

/**
 * The provider's figures where they can be true, else an estimate: nothing is free, and nothing costs more than was reserved.
 */
export function believe(
  reported: Reported,
  { told, said, most }: { told: readonly string[]; said: string; most: Tokens },
): Tokens {
  const saidBytes = Buffer.byteLength(said);
  const toldBytes = told.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    input: pick(reported.input, { bytes: toldBytes, most: most.input }),
    output: pick(reported.output, { bytes: saidBytes, most: most.output }),
  };
}

function pick(reported: number | undefined, { bytes, most }: { bytes: number; most: number }): number {
  const least = Math.floor(bytes / MOST_BYTES_OF_A_TOKEN);
  const sound = reported !== undefined && Number.isSafeInteger(reported) && reported >= least && reported >= 0;
  return Math.min(most, sound ? reported : Math.ceil(bytes / BYTES_OF_A_TOKEN));
}
