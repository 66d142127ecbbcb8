// The gateway: a prompt and sources in, a validated value out, or the reason why there is none. What it may cost is reserved
// before each request and settled after; what was answered before is not asked again.

import { randomUUID } from 'node:crypto';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { SheafError } from '../../errors.ts';
import type { Generated, GenerateRequest, ModelGateway, NoAnswerReason } from '../model-gateway.ts';
import { Asking, nothingUsed } from './asking.ts';
import { composeQuestion } from './compose-question.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { CallHead } from './model-book.ts';
import { readOutput } from './read-output.ts';

export function createGateway(parts: GatewayParts): ModelGateway {
  const { settings, book, newId = randomUUID } = parts;
  let model: Promise<LanguageModelV4> | undefined;
  const openModel = (): Promise<LanguageModelV4> => {
    model ??= parts.open().catch((error: unknown) => {
      model = undefined;
      throw error;
    });
    return model;
  };
  const state = { schemaRefused: false };

  async function generate<T>(request: GenerateRequest<T>): Promise<Generated<T>> {
    const question = await composeQuestion(request, parts);
    const { provider } = settings;
    const call: CallHead = {
      id: newId(),
      workspaceId: request.workspaceId,
      userId: request.userId,
      prompt: question.prompt.id,
      promptVersion: question.prompt.version,
      provider: provider.kind,
      model: provider.model,
      redacted: question.redaction !== undefined,
    };
    const none = (reason: Exclude<NoAnswerReason, 'not-configured'>, callId?: string): Generated<T> => {
      if (!settings.fallBack && reason !== 'cancelled') throw refusalOf(reason);
      return { status: 'none', reason, callId };
    };
    const refuse = async (outcome: Exclude<NoAnswerReason, 'not-configured'>): Promise<Generated<T>> => {
      parts.onCall?.({ ...nothingUsed(call), outcome });
      return none(outcome);
    };
    if (request.signal?.aborted) return refuse('cancelled');
    if (!(await book.admits(request.workspaceId))) return refuse('not-in-tier');
    if (question.bytes > settings.limits.inputBytes) return refuse('too-long');

    const key = settings.cacheMs > 0 ? book.keyOf(question.identity) : undefined;
    const kept = key === undefined ? undefined : await book.findAnswer(request.workspaceId, key);
    if (kept !== undefined) {
      const output = await readOutput(kept, question.rules);
      if (output.ok) {
        await book.noteCached(call);
        return { status: 'model', value: output.value, callId: call.id, cached: true };
      }
    }

    const asked = new Asking(call, question, { parts, request, state, openModel });
    try {
      const end = await asked.run();
      await asked.settle(end.outcome);
      if (end.outcome !== 'answered') return none(end.outcome, asked.held ? call.id : undefined);
      if (key !== undefined) {
        await book.keepAnswer(request.workspaceId, { key, json: end.json, forMs: settings.cacheMs });
      }
      return { status: 'model', value: end.value, callId: call.id, cached: false };
    } catch (error) {
      // Whatever broke: nothing stays held. What broke is what the caller has to know.
      if (!asked.settled) await asked.settle('unavailable').catch(() => {});
      throw error;
    }
  }

  return { configured: true, generate };
}

function refusalOf(reason: NoAnswerReason): SheafError {
  if (reason === 'over-budget') return new SheafError('model.over-budget');
  if (reason === 'not-in-tier') return new SheafError('model.not-in-tier');
  return new SheafError('model.unavailable', undefined, { details: { reason } });
}
