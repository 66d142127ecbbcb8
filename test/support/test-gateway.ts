// The real gateway on a real database, in front of the model server.

import type { Kysely } from 'kysely';
import { createModelBook } from '../../src/compose/model-book.ts';
import type { TierPolicy } from '../../src/identity/tiers.ts';
import type { OutsidePolicy } from '../../src/outside/outside-policy.ts';
import type { OutsideService } from '../../src/outside/outside-service.ts';
import { createOutsideServices } from '../../src/outside/outside-services.ts';
import type { ModelLimits } from '../../src/store/model-budgets.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Schema } from '../../src/store/schema.ts';
import { createSecretBox } from '../../src/store/sealed-secrets.ts';
import { createGateway } from '../../src/write/gateway/create-gateway.ts';
import type { GatewayParts, GatewaySettings } from '../../src/write/gateway/gateway-parts.ts';
import type { CallEnd, ModelBook } from '../../src/write/gateway/model-book.ts';
import { openProvider, type ProviderSettings } from '../../src/write/gateway/open-provider.ts';
import { type Prompt, parsePrompt, readPrompts } from '../../src/write/gateway/prompt-files.ts';
import type { ModelGateway } from '../../src/write/model-gateway.ts';
import type { ModelServer } from './model-server.ts';
import { keepSecret } from './suite-logs.ts';

export const testKey = 'canary-key-of-the-model-provider';

const unlimited = Number.POSITIVE_INFINITY;
const everything = { documents: unlimited, exports: unlimited, apiCalls: unlimited };
export const openTiers: TierPolicy = {
  tiers: { free: everything, pro: everything, enterprise: everything },
  defaultTier: 'pro',
};

export const testPrompt: Prompt = parsePrompt(
  '---\nid: test-summary\nversion: 1\npurpose: tests\n---\nSummarize the sources in {{language}}.',
  'test-summary.md',
);

export interface TestGatewayOptions {
  db: Kysely<Schema>;
  server: Pick<ModelServer, 'url'>;
  provider?: Partial<ProviderSettings>;
  settings?: Partial<Omit<GatewaySettings, 'provider'>>;
  budgets?: { each?: Partial<ModelLimits>; total?: Partial<ModelLimits> };
  tierPolicy?: TierPolicy;
  policy?: Partial<OutsidePolicy>;
  prompts?: readonly Prompt[];
  book?: (book: ModelBook) => ModelBook;
  raiseNotice?: Parameters<typeof createModelBook>[0]['raiseNotice'];
}

export interface TestGateway {
  gateway: ModelGateway;
  service: OutsideService;
  ended: CallEnd[];
  settings: GatewaySettings;
}

const secrets = createSecretBox({ current: Buffer.alloc(32, 7), old: [] });
const noLimit: ModelLimits = { tokens: undefined, costMicros: undefined };

export function createTestGateway(options: TestGatewayOptions): TestGateway {
  keepSecret(testKey);
  const provider: ProviderSettings = {
    kind: 'openai',
    model: 'test-model',
    apiKey: testKey,
    baseUrl: options.server.url,
    apiVersion: undefined,
    output: 'schema',
    ...options.provider,
  };
  const settings: GatewaySettings = {
    limits: { answerMs: 20_000, outputTokens: 500, inputBytes: 100_000, repairs: 2 },
    temperature: undefined,
    prices: { inputMicros: 1_000_000, outputMicros: 4_000_000 },
    cacheMs: 0,
    redact: false,
    trace: 'metadata',
    fallBack: true,
    ...options.settings,
    provider,
  };
  const book = createModelBook({
    db: options.db,
    secrets,
    budgets: { each: { ...noLimit, ...options.budgets?.each }, total: { ...noLimit, ...options.budgets?.total } },
    tierPolicy: options.tierPolicy ?? openTiers,
    keepCalls: settings.trace !== 'off',
    raiseNotice: options.raiseNotice ?? (async () => {}),
  });
  const service = createOutsideServices({ firstPauseMs: 5 }).add('language-model', {
    failures: 100,
    ...options.policy,
  });
  const prompts = new Map([...readPrompts(), [testPrompt.id, testPrompt]]);
  for (const prompt of options.prompts ?? []) prompts.set(prompt.id, prompt);
  const ended: CallEnd[] = [];
  const parts: GatewayParts = {
    settings,
    service,
    book: options.book ? options.book(book) : book,
    prompts,
    open: () => openProvider(provider),
    newId,
    onCall: (end) => ended.push(end),
  };
  return { gateway: createGateway(parts), service, ended, settings };
}

export const openTrace = (sealed: string | null): string | undefined =>
  sealed === null ? undefined : secrets.open(sealed);
