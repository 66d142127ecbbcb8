// Language models: which one, what it may cost, and what leaves the house.

import { z } from 'zod';
import { type Read, type ReadContext, setting } from './setting.ts';
import { decimal, whole } from './setting-kinds.ts';

export const modelProviders = ['none', 'openai', 'azure', 'mistral', 'anthropic', 'compatible'] as const;

const BYTES_PER_KB = 1024;
const HOUR_MS = 3_600_000;
const MICROS = 1_000_000;

const price = decimal(0, 100_000).transform((amount) => Math.round(amount * MICROS));
const baseUrl = z
  .string()
  .refine((text) => {
    const url = URL.parse(text);
    return url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  }, 'must be an http(s) address without user, query and fragment')
  .transform((text) => (text.endsWith('/') ? text.slice(0, -1) : text));
const yesNo = z.enum(['yes', 'no']);

export const languageModelSettings = {
  MODEL_PROVIDER: setting(
    z.enum(modelProviders),
    'none',
    'Who runs the language model; `none` = every feature takes its way without one. `compatible` = a server that speaks OpenAI’s chat completions, such as Ollama, vLLM or llama.cpp.',
  ),
  MODEL_NAME: setting(
    z
      .string()
      .regex(/^[\w.:/@+-]{1,200}$/, 'must be the name of a model, without spaces')
      .optional(),
    undefined,
    'The model, as its provider calls it; with `azure` the name of the deployment.',
  ),
  MODEL_API_KEY: setting(z.string().optional(), undefined, 'Key for the provider; `compatible` may do without.', {
    secret: true,
  }),
  MODEL_BASE_URL: setting(
    baseUrl.optional(),
    undefined,
    'Where the provider’s API begins, such as http://127.0.0.1:11434/v1; needed by `azure` (https://NAME.openai.azure.com/openai/v1) and `compatible`. Calls never leave its origin.',
  ),
  MODEL_API_VERSION: setting(
    z
      .string()
      .regex(/^[\w.-]{1,40}$/, 'must be a version such as 2024-10-21')
      .optional(),
    undefined,
    'Of `azure`: sent as api-version, for addresses that ask for one.',
  ),
  MODEL_TEMPERATURE: setting(
    decimal(0, 2).optional(),
    undefined,
    'How much chance is in an answer; unset = what the provider takes by itself.',
  ),
  MODEL_OUTPUT: setting(
    z.enum(['schema', 'prompt']),
    'schema',
    'How the shape of an answer is asked for: `schema` by the provider’s own means, `prompt` in words, for servers that refuse the first.',
  ),
  MODEL_SECONDS: setting(whole(1, 3600), '60', 'Time for one answer of the model, pauses and tries included.'),
  MODEL_AT_ONCE: setting(whole(1, 1000), '4', 'Calls of the model at once from this process; the others wait.'),
  MODEL_OUTPUT_TOKENS: setting(whole(16, 200_000), '4000', 'Tokens that one answer may have at most.'),
  MODEL_INPUT_KB: setting(whole(1, 10_000), '400', 'What is told in one call at most, in KB of text.'),
  MODEL_REPAIRS: setting(
    whole(0, 5),
    '2',
    'Times that the model is told what is wrong with its answer and asked again, before the feature goes on without it.',
  ),
  MODEL_INPUT_PRICE: setting(price, '0', 'Price of a million tokens that are sent, such as 0.15; 0 = not counted.'),
  MODEL_OUTPUT_PRICE: setting(price, '0', 'Price of a million tokens of answers.'),
  MODEL_CURRENCY: setting(
    z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters such as EUR'),
    'USD',
    'Of the prices and of the budgets of money.',
  ),
  MODEL_BUDGET_TOKENS: setting(
    whole(0, 1_000_000_000_000).optional(),
    undefined,
    'Tokens a month for each workspace that was given no budget of its own; unset = no limit.',
  ),
  MODEL_BUDGET_MONEY: setting(price.optional(), undefined, 'Money a month for each such workspace; unset = no limit.'),
  MODEL_TOTAL_TOKENS: setting(
    whole(0, 1_000_000_000_000).optional(),
    undefined,
    'Tokens a month for all workspaces together; unset = no limit.',
  ),
  MODEL_TOTAL_MONEY: setting(price.optional(), undefined, 'Money a month for all workspaces together.'),
  MODEL_CACHE_HOURS: setting(
    whole(0, 8760),
    '24',
    'How long an answer is kept, sealed, for the same question of the same workspace; 0 = not at all.',
  ),
  MODEL_REDACT: setting(
    yesNo,
    'no',
    'Send placeholders instead of e-mail addresses, phone numbers, IBANs and the names that a feature gives; they are put back into the answer.',
  ),
  MODEL_TRACE: setting(
    z.enum(['off', 'metadata', 'full']),
    'metadata',
    'What is kept of a call: nothing but the sums, its figures, or also what was sent and answered (sealed).',
  ),
  MODEL_TRACE_DAYS: setting(whole(1, 3650), '30', 'How long it is kept.'),
  PREMIUM_TIER_ENABLED: setting(
    yesNo,
    'yes',
    'Whether workspaces of the tiers pro and enterprise may use the language model; `no` = nobody does.',
  ),
  FALLBACK_TO_FREE: setting(
    yesNo,
    'yes',
    'What happens when the model may or can not be used: the feature goes on without it, or (`no`) is refused with 402 or 503.',
  ),
} as const;

export const readLanguageModel = (read: Read<typeof languageModelSettings>, { problems, isGiven }: ReadContext) => {
  const provider = read('MODEL_PROVIDER');
  const name = read('MODEL_NAME');
  const baseUrl = read('MODEL_BASE_URL');
  const apiKey = read('MODEL_API_KEY');
  if (provider !== 'none' && provider !== undefined) {
    if (!isGiven('MODEL_NAME')) problems.push(`MODEL_NAME: is needed with MODEL_PROVIDER=${provider}`);
    if ((provider === 'azure' || provider === 'compatible') && !isGiven('MODEL_BASE_URL')) {
      problems.push(`MODEL_BASE_URL: is needed with MODEL_PROVIDER=${provider}`);
    }
    if (provider !== 'compatible' && !isGiven('MODEL_API_KEY')) {
      problems.push(`MODEL_API_KEY: is needed with MODEL_PROVIDER=${provider}`);
    }
  }
  const prices = { inputMicros: read('MODEL_INPUT_PRICE'), outputMicros: read('MODEL_OUTPUT_PRICE') };
  const each = { tokens: read('MODEL_BUDGET_TOKENS'), costMicros: read('MODEL_BUDGET_MONEY') };
  const total = { tokens: read('MODEL_TOTAL_TOKENS'), costMicros: read('MODEL_TOTAL_MONEY') };
  for (const setting of ['MODEL_BUDGET_MONEY', 'MODEL_TOTAL_MONEY']) {
    if (isGiven(setting) && prices.inputMicros === 0 && prices.outputMicros === 0) {
      problems.push(`${setting}: needs MODEL_INPUT_PRICE and MODEL_OUTPUT_PRICE`);
    }
  }
  return {
    languageModel: {
      /** undefined: nobody uses a model. */
      provider:
        provider !== 'none' && name !== undefined
          ? {
              kind: provider,
              model: name,
              apiKey,
              baseUrl,
              apiVersion: read('MODEL_API_VERSION'),
              output: read('MODEL_OUTPUT'),
            }
          : undefined,
      limits: {
        answerMs: read('MODEL_SECONDS') * 1000,
        atOnce: read('MODEL_AT_ONCE'),
        outputTokens: read('MODEL_OUTPUT_TOKENS'),
        inputBytes: read('MODEL_INPUT_KB') * BYTES_PER_KB,
        repairs: read('MODEL_REPAIRS'),
      },
      temperature: read('MODEL_TEMPERATURE'),
      prices,
      currency: read('MODEL_CURRENCY'),
      budgets: { each, total },
      cacheMs: read('MODEL_CACHE_HOURS') * HOUR_MS,
      redact: read('MODEL_REDACT') === 'yes',
      trace: read('MODEL_TRACE'),
      traceDays: read('MODEL_TRACE_DAYS'),
      premium: read('PREMIUM_TIER_ENABLED') === 'yes',
      fallBack: read('FALLBACK_TO_FREE') === 'yes',
    },
  };
};
