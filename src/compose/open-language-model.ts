// The gateway to the language model put together: provider, manners, budgets, metrics. Where none is configured, nothing is loaded.

import type { Services } from '../actions/services.ts';
import type { Config } from '../config.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import { moduleLogger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { ComponentReport } from '../observe/readiness.ts';
import { outsideHealth } from '../outside/outside-services.ts';
import type { Db } from '../store/database.ts';
import { newId } from '../store/new-id.ts';
import type { SecretBox } from '../store/sealed-secrets.ts';
import type { CallEnd } from '../write/gateway/model-book.ts';
import { noModelGateway } from '../write/model-gateway.ts';
import { createModelBook } from './model-book.ts';
import type { Foundation } from './world.ts';

const COMPONENT = 'language_model';
const MICROS = 1_000_000;
/** Questions that wait for a place. */
const WAITING = 200;

interface Parts {
  db: Db;
  secrets: SecretBox;
  raiseNotice: RaiseNotice;
}

export async function openLanguageModel(
  foundation: Foundation,
  { db, secrets, raiseNotice }: Parts,
): Promise<Pick<Services, 'gateway' | 'models'>> {
  const { config, outside, readiness, metrics } = foundation;
  const settings = config.languageModel;
  const models = rulesOf(settings);
  if (!settings.provider || !settings.premium) {
    readiness.add(COMPONENT, async () => ({ ok: true, details: { state: 'not configured' } }), { required: false });
    return { gateway: noModelGateway, models };
  }
  const { provider, limits } = settings;
  const service = outside.add('language-model', {
    tryMs: limits.answerMs,
    totalMs: limits.answerMs,
    atOnce: limits.atOnce,
    waiting: WAITING,
  });
  const login = { taken: true };
  readiness.add(
    COMPONENT,
    async (): Promise<ComponentReport> => {
      const { ok, details } = await outsideHealth(service);
      const shown = { state: 'configured', provider: provider.kind, model: provider.model };
      return { ok: ok && login.taken, details: { ...shown, ...details, ...(login.taken ? {} : { key: 'refused' }) } };
    },
    { required: false },
  );
  const [{ createGateway }, { readPrompts }] = await Promise.all([
    import('../write/gateway/create-gateway.ts'),
    import('../write/gateway/prompt-files.ts'),
  ]);
  const log = moduleLogger(foundation.log, 'write');
  const gateway = createGateway({
    settings: { ...settings, provider },
    service,
    prompts: readPrompts(),
    book: createModelBook({
      db,
      secrets,
      budgets: settings.budgets,
      keepCalls: settings.trace !== 'off',
      tierPolicy: config.http.tierPolicy,
      raiseNotice,
      onCached: () => metrics?.add('sheaf_language_model_calls_total', { outcome: 'cached' }),
    }),
    newId,
    open: async () => (await import('../write/gateway/open-provider.ts')).openProvider(provider),
    onCall: (end) => {
      if (metrics) countCall(metrics, end);
      const { call, outcome, tries, rounds, ms } = end;
      const seen = { call: call.id, prompt: call.prompt, outcome, tries, rounds, duration_ms: ms };
      log.info({ event: 'model-call', ...seen }, `model call ${outcome}`);
    },
    onLogin: (taken) => {
      if (login.taken && !taken) {
        log.warn({ event: 'model-key-refused', provider: provider.kind }, 'the provider does not take MODEL_API_KEY');
      }
      login.taken = taken;
    },
  });
  return { gateway, models };
}

const rulesOf = ({
  provider,
  premium,
  budgets,
  currency,
  trace,
  traceDays,
}: Config['languageModel']): Services['models'] => ({
  configured: provider !== undefined && premium,
  budgets,
  currency,
  trace,
  traceDays,
});

function countCall(metrics: Metrics, { outcome, inputTokens, outputTokens, costMicros, rounds, ms }: CallEnd): void {
  metrics.add('sheaf_language_model_calls_total', { outcome });
  metrics.add('sheaf_language_model_tokens_total', { direction: 'input' }, inputTokens);
  metrics.add('sheaf_language_model_tokens_total', { direction: 'output' }, outputTokens);
  metrics.add('sheaf_language_model_cost_total', {}, costMicros / MICROS);
  if (rounds > 1) metrics.add('sheaf_language_model_repairs_total', {}, rounds - 1);
  if (rounds > 0) metrics.observe('sheaf_language_model_call_duration_seconds', {}, ms / 1000);
}
