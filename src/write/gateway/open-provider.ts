// The configured provider as a language model, loaded when it is first asked. Every address and key is given here: what a package
// would look up in the environment by itself is never used.

import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createTransport } from './transport.ts';

export type ProviderKind = 'openai' | 'azure' | 'mistral' | 'anthropic' | 'compatible';

export interface ProviderSettings {
  kind: ProviderKind;
  model: string;
  apiKey: string | undefined;
  /** Without a slash at its end. */
  baseUrl: string | undefined;
  /** Of Azure. */
  apiVersion: string | undefined;
  /** How the shape of an answer is asked for. */
  output: 'schema' | 'prompt';
}

const publicBaseUrls = {
  openai: 'https://api.openai.com/v1',
  mistral: 'https://api.mistral.ai/v1',
  anthropic: 'https://api.anthropic.com/v1',
} as const;

export async function openProvider(settings: ProviderSettings): Promise<LanguageModelV4> {
  const { kind, model, apiKey = '' } = settings;
  const baseURL = settings.baseUrl ?? (kind in publicBaseUrls ? publicBaseUrls[kind as 'openai'] : undefined);
  if (baseURL === undefined) throw new Error(`the provider ${kind} has no address`);
  const fetch = createTransport(baseURL);
  const given = { baseURL, apiKey, fetch };
  switch (kind) {
    case 'openai':
      return (await import('@ai-sdk/openai')).createOpenAI(given).chat(model);
    case 'mistral':
      return (await import('@ai-sdk/mistral')).createMistral(given).chat(model);
    case 'anthropic':
      return (await import('@ai-sdk/anthropic')).createAnthropic(given).languageModel(model);
    default: {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const isAzure = kind === 'azure';
      return createOpenAICompatible({
        name: 'provider',
        baseURL,
        fetch,
        // Without usage in the stream nothing could be counted.
        includeUsage: true,
        supportsStructuredOutputs: settings.output === 'schema',
        ...(isAzure ? { headers: { 'api-key': apiKey } } : { apiKey }),
        ...(settings.apiVersion === undefined ? {} : { queryParams: { 'api-version': settings.apiVersion } }),
      }).chatModel(model);
    }
  }
}
