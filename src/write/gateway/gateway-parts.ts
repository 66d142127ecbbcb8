// What a gateway is made of, and the settings that it works by.

import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { OutsideService } from '../../outside/outside-service.ts';
import type { CallEnd, ModelBook, ModelPrices } from './model-book.ts';
import type { ProviderSettings } from './open-provider.ts';
import type { Prompt } from './prompt-files.ts';

export interface GatewaySettings {
  provider: ProviderSettings;
  limits: { answerMs: number; outputTokens: number; inputBytes: number; repairs: number };
  temperature: number | undefined;
  prices: ModelPrices;
  /** 0 = nothing is kept. */
  cacheMs: number;
  redact: boolean;
  trace: 'off' | 'metadata' | 'full';
  /** False: where there is no answer, `generate` throws. */
  fallBack: boolean;
}

export interface GatewayParts {
  settings: GatewaySettings;
  service: OutsideService;
  book: ModelBook;
  prompts: ReadonlyMap<string, Prompt>;
  /** Loads the provider; asked once. */
  open: () => Promise<LanguageModelV4>;
  /** A new id of a call; ids grow with time. */
  newId?: () => string;
  onCall?: (end: CallEnd) => void;
  /** Told when the provider does not take our key. */
  onLogin?: (taken: boolean) => void;
}
