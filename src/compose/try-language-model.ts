// Asks the configured language model for one word, as the server would: for `sheaf doctor`, which has no database to count in.

import { z } from 'zod';
import type { Config } from '../config.ts';
import { createOutsideServices } from '../outside/outside-services.ts';
import { createGateway } from '../write/gateway/create-gateway.ts';
import type { ModelBook } from '../write/gateway/model-book.ts';
import { openProvider } from '../write/gateway/open-provider.ts';
import { readPrompts } from '../write/gateway/prompt-files.ts';

const TEST_MS = 20_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Nothing limits the operator, and nothing is written down. */
const openBook: ModelBook = {
  admits: async () => true,
  reserve: async () => true,
  settle: async () => {},
  noteCached: async () => {},
  keyOf: () => '',
  findAnswer: async () => undefined,
  keepAnswer: async () => {},
};

/** Why there was no answer; undefined when there was one. */
export async function tryLanguageModel(models: Config['languageModel']): Promise<string | undefined> {
  const { provider, limits } = models;
  if (!provider) return 'not-configured';
  let isKeyTaken = true;
  const answerMs = Math.min(TEST_MS, limits.answerMs);
  const gateway = createGateway({
    settings: { ...models, provider, limits: { ...limits, answerMs }, cacheMs: 0, fallBack: true, trace: 'off' },
    service: createOutsideServices({ tries: 1 }).add('language-model'),
    book: openBook,
    prompts: readPrompts(),
    open: () => openProvider(provider),
    onLogin: (taken) => {
      isKeyTaken = taken;
    },
  });
  const result = await gateway.generate({
    workspaceId: NOBODY,
    prompt: 'connection-test',
    variables: { word: 'ready' },
    schema: z.object({ word: z.string() }),
  });
  if (result.status === 'model') return undefined;
  return isKeyTaken ? result.reason : 'key refused';
}
